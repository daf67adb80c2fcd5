using System.Text.RegularExpressions;

namespace Dau.Correction;

/// <summary>Letters of other alphabets that look like Vietnamese ones (Ð for Đ), other forms of the stroke (⁄ for /), ends of ruled lines that stuck to a word (_Chương), and the c of "(b/c)", "for report", which stands behind no other letter.</summary>
internal static partial class Strays
{
    private const double Sure = 0.99;

    /// <summary>The word without them; any other word comes back as it is.</summary>
    public static Word Clear(Word word, List<Model.Correction> corrections)
    {
        string after = Line().Replace(word.Source.Replace('Ð', 'Đ').Replace('ð', 'đ').Replace('⁄', '/').Replace('∕', '/'), "");
        after = Report().Replace(after, "(b/c)");
        if (after == word.Source)
        {
            return word;
        }

        Change.Log(word, after, "stray", Sure, corrections);
        return word with { Source = after, Symbols = after.Length == word.Source.Length ? word.Symbols : [] };
    }

    [GeneratedRegex(@"^_+(?=[\p{L}""“(])|(?<=\p{L})_+$")]
    private static partial Regex Line();

    [GeneratedRegex(@"\(b/[oe©€ç]\)")]
    private static partial Regex Report();
}
