using System.Runtime.InteropServices;
using Dau.Benchmarks.Measures;
using Dau.Translation.Draft.Model;

namespace Dau.Training.Translation;

/// <summary>
/// What chrF and BLEU are computed from, as one list of numbers that add up over sentences, and how their mean changes with each.
/// </summary>
internal static class ScoreCounts
{
    /// <summary>Numbers for a sentence: BLEU's matches and totals of four orders and both lengths, chrF's matches, candidates and references of six orders.</summary>
    public const int Count = BleuNumbers + (3 * ChrfOrder);

    private const int BleuOrder = 4;
    private const int ChrfOrder = 6;
    private const int BleuNumbers = (2 * BleuOrder) + 2;
    private const double BetaSquared = 4;

    /// <summary>The numbers of a sentence.</summary>
    public static float[] Of(string candidate, string reference)
    {
        var counts = new float[Count];
        var (left, right) = (Words(candidate), Words(reference));
        for (var n = 1; n <= BleuOrder; n++)
        {
            counts[n - 1] = Matches(Grams(left, n), Grams(right, n));
            counts[BleuOrder + n - 1] = Math.Max(0, left.Length - n + 1);
        }

        (counts[2 * BleuOrder], counts[(2 * BleuOrder) + 1]) = (left.Length, right.Length);
        var (mine, theirs) = (Letters(candidate), Letters(reference));
        for (var n = 1; n <= ChrfOrder; n++)
        {
            var at = BleuNumbers + (3 * (n - 1));
            counts[at] = Matches(Grams(mine, n), Grams(theirs, n));
            counts[at + 1] = Math.Max(0, mine.Length - n + 1);
            counts[at + 2] = Math.Max(0, theirs.Length - n + 1);
        }

        return counts;
    }

    /// <summary>The mean of chrF and BLEU.</summary>
    public static double Score(ReadOnlySpan<double> sum)
    {
        var logarithms = 0d;
        for (var n = 0; n < BleuOrder; n++)
        {
            logarithms += Math.Log(Math.Max(sum[n], 0.1) / Math.Max(sum[BleuOrder + n], 1));
        }

        var (mine, theirs) = (sum[2 * BleuOrder], sum[(2 * BleuOrder) + 1]);
        var bleu = 100 * Math.Exp((logarithms / BleuOrder) + Math.Min(0, 1 - (theirs / Math.Max(mine, 1))));
        var (precision, recall) = (0d, 0d);
        for (var at = BleuNumbers; at < Count; at += 3)
        {
            precision += sum[at] / Math.Max(sum[at + 1], 1) / ChrfOrder;
            recall += sum[at] / Math.Max(sum[at + 2], 1) / ChrfOrder;
        }

        var chrf = 100 * (1 + BetaSquared) * precision * recall / Math.Max((BetaSquared * precision) + recall, 1e-9);
        return (bleu + chrf) / 2;
    }

    /// <summary>How the score changes with each number, by trying.</summary>
    public static double[] Slope(double[] sum)
    {
        var slope = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            var (kept, step) = (sum[i], Math.Max(sum[i], 1) * 1e-4);
            sum[i] = kept + step;
            var above = Score(sum);
            sum[i] = kept - step;
            slope[i] = (above - Score(sum)) / (2 * step);
            sum[i] = kept;
        }

        return slope;
    }

    private static int[] Words(string text) => [.. Bleu.Tokenise(text).Select(static w => string.GetHashCode(w, StringComparison.Ordinal))];

    private static int[] Letters(string text) => [.. text.Where(static c => !char.IsWhiteSpace(c)).Select(static c => (int)c)];

    private static Dictionary<ulong, int> Grams(int[] words, int n)
    {
        var grams = new Dictionary<ulong, int>();
        for (var i = 0; i + n <= words.Length; i++)
        {
            var key = 0UL;
            for (var k = i; k < i + n; k++)
            {
                key = HashIndex.Extend(key, words[k]);
            }

            CollectionsMarshal.GetValueRefOrAddDefault(grams, key, out _)++;
        }

        return grams;
    }

    private static int Matches(Dictionary<ulong, int> mine, Dictionary<ulong, int> theirs) => mine.Sum(g => Math.Min(g.Value, theirs.GetValueOrDefault(g.Key)));
}
