namespace Dau.Translation;

/// <summary>What a segment's flags say to a reader; the names are those of the file format.</summary>
internal static class Flags
{
    /// <summary>A number is not in the English as it was, or one was added.</summary>
    public const string NumberChanged = "numberChanged";

    /// <summary>A number can be read as thousands and as a decimal fraction.</summary>
    public const string NumberAmbiguous = "numberAmbiguous";

    /// <summary>A date is not in the English.</summary>
    public const string DateChanged = "dateChanged";

    /// <summary>A document's number and code, or an address, is not in the English as it was.</summary>
    public const string CodeChanged = "codeChanged";

    /// <summary>A name is not in the English as it was.</summary>
    public const string NameChanged = "nameChanged";

    /// <summary>A term of the user's own termbase is not in the English as the termbase says.</summary>
    public const string TermChanged = "termChanged";

    /// <summary>The English is that of a similar sentence in the translation memory.</summary>
    public const string FuzzyMatch = "fuzzyMatch";

    /// <summary>The English has fewer negations than the Vietnamese.</summary>
    public const string NegationLost = "negationLost";

    /// <summary>Some words stand in Vietnamese.</summary>
    public const string Untranslated = "untranslated";

    /// <summary>Word for word: the order is the Vietnamese one.</summary>
    public const string Gloss = "gloss";

    /// <summary>A service's English was doubtful or did not come: this is the draft engine's.</summary>
    public const string DraftInstead = "draftInstead";

    /// <summary>The service did not translate this segment.</summary>
    public const string NotTranslated = "notTranslated";
}
