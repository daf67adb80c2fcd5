namespace Dau.Training.Translation;

/// <summary>How much more often words stand in official text than elsewhere, as natural logarithms.</summary>
internal static class WordRatios
{
    /// <summary>A logarithm for each word of the Vietnamese side.</summary>
    public static double[] Of(IReadOnlyList<SentencePair> pairs, int words)
    {
        var (official, general) = (new double[words], new double[words]);
        foreach (var pair in pairs.Where(static p => p.Origin != Origin.Dictionary))
        {
            foreach (var word in pair.Source)
            {
                (pair.Origin == Origin.Official ? official : general)[word]++;
            }
        }

        double all = official.Sum(), others = general.Sum();
        return [.. official.Zip(general, (o, g) => Math.Log((o + 1) / (all + words)) - Math.Log((g + 1) / (others + words)))];
    }
}
