namespace Dau.Training.Translation;

/// <summary>A phrase, its English, and their scores in the order of the file, as natural logarithms.</summary>
/// <param name="Source">Vietnamese.</param>
/// <param name="Target">English.</param>
/// <param name="Scores">Scores and orders.</param>
/// <param name="Seen">Where and how often it was seen, in the signs of the phrase table.</param>
internal sealed record PhrasePair(int[] Source, int[] Target, double[] Scores, byte Seen);
