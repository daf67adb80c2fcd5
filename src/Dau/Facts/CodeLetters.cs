using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>The letters in a number that stand for the issuing body (Decree 30/2020, Appendix I, II.3): made of the initials of its name.</summary>
internal static class CodeLetters
{
    /// <summary>The number with a digit out of its code that is there by a misreading: "126/S8KHĐT-TH" of SỞ KẾ HOẠCH VÀ ĐẦU TƯ; null where nothing is to mend.</summary>
    internal static string? Fit(string number, string issuer)
    {
        string initials = Initials(issuer);
        string? misread = number.Split('/', '-').Skip(1)
            .FirstOrDefault(p => p.Any(char.IsDigit) && p.Any(char.IsLetter) && LetterForms.Distance(p, initials) == 1);
        return misread is null || initials.Length < 3 ? null : number.Replace(misread, initials, StringComparison.Ordinal);
    }

    /// <summary>The number with the code of its type as it is written ("1198/BTNMT-TTtr", "4407/QĐĐ-UBND"), and whether that changed it.</summary>
    internal static (string Number, bool Changed) TypeMended(string number)
    {
        string[] parts = [.. number.Split('/', '-').Skip(1).Where(static p => !p.All(char.IsDigit))];
        foreach (string part in parts)
        {
            bool first = part == parts[0];
            string? code = part.Any(char.IsDigit) || DocumentTypes.All.Any(t => t.Code == part) ? null : DocumentTypes.All.Select(static t => t.Code)
                .FirstOrDefault(c => c is { Length: > 1 } && ((first && parts.Length > 1 && part == c + c[^1])
                    || (c.Length > 3 && part.Length == c.Length && IsOneLetterOff(part, c))
                    || (c.Any(char.IsLower) && part.Any(char.IsLower) && part.Length == c.Length + 1 && LetterForms.Distance(part.ToLowerInvariant(), c.ToLowerInvariant()) == 1)));
            if (code is not null)
            {
                return (number.Replace(part, code, StringComparison.Ordinal), true);
            }
        }

        return (number, false);
    }

    /// <summary>The number with the code of the type that is printed above, where the first part of the code is a letter off it and no type's ("57/TTI-CCBVMT" of a tờ trình); null where nothing is to mend.</summary>
    internal static string? OfType(string number, string type)
    {
        string[] parts = [.. number.Split('/', '-').Skip(1).Where(static p => !p.All(char.IsDigit))];
        string? code = DocumentTypes.All.FirstOrDefault(t => t.Name == type)?.Code;
        return code is { Length: > 1 } && parts.Length > 1 && parts[0].Length == code.Length && !DocumentTypes.All.Any(t => t.Code == parts[0])
            && Enumerable.Range(0, code.Length).Count(i => parts[0][i] != code[i]) == 1
            ? number.Replace(parts[0], code, StringComparison.Ordinal) : null;
    }

    /// <summary>A cited number with one letter of its last part read for another that looks like it ("11/2016/TT-BVT" of Bộ Y tế); null where nothing is to mend.</summary>
    internal static string? FitCited(string number, string issuer)
    {
        string initials = Initials(issuer.StartsWith("Bộ trưởng ", StringComparison.Ordinal) ? issuer["Bộ trưởng ".Length..] : issuer);
        string last = number[(number.LastIndexOfAny(['/', '-']) + 1)..];
        if (initials.Length < 3 || last.Length != initials.Length)
        {
            return null;
        }

        return IsOneLetterOff(last, initials) ? number[..^last.Length] + initials : null;
    }

    // Of one length, and but for one letter that looks like the other's the same.
    private static bool IsOneLetterOff(string read, string meant)
    {
        int[] other = [.. Enumerable.Range(0, read.Length).Where(i => read[i] != meant[i])];
        return other.Length == 1 && Array.Exists(Alike, a => a.Contains(read[other[0]], StringComparison.Ordinal) && a.Contains(meant[other[0]], StringComparison.Ordinal));
    }

    private static readonly string[] Alike = ["VY", "DĐ", "OQ", "CG", "BR", "IT", "IL", "NM", "EF", "KX", "PF", "UV"];

    /// <summary>The initials of a name, small words left out: SỞ KẾ HOẠCH VÀ ĐẦU TƯ is SKHĐT.</summary>
    internal static string Initials(string name) => string.Concat(name.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(static w => char.IsLetter(w[0]) && w is not ("VÀ" or "CỦA")).Select(static w => w[0] == 'Đ' ? 'Đ' : VietnameseLetters.Bare(w[0])));
}
