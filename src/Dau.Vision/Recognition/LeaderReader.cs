using Dau.Vision.Cleaning;
using Dau.Vision.Interop;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>
/// Takes rows of dots for what they are: the engine reads dotted leaders as letters, and with them what stands before. Small parts of one size along the baseline
/// become "…"; what is left of the word is read by itself.
/// </summary>
internal sealed class LeaderReader(TesseractEngine engine, WorkPage page)
{
    private const int LeastDots = 5;
    private const double LargestDot = 0.34;
    private const double Suspect = 0.93;
    private const double Wide = 2.2;

    /// <summary>The words without rows of dots read as letters.</summary>
    /// <param name="words">Line by line, work pixels; the engine is shown the picture that they were read on.</param>
    public IReadOnlyList<EngineWord> Mend(IReadOnlyList<EngineWord> words)
    {
        if (!words.Any(IsSuspect))
        {
            return words;
        }

        var mended = new List<EngineWord>(words.Count);
        foreach (EngineWord word in words)
        {
            if (IsSuspect(word) && Dots(page.Grey, word.Box) is { } dots)
            {
                mended.AddRange(Apart(word, dots));
            }
            else
            {
                mended.Add(word);
            }
        }

        return mended;
    }

    /// <summary>The longest row of dots within a word's box, as columns of the page; null where there is none.</summary>
    internal static (int Left, int Right)? Dots(Mat grey, PixelBox word)
    {
        using InkRuns? ink = InkRuns.Of(grey, word);
        if (ink is null || ink.Parts() is not { Count: >= LeastDots } parts)
        {
            return null;
        }

        int[] sizes = [.. parts.Select(static part => Math.Max(part.Box.Width, part.Box.Height)).Order()];
        int dot = sizes[sizes.Length / 3];
        int foot = parts.Where(part => IsDot(part)).Select(static part => part.Box.Bottom).Order().ElementAtOrDefault(parts.Count(IsDot) / 2);
        (int start, int count, (int From, int To, int Count) best) = (-1, 0, (0, 0, 0));
        for (int i = 0; i <= parts.Count; i++)
        {
            bool on = i < parts.Count && IsDot(parts[i]) && Math.Abs(parts[i].Box.Bottom - foot) <= Math.Max(1, dot / 2);
            if (on)
            {
                (start, count) = (count == 0 ? i : start, count + 1);
            }
            else if (count > 0)
            {
                best = count > best.Count ? (start, i - 1, count) : best;
                count = 0;
            }
        }

        return best.Count >= LeastDots ? (ink.Box.X + parts[best.From].Box.Left, ink.Box.X + parts[best.To].Box.Right) : null;

        bool IsDot(Component part) => part.Box.Width <= 2 * dot && part.Box.Height <= 2 * dot && 2 * part.Box.Width >= dot && 2 * part.Box.Height >= dot
            && (part.Box.Height <= LargestDot * word.Height || word.Height <= 3 * dot);
    }

    private static bool IsSuspect(EngineWord word) =>
        word.Box.Width > Wide * word.Box.Height && (word.Confidence < Suspect || word.Text.Contains("..", StringComparison.Ordinal) || word.Text.Contains('…', StringComparison.Ordinal));

    private IEnumerable<EngineWord> Apart(EngineWord word, (int Left, int Right) dots)
    {
        PixelBox box = word.Box;
        foreach (EngineWord before in ReadPart(PixelBox.FromEdges(box.X, box.Y, dots.Left, box.Bottom)))
        {
            yield return before;
        }

        yield return new EngineWord("…", PixelBox.FromEdges(dots.Left, box.Y, dots.Right, box.Bottom), 1, word.Line, []);
        foreach (EngineWord after in ReadPart(PixelBox.FromEdges(dots.Right, box.Y, box.Right, box.Bottom)))
        {
            yield return after;
        }

        IEnumerable<EngineWord> ReadPart(PixelBox part)
        {
            int margin = box.Height / 4;
            return part.Width * 3 < box.Height ? [] : engine.Read(engine.Within(part with { Y = part.Y - margin, Height = part.Height + (2 * margin) }), SegmentationMode.SingleLine)
                .Where(static read => read.Text.Any(char.IsLetterOrDigit)).Select(read => read with { Line = word.Line });
        }
    }
}
