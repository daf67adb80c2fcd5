using System.Text.RegularExpressions;
using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>
/// Counts the strokes of Roman numerals before a heading in capitals: the engine reads III as II, and I as 1. Only upright strokes of one thickness that run from
/// top to bottom are counted, and an I is told from a 1 by what stands at its top: a serif on both sides or none, not a flag on the left alone.
/// </summary>
internal static partial class NumeralStrokes
{
    private const int LeastDpi = 180;
    private const int MostStrokes = 3;

    /// <summary>The words with such numerals as they are printed.</summary>
    /// <param name="words">Line by line, work pixels.</param>
    /// <param name="page">The page.</param>
    public static IReadOnlyList<EngineWord> Mend(IReadOnlyList<EngineWord> words, WorkPage page)
    {
        if (page.WorkDpi < LeastDpi)
        {
            return words;
        }

        List<EngineWord>? mended = null;
        for (int i = 0; i + 1 < words.Count; i++)
        {
            bool first = i == 0 || words[i - 1].Line != words[i].Line;
            if (first && words[i + 1].Line == words[i].Line && Numeral().Match(words[i].Text) is { Success: true } match && IsCapital(words[i + 1].Text)
                && Count(page.Grey, words[i].Box) is { } strokes)
            {
                string numeral = new('I', strokes);
                string end = match.Groups["end"].Value;
                if (numeral != match.Groups["n"].Value)
                {
                    mended ??= [.. words];
                    EngineWord read = words[i];
                    mended[i] = read with { Text = numeral + (end.Length == 0 && HasDot(page.Grey, read.Box, words[i + 1].Box) ? "." : end), Symbols = [], Other = new Alternative(read.Text, read.Confidence) };
                }
            }
        }

        return mended ?? words;
    }

    /// <summary>How many strokes of an I stand side by side; null where there is anything else.</summary>
    internal static int? Count(Mat grey, PixelBox box)
    {
        // A stroke that the engine left out may stand before the box; one that goes on above or below is a ruled line.
        (int height, int beyond) = (box.Height, box.Height / 2);
        using InkRuns? ink = InkRuns.Of(grey, PixelBox.FromEdges(Math.Max(0, box.X - beyond), box.Y - beyond, box.Right, box.Bottom + beyond));
        if (ink is null || box.Y < beyond)
        {
            return null;
        }

        List<(int X, int Width)> Row(double share) => ink.Row(beyond + (int)(share * height));
        List<(int X, int Width)> middle = Row(0.5);
        if (middle.Count is 0 or > MostStrokes || Row(-0.3).Concat(Row(1.3)).Any(run => middle.Exists(stem => run.X < stem.X + stem.Width && stem.X < run.X + run.Width)))
        {
            return null;
        }

        int thick = middle.Max(static run => run.Width);
        foreach (double share in new[] { 0.3, 0.4, 0.6, 0.7 })
        {
            List<(int X, int Width)> row = Row(share);
            if (row.Count != middle.Count || row.Zip(middle).Any(pair => Math.Abs(pair.First.X - pair.Second.X) > Math.Max(1, thick / 3) || pair.First.Width * 2 < thick || pair.First.Width > height / 3))
            {
                return null;
            }
        }

        return middle.TrueForAll(run => IsCapitalI(ink, run, beyond, height)) ? middle.Count : null;
    }

    /// <summary>Whether a dot stands at the foot of a numeral, before the next word.</summary>
    private static bool HasDot(Mat grey, PixelBox numeral, PixelBox next)
    {
        int height = numeral.Height;
        using InkRuns? ink = InkRuns.Of(grey, PixelBox.FromEdges(numeral.X, numeral.Y, Math.Max(numeral.Right, next.X), numeral.Bottom + (height / 8)));
        return ink is not null && ink.Parts().Any(part =>
            Math.Max(part.Box.Width, part.Box.Height) <= height / 4 && Math.Min(part.Box.Width, part.Box.Height) >= height / 16 && Math.Abs(part.Box.Bottom - height) <= height / 8);
    }

    /// <summary>Whether what stands at the top of a stroke stands on both of its sides, or on none.</summary>
    private static bool IsCapitalI(InkRuns ink, (int X, int Width) stem, int top, int height)
    {
        (int left, int right) = (0, 0);
        for (int y = top; y < top + (height / 4); y++)
        {
            foreach ((int x, int width) in ink.Row(y))
            {
                if (x < stem.X + stem.Width && x + width > stem.X)
                {
                    (left, right) = (Math.Max(left, stem.X - x), Math.Max(right, x + width - stem.X - stem.Width));
                }
            }
        }

        return Math.Abs(left - right) <= Math.Max(1, height / 12);
    }

    private static bool IsCapital(string text) => text.Count(char.IsUpper) > 1 && !text.Any(char.IsLower) && !text.Any(char.IsDigit);

    [GeneratedRegex(@"^(?<n>[I1l|]{1,3})(?<end>[.]?)$")]
    private static partial Regex Numeral();
}
