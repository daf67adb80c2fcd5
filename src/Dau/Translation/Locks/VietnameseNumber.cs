using System.Text.RegularExpressions;

namespace Dau.Translation.Locks;

/// <summary>Puts numbers as Vietnamese writes them (1.284 and 83,9) into English (1,284 and 83.9).</summary>
internal static partial class VietnameseNumber
{
    /// <summary>The number in English; one that is neither grouped nor decimal (a section, a telephone number) is left as it is.</summary>
    public static string Render(string number)
    {
        if (number.Contains('/', StringComparison.Ordinal))
        {
            return string.Join('/', number.Split('/').Select(Render));
        }

        if (Grouped().IsMatch(number))
        {
            return number.Replace(',', '\u0001').Replace('.', ',').Replace('\u0001', '.');
        }

        return Decimal().IsMatch(number) ? number.Replace(',', '.') : number;
    }

    /// <summary>A Roman number up to 39 as an English ordinal: XV, 15th.</summary>
    public static string Ordinal(string roman)
    {
        var value = 0;
        for (var i = 0; i < roman.Length; i++)
        {
            var digit = Digit(roman[i]);
            value += i + 1 < roman.Length && digit < Digit(roman[i + 1]) ? -digit : digit;
        }

        return value + ((value % 10, value / 10) switch { (1, not 1) => "st", (2, not 1) => "nd", (3, not 1) => "rd", _ => "th" });

        static int Digit(char c) => c switch { 'I' => 1, 'V' => 5, _ => 10 };
    }

    /// <summary>Whether it can be read both as thousands and as a decimal fraction: <c>1,284</c>.</summary>
    public static bool IsAmbiguous(string number) => Ambiguous().IsMatch(number);

    [GeneratedRegex(@"^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$")]
    private static partial Regex Grouped();

    // Three digits after one comma may be thousands in the English manner: left alone and flagged.
    [GeneratedRegex(@"^(\d+,(\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+)$")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[1-9]\d{0,2},\d{3}$")]
    private static partial Regex Ambiguous();
}
