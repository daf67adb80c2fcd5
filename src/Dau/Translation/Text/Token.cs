namespace Dau.Translation.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    /// <summary>Letters: a Vietnamese syllable, an English word.</summary>
    Word,

    /// <summary>Digits, or letters and digits mixed.</summary>
    Number,

    /// <summary>One mark of punctuation.</summary>
    Punctuation,
}

/// <summary>A stretch of text without white space.</summary>
/// <param name="Text">As it stands in the text.</param>
/// <param name="Start">First code unit in the text.</param>
/// <param name="Kind">What it is made of.</param>
internal readonly record struct Token(string Text, int Start, TokenKind Kind)
{
    /// <summary>One past the last code unit in the text.</summary>
    public int End => Start + Text.Length;
}
