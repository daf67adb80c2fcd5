using System.Text.RegularExpressions;

namespace Dau.Facts;

/// <summary>A letter's number as read.</summary>
/// <param name="Number">Number and code without spaces; null where it has no digits or they cannot be made out.</param>
/// <param name="Code">The code alone, without what separates it from the digits; null for none.</param>
/// <param name="Doubtful">Whether something stands where the digits should be that is no number.</param>
internal sealed record NumberRead(string? Number, string? Code, bool Doubtful);

/// <summary>Reads number and code (cell 3).</summary>
internal static partial class NumberReader
{
    internal static NumberRead Read(string text)
    {
        Match label = LabelPattern().Match(text);
        string rest = Tidy(label.Success ? text[(label.Index + label.Length)..] : text);
        string whole = LostStrokePattern().Replace(rest, "$1/$2");
        bool lost = whole != rest;
        rest = whole;
        Match match = CodePattern().Match(rest);
        if (!match.Success)
        {
            Match bare = BarePattern().Match(rest);
            return bare.Success ? new NumberRead(bare.Value, null, false) : new NumberRead(null, null, rest.Any(char.IsLetterOrDigit));
        }

        string digits = match.Groups["digits"].Value;
        string code = match.Groups["code"].Value;
        string separator = match.Groups["separator"].Value;
        string blank = digits.Trim('.', '…', '_', '-', ',', ':', ' ');
        if (blank.Length == 0)
        {
            return new NumberRead(null, code, false);
        }

        string mended = Mend(digits.Trim('.', ',', ':', ';', '\'', '`', '"', '_', '~', '-'));
        return DigitsPattern().IsMatch(mended)
            ? new NumberRead(mended + separator + code, code, lost || mended != digits)
            : new NumberRead(null, code, true);
    }

    /// <summary>Letters that stand for digits in a number.</summary>
    internal static string Mend(string digits) =>
        digits.Length > 0 && digits.Any(char.IsDigit) ? digits.Replace('O', '0').Replace('o', '0').Replace('l', '1').Replace('I', '1').Replace(']', '1') : digits;

    /// <summary>Spaces out; one kind of dash and one letter Đ.</summary>
    internal static string Tidy(string text) =>
        StrayPattern().Replace(SpacePattern().Replace(text, ""), "-").Replace('–', '-').Replace('—', '-').Replace('−', '-').Replace("--", "-", StringComparison.Ordinal).Replace('Ð', 'Đ').Replace('⁄', '/').TrimEnd('.', ',', ';', ':', '_', '\'', '`');

    [GeneratedRegex(@"[Ss][ôốồỗộổóòõoôÔỐỒỐO0]\s*[:.;,]?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"^(?<digits>[^/]*?(?:/(?:19|20)\d\d)?)(?<separator>[/-])(?<code>\p{Lu}[\p{L}\d&]*(?:[-/.(]+[\p{L}\d.]+\)?)*)")]
    private static partial Regex CodePattern();

    // The stroke was not read, or as another sign: "4923SVHTTDL-VP", "4923,SVHTTDL-VP".
    [GeneratedRegex(@"^(\d{1,5})[,.;|'’]?(\p{Lu}{2}[^/]*-\p{Lu}[^/]*)$")]
    private static partial Regex LostStrokePattern();

    [GeneratedRegex(@"^\d{1,5}[a-z]?$")]
    private static partial Regex BarePattern();

    [GeneratedRegex(@"^\d{1,6}[a-zA-Z]?(/(19|20)\d\d)?$")]
    private static partial Regex DigitsPattern();

    // A speck that stuck to the dash between two parts of a code: "TTr:-SKHĐT".
    [GeneratedRegex(@"(?<=\p{L})[.:,'’]-(?=\p{Lu})")]
    private static partial Regex StrayPattern();

    [GeneratedRegex(@"\s+")]
    private static partial Regex SpacePattern();
}
