using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>The usual posts: where the letters of a title are those of one of them and only marks differ, the marks were misread.</summary>
internal static class PostNames
{
    private static readonly string[] Names =
    [
        "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG",
        "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", "CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "CHI CỤC TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG",
        "VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "BÍ THƯ", "PHÓ BÍ THƯ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG",
        "VIỆN TRƯỞNG", "PHÓ VIỆN TRƯỞNG", "CHÁNH THANH TRA", "PHÓ CHÁNH THANH TRA", "TỔNG CỤC TRƯỞNG", "PHÓ TỔNG CỤC TRƯỞNG", "CHÁNH ÁN", "PHÓ CHÁNH ÁN", "CHỦ NHIỆM",
        "PHÓ CHỦ NHIỆM", "CHỈ HUY TRƯỞNG", "PHÓ CHỈ HUY TRƯỞNG", "TRƯỞNG ĐOÀN", "PHÓ TRƯỞNG ĐOÀN", "ỦY BAN NHÂN DÂN", "THỦ TRƯỞNG", "TRƯỞNG CÔNG AN", "PHÓ TRƯỞNG CÔNG AN", "TỔNG THƯ KÝ",
    ];

    // Posts that only marks tell apart (THỨ TRƯỞNG, THỦ TRƯỞNG) are left as read.
    private static readonly Dictionary<string, string> ByLetters = Names.GroupBy(static n => LetterForms.Letters(n), StringComparer.Ordinal)
        .Where(static g => g.Count() == 1).ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);

    /// <summary>A title after mending.</summary>
    /// <param name="Title">The title.</param>
    /// <param name="Doubtful">Whether letters were changed or dropped, or the title holds no post that is known.</param>
    internal sealed record Mended(string Title, bool Doubtful);

    /// <summary>Mends a title in capitals that is one of the usual posts but for reading errors; any other stays as read.</summary>
    internal static Mended Mend(string title)
    {
        string read = title.Trim(' ', '.', ',', ':', '_', '~', '=', '|', '\'', '"', '-', '–', '—', '⁄');
        if (!LetterForms.IsCapitals(read))
        {
            return new Mended(read, !PostWords.Exists(w => LetterForms.Letters(read).Contains(w, StringComparison.Ordinal)));
        }

        string letters = LetterForms.Letters(read);
        if (ByLetters.TryGetValue(letters, out string? name))
        {
            return new Mended(name, false);
        }

        if (OrganNames.Mend(read) is (string organ, bool changed) && (organ != read || OrganNames.IsOrgan(read) || Organs.StartsBody(LetterForms.Plain(read))))
        {
            return new Mended(organ, changed);
        }

        if (PostWords.Exists(w => letters.Contains(w, StringComparison.Ordinal)))
        {
            return new Mended(read, false);
        }

        string[] words = read.Split(' ');
        for (int skip = 0; skip <= 1 && skip < words.Length - 1; skip++)
        {
            string rest = LetterForms.Letters(string.Concat(words.Skip(skip)));
            string[] near = [.. ByLetters.Where(p => Math.Abs(p.Key.Length - rest.Length) <= 1 && LetterForms.Distance(p.Key, rest) <= 1).Select(static p => p.Value)];
            if (near.Length == 1)
            {
                return new Mended(near[0], true);
            }
        }

        return new Mended(read, true);
    }

    private static readonly List<string> PostWords = [.. new[] { "giamdoc", "chutich", "truong", "chanhvanphong", "bithu", "thutuong", "chunhiem", "uyvien", "tongthuky", "thanhtra", "uyban", "thuongtruc", "chihuy" }];
}
