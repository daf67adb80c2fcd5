using System.Text;
using System.Text.RegularExpressions;

namespace Dau.Benchmarks.Measures;

/// <summary>The form in which texts are compared: NFC, one kind of quote, dash and space, the older tone placement (hòa, thủy).</summary>
internal static partial class NormalForm
{
    private const string Tones = "\u0300\u0301\u0309\u0303\u0323";

    /// <summary>The normal form of a text.</summary>
    public static string Of(string text)
    {
        StringBuilder plain = new(text.Length);
        bool space = false;
        foreach (char c in Compose(text))
        {
            char one = c switch
            {
                '“' or '”' or '„' or '«' or '»' or '″' => '"',
                '‘' or '’' or '‚' or '`' or '´' or '′' => '\'',
                '–' or '—' or '−' or '‐' or '‑' or '―' => '-',
                'Ð' => 'Đ',
                _ when char.IsWhiteSpace(c) => ' ',
                _ => c,
            };
            if (one != ' ' || !space)
            {
                plain.Append(one);
            }

            space = one == ' ';
        }

        return NewPlacementPattern().Replace(plain.ToString().Trim(), static m =>
        {
            (string bare, char tone) = TakeTone(m.Groups[2].Value[0]);
            return PutTone(m.Groups[1].Value[0], tone) + bare;
        });
    }

    /// <summary>The syllables of a text in normal form: runs of letters and digits.</summary>
    public static string[] Syllables(string text) => [.. SyllablePattern().Matches(Of(text)).Select(static m => m.Value)];

    /// <summary>A syllable's small letters without marks.</summary>
    public static string Bare(string syllable)
    {
        StringBuilder bare = new(syllable.Length);
        foreach (char c in syllable.ToLowerInvariant())
        {
            int at = Marked.IndexOf(c, StringComparison.Ordinal);
            bare.Append(at < 0 ? c : Unmarked[at]);
        }

        return bare.ToString();
    }

    private const string Marked = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
    private const string Unmarked = "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd";

    // Marks that follow their letter as signs of their own are put onto it; the runtime's own NFC does the rest.
    private static string Compose(string text) => text.IsNormalized() ? text : text.Normalize();

    private static (string Bare, char Tone) TakeTone(char vowel)
    {
        (string rows, string bases) = ("àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸỳýỷỹỵỲÝỶỸỴ", "aAeEyY");
        int at = rows.IndexOf(vowel, StringComparison.Ordinal);
        return (bases[at / 5].ToString(), Tones[at % 5]);
    }

    private static char PutTone(char vowel, char tone)
    {
        string row = vowel switch { 'o' => "òóỏõọ", 'O' => "ÒÓỎÕỌ", 'u' => "ùúủũụ", _ => "ÙÚỦŨỤ" };
        return row[Tones.IndexOf(tone, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"(?<![qQ])([oOuU])((?<=[oO])[àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ]|(?<=[uU])[ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})")]
    private static partial Regex NewPlacementPattern();

    [GeneratedRegex(@"\w+")]
    private static partial Regex SyllablePattern();
}
