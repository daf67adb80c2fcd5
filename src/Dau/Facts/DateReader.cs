using System.Globalization;
using System.Text.RegularExpressions;
using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>A place and date as read.</summary>
/// <param name="Place">Place before the date; null for none.</param>
/// <param name="Date"><c>yyyy-MM-dd</c>; null where a part is missing or cannot be made out.</param>
/// <param name="Doubtful">Whether something stands where a number should be that is none, or had to be mended.</param>
internal sealed record DateRead(string? Place, string? Date, bool Doubtful);

/// <summary>Reads place and date of issue (cell 4), and dates within a text.</summary>
internal static partial class DateReader
{
    /// <summary>Reads "Khánh Hòa, ngày 16 tháng 6 năm 2023".</summary>
    internal static DateRead ReadPlaceDate(string text)
    {
        string plain = LetterForms.Plain(text);
        Match match = LongPattern().Match(plain);
        if (!match.Success)
        {
            Match start = DayPattern().Match(plain);
            return new DateRead(start.Success ? Place(text[..start.Index]) : null, null, true);
        }

        string? place = Place(text[..match.Index]);
        (string day, string month, string year) = (Number(match.Groups["d"].Value), Number(match.Groups["m"].Value), Number(match.Groups["y"].Value));
        bool empty = IsBlank(match.Groups["d"].Value) || IsBlank(match.Groups["m"].Value);
        string? date = Iso(day, month, year);
        bool mended = day != match.Groups["d"].Value.Trim() || month != match.Groups["m"].Value.Trim() || year != match.Groups["y"].Value.Trim();
        return new DateRead(place, date, date is null ? !empty : mended);
    }

    /// <summary>The ISO form of a day, month and year in digits; null where they are no date.</summary>
    internal static string? Iso(string day, string month, string year) =>
        int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out int d) && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out int m)
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int y)
            && y is >= 1930 and <= 2100 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{m:00}-{d:00}") : null;

    private static string? Place(string text)
    {
        string place = text.Trim().TrimEnd(',', '.', ';', ':', ' ', '-', '_');
        int letter = 0;
        while (letter < place.Length && !char.IsLetter(place[letter]))
        {
            letter++;
        }

        place = place[letter..];
        if (place.Length > 2 && char.IsLower(place[0]) && char.IsUpper(place[1]))
        {
            place = place[1..];
        }

        return place.Length < 2 ? null : place;
    }

    private static bool IsBlank(string text) => !text.Any(char.IsLetterOrDigit);

    private static string Number(string text) =>
        NumberReader.Mend(string.Concat(text.Where(static c => !char.IsWhiteSpace(c))).Trim('.', ',', '\'', '`', '"', '_', '~', '-', ':', ';', '‘', '’', '/'));

    [GeneratedRegex(@"\bn[gq][aâ]y(?<d>.{0,9}?)(?:(?:th|t?b|1h)[aâ]ng|\b(?:th|tb|1h|ih|lh)[a-zâ]ng\b)(?<m>.{0,7}?)\bn[aăẵã]m\s*(?<y>[\dol\]i]{4}|\d{1,3}\s?\d{1,3}|)")]
    private static partial Regex LongPattern();

    [GeneratedRegex(@"\bngay\b")]
    private static partial Regex DayPattern();
}
