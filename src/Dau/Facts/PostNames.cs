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
        "PHÓ CHỦ NHIỆM", "TRƯỞNG ĐOÀN", "PHÓ TRƯỞNG ĐOÀN", "ỦY BAN NHÂN DÂN", "THỦ TRƯỞNG", "TRƯỞNG CÔNG AN", "PHÓ TRƯỞNG CÔNG AN", "TỔNG THƯ KÝ",
    ];

    // Posts that only marks tell apart (THỨ TRƯỞNG, THỦ TRƯỞNG) are left as read.
    private static readonly Dictionary<string, string> ByLetters = Names.GroupBy(static n => LetterForms.Letters(n), StringComparer.Ordinal)
        .Where(static g => g.Count() == 1).ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);

    /// <summary>The title with its marks mended; unchanged where it is no usual post in capitals.</summary>
    internal static string Mend(string title) =>
        LetterForms.IsCapitals(title) && ByLetters.TryGetValue(LetterForms.Letters(title), out string? name) && name.Count(static c => c == ' ') == title.Count(static c => c == ' ')
            ? name : title;
}
