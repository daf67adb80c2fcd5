namespace Dau.Training.Translation;

/// <summary>A pair of sentences as numbers of words.</summary>
/// <param name="Source">Vietnamese.</param>
/// <param name="Target">English.</param>
/// <param name="Fixed">For each source word, the target word that is the same lock; -1 for none.</param>
/// <param name="Weight">How often the pair counts.</param>
/// <param name="Origin">What kind of text it is from.</param>
internal sealed record SentencePair(int[] Source, int[] Target, int[] Fixed, float Weight, Origin Origin);
