using System.Text.RegularExpressions;

namespace Dau.Correction;

/// <summary>
/// Puts Roman numerals right that were read as letters of the same strokes (Chương HI, "IL. NỘI DUNG"). Only where nothing but a numeral stands: after the
/// word for a part of a text, and before a heading in capitals; and only what is no numeral as it was read.
/// </summary>
internal static partial class RomanNumerals
{
    private const string Reason = "romanNumeral";
    private const double Sure = 0.9;

    private static readonly HashSet<string> s_before = new(StringComparer.Ordinal) { "chương", "phần", "mục", "lục", "quý", "khóa", "khoá" };

    /// <summary>Puts those of a page right.</summary>
    /// <param name="words">The words of a page in reading order.</param>
    /// <param name="corrections">Told of each change.</param>
    public static void Repair(Word[] words, List<Model.Correction> corrections)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (Glued().Match(words[i].Source) is { Success: true } glued && Numeral(glued.Groups["n"].Value) is { } part)
            {
                words[i] = Change.Of(words[i], $"{glued.Groups["word"].Value} {part}{glued.Groups["end"].Value}", Reason, Sure, corrections);
            }
            else if (Alone().Match(words[i].Source) is { Success: true } alone && Numeral(alone.Groups["n"].Value) is { } numeral
                && ((FollowsPart(words, i) && !BeginsName(words, i)) || (alone.Groups["end"].Length > 0 && BeginsHeading(words, i))))
            {
                words[i] = Change.Of(words[i], numeral + alone.Groups["end"].Value, Reason, Sure, corrections);
            }
        }
    }

    /// <summary>The numeral that letters of its strokes stand for; null where they are one already, or none.</summary>
    private static string? Numeral(string read)
    {
        string numeral = string.Concat(read.Select(static letter => letter switch
        {
            'H' => "II",
            'I' or 'V' or 'X' => letter.ToString(),
            'Y' => "V",
            _ => "I",
        }));
        return numeral != read && UpToThirtyNine().IsMatch(numeral) ? numeral : null;
    }

    private static bool FollowsPart(Word[] words, int i) => i > 0 && s_before.Contains(words[i - 1].Source.ToLowerInvariant());

    /// <summary>Whether it is a syllable that the next word goes on with: "cổ phần Xi măng", "mục Vi phạm".</summary>
    private static bool BeginsName(Word[] words, int i) =>
        words[i].Source.Length == 2 && char.IsLower(words[i].Source[1]) && VietnameseSyllable.IsLawful(words[i].Source) && i + 1 < words.Length && char.IsLower(words[i + 1].Source.FirstOrDefault());

    /// <summary>Whether a line begins here whose next two words are in capitals.</summary>
    private static bool BeginsHeading(Word[] words, int i) =>
        (i == 0 || words[i - 1].Line != words[i].Line) && i + 2 < words.Length && IsCapital(words[i + 1]) && IsCapital(words[i + 2]) && !SignsByOrder(words, i);

    // "TL. CHỦ TỊCH", its T perhaps read as an I: by order of one who holds a post.
    private static bool SignsByOrder(Word[] words, int i) =>
        ByOrder().IsMatch(words[i].Source) && (words[i].Source[0] == 'T' || words[i + 1].Source is "TRƯỞNG" or "CHÁNH" || words[i + 2].Source is "TRƯỞNG" or "ĐỐC" or "TỊCH" or "TƯỚNG");

    private static bool IsCapital(Word word) => word.Source.Count(char.IsUpper) > 1 && !word.Source.Any(char.IsLower) && !word.Source.Any(char.IsDigit);

    [GeneratedRegex(@"^(?!1+\P{L}*$)(?<n>[IVXHYLlJji|!1T\]]{1,6})(?<end>[.,:;)]*)$")]
    private static partial Regex Alone();

    [GeneratedRegex(@"^[TIl1|!][LIl]\P{L}*$")]
    private static partial Regex ByOrder();

    [GeneratedRegex(@"^(?<word>Chương|Phần|Mục|CHƯƠNG|PHẦN|MỤC)(?!1)(?<n>[IVXHYLlJ|!1]{1,6})(?<end>[.,:;)]*)$")]
    private static partial Regex Glued();

    [GeneratedRegex("^(?=[IVX])X{0,3}(IX|IV|V?I{0,3})$")]
    private static partial Regex UpToThirtyNine();
}
