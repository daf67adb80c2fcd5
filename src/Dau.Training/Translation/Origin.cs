namespace Dau.Training.Translation;

/// <summary>What kind of text a pair is from.</summary>
internal enum Origin
{
    /// <summary>Official text and terms.</summary>
    Official,

    /// <summary>News and what people say.</summary>
    General,

    /// <summary>The dictionary and its examples.</summary>
    Dictionary,
}
