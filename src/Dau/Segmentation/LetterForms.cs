using System.Collections.Frozen;
using System.Text;

namespace Dau.Segmentation;

/// <summary>Forms of a text in which recognition errors matter less: without marks, letters only, and how far two of them are apart.</summary>
internal static class LetterForms
{
    private static readonly FrozenDictionary<char, char> Bare = BareLetters();

    /// <summary>Small letters without any mark; <c>đ</c> becomes <c>d</c>. Other characters stay.</summary>
    internal static string Plain(string text) =>
        string.Create(text.Length, text, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                char c = char.ToLowerInvariant(source[i]);
                span[i] = Bare.GetValueOrDefault(c, c);
            }
        });

    /// <summary>The small unmarked letters and digits of a text, with nothing between them.</summary>
    internal static string Letters(string text)
    {
        StringBuilder letters = new(text.Length);
        foreach (char c in Plain(text))
        {
            if (IsLetterOrDigit(c))
            {
                letters.Append(c);
            }
        }

        return letters.ToString();
    }

    /// <summary>Whether a character is a letter or a digit of a text; the raised signs that Unicode counts among letters (ˆ, ˇ, ʼ) are specks.</summary>
    internal static bool IsLetterOrDigit(char c) => char.IsLetterOrDigit(c) && c is not (>= '\u02B0' and <= '\u02FF');

    /// <summary>Whether nearly all letters are capitals; a text without two letters is not.</summary>
    internal static bool IsCapitals(string text)
    {
        int letters = 0, capitals = 0;
        foreach (char c in text)
        {
            if (char.IsLetter(c))
            {
                letters++;
                capitals += char.IsUpper(c) ? 1 : 0;
            }
        }

        return letters >= 2 && capitals >= 0.8 * letters;
    }

    /// <summary>How many letters must be changed, added or dropped to turn one text into the other.</summary>
    internal static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> row = b.Length < 256 ? stackalloc int[b.Length + 1] : new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }

    /// <summary>Whether <paramref name="letters"/> is <paramref name="anchor"/> but for a share of its letters.</summary>
    internal static bool IsNear(string letters, string anchor, double share = 0.25)
    {
        int allowed = (int)(anchor.Length * share);
        return Math.Abs(letters.Length - anchor.Length) <= allowed && Distance(letters, anchor) <= allowed;
    }

    /// <summary>Whether a token can be a Vietnamese syllable, going by its letters alone.</summary>
    internal static bool LooksLikeSyllable(string token)
    {
        ReadOnlySpan<char> letters = Letters(token);
        if (letters.Length is 0 or > 7)
        {
            return false;
        }

        int vowel = letters.IndexOfAny("aeiouy");
        if (vowel is < 0 or > 3)
        {
            return false;
        }

        int end = vowel;
        while (end < letters.Length && "aeiouy".Contains(letters[end]))
        {
            end++;
        }

        return end - vowel <= 3
            && (vowel == 0 || Onsets.Contains(letters[..vowel].ToString()))
            && (end == letters.Length || Codas.Contains(letters[end..].ToString()));
    }

    private static readonly FrozenSet<string> Onsets = new[]
    {
        "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "q", "r", "s", "t", "v", "x", "ch", "gh", "kh", "ng", "ngh", "nh", "ph", "th", "tr",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Codas = new[] { "c", "ch", "m", "n", "ng", "nh", "p", "t" }.ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<char, char> BareLetters()
    {
        (char Bare, string Marked)[] groups =
        [
            ('a', "àáảãạăằắẳẵặâầấẩẫậäåā"), ('e', "èéẻẽẹêềếểễệëē"), ('i', "ìíỉĩịîï"), ('o', "òóỏõọôồốổỗộơờớởỡợöø"),
            ('u', "ùúủũụưừứửữựüū"), ('y', "ỳýỷỹỵÿ"), ('d', "đð"), ('c', "ç"), ('n', "ñ"),
        ];
        return groups.SelectMany(static g => g.Marked.Select(m => KeyValuePair.Create(m, g.Bare))).ToFrozenDictionary();
    }
}
