using Dau.Recognition;
using Dau.Vision.Cleaning.Photo;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>The steps of cleaning, in order: each works on what the one before left.</summary>
internal static class PageCleaning
{
    /// <param name="page">The page.</param>
    /// <param name="readability">How well a grey picture of some lines, of a given resolution, reads; asked only where a page's orientation is in doubt.</param>
    /// <param name="without">Steps that are left out.</param>
    public static void Clean(WorkPage page, Func<Mat, int, double> readability, IReadOnlyList<CleaningStep>? without = null)
    {
        (CleaningStep Name, IPageCleaner Cleaner)[] steps =
        [
            (CleaningStep.Sheet, new SheetCleaner()), (CleaningStep.Orientation, new OrientationCleaner(readability)), (CleaningStep.Seal, new SealCleaner()),
            (CleaningStep.Bend, new SheetFlattener()), (CleaningStep.Light, new LightCleaner()), (CleaningStep.Specks, new SpeckCleaner()),
            (CleaningStep.Leaders, new LeaderCleaner()), (CleaningStep.Skew, new Straightener()), (CleaningStep.Watermark, new WatermarkCleaner()),
        ];
        foreach ((CleaningStep name, IPageCleaner cleaner) in steps)
        {
            if (without?.Contains(name) is not true)
            {
                cleaner.Clean(page);
            }
        }
    }
}
