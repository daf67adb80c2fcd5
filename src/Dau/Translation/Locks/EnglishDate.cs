using System.Globalization;

namespace Dau.Translation.Locks;

/// <summary>Writes dates as the project does in English: 16 June 2023.</summary>
internal static class EnglishDate
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Names of the months, January first.</summary>
    public static IReadOnlyList<string> MonthNames => Months;

    /// <summary>The month's name; null for a number that is no month.</summary>
    public static string? Month(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? Months[month - 1] : null;

    /// <summary>A day with or without its year; null for one that is not in the calendar.</summary>
    public static string? Day(string day, string month, string? year)
    {
        if (Month(month) is not { } name || !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        // 2024 is a leap year: a day without its year may be the 29th of February.
        var inYear = year is null ? 2024 : int.Parse(year, CultureInfo.InvariantCulture);
        if (inYear is < 1 or > 9999 || number < 1 || number > DateTime.DaysInMonth(inYear, Array.IndexOf(Months, name) + 1))
        {
            return null;
        }

        return year is null ? $"{number} {name}" : $"{number} {name} {year}";
    }
}
