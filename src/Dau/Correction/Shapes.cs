namespace Dau.Correction;

/// <summary>Takes the names that fit the picture under a black seal for what the engine read there.</summary>
internal static class Shapes
{
    private const double Unsure = 0.7;

    /// <summary>Takes those of a page.</summary>
    /// <param name="words">The words of a page.</param>
    /// <param name="corrections">Told of each change; an earlier change of the same word gives way.</param>
    public static void Take(Word[] words, List<Model.Correction> corrections)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Shape is { } shape)
            {
                words[i] = Change.Of(words[i], shape, "shape", Unsure, corrections);
            }
        }
    }
}
