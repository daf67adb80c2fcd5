using System.Text.RegularExpressions;

namespace Dau.Vision.Recognition;

/// <summary>
/// Drops what the engine read where nothing is printed, and what it made of specks, seals and signatures. A letter or digit that was read with some confidence stays.
/// </summary>
internal static partial class WordFilter
{
    private const double Doubtful = 0.5;
    private const double Hopeless = 0.35;
    private const int ShortLine = 8;
    private const double FarOff = 1.2;
    private const string Ticks = ".,'`´‘’¡!·°:;|~^";

    public static IReadOnlyList<EngineWord> Filter(IReadOnlyList<EngineWord> words, PageView view)
    {
        var kept = new List<EngineWord>(words.Count);
        int line = 0;
        foreach (IGrouping<int, EngineWord> read in words.GroupBy(static word => word.Line))
        {
            List<EngineWord> real = [.. read.Where(word => view.HasInk(word.Box))];
            if (IsNoise(real))
            {
                continue;
            }

            TrimNoise(real);
            kept.AddRange(real.Select(word => word with { Line = line }));
            line++;
        }

        return kept;
    }

    /// <summary>How much of a reading can be relied on: its letters and digits in words that were read with some confidence.</summary>
    public static double SureLetters(IEnumerable<EngineWord> words) =>
        words.Where(static word => word.Confidence >= Doubtful).Sum(static word => word.Confidence * word.Text.Count(char.IsLetterOrDigit));

    /// <summary>Whether no word of a line was read with confidence: the longer the line, the more it takes to doubt it.</summary>
    private static bool IsNoise(List<EngineWord> line)
    {
        if (line.Count == 0)
        {
            return true;
        }

        double best = line.Max(static word => word.Text.Any(char.IsLetterOrDigit) ? word.Confidence : 0);
        int letters = line.Sum(static word => word.Text.Count(char.IsLetterOrDigit));
        if (line.Any(static word => DocumentCode().IsMatch(word.Text)))
        {
            return false; // a number written by hand before a printed code: no confidence, and the most wanted line of the page
        }

        return best < (letters <= ShortLine ? Doubtful : Hopeless);
    }

    /// <summary>Takes specks off both ends of a line: words without letter or digit that the engine itself doubts, or that stand apart.</summary>
    private static void TrimNoise(List<EngineWord> line)
    {
        while (line.Count > 1 && (IsSpeck(line[^1]) || IsFarOff(line[^1], line[^2])))
        {
            line.RemoveAt(line.Count - 1);
        }

        while (line.Count > 1 && (IsSpeck(line[0]) || IsFarOff(line[0], line[1])))
        {
            line.RemoveAt(0);
        }
    }

    /// <summary>The printed end of a document's number: <c>/GM-SYT</c>, <c>/UBND-NC</c>.</summary>
    [GeneratedRegex(@"[/-]\p{Lu}{2,}")]
    private static partial Regex DocumentCode();

    /// <summary>Whether it is a dot or a tick that stands by itself, away from the line: a speck in the margin, however sure the engine is of it.</summary>
    private static bool IsFarOff(EngineWord word, EngineWord neighbour) =>
        word.Text.Length == 1 && Ticks.Contains(word.Text[0], StringComparison.Ordinal)
        && Math.Max(word.Box.X - neighbour.Box.Right, neighbour.Box.X - word.Box.Right) > FarOff * neighbour.Box.Height;

    private static bool IsSpeck(EngineWord word) => word.Confidence < Doubtful && !word.Text.Any(char.IsLetterOrDigit);
}
