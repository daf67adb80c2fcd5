using System.Text.RegularExpressions;

namespace Dau.Segmentation;

/// <summary>What stands before a heading or list item.</summary>
internal enum MarkerKind
{
    /// <summary>Phần.</summary>
    Part,

    /// <summary>Chương.</summary>
    Chapter,

    /// <summary>Mục, of a chapter.</summary>
    Division,

    /// <summary>Điều 1.</summary>
    Article,

    /// <summary>I.</summary>
    Roman,

    /// <summary>A.</summary>
    Capital,

    /// <summary>1.</summary>
    Number,

    /// <summary>1.1.</summary>
    Decimal,

    /// <summary>1.1.1.</summary>
    SubDecimal,

    /// <summary>a)</summary>
    Letter,

    /// <summary>A dash.</summary>
    Dash,

    /// <summary>A plus sign or a dot.</summary>
    Plus,
}

/// <summary>Knows the markers of lists and of the articles of a decree.</summary>
internal static partial class ListMarkers
{
    /// <summary>The marker a line starts with; null for none.</summary>
    internal static MarkerKind? Of(TextLine line)
    {
        string text = line.Text.TrimStart('.', ',', '_', '~', '°', '\'', '"', '“', '`', '|', '‘', '’', ' ', '„');
        string plain = LetterForms.Plain(text);
        return ChapterPattern().IsMatch(plain) && line.Tokens.Count <= 14 ? plain[0] == 'p' ? MarkerKind.Part : plain[0] == 'c' ? MarkerKind.Chapter : MarkerKind.Division
            : ArticlePattern().IsMatch(plain) && char.IsUpper(text[0]) ? MarkerKind.Article
            : RomanPattern().IsMatch(text) || (line.IsCapitals && BentRomanPattern().IsMatch(text)) ? MarkerKind.Roman
            : SubDecimalPattern().IsMatch(text) ? MarkerKind.SubDecimal
            : DecimalPattern().IsMatch(text) ? MarkerKind.Decimal
            : NumberPattern().IsMatch(text) ? MarkerKind.Number
            : CapitalPattern().IsMatch(text) ? MarkerKind.Capital
            : LetterPattern().IsMatch(text) ? MarkerKind.Letter
            : DashPattern().IsMatch(text) ? MarkerKind.Dash
            : PlusPattern().IsMatch(text) ? MarkerKind.Plus
            : null;
    }

    /// <summary>The number a line starts with; null for none.</summary>
    internal static int? NumberOf(TextLine line)
    {
        Match match = LeadingPattern().Match(line.Text);
        return match.Success ? int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"^\D{0,2}(\d{1,3})")]
    private static partial Regex LeadingPattern();

    [GeneratedRegex(@"^(phan (thu|[ivx]+)\b|chuong ([ivxl]+|\d+)\b|muc ([ivxl]+|\d+)[.:]?(\s|$))")]
    private static partial Regex ChapterPattern();

    [GeneratedRegex(@"^di[eèé]u \d+[a-z]?\s*[.:]")]
    private static partial Regex ArticlePattern();

    [GeneratedRegex(@"^[IVXl]{1,5}[.)/]\s?[\p{Lu}\d]|^(II|III|IV|VI|VII|VIII|IX|XI|XII)[-–—]\s")]
    private static partial Regex RomanPattern();

    // "I- ", and II, III read as IH, HI, 1I, before a heading in capitals.
    [GeneratedRegex(@"^(I[-–—]|[IVXHl1]*[IHl1]{2,4}[-–—.])\s+\p{Lu}{2}")]
    private static partial Regex BentRomanPattern();

    [GeneratedRegex(@"^\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s")]
    private static partial Regex SubDecimalPattern();

    [GeneratedRegex(@"^\d{1,2}\.\d{1,2}\.?\s+\p{L}|^[a-z]\.\d{1,2}[.)]\s")]
    private static partial Regex DecimalPattern();

    [GeneratedRegex(@"^([\dl]\d?|\d{1,3})(\s?[.)\]]|\s?[-–—/,](?=\s))\s*(?=[\p{L}“""(\[]|$)")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[A-H]\s?[.)]\s+\p{Lu}")]
    private static partial Regex CapitalPattern();

    [GeneratedRegex(@"^(\p{Ll}|đ)\s?[.)]\s*(?=[\p{L}“""(])|^\(?(\p{Ll}|[ivx]{1,4}|\d{1,2})\)\s")]
    private static partial Regex LetterPattern();

    [GeneratedRegex(@"^[-–—=]\s*(?=[\p{L}\d“""(*])")]
    private static partial Regex DashPattern();

    [GeneratedRegex(@"^[+•*●▪○◦·⁃]\s*(?=[\p{L}\d“""(])")]
    private static partial Regex PlusPattern();
}
