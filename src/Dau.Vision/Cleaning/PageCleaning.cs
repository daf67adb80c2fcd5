using Dau.Vision.Cleaning.Photo;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>The steps of cleaning, in order: each works on what the one before left.</summary>
internal static class PageCleaning
{
    /// <param name="page">The page.</param>
    /// <param name="readability">How well a grey picture of some lines, of a given resolution, reads; asked only where a page's orientation is in doubt.</param>
    public static void Clean(WorkPage page, Func<Mat, int, double> readability)
    {
        IPageCleaner[] steps =
        [
            new SheetCleaner(), new OrientationCleaner(readability), new SealCleaner(),
            new SheetFlattener(), new LightCleaner(), new SpeckCleaner(), new Straightener(), new WatermarkCleaner(),
        ];
        foreach (IPageCleaner step in steps)
        {
            step.Clean(page);
        }
    }
}
