using Dau.Correction;

namespace Dau.Training.SyllableModel;

/// <summary>
/// Makes a model smaller by leaving out what tells it least: entropy pruning (Stolcke 1998), by the main term of the difference that an n-gram makes,
/// how often it occurs times how much likelier it is than its back-off says. The back-off weights are recomputed over what is left.
/// </summary>
internal static class Pruner
{
    /// <summary>Keeps about so many trigrams, and the pairs that they need or that tell as much themselves.</summary>
    public static LanguageModelData Prune(LanguageModelData model, int trigrams)
    {
        int words = model.Words.Length;
        var scorer = new Dau.Correction.LanguageModel(model);
        double[] unigram = [.. model.UnigramProbability.Select(Probability)];
        double[] pairWorth = new double[model.BigramWord.Length];
        double[] tripleWorth = new double[model.TrigramWord.Length];
        double[] lower = new double[model.TrigramWord.Length];
        for (int first = 0; first < words; first++)
        {
            for (int pair = model.BigramStart[first]; pair < model.BigramStart[first + 1]; pair++)
            {
                int second = model.BigramWord[pair];
                double often = unigram[first] * Probability(model.BigramProbability[pair]);
                pairWorth[pair] = often * (Logarithm(model.BigramProbability[pair]) - Backoff(model.UnigramBackoff[first]) - Logarithm(model.UnigramProbability[second]));
                for (int i = model.TrigramStart[pair]; i < model.TrigramStart[pair + 1]; i++)
                {
                    lower[i] = scorer.Score(-1, second, model.TrigramWord[i]);
                    tripleWorth[i] = often * Probability(model.TrigramProbability[i]) * (Logarithm(model.TrigramProbability[i]) - Backoff(model.BigramBackoff[pair]) - lower[i]);
                }
            }
        }

        double least = model.TrigramWord.Length <= trigrams ? double.NegativeInfinity : tripleWorth.Order().ElementAt(model.TrigramWord.Length - trigrams);
        return Keep(model, unigram, lower, pairWorth, tripleWorth, least);
    }

    private static LanguageModelData Keep(LanguageModelData model, double[] unigram, double[] lower, double[] pairWorth, double[] tripleWorth, double least)
    {
        int words = model.Words.Length;
        int[] bigramStart = new int[words + 1];
        var bigramWord = new List<ushort>();
        var bigramProbability = new List<byte>();
        var bigramBackoff = new List<byte>();
        byte[] unigramBackoff = new byte[words];
        var trigramStart = new List<int> { 0 };
        var trigramWord = new List<ushort>();
        var trigramProbability = new List<byte>();
        for (int first = 0; first < words; first++)
        {
            double left = 1;
            double lowerLeft = 1;
            for (int pair = model.BigramStart[first]; pair < model.BigramStart[first + 1]; pair++)
            {
                double tripleLeft = 1;
                double tripleLowerLeft = 1;
                int before = trigramWord.Count;
                for (int i = model.TrigramStart[pair]; i < model.TrigramStart[pair + 1]; i++)
                {
                    if (tripleWorth[i] >= least)
                    {
                        trigramWord.Add(model.TrigramWord[i]);
                        trigramProbability.Add(model.TrigramProbability[i]);
                        tripleLeft -= Probability(model.TrigramProbability[i]);
                        tripleLowerLeft -= Math.Exp(lower[i]);
                    }
                }

                if (trigramWord.Count == before && pairWorth[pair] < least)
                {
                    continue;
                }

                bigramWord.Add(model.BigramWord[pair]);
                bigramProbability.Add(model.BigramProbability[pair]);
                bigramBackoff.Add(LanguageModelData.QuantiseBackoff(trigramWord.Count == before ? 0 : Weight(tripleLeft, tripleLowerLeft)));
                trigramStart.Add(trigramWord.Count);
                left -= Probability(model.BigramProbability[pair]);
                lowerLeft -= unigram[model.BigramWord[pair]];
            }

            bigramStart[first + 1] = bigramWord.Count;
            unigramBackoff[first] = LanguageModelData.QuantiseBackoff(Weight(left, lowerLeft));
        }

        return new LanguageModelData
        {
            Words = model.Words,
            UnigramProbability = model.UnigramProbability,
            UnigramBackoff = unigramBackoff,
            BigramStart = bigramStart,
            BigramWord = [.. bigramWord],
            BigramProbability = [.. bigramProbability],
            BigramBackoff = [.. bigramBackoff],
            TrigramStart = [.. trigramStart],
            TrigramWord = [.. trigramWord],
            TrigramProbability = [.. trigramProbability],
        };
    }

    private static double Weight(double left, double lowerLeft) => Math.Log(Math.Max(left, 1e-3) / Math.Max(lowerLeft, 1e-3));

    private static double Logarithm(byte value) => -value * (double)LanguageModelData.ProbabilityStep;

    private static double Probability(byte value) => Math.Exp(Logarithm(value));

    private static double Backoff(byte value) => LanguageModelData.BackoffTop - (value * (double)LanguageModelData.BackoffStep);
}
