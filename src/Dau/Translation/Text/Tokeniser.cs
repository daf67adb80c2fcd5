using System.Globalization;

namespace Dau.Translation.Text;

/// <summary>Cuts text into words, numbers and marks of punctuation; the closing mark of official letters, <c>./.</c>, is one mark.</summary>
internal static class Tokeniser
{
    /// <summary>Tokens of a stretch of text, with places counted in the whole text.</summary>
    public static List<Token> Tokenise(string text, int start, int end)
    {
        var tokens = new List<Token>();
        var at = start;
        while (at < end)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var from = at;
            if (IsWordPart(text[at]))
            {
                var digits = false;
                while (at < end && (IsWordPart(text[at]) || IsInner(text, at, end)))
                {
                    digits |= char.IsDigit(text[at]);
                    at++;
                }

                tokens.Add(new Token(text[from..at], from, digits ? TokenKind.Number : TokenKind.Word));
            }
            else
            {
                at += text.AsSpan(at, Math.Min(3, end - at)).SequenceEqual("./.") ? 3 : char.IsHighSurrogate(text[at]) && at + 1 < end ? 2 : 1;
                tokens.Add(new Token(text[from..at], from, TokenKind.Punctuation));
            }
        }

        return tokens;
    }

    /// <summary>Tokens of the whole text.</summary>
    public static List<Token> Tokenise(string text) => Tokenise(text, 0, text.Length);

    /// <summary>Whether the character belongs to a word: a letter, a mark on one, or a digit.</summary>
    public static bool IsWordPart(char c) =>
        char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    /// <summary>A full stop or comma inside a number, an apostrophe inside an English word.</summary>
    private static bool IsInner(string text, int at, int end)
    {
        if (at + 1 >= end)
        {
            return false;
        }

        return text[at] switch
        {
            '.' or ',' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            '\'' or '’' => char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]),
            _ => false,
        };
    }
}
