using System.Text.RegularExpressions;
using Dau.Translation.Text;

namespace Dau.Translation.Locks;

/// <summary>Compares a translation with its source: each number, date, code, name and negation must survive, or the segment carries a flag.</summary>
internal static partial class FidelityCheck
{
    private static readonly string[] NumberWords =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] OrdinalWords =
        ["", "first|a|an|single|once", "second|twice|both|two", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    /// <summary>Flags for what was lost or changed; empty when all is there.</summary>
    public static IReadOnlyList<string> Compare(string source, IReadOnlyList<LockedSpan> locks, string target)
    {
        var flags = new SortedSet<string>(StringComparer.Ordinal);
        var left = target;

        // Longest first, so that 12 is not taken out of 12/UBND-NC.
        foreach (var item in locks.OrderByDescending(static l => l.Rendering.Length))
        {
            if (!Take(ref left, item) && FlagOf(item.Kind) is { } flag)
            {
                flags.Add(flag);
            }

            if (item.Kind == LockKind.Number && VietnameseNumber.IsAmbiguous(source[item.Start..item.End]))
            {
                flags.Add(Flags.NumberAmbiguous);
            }
        }

        if (Digits().IsMatch(left))
        {
            flags.Add(Flags.NumberChanged);
        }

        if (Negation.IsLost(source, target))
        {
            flags.Add(Flags.NegationLost);
        }

        return [.. flags];
    }

    private static string? FlagOf(LockKind kind) => kind switch
    {
        LockKind.Number => Flags.NumberChanged,
        LockKind.Date => Flags.DateChanged,
        LockKind.Code or LockKind.Address => Flags.CodeChanged,
        LockKind.Term => Flags.TermChanged,
        _ => Flags.NameChanged,
    };

    /// <summary>Takes the lock out of what is left of the target; false where it is not there.</summary>
    private static bool Take(ref string left, LockedSpan item) =>
        Remove(ref left, item.Rendering, item.Kind is LockKind.Name or LockKind.Place or LockKind.Date or LockKind.Term ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
        || (item.Kind == LockKind.Date && RemoveDate(ref left, item.Rendering))
        || (item.Kind == LockKind.Number && RemoveNumber(ref left, item.Rendering));

    private static bool Remove(ref string left, string what, StringComparison comparison)
    {
        for (var at = left.IndexOf(what, comparison); at >= 0; at = left.IndexOf(what, at + 1, comparison))
        {
            var end = at + what.Length;
            var joinedLeft = at > 0 && Tokeniser.IsWordPart(left[at - 1]) && Tokeniser.IsWordPart(what[0]);
            var joinedRight = end < left.Length && Tokeniser.IsWordPart(what[^1]) && (Tokeniser.IsWordPart(left[end]) || ContinuesNumber(left, end));
            if (!joinedLeft && !joinedRight && !(char.IsDigit(what[0]) && at > 1 && left[at - 1] is '.' or ',' && at > 1 && char.IsDigit(left[at - 2])))
            {
                left = string.Concat(left.AsSpan(0, at), " ", left.AsSpan(end));
                return true;
            }
        }

        return false;
    }

    private static bool ContinuesNumber(string text, int end) =>
        text[end] is '.' or ',' && end + 1 < text.Length && char.IsDigit(text[end + 1]) && char.IsDigit(text[end - 1]);

    private static bool RemoveDate(ref string left, string rendering)
    {
        var parts = rendering.Split(' ');
        var day = char.IsDigit(parts[0][0]) ? parts[0] : null;
        var month = day is null ? parts[0] : parts[1];
        var year = parts.Length > (day is null ? 1 : 2) ? parts[^1] : null;
        var number = (IndexOfMonth(month) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var shortMonth = $"({month}|{month[..3]}\\.?)";
        var dayPart = day is null ? "" : $"0?{day}(st|nd|rd|th)?";
        string[] forms = (day, year) switch
        {
            (null, null) => [shortMonth],
            (null, _) => [$@"{shortMonth},? (of )?{year}", $@"0?{number}[/.-]{year}"],
            (_, null) => [$@"{shortMonth} {dayPart}", $@"{dayPart} (of )?{shortMonth}", $@"{dayPart}[/.-]0?{number}"],
            _ => [$@"{shortMonth} {dayPart},? {year}", $@"{dayPart} (of )?{shortMonth},? {year}", $@"{dayPart}[/.-]0?{number}[/.-]{year}", $@"{year}-0?{number}-{dayPart}"],
        };
        foreach (var form in forms)
        {
            var match = Regex.Match(left, $@"(?<!\d){form}(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            if (match.Success)
            {
                left = string.Concat(left.AsSpan(0, match.Index), " ", left.AsSpan(match.Index + match.Length));
                return true;
            }
        }

        return false;
    }

    private static int IndexOfMonth(string month) => EnglishDate.MonthNames.ToList().IndexOf(month);

    /// <summary>A number in another dress: 05 as 5 or five, VND 5 billion as 5 billion VND.</summary>
    private static bool RemoveNumber(ref string left, string rendering)
    {
        foreach (var word in rendering.Split(' ', '/', ':').Where(static w => w.Length > 0 && w != "VND"))
        {
            if (!char.IsDigit(word[0]))
            {
                if (!Remove(ref left, word, StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }

                continue;
            }

            var bare = word.TrimStart('0') is { Length: > 0 } trimmed && char.IsDigit(trimmed[0]) ? trimmed : word;
            if (Remove(ref left, word, StringComparison.Ordinal) || Remove(ref left, bare, StringComparison.Ordinal)
                || Remove(ref left, word.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal) || (word == "00" && rendering.Contains(':', StringComparison.Ordinal)))
            {
                continue;
            }

            if (!int.TryParse(bare, System.Globalization.CultureInfo.InvariantCulture, out var value) || value is < 1 or > 12
                || !RemoveAny(ref left, $@"{NumberWords[value]}|{OrdinalWords[value]}|{value}(st|nd|rd|th)"))
            {
                return value > 12 && RemoveAny(ref left, $"{value}(st|nd|rd|th)");
            }
        }

        return true;
    }

    private static bool RemoveAny(ref string left, string pattern)
    {
        var match = Regex.Match(left, $@"\b({pattern})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        if (!match.Success)
        {
            return false;
        }

        left = string.Concat(left.AsSpan(0, match.Index), " ", left.AsSpan(match.Index + match.Length));
        return true;
    }

    [GeneratedRegex(@"\d")]
    private static partial Regex Digits();
}
