namespace Dau.Translation.Text;

/// <summary>Small facts about written Vietnamese that several parts of translation need.</summary>
internal static class Vietnamese
{

    /// <summary>Lower case without any marks: <c>Khánh Hòa</c> → <c>khanh hoa</c>, <c>Đ</c> → <c>d</c>. One code unit for each of an NFC text.</summary>
    public static string Fold(string text) => VietnameseLetters.Bare(text).ToLowerInvariant();

    /// <summary>Whether all letters are capitals and there are at least two of them.</summary>
    public static bool IsAllCaps(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters >= 2;
    }

    /// <summary>Whether the word starts with a capital and goes on in small letters, or is one capital.</summary>
    public static bool IsCapitalised(string word) =>
        word.Length > 0 && char.IsUpper(word[0]) && !word.AsSpan(1).ContainsAnyInRange('A', 'Z') && word.AsSpan(1).IndexOf('Đ') < 0;

    /// <summary>Lower case by the rules of no country.</summary>
    public static string Lower(string text) => text.ToLowerInvariant();

    /// <summary>The text with its first letter as a capital.</summary>
    public static string Capitalise(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetter(text[i]))
            {
                return char.IsLower(text[i]) ? string.Concat(text.AsSpan(0, i), char.ToUpperInvariant(text[i]).ToString(), text.AsSpan(i + 1)) : text;
            }

            if (char.IsDigit(text[i]))
            {
                return text;
            }
        }

        return text;
    }
}
