namespace Dau.Training.Translation;

/// <summary>A phrase, its English, and their scores in the order of the file, as natural logarithms.</summary>
internal sealed record PhrasePair(int[] Source, int[] Target, double[] Scores);
