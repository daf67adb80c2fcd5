using System.Globalization;
using System.Text.RegularExpressions;

namespace Dau.ScanForge.Letters;

/// <summary>Fills the slots of pool sentences. Province, district, commune and project stay the same throughout a letter; numbers, dates and people differ.</summary>
internal sealed partial class SlotFiller
{
    private readonly ForgeRandom _random;
    private readonly Dictionary<string, string> _fixed;

    public SlotFiller(ForgeRandom random, Office office, DateOnly date, bool party)
    {
        _random = random;
        Date = date;
        Party = party;
        Province = random.Pick(PoolLibrary.Names["provinces"]);
        string[] districts = [.. PoolLibrary.Names["districts"].Where(static d => d.StartsWith("huyện", StringComparison.Ordinal))];
        District = random.Pick(districts);
        IReadOnlyList<string> communes = PoolLibrary.Names["communes"];
        _fixed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["tinh"] = Province,
            ["TINH"] = Province.ToUpperInvariant(),
            ["huyen"] = District,
            ["HUYEN"] = District.ToUpperInvariant(),
            ["xa"] = random.Pick(communes),
            ["xa2"] = random.Pick(PoolLibrary.Names["places-short"]),
            ["duan"] = random.Pick(PoolLibrary.Names["projects"]),
            ["congty"] = random.Pick(PoolLibrary.Names["companies"]),
            ["song"] = random.Pick(PoolLibrary.Names["rivers"]),
            ["coquan"] = office.Name,
            ["coquan2"] = random.Pick([.. PoolLibrary.Addressees.Where(a => a != office.Name && !a.StartsWith("Các", StringComparison.Ordinal))]),
            ["nam"] = date.Year.ToString(CultureInfo.InvariantCulture),
            ["nam2"] = (date.Year + 1).ToString(CultureInfo.InvariantCulture),
            ["quy"] = ((date.Month + 2) / 3) switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" },
        };
        _fixed["coquan2"] = Fill(_fixed["coquan2"]);
    }

    public DateOnly Date { get; }

    public bool Party { get; }

    public string Province { get; }

    public string District { get; }

    /// <summary>A text with its slots filled; filled texts may hold slots themselves.</summary>
    public string Fill(string text)
    {
        string filled = text;
        for (int depth = 0; depth < 4 && SlotPattern().IsMatch(filled); depth++)
        {
            filled = SlotPattern().Replace(filled, m => Value(m.Groups[1].Value));
        }

        return filled.Length > 0 && char.IsLower(filled[0]) && text[0] == '{' && text != filled && text.Contains(' ', StringComparison.Ordinal)
            ? char.ToUpperInvariant(filled[0]) + filled[1..]
            : filled;
    }

    /// <summary>A person's name.</summary>
    public string Person() => $"{_random.Pick(PoolLibrary.Names["surnames"])} {_random.Pick(PoolLibrary.Names[_random.Chance(0.7) ? "given-male" : "given-female"])}";

    /// <summary>A cited document with its marks.</summary>
    public string Cite(string section)
    {
        string[] parts = _random.Pick(PoolLibrary.Cited[section]).Split('|');
        DateOnly date = Date.AddDays(-_random.Between(3, 200));
        string day = _random.Chance(0.5)
            ? string.Create(CultureInfo.InvariantCulture, $"{date.Day:00}/{date.Month}/{date.Year}")
            : LongDate(date);
        string lawYear = section == "law" ? parts[0].Replace("{nam}", date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) : parts[0];
        return Fill($"[[{lawYear} ngày {day} của {parts[1]}]]");
    }

    /// <summary>A date in words, day and early months padded as the decree asks.</summary>
    public static string LongDate(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day:00} tháng {(date.Month < 3 ? $"0{date.Month}" : date.Month)} năm {date.Year}");

    private string Value(string slot)
    {
        if (_fixed.TryGetValue(slot, out string? known))
        {
            return known;
        }

        CultureInfo plain = CultureInfo.InvariantCulture;
        return slot switch
        {
            "n1" => _random.Between(1, 9).ToString("00", plain),
            "n2" => _random.Between(11, 98).ToString(plain),
            "n3" => _random.Between(103, 987).ToString(plain),
            "n4" => _random.Between(1013, 9876).ToString(plain),
            "han" => string.Create(plain, $"{_random.Between(3, 260)},{_random.Between(1, 9)}"),
            "pt" => string.Create(plain, $"{_random.Between(12, 97)},{_random.Between(1, 9)}"),
            "thang" => _random.Between(1, 12).ToString(plain),
            "namsinh" => _random.Between(1966, 1992).ToString(plain),
            "tien" => Money(),
            "ngay" => Day(),
            "ten" => Person(),
            "nguoi" => $"{(_random.Chance(0.6) ? "ông" : "bà")} {Person()}",
            "dienthoai" => string.Create(plain, $"02{_random.Between(10, 99)}.000.{_random.Between(1000, 9999)}"),
            "cite" => Cite(Party || _random.Chance(0.15) ? "party" : "state"),
            "viec" => _random.Pick(PoolLibrary.Phrases["matters"]),
            _ => throw new InvalidOperationException($"No slot is called {slot}."),
        };
    }

    private string Money() => _random.Below(3) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{_random.Between(2, 98)}.{_random.Between(100, 999)} triệu đồng"),
        1 => string.Create(CultureInfo.InvariantCulture, $"{_random.Between(1, 9)}.{_random.Between(100, 999)}.{_random.Between(1, 9)}00.000 đồng"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{_random.Between(3, 480)},{_random.Between(1, 9)} tỷ đồng"),
    };

    private string Day()
    {
        DateOnly date = Date.AddDays(_random.Between(-45, 60));
        return _random.Chance(0.5) ? string.Create(CultureInfo.InvariantCulture, $"{date.Day:00}/{date.Month}/{date.Year}") : LongDate(date);
    }

    [GeneratedRegex(@"\{([a-zA-Z]+\d?)\}")]
    private static partial Regex SlotPattern();
}
