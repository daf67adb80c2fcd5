using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>
/// Finds the dotted lines of a form that words stand on: small dots, close to one another, right below letters. The engine loses whole lines of text to them.
/// A dotted rule of a table keeps further away from its text and stays.
/// </summary>
internal static class UnderlineFinder
{
    private const int LeastDots = 12;

    // In a row without a break; fewer may be the dots of letters.
    private const int LeastTogether = 4;

    // Of a letter's height.
    private const double TallestDot = 0.3;
    private const double WidestDot = 0.6;
    private const double WidestGap = 0.7;
    private const double Reach = 0.5;

    /// <summary>How many of the dots have print within reach above them, at least.</summary>
    private const double LeastBelowPrint = 0.3;

    /// <summary>Pixels of the mask by which the step from dot to dot may differ from the usual one.</summary>
    private const int Uneven = 2;

    /// <summary>The dots of each such line.</summary>
    /// <param name="ink">255 on 0, about 150 dpi, nearly upright.</param>
    /// <param name="parts">Its connected parts.</param>
    /// <param name="letter">Height of its letters, px.</param>
    public static IReadOnlyList<IReadOnlyList<Rect>> Find(Mat ink, IReadOnlyList<Rect> parts, int letter)
    {
        int tallest = Math.Max(2, (int)(TallestDot * letter)), widest = Math.Max(3, (int)(WidestDot * letter));
        Dictionary<int, List<Rect>> rows = parts.Where(box => box.Height <= tallest && box.Width <= widest).GroupBy(static box => box.Bottom).ToDictionary(static g => g.Key, static g => g.ToList());
        var used = new HashSet<Rect>();
        var lines = new List<IReadOnlyList<Rect>>();
        foreach (int y in rows.Where(static r => r.Value.Count >= LeastTogether).OrderByDescending(static r => r.Value.Count).Select(static r => r.Key))
        {
            Rect[] level = [.. Enumerable.Range(y - 1, 3).SelectMany(i => rows.GetValueOrDefault(i, [])).Where(box => !used.Contains(box)).OrderBy(static box => box.Left)];
            List<Rect> dots = [.. Runs(level, WidestGap * letter).Where(IsEven).SelectMany(static run => run)];

            // The dot of an ạ that reaches down to the line is larger.
            int height = dots.Select(static dot => dot.Height).Order().ElementAtOrDefault(dots.Count / 2);
            dots.RemoveAll(dot => dot.Height > height + 1);
            if (dots.Count >= LeastDots && dots.Count(dot => !LeaderFinder.IsWhite(ink, Rect.FromLTRB(dot.Left, dot.Top - (int)(Reach * letter), dot.Right, dot.Top - 1))) >= LeastBelowPrint * dots.Count)
            {
                used.UnionWith(dots);
                lines.Add(dots);
            }
        }

        return lines;
    }

    private static IEnumerable<List<Rect>> Runs(Rect[] level, double widestGap)
    {
        List<Rect> run = [];
        foreach (Rect dot in level)
        {
            if (run.Count > 0 && dot.Left - run[^1].Right > widestGap)
            {
                yield return run;
                run = [];
            }

            run.Add(dot);
        }

        yield return run;
    }

    // Most dots stand one step from the next: the small parts of print do not.
    private static bool IsEven(List<Rect> run)
    {
        if (run.Count < LeastTogether)
        {
            return false;
        }

        int[] steps = [.. run.Zip(run.Skip(1), static (a, b) => b.Left - a.Left)];
        int usual = steps.Order().ElementAt(steps.Length / 2);
        return steps.Count(step => Math.Abs(step - usual) <= Uneven) >= 0.75 * steps.Length;
    }
}
