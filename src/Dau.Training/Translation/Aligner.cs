namespace Dau.Training.Translation;

/// <summary>
/// Word alignment in the manner of Dyer, Chahuneau and Smith (2013), "A Simple, Fast, and Effective Reparameterization of IBM Model 2":
/// a word's partner lies near the diagonal. Both directions, joined by grow-diag-final-and (Koehn, Och and Marcu 2003).
/// </summary>
internal static class Aligner
{
    private const int Iterations = 6;
    private const double Tension = 4;
    private const double NullProbability = 0.08;

    // A sparse prior: without it a word seen once draws to itself whatever is left over.
    private const double Sparseness = 0.01;

    /// <summary>Links of each pair: source word, target word.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="jumps">Rounds of <see cref="JumpModel"/> after those near the diagonal.</param>
    public static List<(int Source, int Target)[]> Align(IReadOnlyList<SentencePair> pairs, int jumps = 0)
    {
        List<int[]> forward = [], backward = [];
        Parallel.Invoke(
            () => forward = Direction(pairs, static p => p.Source, static p => p.Target, jumps),
            () => backward = Direction(pairs, static p => p.Target, static p => p.Source, jumps));
        var links = new List<(int, int)[]>(pairs.Count);
        for (var i = 0; i < pairs.Count; i++)
        {
            links.Add(Symmetriser.Join(pairs[i], forward[i], backward[i]));
        }

        return links;
    }

    /// <summary>For each word of <paramref name="to"/>, the word of <paramref name="from"/> that it comes from; -1 for none.</summary>
    private static List<int[]> Direction(IReadOnlyList<SentencePair> pairs, Func<SentencePair, int[]> from, Func<SentencePair, int[]> to, int jumps)
    {
        // Cells of the table of word pairs, one number for each pair that occurs together; row 0 is the empty word.
        var cells = new Dictionary<long, int>(MixedKeys.Instance);
        var places = new int[pairs.Count][];
        for (var s = 0; s < pairs.Count; s++)
        {
            var (f, e) = (from(pairs[s]), to(pairs[s]));
            var place = new int[(f.Length + 1) * e.Length];
            for (var j = 0; j < e.Length; j++)
            {
                for (var i = 0; i <= f.Length; i++)
                {
                    var key = ((long)(i == 0 ? 0 : f[i - 1] + 1) << 32) | (uint)e[j];
                    if (!cells.TryGetValue(key, out var cell))
                    {
                        cells.Add(key, cell = cells.Count);
                    }

                    place[(j * (f.Length + 1)) + i] = cell;
                }
            }

            places[s] = place;
        }

        var row = new int[cells.Count];
        foreach (var (key, cell) in cells)
        {
            row[cell] = (int)(key >> 32);
        }

        var rows = row.Max() + 1;
        var targets = pairs.Max(p => to(p).Max()) + 1;
        cells = null;
        var probability = new float[row.Length];
        Array.Fill(probability, 1e-3f);
        for (var round = 0; round < Iterations; round++)
        {
            var counts = new float[row.Length];
            for (var s = 0; s < pairs.Count; s++)
            {
                Expect(places[s], from(pairs[s]).Length, to(pairs[s]).Length, pairs[s].Weight, probability, counts, round > 0);
            }

            Normalise(counts, row, rows, targets, probability);
        }

        if (jumps == 0)
        {
            return [.. pairs.Select((p, s) => Best(places[s], from(p).Length, to(p).Length, probability))];
        }

        var chain = new JumpModel();
        for (var round = 0; round < jumps; round++)
        {
            var counts = new float[row.Length];
            for (var s = 0; s < pairs.Count; s++)
            {
                chain.Expect(places[s], from(pairs[s]).Length, to(pairs[s]).Length, pairs[s].Weight, probability, counts);
            }

            chain.Update();
            Normalise(counts, row, rows, targets, probability);
        }

        return [.. pairs.Select((p, s) => chain.Expect(places[s], from(p).Length, to(p).Length, p.Weight, probability, null))];
    }

    private static void Expect(int[] place, int fromLength, int toLength, float weight, float[] probability, float[] counts, bool diagonal)
    {
        Span<double> share = stackalloc double[fromLength + 1];
        Span<double> near = stackalloc double[fromLength + 1];
        near.Fill((1 - NullProbability) / fromLength);
        near[0] = NullProbability;
        for (var j = 0; j < toLength; j++)
        {
            var total = 0d;
            if (diagonal)
            {
                Prior(near, j, fromLength, toLength);
            }

            for (var i = 0; i <= fromLength; i++)
            {
                var at = near[i];
                total += share[i] = probability[place[(j * (fromLength + 1)) + i]] * at;
            }

            for (var i = 0; i <= fromLength; i++)
            {
                counts[place[(j * (fromLength + 1)) + i]] += (float)(share[i] / total * weight);
            }
        }
    }

    private static int[] Best(int[] place, int fromLength, int toLength, float[] probability)
    {
        var best = new int[toLength];
        Span<double> near = stackalloc double[fromLength + 1];
        for (var j = 0; j < toLength; j++)
        {
            Prior(near, j, fromLength, toLength);
            var top = 0d;
            for (var i = 0; i <= fromLength; i++)
            {
                var value = probability[place[(j * (fromLength + 1)) + i]] * near[i];
                if (value > top)
                {
                    (top, best[j]) = (value, i - 1);
                }
            }
        }

        return best;
    }

    /// <summary>How likely each place is for the partner of word <paramref name="j"/>; place 0 is the empty word.</summary>
    private static void Prior(Span<double> near, int j, int fromLength, int toLength)
    {
        var sum = 0d;
        for (var i = 1; i <= fromLength; i++)
        {
            sum += near[i] = Math.Exp(-Tension * Math.Abs(((double)i / fromLength) - ((j + 1d) / toLength)));
        }

        for (var i = 1; i <= fromLength; i++)
        {
            near[i] *= (1 - NullProbability) / sum;
        }

        near[0] = NullProbability;
    }

    private static void Normalise(float[] counts, int[] row, int rows, int targets, float[] probability)
    {
        var totals = new double[rows];
        for (var cell = 0; cell < counts.Length; cell++)
        {
            totals[row[cell]] += counts[cell];
        }

        for (var cell = 0; cell < counts.Length; cell++)
        {
            probability[cell] = (float)Math.Max(1e-12, Math.Exp(Digamma(counts[cell] + Sparseness) - Digamma(totals[row[cell]] + (Sparseness * targets))));
        }
    }

    private static double Digamma(double x)
    {
        var result = 0d;
        for (; x < 7; x++)
        {
            result -= 1 / x;
        }

        x -= 0.5;
        var (square, power) = (1 / (x * x), 1 / (x * x));
        result += Math.Log(x) + (power / 24);
        power *= square;
        result -= power * 7 / 960;
        power *= square;
        return result + (power * 31 / 8064);
    }
}
