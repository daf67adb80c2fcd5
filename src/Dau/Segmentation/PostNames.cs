using System.Collections.Frozen;

namespace Dau.Segmentation;

/// <summary>The usual posts and the collectives that are signed for: where the letters of a title are those of one of them and only marks differ, the marks were misread.</summary>
internal static class PostNames
{
    private static readonly string[] Names =
    [
        "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG",
        "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", "CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "CHI CỤC TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG",
        "VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "BÍ THƯ", "PHÓ BÍ THƯ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG",
        "VIỆN TRƯỞNG", "PHÓ VIỆN TRƯỞNG", "CHÁNH THANH TRA", "PHÓ CHÁNH THANH TRA", "TỔNG CỤC TRƯỞNG", "PHÓ TỔNG CỤC TRƯỞNG", "CHÁNH ÁN", "PHÓ CHÁNH ÁN", "CHỦ NHIỆM",
        "PHÓ CHỦ NHIỆM", "CHỈ HUY TRƯỞNG", "PHÓ CHỈ HUY TRƯỞNG", "TRƯỞNG ĐOÀN", "PHÓ TRƯỞNG ĐOÀN", "THỦ TRƯỞNG", "TRƯỞNG CÔNG AN", "PHÓ TRƯỞNG CÔNG AN", "TỔNG THƯ KÝ",
        "CHÍNH ỦY", "PHÓ CHÍNH ỦY", "PHÓ VIỆN TRƯỞNG THƯỜNG TRỰC", "PHÓ GIÁM ĐỐC THƯỜNG TRỰC", "TRƯỞNG KHOA", "PHÓ TRƯỞNG KHOA", "KẾ TOÁN TRƯỞNG", "HẠT TRƯỞNG", "TRẠM TRƯỞNG", "ĐỘI TRƯỞNG",
        "PHÓ THỦ TRƯỞNG", "TƯ LỆNH", "PHÓ TƯ LỆNH", "CHÁNH VĂN PHÒNG THƯỜNG TRỰC", "TỔNG KIỂM TOÁN", "TỔNG THANH TRA", "TRƯỞNG BỘ PHẬN", "ỦY VIÊN THƯỜNG TRỰC", "TỔ TRƯỞNG", "PHÓ TỔ TRƯỞNG",
        "TRƯỞNG ĐẠI DIỆN", "ĐIỀU TRA VIÊN", "KIỂM SÁT VIÊN", "THANH TRA VIÊN", "CHẤP HÀNH VIÊN", "CÔNG CHỨNG VIÊN", "THẨM PHÁN", "GIÁM THỊ", "PHÓ GIÁM THỊ", "TỔNG BIÊN TẬP", "PHÓ ĐỘI TRƯỞNG", "ĐỒN TRƯỞNG", "CỤC PHÓ", "HIỆU PHÓ", "VIỆN PHÓ", "THƯ KÝ", "CHỦ TỌA", "CHỦ TRÌ", "NGƯỜI GHI BIÊN BẢN", "NGƯỜI LẬP BIÊN BẢN", "NGƯỜI CHỨNG KIẾN", "TRƯỞNG PHÒNG NGHIỆP VỤ", "TRƯỞNG PHÒNG HÀNH CHÍNH", "TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ", "TRƯỞNG PHÒNG TỔNG HỢP",
    ];

    private static readonly string[] Collectives =
    [
        "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "BAN THƯỜNG VỤ", "THƯỜNG TRỰC", "BAN CHẤP HÀNH", "BAN CHỈ ĐẠO", "HỘI ĐỒNG", "ĐOÀN CHỦ TỊCH", "CHÍNH PHỦ", "ỦY BAN THƯỜNG VỤ QUỐC HỘI",
        "BỘ CHÍNH TRỊ", "BAN BÍ THƯ", "TẬP THỂ LÃNH ĐẠO", "THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "BAN QUẢN LÝ", "ỦY BAN KIỂM TRA", "ỦY BAN", "HỘI ĐỒNG QUẢN TRỊ", "HỘI ĐỒNG THÀNH VIÊN", "LIÊN NGÀNH",
    ];

    // Posts that only marks tell apart (THỨ TRƯỞNG, THỦ TRƯỞNG) are left as read.
    private static readonly FrozenDictionary<string, string> ByLetters = Names.Concat(Collectives).GroupBy(static n => LetterForms.Letters(n), StringComparer.Ordinal)
        .Where(static g => g.Count() == 1).ToFrozenDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> AllLetters = Names.Concat(Collectives).Select(static n => LetterForms.Letters(n)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A title after mending.</summary>
    /// <param name="Title">The title.</param>
    /// <param name="Doubtful">Whether letters were changed or dropped, or the title holds no post that is known.</param>
    /// <param name="Read">What was read.</param>
    internal sealed record Mended(string Title, bool Doubtful, string Read);

    /// <summary>Whether the letters of a line, an authority before it aside, are those of a whole post or collective: the next line is another.</summary>
    internal static bool IsWhole(string line)
    {
        string text = Posts.AuthorityOf(line) is (_, int length) ? line[length..] : line;
        return AllLetters.Contains(LetterForms.Letters(text));
    }

    /// <summary>Whether a line is a whole post or collective, but for a few letters that a seal may have taken.</summary>
    internal static bool IsNearlyWhole(string line)
    {
        string text = Posts.AuthorityOf(line) is (_, int length) ? line[length..] : line;
        string letters = LetterForms.Letters(text);
        return AllLetters.Contains(letters) || (letters.Length >= 7 && Nearest(letters, 0.2) is not null);
    }

    /// <summary>Mends a title in capitals that is one of the usual posts but for reading errors; any other stays as read.</summary>
    /// <param name="title">The title without the authority.</param>
    internal static Mended Mend(string title)
    {
        string read = title.Trim(' ', '.', ',', ':', ';', '_', '~', '=', '|', '\'', '"', '-', '–', '—', '⁄');
        string letters = LetterForms.Letters(read);
        // Strokes of the signature before a whole post.
        string[] words = read.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int strokes = Array.FindIndex(words, static w => w.Length > 1 && w.All(char.IsLetter));
        if (strokes > 0 && ByLetters.TryGetValue(LetterForms.Letters(string.Concat(words[strokes..])), out string? own))
        {
            return new Mended(own, true, read);
        }

        if (!LetterForms.IsCapitals(read))
        {
            return new Mended(read, !AllLetters.Contains(letters) && !HeadOf(read, out _, out bool plain) && !plain, read);
        }

        if (ByLetters.TryGetValue(letters, out string? name))
        {
            return new Mended(name, false, read);
        }

        if (AllLetters.Contains(letters))
        {
            return new Mended(read, false, read);
        }

        // A post and the office it is held in, or a collective's full name.
        if (HeadOf(read, out string whole, out bool sound))
        {
            return new Mended(whole, !sound, read);
        }

        (string organ, bool changed) = OrganNames.Mend(read);
        if (OrganNames.IsOrgan(read) || (organ != read && !changed))
        {
            return new Mended(organ, changed || !AllSyllables(organ.Split(' ')), read);
        }

        // What a seal made of "TL." or "PHÓ" before a post that was read.
        int start = read.LastIndexOf(' ') < 0 ? -1 : read.IndexOf(' ', StringComparison.Ordinal);
        if (start is > 0 and <= 4 && ByLetters.TryGetValue(LetterForms.Letters(read[start..]), out string? behind))
        {
            string before = LetterForms.Letters(read[..start]);
            bool deputy = before.Length is 2 or 3 && LetterForms.Distance(before, "pho") <= 1 && AllLetters.Contains("pho" + LetterForms.Letters(behind));
            return new Mended(deputy ? "PHÓ " + behind : behind, true, read);
        }

        // Nearly a post: letters misread, or one more or less at the front.
        string? near = Nearest(letters, 0.3);
        return near is not null ? new Mended(near, true, read) : new Mended(read, true, read);
    }

    /// <summary>The one usual post whose letters are nearest, no further off than a share of them; null for none or several.</summary>
    internal static string? Nearest(string letters, double share)
    {
        string? best = null;
        int least = int.MaxValue;
        bool alone = true;
        foreach ((string key, string name) in ByLetters)
        {
            int allowed = Math.Min(3, (int)(share * key.Length));
            if (Math.Abs(key.Length - letters.Length) > allowed || allowed == 0)
            {
                continue;
            }

            int distance = LetterForms.Distance(key, letters);
            if (distance <= allowed && distance <= least)
            {
                (alone, best, least) = (distance < least, name, distance);
            }
        }

        return alone ? best : null;
    }

    // A known post at the start, its marks mended; sound where every other word can be a syllable.
    private static bool HeadOf(string read, out string whole, out bool sound)
    {
        string[] words = read.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int length = Math.Min(6, words.Length - 1); length >= 2; length--)
        {
            string letters = LetterForms.Letters(string.Concat(words.Take(length)));
            if (AllLetters.Contains(letters))
            {
                string head = ByLetters.TryGetValue(letters, out string? name) && LetterForms.IsCapitals(read) ? name : string.Join(' ', words.Take(length));
                string rest = string.Join(' ', words.Skip(length));
                (string mended, bool changed) = LetterForms.IsCapitals(read) ? OrganNames.Mend(rest) : (rest, false);
                (whole, sound) = ($"{head} {mended}", !changed && AllSyllables(words.Skip(length)));
                return true;
            }
        }

        (whole, sound) = (read, false);
        return false;
    }

    private static bool AllSyllables(IEnumerable<string> words) => words.All(static w => w.All(static c => char.IsDigit(c) || "-,–&".Contains(c, StringComparison.Ordinal))
        || (!w.Any(char.IsDigit) && string.Concat(w.Where(char.IsLetter)) is { Length: > 0 } letters && (VietnameseSyllable.IsLawful(letters) || Abbreviations.Contains(letters))));

    private static readonly FrozenSet<string> Abbreviations =
        "UBND HĐND PTNT BTV BCH TP TW VP TC KT XH QLDA GPMB UBMTTQ TNMT CNTT".Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
