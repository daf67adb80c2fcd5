namespace Dau.Correction;

/// <summary>What kind of name a word is likely to be part of.</summary>
internal enum NameKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>A place's name, or what may be a name and may be a title: changed where the engine was in doubt.</summary>
    Other,

    /// <summary>A person's name: changed only to what the engine itself thought of, where that is a syllable that people are called by.</summary>
    Person,
}
