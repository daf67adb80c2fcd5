namespace Dau.Segmentation;

/// <summary>How the names of organs begin: by this a name on two lines is told from two names.</summary>
internal static class Organs
{
    private static readonly string[] Heads =
    [
        "so ", "ban ", "phong ", "cuc ", "chi cuc", "tong cuc", "vu ", "van phong", "bo ", "uy ban", "ubnd", "ubmttq", "cong an", "tinh uy", "thanh uy",
        "huyen uy", "quan uy", "thi uy", "dang uy", "dang bo", "dang doan", "ban can su", "chi bo", "bch", "bch dang bo", "trung tam", "truong ", "vien ",
        "hoi ", "lien doan", "lien hiep", "lien minh", "doan ", "tong lien doan", "cong doan", "mat tran", "ngan hang", "kho bac", "toa an", "tand", "vksnd",
        "thanh tra", "tong cong ty", "cong ty", "tap doan", "benh vien", "hoc vien", "nha xuat ban", "bao ", "dai ", "to ", "hdnd", "hoi dong", "bo tu lenh",
        "bo chi huy", "su doan", "hai quan", "quan khu", "bao hiem", "bhxh", "cang ", "hat ", "tram ", "doi ", "thuong truc", "chinh phu", "quoc hoi",
        "thanh doan", "tinh doan", "huyen doan", "khoa ", "co quan an ninh", "co quan canh sat", "co quan dieu tra", "co quan thi hanh an", "co quan dai dien", "co quan kiem tra", "xi nghiep", "nha may", "du an",
    ];

    private static readonly string[] NotHeads = ["phong chong", "phong chay", "doi voi", "to quoc", "to chuc", "truong hoc", "so 1", "bao ve", "bao dam", "dai hoc", "quy hoach", "quy dinh", "truong dai", "ban hanh", "vien chuc", "doan ket", "vien thong"];

    /// <summary>Names that need the next line to be whole.</summary>
    private static readonly string[] Unfinished =
    [
        "chu tich", "uy ban nhan dan", "trung tam", "truong", "ban quan ly", "ban chi dao", "bo chi huy", "cong an", "ban quan ly du an", "hoi dong nhan dan", "chi cuc",
        "ban chi huy", "bo chi huy quan su", "cuc", "phong", "so", "bo", "ban", "truong dai hoc", "vien nghien cuu", "hoi dong", "uy ban mat tran to quoc viet nam",
        "lien doan lao dong", "ban chap hanh", "dang bo", "toa an nhan dan", "vien kiem sat nhan dan", "benh vien", "benh vien da khoa",
    ];

    /// <summary>Whether a line goes on with the name of the line before it rather than starting another body.</summary>
    internal static bool Continues(TextLine before, TextLine line)
    {
        string previous = before.Plain.Trim(' ', '*', '.', '-', '_');
        string plain = line.Plain.TrimStart(' ', '*', '.', '-', '_', '~', '\'');
        if (previous.EndsWith(" va", StringComparison.Ordinal) || previous.EndsWith(" ve", StringComparison.Ordinal) || before.Text.TrimEnd().EndsWith(',')
            || before.Text.TrimEnd().EndsWith('-') || previous.EndsWith(" thuoc", StringComparison.Ordinal))
        {
            return true;
        }

        return !((StartsBody(plain) && !OtherWords.Contains(FirstWord(line))) || OrganNames.IsOrgan(line.Text)) || Unfinished.Contains(previous, StringComparer.Ordinal);
    }

    // Words whose letters are those of a head but whose marks tell them apart: BẢN PHO is a village, not a BAN.
    private static readonly string[] OtherWords = ["BẢN", "BẠN", "BÀN", "SỐ", "SỔ", "ĐẠI", "VŨ", "VÙNG", "TỘ", "BẢO", "ĐÔI", "HỒI"];

    private static string FirstWord(TextLine line) => line.Tokens[0].Text;

    /// <summary>Whether unmarked text starts as the name of a body does.</summary>
    internal static bool StartsBody(string plain) =>
        (plain.EndsWith(" uy", StringComparison.Ordinal) && plain.Length > 8) || Array.Exists(Heads, h => plain.StartsWith(h, StringComparison.Ordinal) || plain == h.TrimEnd())
        && !Array.Exists(NotHeads, h => plain.StartsWith(h, StringComparison.Ordinal));
}
