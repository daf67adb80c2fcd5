using Dau.Correction;
using LM = Dau.Correction.LanguageModel;

namespace Dau.Training.SyllableModel;

/// <summary>
/// Interpolated Kneser–Ney smoothing with three discounts (Chen and Goodman 1998), pruned by weighted difference (Seymore and Rosenfeld 1996) and brought
/// into backed-off form, the weights recomputed over what is left so that each context sums to one.
/// </summary>
internal static class KneserNey
{
    /// <summary>Discounts for counts of one, two, and more. The corpora are weighted, which spoils the usual estimate from counts of counts.</summary>
    private static readonly double[] s_trigramDiscount = [0, 0.75, 1.1, 1.45];

    private static readonly double[] s_bigramDiscount = [0, 0.7, 1.05, 1.4];

    public static LanguageModelData Estimate(TrigramCounts trigrams, Vocabulary vocabulary, int cutoff, double threshold)
    {
        (ulong[] keys, int[] counts) = trigrams.Take();
        int words = vocabulary.Count;
        Bigrams bigrams = Bigrams.Of(keys, counts, words);
        double[] unigram = Unigrams(bigrams, words);
        double[] bigram = Interpolate(bigrams, unigram, words, out _);

        // Trigrams, context by context; the keys are sorted.
        var keptPair = new List<int>();
        var keptWord = new List<ushort>();
        var keptProbability = new List<double>();
        double[] pairBackoff = new double[bigrams.Word.Length];
        Array.Fill(pairBackoff, 1);
        bool[] isContext = new bool[bigrams.Word.Length];
        for (int start = 0; start < keys.Length;)
        {
            ulong context = keys[start] >> 16;
            int end = start;
            double total = 0;
            double held = 0;
            for (; end < keys.Length && keys[end] >> 16 == context; end++)
            {
                total += counts[end];
                held += Discount(s_trigramDiscount, counts[end]);
            }

            (int first, int second) = ((int)(context >> 16), (int)(context & 0xFFFF));
            int pair = bigrams.Find(first, second);
            double gamma = held / total;
            double left = 1;
            double lowerLeft = 1;
            for (int i = start; i < end && pair >= 0; i++)
            {
                int third = (int)(keys[i] & 0xFFFF);
                int lower = bigrams.Find(second, third);
                double lowerProbability = bigram[lower];
                double probability = ((counts[i] - Discount(s_trigramDiscount, counts[i])) / total) + (gamma * lowerProbability);
                double worth = counts[i] * (Math.Log(probability) - Math.Log(gamma * lowerProbability));
                if (counts[i] >= cutoff && worth > threshold)
                {
                    keptPair.Add(pair);
                    keptWord.Add((ushort)third);
                    keptProbability.Add(probability);
                    left -= probability;
                    lowerLeft -= lowerProbability;
                    isContext[pair] = true;
                }
            }

            if (pair >= 0 && isContext[pair])
            {
                pairBackoff[pair] = Math.Max(left, 1e-4) / Math.Max(lowerLeft, 1e-4);
            }

            start = end;
        }

        return Assemble(vocabulary, bigrams, unigram, bigram, pairBackoff, isContext, keptPair, keptWord, keptProbability, threshold);
    }

    private static LanguageModelData Assemble(
        Vocabulary vocabulary, Bigrams bigrams, double[] unigram, double[] bigram, double[] pairBackoff, bool[] isContext,
        List<int> keptPair, List<ushort> keptWord, List<double> keptProbability, double threshold)
    {
        int words = vocabulary.Count;
        int[] bigramStart = new int[words + 1];
        var bigramWord = new List<ushort>();
        var bigramProbability = new List<byte>();
        var bigramBackoff = new List<byte>();
        byte[] unigramBackoff = new byte[words];
        int[] newIndex = new int[bigrams.Word.Length];
        for (int first = 0; first < words; first++)
        {
            double left = 1;
            double lowerLeft = 1;
            for (int i = bigrams.Start[first]; i < bigrams.Start[first + 1]; i++)
            {
                int second = bigrams.Word[i];
                bool kept = isContext[i] || (bigrams.Raw[i] >= 2 && bigrams.Raw[i] * (Math.Log(bigram[i]) - Math.Log(unigram[second])) > threshold);
                newIndex[i] = kept ? bigramWord.Count : -1;
                if (kept)
                {
                    bigramWord.Add((ushort)second);
                    bigramProbability.Add(LanguageModelData.QuantiseProbability(Math.Log(bigram[i])));
                    bigramBackoff.Add(LanguageModelData.QuantiseBackoff(Math.Log(pairBackoff[i])));
                    left -= bigram[i];
                    lowerLeft -= unigram[second];
                }
            }

            bigramStart[first + 1] = bigramWord.Count;
            unigramBackoff[first] = LanguageModelData.QuantiseBackoff(Math.Log(Math.Max(left, 1e-4) / Math.Max(lowerLeft, 1e-4)));
        }

        int[] trigramStart = new int[bigramWord.Count + 1];
        foreach (int pair in keptPair)
        {
            trigramStart[newIndex[pair] + 1]++;
        }

        for (int i = 0; i < bigramWord.Count; i++)
        {
            trigramStart[i + 1] += trigramStart[i];
        }

        return new LanguageModelData
        {
            Words = vocabulary.Words,
            UnigramProbability = [.. unigram.Select(value => LanguageModelData.QuantiseProbability(Math.Log(value)))],
            UnigramBackoff = unigramBackoff,
            BigramStart = bigramStart,
            BigramWord = [.. bigramWord],
            BigramProbability = [.. bigramProbability],
            BigramBackoff = [.. bigramBackoff],
            TrigramStart = trigramStart,
            TrigramWord = [.. keptWord],
            TrigramProbability = [.. keptProbability.Select(value => LanguageModelData.QuantiseProbability(Math.Log(value)))],
        };
    }

    private static double[] Unigrams(Bigrams bigrams, int words)
    {
        double[] before = new double[words];
        foreach (ushort word in bigrams.Word)
        {
            before[word]++;
        }

        const double Discount = 0.75;
        double total = before.Sum();
        double held = before.Count(count => count > 0) * Discount;
        return [.. before.Select(count => (Math.Max(0, count - Discount) + (held / words)) / total)];
    }

    private static double[] Interpolate(Bigrams bigrams, double[] unigram, int words, out double[] gamma)
    {
        double[] probability = new double[bigrams.Word.Length];
        gamma = new double[words];
        for (int first = 0; first < words; first++)
        {
            double total = 0;
            double held = 0;
            for (int i = bigrams.Start[first]; i < bigrams.Start[first + 1]; i++)
            {
                total += bigrams.Continuations[i];
                held += Discount(s_bigramDiscount, bigrams.Continuations[i]);
            }

            gamma[first] = total > 0 ? held / total : 1;
            for (int i = bigrams.Start[first]; i < bigrams.Start[first + 1]; i++)
            {
                double count = bigrams.Continuations[i];
                probability[i] = ((count - Discount(s_bigramDiscount, count)) / total) + (gamma[first] * unigram[bigrams.Word[i]]);
            }
        }

        return probability;
    }

    private static double Discount(double[] discounts, double count) => Math.Min(count, discounts[(int)Math.Min(count, 3)]);

    /// <summary>Pairs, sorted, with how often they occur and after how many different words.</summary>
    private sealed record Bigrams(int[] Start, ushort[] Word, int[] Raw, int[] Continuations)
    {
        public static Bigrams Of(ulong[] trigrams, int[] counts, int words)
        {
            var raw = new CountTable();
            var continuations = new CountTable();
            for (int i = 0; i < trigrams.Length; i++)
            {
                ulong pair = trigrams[i] & 0xFFFF_FFFF;
                ulong first = trigrams[i] >> 32;
                raw.Add(pair, counts[i]);

                // Nothing stands before the first word of a sentence; there the count itself is the measure.
                continuations.Add(pair, pair >> 16 == LM.Boundary ? counts[i] : 1);
                _ = first;
            }

            (ulong[] keys, int[] rawCounts) = raw.TakeSorted();
            (_, int[] continuationCounts) = continuations.TakeSorted();
            int[] start = new int[words + 1];
            foreach (ulong key in keys)
            {
                start[(key >> 16) + 1]++;
            }

            for (int i = 0; i < words; i++)
            {
                start[i + 1] += start[i];
            }

            return new Bigrams(start, [.. keys.Select(key => (ushort)key)], rawCounts, continuationCounts);
        }

        public int Find(int first, int second)
        {
            // The context before the first word of a sentence is a pair of boundaries, which no trigram ends in.
            int found = Word.AsSpan(Start[first], Start[first + 1] - Start[first]).BinarySearch((ushort)second);
            return found >= 0 ? Start[first] + found : -1;
        }
    }
}
