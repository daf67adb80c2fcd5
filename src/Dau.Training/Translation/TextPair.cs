namespace Dau.Training.Translation;

/// <summary>A pair of sentences as text.</summary>
/// <param name="Source">Vietnamese.</param>
/// <param name="Target">English.</param>
/// <param name="Weight">How often the pair counts.</param>
/// <param name="Origin">What kind of text it is from.</param>
internal sealed record TextPair(string Source, string Target, float Weight, Origin Origin);
