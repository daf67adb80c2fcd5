using System.Text.RegularExpressions;

namespace Dau.Translation.Locks;

/// <summary>Finds addresses, codes of documents, dates, times, amounts and numbers by their shape.</summary>
internal static partial class PatternLocks
{
    private delegate string? Renderer(Match match);

    // In order: an earlier rule wins where two cover the same text.
    private static readonly (Regex Pattern, LockKind Kind, Renderer Render)[] Rules =
    [
        (WebAddress(), LockKind.Address, static m => m.Value),
        (PlaceChain(), LockKind.Place, RenderPlaces),
        (DocumentCode(), LockKind.Code, static m => m.Value.Replace(" ", "", StringComparison.Ordinal)),
        (LongDate(), LockKind.Date, static m => EnglishDate.Day(m.Groups["d"].Value, m.Groups["m"].Value, m.Groups["y"].Value)),
        (ShortDate(), LockKind.Date, static m => EnglishDate.Day(m.Groups["d"].Value, m.Groups["m"].Value, m.Groups["y"].Value)),
        (DayAndMonth(), LockKind.Date, static m => EnglishDate.Day(m.Groups["d"].Value, m.Groups["m"].Value, null)),
        (MonthOfYear(), LockKind.Date, static m => EnglishDate.Month(m.Groups["m"].Value) is { } month ? $"{month} {m.Groups["y"].Value}" : null),
        (MonthAlone(), LockKind.Date, static m => EnglishDate.Month(m.Groups["m"].Value)),
        (TimeOfDay(), LockKind.Number, RenderTime),
        (Amount(), LockKind.Number, RenderAmount),
        (Mixed(), LockKind.Code, static m => m.Value),
        (RomanNumber(), LockKind.Number, static m => m.Groups["nth"].Success ? VietnameseNumber.Ordinal(m.Groups["r"].Value) : m.Groups["r"].Value),
        (PlainNumber(), LockKind.Number, static m => VietnameseNumber.Render(m.Value)),
    ];

    /// <summary>All such locks, in the order of the text, none over another.</summary>
    public static List<LockedSpan> Find(string text)
    {
        var locks = new List<LockedSpan>();
        foreach (var (pattern, kind, render) in Rules)
        {
            foreach (Match match in pattern.Matches(text))
            {
                var end = match.Index + match.Length;
                if (!locks.Exists(l => l.Start < end && match.Index < l.End) && render(match) is { } rendering)
                {
                    locks.Add(new LockedSpan(kind, match.Index, end, rendering));
                }
            }
        }

        locks.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return locks;
    }

    // "phường Tân Phú, thành phố Đồng Xoài, tỉnh Bình Phước": Tân Phú Ward, Đồng Xoài City, Bình Phước Province.
    private static string RenderPlaces(Match match) => string.Join(", ", match.Groups["unit"].Captures.Select(static unit =>
    {
        var name = Units.First(u => unit.Value.StartsWith(u.Vietnamese + " ", StringComparison.Ordinal));
        var place = unit.Value[(name.Vietnamese.Length + 1)..];
        return place == "Hà Nội" ? place : char.IsDigit(place[0]) ? $"{name.English} {place}" : $"{place} {name.English}";
    }));

    private static readonly (string Vietnamese, string English)[] Units =
        [("xã", "Commune"), ("phường", "Ward"), ("thị trấn", "Town"), ("quận", "District"), ("huyện", "District"), ("thị xã", "Town"), ("thành phố", "City"), ("tỉnh", "Province")];

    private static string? RenderTime(Match match)
    {
        var hour = match.Groups["h"].Value;
        var minutes = match.Groups["min"].Success ? match.Groups["min"].Value : "00";
        return int.Parse(hour, System.Globalization.CultureInfo.InvariantCulture) <= 24 ? $"{hour}:{minutes}" : null;
    }

    private static string RenderAmount(Match match)
    {
        var number = VietnameseNumber.Render(match.Groups["n"].Value);
        var scale = match.Groups["s"].Value.ToLowerInvariant() switch
        {
            "tỷ" or "tỉ" => " billion",
            "triệu" => " million",
            "nghìn tỷ" or "nghìn tỉ" or "ngàn tỷ" => " trillion",
            "nghìn" or "ngàn" => " thousand",
            _ => "",
        };
        return match.Groups["c"].Success ? $"VND {number}{scale}" : number + scale;
    }

    [GeneratedRegex(@"https?://[^\s<>""“”]+[\w/]|\bwww\.[^\s<>""“”]+[\w/]|[\w.+-]+@[\w-]+(\.[\w-]+)+|\b[a-z0-9-]+(\.[a-z0-9-]+)*\.(vn|com|org|net|gov|info)\b")]
    private static partial Regex WebAddress();

    // Two units of administration or more, where no body's name leads into them ("UBND xã …, huyện …" is one name).
    [GeneratedRegex(@"(?<=^|[,:;(]\s|\b(tại|ở|trú|thuộc|từ|đến|về|địa bàn|ngụ|quán|quê|sinh)\s)(?<unit>(xã|phường|thị trấn|quận|huyện|thị xã|thành phố)\s(\d{1,2}\b|\p{Lu}[\p{L}'’]*(\s\p{Lu}[\p{L}'’]*){0,3}))(,\s(?<unit>(quận|huyện|thị xã|thành phố|tỉnh)\s(\d{1,2}\b|\p{Lu}[\p{L}'’]*(\s\p{Lu}[\p{L}'’]*){0,3})))+")]
    private static partial Regex PlaceChain();

    // 3824/VPTT-P6, 36-HD/VPTW, 30/2020/NĐ-CP, 45/2013/QH13, 12 /UBND-NC, 455/SYT- NVD where a line ended in it, and a draft's /STTTT-TTBCXB.
    [GeneratedRegex(@"(?<![\w/])(\d{1,6}[a-z]?( ?/\d{4})? ?[/-] ?|/)(?=\p{Lu})(?=[^\s]*\p{Lu}[^\s]*\p{Lu}|[^\s]*\p{Lu}\d)[\p{L}\d&]+(([-/.]|(?<=\p{Lu}) ?- (?=\p{Lu}{2}))[\p{L}\d&()]+)*")]
    private static partial Regex DocumentCode();

    [GeneratedRegex(@"(ngày\s+|\b)(?<d>\d{1,2})\s+tháng\s+(?<m>\d{1,2})\s*(,?\s*năm\s+|/|-|\.)(?<y>\d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex LongDate();

    [GeneratedRegex(@"(ngày\s+)?(?<![\d/.,-])(?<d>\d{1,2})(?<sep>[/.-])(?<m>\d{1,2})\k<sep>(?<y>\d{4})(?![\d/])", RegexOptions.IgnoreCase)]
    private static partial Regex ShortDate();

    [GeneratedRegex(@"\bngày\s+(?<d>\d{1,2})(\s*[/-]\s*|\s+tháng\s+)(?<m>\d{1,2})(?![\d/.-]\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"\btháng\s+(?<m>\d{1,2})\s*([/-]|\s+năm\s+)\s*(?<y>\d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex MonthOfYear();

    [GeneratedRegex(@"\btháng\s+(?<m>\d{1,2})\b(?![/.,-]\d)", RegexOptions.IgnoreCase)]
    private static partial Regex MonthAlone();

    [GeneratedRegex(@"\b(?<h>\d{1,2})\s*giờ\s*(?<min>\d{2})(\s*phút)?\b|\b(?<h>\d{1,2})[hH](?<min>\d{2})?\b'?|(?<=\b(lúc|hồi)\s)(?<h>\d{1,2})\s*giờ\b|(?<=\b(trước|sau)\s)(?<h>\d{1,2})\s*giờ(?=\s*(ngày|sáng|trưa|chiều|tối|cùng ngày|hôm|hằng|hàng|thứ))", RegexOptions.IgnoreCase)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"(?<![\w/-])(?<n>\d+([.,]\d+)*)\s*((?<s>(nghìn|ngàn)\s+t[ỷỉ]|t[ỷỉ]|triệu|nghìn|ngàn)\s*(?<c>đồng|VNĐ|VND|đ)?|(?<c>đồng|VNĐ|VND|đ))(?!\p{L})(?!\s(chí|bào|bộ|thời|đều|loạt|thuận|ý|tình)\b)")]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?<![\p{L}\d])(?=[\p{L}\d]*\d)(?=[\p{L}\d]*\p{L})[\p{L}\d]+(?![\p{L}\d])")]
    private static partial Regex Mixed();

    // Not the word VI or the like between words in capitals.
    [GeneratedRegex(@"(?<=\b(?<nth>khóa|khoá|lần thứ|kỳ họp thứ)\s)(?<r>(?=[IVX])X{0,3}(IX|IV|V?I{0,3}))(?![\p{L}\d])|(?<![\p{L}\d]|\p{Lu}{2}\s)(?<r>(?=[IVX]{2})X{0,3}(IX|IV|V?I{0,3}))(?![\p{L}\d]|\s\p{Lu}{2})")]
    private static partial Regex RomanNumber();

    [GeneratedRegex(@"\d+([.,]\d+)*(/\d+([.,]\d+)*)*")]
    private static partial Regex PlainNumber();
}
