namespace Dau.Correction;

/// <summary>What a stretch of text between spaces is to the language model.</summary>
internal enum TokenKind
{
    /// <summary>Signs only: the model does not see it.</summary>
    Signs,

    /// <summary>Letters only.</summary>
    Letters,

    /// <summary>Something with a digit in it: a number, a date, a code.</summary>
    Number,

    /// <summary>Letters with signs among them: a code, an address.</summary>
    Code,
}

/// <summary>A stretch of text between spaces, taken apart. The same rules hold when the model is built and when it is used.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where its first letter or digit stands.</param>
/// <param name="Length">How long it is from the first to the last letter or digit.</param>
/// <param name="EndsSentence">Whether the signs after it end a sentence or a clause that stands alone.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, bool EndsSentence)
{
    /// <summary>Takes a stretch apart.</summary>
    public static Token Of(ReadOnlySpan<char> text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        bool ends = text[end..].IndexOfAny(".;:!?…") >= 0;
        TokenKind kind = start == end ? TokenKind.Signs : TokenKind.Letters;
        foreach (char letter in text[start..end])
        {
            if (char.IsAsciiDigit(letter))
            {
                kind = TokenKind.Number;
                break;
            }

            if (!char.IsLetter(letter))
            {
                kind = TokenKind.Code;
            }
        }

        return new Token(kind, start, end - start, ends);
    }
}
