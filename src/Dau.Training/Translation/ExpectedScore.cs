namespace Dau.Training.Translation;

/// <summary>
/// Finds weights that give a set of sentences, each with its candidates, the best chrF and BLEU to be expected when candidates are drawn by their scores
/// (Rosti, Zhang, Matsoukas and Schwartz 2010, "BBN System Description for WMT10"; minimum risk of Smith and Eisner 2006). Smooth, so that many weights can
/// be found at once, and careful: it stays near where it started.
/// </summary>
internal static class ExpectedScore
{
    private const int Steps = 150;
    private const double Rate = 0.01;
    private const double Pull = 4; // points of score for a weight that is 1 away
    private const double Sharpness = 2;

    /// <summary>A sentence: its candidates and the numbers of <see cref="ScoreCounts"/> of each.</summary>
    internal sealed class Sentence
    {
        public List<Candidate> Candidates { get; } = [];

        public List<float[]> Counts { get; } = [];
    }

    /// <summary>Better weights.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="from">Where to start.</param>
    /// <param name="mayBeNegative">Which weights may become negative.</param>
    public static double[] Climb(IReadOnlyList<Sentence> sentences, double[] from, Func<int, bool> mayBeNegative)
    {
        var weights = (double[])from.Clone();
        double[] mean = new double[weights.Length], square = new double[weights.Length];
        for (var step = 1; step <= Steps; step++)
        {
            var gradient = Gradient(sentences, weights);
            for (var k = 0; k < weights.Length; k++)
            {
                // Adam (Kingma and Ba 2015).
                var g = gradient[k] - (2 * Pull * (weights[k] - from[k]));
                mean[k] = (0.9 * mean[k]) + (0.1 * g);
                square[k] = (0.99 * square[k]) + (0.01 * g * g);
                var rate = Rate * (1 - ((double)step / (Steps + 1)));
                weights[k] += rate * (mean[k] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(square[k] / (1 - Math.Pow(0.99, step))) + 1e-8);
                weights[k] = mayBeNegative(k) ? weights[k] : Math.Max(0, weights[k]);
            }
        }

        return weights;
    }

    private static double[] Gradient(IReadOnlyList<Sentence> sentences, double[] weights)
    {
        var shares = new double[sentences.Count][];
        var sum = new double[ScoreCounts.Count];
        Parallel.For(0, sentences.Count, s => shares[s] = Shares(sentences[s].Candidates, weights));
        for (var s = 0; s < sentences.Count; s++)
        {
            for (var c = 0; c < shares[s].Length; c++)
            {
                for (var i = 0; shares[s][c] > 1e-4 && i < sum.Length; i++)
                {
                    sum[i] += shares[s][c] * sentences[s].Counts[c][i];
                }
            }
        }

        var slope = ScoreCounts.Slope(sum);
        var gradient = new double[weights.Length];
        for (var s = 0; s < sentences.Count; s++)
        {
            AddGradient(sentences[s], shares[s], slope, gradient);
        }

        return gradient;
    }

    private static void AddGradient(Sentence sentence, double[] shares, double[] slope, double[] gradient)
    {
        Span<double> values = stackalloc double[shares.Length];
        var mean = 0d;
        for (var c = 0; c < shares.Length; c++)
        {
            for (var i = 0; shares[c] > 1e-4 && i < slope.Length; i++)
            {
                values[c] += slope[i] * sentence.Counts[c][i];
            }

            mean += shares[c] * values[c];
        }

        for (var c = 0; c < shares.Length; c++)
        {
            for (var k = 0; shares[c] > 1e-4 && k < gradient.Length; k++)
            {
                gradient[k] += Sharpness * shares[c] * (values[c] - mean) * sentence.Candidates[c].Features[k];
            }
        }
    }

    private static double[] Shares(List<Candidate> candidates, double[] weights)
    {
        var shares = candidates.Select(c => Sharpness * c.Score(weights)).ToArray();
        var top = shares.Max();
        var total = 0d;
        for (var c = 0; c < shares.Length; c++)
        {
            total += shares[c] = Math.Exp(shares[c] - top);
        }

        return [.. shares.Select(s => s / total)];
    }
}
