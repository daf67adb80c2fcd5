using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>Finds what was written in blue ink in the head of a page: the number and the day of a letter are filled in by hand.</summary>
internal static class HandwritingFinder
{
    private const double HeadShare = 0.4;
    private const double Lowest = 2.5;
    private const double Highest = 13;
    private const double Shortest = 2.5;
    private const double Longest = 45;

    /// <returns>Boxes in pixels of the masks.</returns>
    public static IReadOnlyList<Rect> Find(ColourMasks masks)
    {
        using Mat head = masks.Blue.SubMat(0, (int)(masks.Blue.Height * HeadShare), 0, masks.Blue.Width);
        if (Cv2.CountNonZero(head) == 0)
        {
            return [];
        }

        using var joined = new Mat();
        using Mat kernel = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(Math.Max(3, (int)(3 * masks.Millimetre)), 3));
        Cv2.MorphologyEx(head, joined, MorphTypes.Close, kernel);
        return [.. Components.Of(joined).Select(static part => part.Box)
            .Where(box => box.Height >= Lowest * masks.Millimetre && box.Height <= Highest * masks.Millimetre
                && box.Width >= Shortest * masks.Millimetre && box.Width <= Longest * masks.Millimetre)];
    }
}
