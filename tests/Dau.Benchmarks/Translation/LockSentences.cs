using System.Globalization;

namespace Dau.Benchmarks.Translation;

/// <summary>Made sentences full of what must come back exactly; the same ones each time.</summary>
internal static class LockSentences
{
    private static readonly string[] Frames =
    [
        "Thực hiện {code} {date} của UBND tỉnh {place}, đến {date2} đã có {number} hộ và {percent} diện tích hoàn thành.",
        "Ông {person}, sinh năm {year}, trú tại xã {place}, bị xử phạt {amount} theo {code}.",
        "Trong số {number} trường hợp có {small} vụ tại huyện {place}, thiệt hại {amount}.",
        "Bà {person} và ông {person2} nộp đơn {date}, được tiếp nhận tại số {small} đường {place}.",
        "{small}. Đề nghị gửi báo cáo trước {time} {date} về địa chỉ {mail}.",
        "Tỷ lệ tăng từ {percent} lên {percent2}, tương ứng {amount} trong {month}.",
        "Căn cứ {code}, {code2}; xét tờ trình của đồng chí {person} {date};",
        "Diện tích {number} m2 tại thửa {small}, tờ bản đồ {small2}, xã {place}, giá {amount}/m2.",
    ];

    private static readonly string[] Surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"];
    private static readonly string[] Middles = ["Văn", "Thị", "Đình", "Quốc", "Hữu", "Minh"];
    private static readonly string[] Given = ["Thuận", "Hòa", "Bình", "Lực", "An", "Dũng", "Mai", "Phước", "Hiền", "Khoa"];
    private static readonly string[] Places = ["Hòa Bình", "Kon Tum", "Tân Mỹ", "Lâm Thao", "Đắk Lắk", "Phú Thịnh", "Ea Kar", "Trà Vinh", "An Nhơn", "Sơn Động"];
    private static readonly string[] Codes = ["UBND-NC", "QĐ-UBND", "KH-BCĐ", "CV/TU", "NĐ-CP", "TT-BCA", "BC-STTTT", "VPTT-P6"];

    /// <summary>So many sentences.</summary>
    public static IReadOnlyList<string> Make(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(i => Fill(Frames[i % Frames.Length], random))];
    }

    private static string Fill(string frame, Random random)
    {
        foreach (var slot in new[] { "code", "date", "place", "number", "percent", "person", "year", "amount", "small", "time", "mail", "month" })
        {
            foreach (var name in new[] { slot, slot + "2" })
            {
                frame = frame.Replace("{" + name + "}", Value(slot, random), StringComparison.Ordinal);
            }
        }

        return frame;
    }

    private static string Value(string slot, Random random)
    {
        string Pick(string[] list) => list[random.Next(list.Length)];
        string N(int from, int to) => random.Next(from, to).ToString(CultureInfo.InvariantCulture);
        return slot switch
        {
            "code" => "Công văn số " + N(1, 9999) + (Pick(Codes) is var code && code.StartsWith("CV", StringComparison.Ordinal) ? "-" : "/") + code,
            "date" => random.Next(2) == 0 ? $"ngày {N(1, 29)} tháng {N(1, 13)} năm {N(1998, 2026)}" : $"ngày {random.Next(1, 29):00}/{random.Next(1, 13):00}/{N(1998, 2026)}",
            "place" => Pick(Places),
            "number" => random.Next(2) == 0 ? $"{N(1, 99)}.{random.Next(1000):000}" : N(13, 999),
            "percent" => $"{N(1, 100)},{N(1, 10)}%",
            "person" => $"{Pick(Surnames)} {Pick(Middles)} {Pick(Given)}",
            "year" => N(1950, 2005),
            "amount" => random.Next(2) == 0 ? $"{N(1, 900)},{N(1, 10)} tỷ đồng" : $"{N(1, 900)}.{random.Next(1000):000}.000 đồng",
            "small" => N(1, 60),
            "time" => $"{N(7, 18)} giờ {random.Next(10, 60)} phút",
            "mail" => "vanthu@so" + N(1, 99) + ".gov.vn",
            _ => $"tháng {N(1, 13)} năm {N(1998, 2026)}",
        };
    }
}
