namespace Dau.Translation.Draft.Model;

/// <summary>Logarithms of the probability of words in English of the register and in other English.</summary>
internal readonly record struct LanguageScore(float Official, float General)
{
    public static LanguageScore operator +(LanguageScore a, LanguageScore b) => new(a.Official + b.Official, a.General + b.General);

    /// <summary>Both by their weights.</summary>
    public float Weigh(Weights weights) => (Official * weights.OfficialLanguage) + (General * weights.GeneralLanguage);
}
