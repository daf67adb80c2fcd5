using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>How much of what looks like print on a page no word accounts for: whole lines that the engine passed over leave no doubtful words behind.</summary>
internal static class UnreadInk
{
    // Millimetres.
    private const double LowestLetter = 1.4;
    private const double HighestLetter = 6;
    private const double WidestLetter = 12;
    private const double Margin = 0.8;

    private const int LeastNeighbours = 3;

    /// <summary>The share of letters, by number, that lie in no word and in no mark; 0 for a page without letters.</summary>
    /// <param name="view">The page.</param>
    /// <param name="words">Places of words, work pixels.</param>
    /// <param name="marks">Marks, on the picture.</param>
    /// <param name="frame">Of the page.</param>
    public static double Share(PageView view, IReadOnlyList<PixelBox> words, IReadOnlyList<Mark> marks, PageFrame frame)
    {
        double millimetre = view.Dpi / 25.4;
        int margin = (int)Math.Round(Margin * millimetre);
        using var known = new Mat(view.Text.Size(), MatType.CV_8UC1, Scalar.Black);
        foreach (PixelBox box in words.Concat(marks.Where(static mark => mark.Kind is not MarkKind.Watermark).Select(mark => frame.ToWork(mark.Box))))
        {
            known.Rectangle(new Rect((int)(box.X / view.Factor) - margin, (int)(box.Y / view.Factor) - margin, (int)(box.Width / view.Factor) + (2 * margin), (int)(box.Height / view.Factor) + (2 * margin)), Scalar.White, -1);
        }

        Rect[] letters = [.. Components.Of(view.Text).Select(static part => part.Box).Where(box =>
            box.Height >= LowestLetter * millimetre && box.Height <= HighestLetter * millimetre && box.Width <= WidestLetter * millimetre)];
        Rect[] unread = [.. letters.Where(box => known.At<byte>(box.Y + (box.Height / 2), box.X + (box.Width / 2)) == 0)];
        // Print stands in rows; what stands alone is a blot or a stroke of the pen.
        int rows = unread.Count(box => unread.Count(other => Math.Abs(other.Y + other.Height - box.Y - box.Height) < 0.5 * box.Height && Math.Abs(other.X - box.X) < 8 * box.Height) > LeastNeighbours);
        return letters.Length == 0 ? 0 : rows / (double)letters.Length;
    }
}
