using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>The last words of the name, which stand beside the seal and were read with certainty.</summary>
/// <param name="Words">Those words.</param>
/// <param name="Line">All words of their line.</param>
internal sealed record NameAnchor(IReadOnlyList<EngineWord> Words, IReadOnlyList<EngineWord> Line)
{
    private const double Sure = 0.85;
    private const double Lenient = 0.3;

    /// <summary>The line right below the seal's middle that ends in names; null where there is none, or it was read whole and the seal does not touch it.</summary>
    public static NameAnchor? Find(IReadOnlyList<EngineWord> words, SealRing ring, int dpi)
    {
        double millimetre = dpi / 25.4;
        foreach (IGrouping<int, EngineWord> line in words
            .Where(word => word.Box.CentreY > ring.Y + (0.5 * ring.Outer) && word.Box.CentreY < ring.Y + ring.Outer + (12 * millimetre)).GroupBy(static word => word.Line))
        {
            EngineWord[] all = [.. Mended(line)];
            int end = all.Length;
            while (end > 0 && all[end - 1].Text.Count(char.IsLetter) < 2)
            {
                end--;
            }

            int start = end;
            while (start > 0 && (start == end ? IsName(all[start - 1] with { Confidence = all[start - 1].Confidence + Lenient }) : IsName(all[start - 1]) && !Meets(ring, all[start - 1].Box)))
            {
                start--;
            }

            // A seal far to the left of the line has nothing to do with it, nor one that does not touch it.
            bool touched = start > 0 || (start < end && Meets(ring, all[start].Box));
            if (touched && start < end && all[start].Box.X - ring.X < ring.Outer + (25 * millimetre) && all[start].Box.X > ring.X - ring.Outer)
            {
                return new NameAnchor(all[start..end], all);
            }
        }

        return null;
    }

    private static bool IsName(EngineWord word) => word.Confidence >= Sure && word.Text.Length > 1 && char.IsUpper(word.Text[0]) && word.Text.Skip(1).All(char.IsLower)
        && VietnameseSyllable.IsLawful(word.Text.ToLowerInvariant());

    // The engine reads a speck behind the name as a stop, and falls into pieces at a ring.
    private static List<EngineWord> Mended(IEnumerable<EngineWord> line)
    {
        List<EngineWord> words = [];
        foreach (EngineWord next in line.OrderBy(static word => word.Box.X).Select(static word => word with { Text = word.Text.TrimEnd('.', ',', '-', '_') } is var bare && IsName(bare) ? bare : word))
        {
            if (words.Count > 0 && words[^1] is var last && next.Box.X - last.Box.Right < 0.12 * Math.Max(last.Box.Height, next.Box.Height) && IsName(last with { Text = last.Text + next.Text, Confidence = Math.Min(last.Confidence, next.Confidence) }))
            {
                words[^1] = last with { Text = last.Text + next.Text, Box = PixelBox.Around([last.Box, next.Box]), Confidence = Math.Min(last.Confidence, next.Confidence), Symbols = [] };
            }
            else
            {
                words.Add(next);
            }
        }

        return words;
    }

    private static bool Meets(SealRing ring, PixelBox box) => ring.Meets(new Rect(box.X, box.Y, box.Width, box.Height));
}
