using System.Collections.Frozen;

namespace Dau.Segmentation;

/// <summary>
/// Names of organs and provinces that letterheads print in capitals. A reading whose letters are those of a name, or but for one, was the name: the list
/// is closed and no two names on it share their letters.
/// </summary>
internal static class OrganNames
{
    private static readonly string[] Organs =
    [
        "UBND", "HĐND", "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "TỈNH", "THÀNH PHỐ", "HUYỆN", "THỊ XÃ", "PHƯỜNG", "THỊ TRẤN", "VĂN PHÒNG", "CÔNG AN", "CÔNG AN TỈNH",
        "TỈNH ỦY", "HUYỆN ỦY", "THÀNH ỦY", "ĐẢNG ỦY", "QUẬN ỦY", "THỊ ỦY", "ĐẢNG BỘ TỈNH", "CHÍNH PHỦ", "THỦ TƯỚNG CHÍNH PHỦ", "QUỐC HỘI", "TRUNG ƯƠNG", "TRUNG TÂM", "CHI CỤC",
        "SỞ Y TẾ", "SỞ NỘI VỤ", "SỞ TƯ PHÁP", "SỞ TÀI CHÍNH", "SỞ CÔNG THƯƠNG", "SỞ XÂY DỰNG", "SỞ NGOẠI VỤ", "SỞ DU LỊCH", "SỞ GIAO THÔNG VẬN TẢI", "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG",
        "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "SỞ VĂN HÓA VÀ THỂ THAO", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "SỞ DÂN TỘC VÀ TÔN GIÁO",
        "BỘ Y TẾ", "BỘ NỘI VỤ", "BỘ TƯ PHÁP", "BỘ TÀI CHÍNH", "BỘ CÔNG THƯƠNG", "BỘ XÂY DỰNG", "BỘ NGOẠI GIAO", "BỘ CÔNG AN", "BỘ QUỐC PHÒNG", "BỘ GIAO THÔNG VẬN TẢI",
        "BỘ GIÁO DỤC VÀ ĐÀO TẠO", "BỘ KHOA HỌC VÀ CÔNG NGHỆ", "BỘ KẾ HOẠCH VÀ ĐẦU TƯ", "BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
        "BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "BỘ CHÍNH TRỊ",
        "BAN TUYÊN GIÁO", "BAN TUYÊN GIÁO VÀ DÂN VẬN", "BAN DÂN VẬN", "BAN NỘI CHÍNH", "BAN TỔ CHỨC", "BAN CHỈ ĐẠO", "BAN QUẢN LÝ", "BAN CHẤP HÀNH", "BAN DÂN TỘC", "BAN CHỈ HUY",
        "ỦY BAN KIỂM TRA", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "THANH TRA TỈNH", "THANH TRA CHÍNH PHỦ", "TÒA ÁN NHÂN DÂN", "VIỆN KIỂM SÁT NHÂN DÂN", "VĂN PHÒNG CHÍNH PHỦ",
        "NGÂN HÀNG NHÀ NƯỚC", "KHO BẠC NHÀ NƯỚC", "BẢO HIỂM XÃ HỘI", "LIÊN ĐOÀN LAO ĐỘNG", "HỘI NÔNG DÂN", "HỘI CỰU CHIẾN BINH",
    ];

    /// <summary>The provinces and cities of before and after 1 July 2025.</summary>
    private static readonly string[] Provinces =
    [
        "An Giang", "Bà Rịa - Vũng Tàu", "Bắc Giang", "Bắc Kạn", "Bạc Liêu", "Bắc Ninh", "Bến Tre", "Bình Định", "Bình Dương", "Bình Phước", "Bình Thuận", "Cà Mau", "Cần Thơ",
        "Cao Bằng", "Đà Nẵng", "Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương", "Hải Phòng",
        "Hậu Giang", "Hòa Bình", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu", "Lâm Đồng", "Lạng Sơn", "Lào Cai", "Long An", "Nam Định", "Nghệ An", "Ninh Bình",
        "Ninh Thuận", "Phú Thọ", "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh", "Thái Bình", "Thái Nguyên",
        "Thanh Hóa", "Thừa Thiên Huế", "Tiền Giang", "Hồ Chí Minh", "Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "Trà Vinh", "Tuyên Quang", "Vĩnh Long", "Vĩnh Phúc", "Yên Bái",
    ];

    private static readonly FrozenDictionary<string, string> Capitals = ByLetters(Organs.Concat(Provinces.Select(static p => p.ToUpperInvariant())));

    private static readonly FrozenDictionary<string, string> Places = ByLetters(Provinces);

    /// <summary>Whether a whole line is the name of an organ but for reading errors.</summary>
    internal static bool IsOrgan(string line) => NearestOrgan(LetterForms.Letters(line)) is not null;

    /// <summary>A name in capitals with what was misread in it mended, and whether letters, not only marks, were changed.</summary>
    internal static (string Name, bool Changed) Mend(string name)
    {
        if (NearestOrgan(LetterForms.Letters(name)) is string whole && Capitals[LetterForms.Letters(whole)] is string printed
            && LetterForms.Letters(name) != LetterForms.Letters(whole))
        {
            return (printed, true);
        }

        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<string> mended = [];
        bool changed = false;
        for (int i = 0; i < words.Length;)
        {
            int taken = 0;
            for (int length = Math.Min(9, words.Length - i); length > 0 && taken == 0; length--)
            {
                // A dash between two bodies belongs to neither.
                if (!words[i].Any(char.IsLetter) || !words[i + length - 1].Any(char.IsLetter))
                {
                    continue;
                }

                string run = string.Join(' ', words.Skip(i).Take(length));
                if (LetterForms.IsCapitals(run) && Capitals.TryGetValue(LetterForms.Letters(run), out string? found) && (!SameMarks(run, found) || length != found.Count(static c => c == ' ') + 1 || Signs(run) != Signs(found)))
                {
                    mended.Add(found + Tail(run));
                    taken = length;
                }
                else if (LetterForms.IsCapitals(run) && Capitals.ContainsKey(LetterForms.Letters(run)))
                {
                    mended.Add(run);
                    taken = length;
                }
            }

            if (taken == 0 && i == 0 && Committee(words) is (string head, int used))
            {
                mended.Add(head);
                (taken, changed) = (used, true);
            }

            if (taken == 0)
            {
                mended.Add(words[i]);
                taken = 1;
            }

            i += taken;
        }

        return (string.Join(' ', mended), changed);
    }

    // "UBNP HUYỆN", "UBNDTTỈNH": one letter off the committee's abbreviation and what it is the committee of.
    private static (string Head, int Used)? Committee(string[] words)
    {
        for (int used = 1; used <= Math.Min(3, words.Length); used++)
        {
            string letters = LetterForms.Letters(string.Concat(words.Take(used)));
            foreach (string head in CommitteeHeads)
            {
                if (LetterForms.IsCapitals(words[0]) && LetterForms.Distance(letters, LetterForms.Letters(head)) == 1)
                {
                    return (head, used);
                }
            }
        }

        return null;
    }

    private static readonly string[] CommitteeHeads = ["UBND TỈNH", "UBND HUYỆN", "UBND THÀNH PHỐ", "UBND QUẬN", "UBND THỊ XÃ", "UBND PHƯỜNG"];

    /// <summary>A place with what was misread in it mended, and whether letters were changed; letters only where the reading was doubtful.</summary>
    internal static (string Name, bool Changed) MendPlace(string place, bool doubtful)
    {
        string letters = LetterForms.Letters(place);
        if (Places.TryGetValue(letters, out string? found))
        {
            return (SameMarks(place, found) ? place : found, false);
        }

        string[] near = letters.Length < 7 || !doubtful ? [] : [.. Places.Where(p => p.Key.Length == letters.Length && LetterForms.Distance(p.Key, letters) == 1).Select(static p => p.Value)];
        return near.Length == 1 ? (near[0], true) : (place, false);
    }

    private static string? NearestOrgan(string letters)
    {
        if (letters.Length < 5)
        {
            return null;
        }

        if (Capitals.TryGetValue(letters, out string? same))
        {
            return StartsAsOrgan(same) ? same : null;
        }

        string[] near = [.. Capitals.Where(c => c.Key.Length >= 5 && Math.Abs(c.Key.Length - letters.Length) <= 1 && StartsAsOrgan(c.Value) && LetterForms.Distance(c.Key, letters) <= 1).Select(static c => c.Value)];
        return near.Length == 1 ? near[0] : null;
    }

    private static bool StartsAsOrgan(string name) =>
        name.Contains(' ', StringComparison.Ordinal) && Segmentation.Organs.StartsBody(LetterForms.Plain(name));

    // The same letters with the same marks, wherever the tone stands (HÒA, HOÀ) and whatever the case.
    private static bool SameMarks(string a, string b) =>
        Marks(a).SequenceEqual(Marks(b)) && LetterForms.Letters(a) == LetterForms.Letters(b);

    // What stands between the words of a name: a speck may read as a comma.
    private static string Signs(string name) => string.Concat(name.TrimEnd(',', ')').Where(static c => c is ',' or '.' or ';' or ':' or '-' or '–').Select(static c => c == '–' ? '-' : c));

    // Every mark of a text, the letters' own (ê, ơ) and the tones.
    private static IEnumerable<char> Marks(string text)
    {
        const string rows = "aăâeêioôơuưy|àằầèềìòồờùừỳ|áắấéếíóốớúứý|ảẳẩẻểỉỏổởủửỷ|ãẵẫẽễĩõỗỡũữỹ|ạặậẹệịọộợụựỵ";
        List<char> marks = [];
        foreach (char c in text.ToLowerInvariant())
        {
            int at = rows.IndexOf(c, StringComparison.Ordinal);
            if (at >= 0 && rows[at % 13] is char letter and ('ă' or 'â' or 'ê' or 'ô' or 'ơ' or 'ư'))
            {
                marks.Add(letter);
            }

            if (at > 12 || c == 'đ')
            {
                marks.Add(c == 'đ' ? c : (char)('0' + at / 13));
            }
        }

        return marks.Order();
    }

    private static string Tail(string run) => run[^1] is ',' or ')' ? run[^1].ToString() : "";

    private static FrozenDictionary<string, string> ByLetters(IEnumerable<string> names) =>
        names.GroupBy(static n => LetterForms.Letters(n), StringComparer.Ordinal).Where(static g => g.Count() == 1)
            .ToFrozenDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
}
