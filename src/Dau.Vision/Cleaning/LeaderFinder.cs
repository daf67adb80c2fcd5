using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>
/// Finds rows of five dots or more, of one size and evenly spaced. A dot of a leader stands alone: no ink above it where a letter would be, none closely below. That
/// keeps the marks of letters (ạ, i, ế), colons and points between digits apart from them; three dots in a row are an ellipsis, and text.
/// </summary>
internal static class LeaderFinder
{
    private const int LeastDots = 5;
    private const int LeastLetters = 12;

    // Pixels of the mask: letters of 2 mm on a page that shows too few of them, and the height from which a part may be one.
    private const int UsualLetter = 12;
    private const int LeastLetter = 6;

    // Of a letter's height.
    private const double SmallestDot = 0.12;
    private const double LargestDot = 0.38;
    private const double LeastPitch = 0.35;
    private const double ClearAbove = 0.9;
    private const double ClearBelow = 0.4;
    private const double WidestGap = 1.2;

    /// <summary>Two dots that ran together count as one wide part, not more.</summary>
    private const double WidestDot = 2.6;

    /// <summary>Of most dots, width by height at most.</summary>
    private const double Roundest = 1.5;

    private const double Uneven = 0.35;

    /// <summary>How much a row may rise or fall from dot to dot, of their distance.</summary>
    private const double Steepest = 0.15;

    /// <summary>Height of the letters among the parts of a mask, px.</summary>
    public static int LetterOf(IReadOnlyList<Rect> parts)
    {
        int[] heights = [.. parts.Where(static box => box.Height is >= LeastLetter and < 60).Select(static box => box.Height).Order()];
        return heights.Length < LeastLetters ? UsualLetter : heights[heights.Length / 2];
    }

    /// <summary>The leaders, each as its dots from left to right.</summary>
    /// <param name="ink">255 on 0, about 150 dpi.</param>
    /// <param name="parts">Its connected parts.</param>
    /// <param name="letter">Height of its letters, px.</param>
    public static IReadOnlyList<IReadOnlyList<Rect>> Find(Mat ink, IReadOnlyList<Rect> parts, int letter)
    {
        double largest = Math.Max(2, LargestDot * letter);
        List<Rect> dots = [.. parts
            .Where(box => box.Height >= SmallestDot * letter && box.Height <= largest && box.Width <= Math.Max(2, box.Height) * WidestDot && IsClear(box, ClearAbove * letter, ClearBelow * letter))
            .OrderBy(static box => box.Left)];
        var leaders = new List<IReadOnlyList<Rect>>();
        while (dots.Count >= LeastDots)
        {
            List<Rect> row = Follow(ink, dots, WidestGap * letter);
            dots.RemoveAll(row.Contains);
            if (row.Count >= LeastDots && IsDotted(row, LeastPitch * letter))
            {
                leaders.Add(row);
            }
        }

        return leaders;

        bool IsClear(Rect box, double above, double below) =>
            IsWhite(ink, Rect.FromLTRB(box.Left, box.Top - (int)Math.Ceiling(above), box.Right, box.Top)) && IsWhite(ink, Rect.FromLTRB(box.Left, box.Bottom, box.Right, box.Bottom + (int)Math.Ceiling(below)));
    }

    /// <summary>Whether a row is one of round dots that stand apart: not a broken line, nor the dotted rule of a table.</summary>
    private static bool IsDotted(List<Rect> row, double leastPitch) =>
        (row[^1].Left - row[0].Left) / (row.Count - 1.0) >= leastPitch && 2 * row.Count(static dot => dot.Width <= Math.Max(dot.Height + 1, Roundest * dot.Height)) > row.Count;

    /// <summary>The dots that follow the first one in even steps; one may be missing here and there.</summary>
    private static List<Rect> Follow(Mat ink, List<Rect> dots, double widest)
    {
        List<Rect> row = [dots[0]];
        double step = 0;
        for (int i = 1; i < dots.Count && dots[i].Left - row[^1].Right <= widest; i++)
        {
            (Rect last, Rect next) = (row[^1], dots[i]);
            int gap = next.Left - last.Right;
            if (gap <= 0 || Math.Abs(next.Bottom - last.Bottom) > 1 + (Steepest * (next.Left - last.Left)) || next.Height > 2 * last.Height || last.Height > 2 * next.Height
                || !IsWhite(ink, Rect.FromLTRB(last.Right, last.Top - last.Height, next.Left, last.Bottom)))
            {
                continue;
            }

            if (row.Count == 1 || IsAbout(gap, step))
            {
                step = ((step * (row.Count - 1)) + gap) / row.Count;
                row.Add(next);
            }
            else if (row.Count > 2 && IsAbout(gap, (2 * step) + last.Height))
            {
                row.Add(next);
            }
        }

        return row;
    }

    private static bool IsAbout(double gap, double wanted) => Math.Abs(gap - wanted) <= 1 + (Uneven * wanted);

    /// <summary>Whether there is no ink in a box, as far as it lies on the mask.</summary>
    public static unsafe bool IsWhite(Mat ink, Rect box)
    {
        Rect inside = box.Intersect(new Rect(0, 0, ink.Width, ink.Height));
        for (int y = inside.Top; y < inside.Bottom && inside.Width > 0; y++)
        {
            if (new ReadOnlySpan<byte>((byte*)ink.Ptr(y) + inside.X, inside.Width).ContainsAnyExcept((byte)0))
            {
                return false;
            }
        }

        return true;
    }
}
