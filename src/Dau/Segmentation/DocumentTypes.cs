namespace Dau.Segmentation;

/// <summary>The types of documents: name in small letters, and the code that stands for it in a number.</summary>
/// <param name="Name">For example <c>quyết định</c>.</param>
/// <param name="Code">For example <c>QĐ</c>; null where numbers carry none.</param>
internal sealed record DocumentType(string Name, string? Code)
{
    /// <summary>The name's unmarked letters.</summary>
    internal string Letters { get; } = LetterForms.Letters(Name);

    /// <summary>How many words it has.</summary>
    internal int Length { get; } = Name.Split(' ').Length;
}

/// <summary>The types of documents that the profiles name, and a few more names that are printed as one.</summary>
internal static class DocumentTypes
{
    /// <summary>Name of the type that prints no name and has no code.</summary>
    internal const string Letter = "công văn";

    /// <summary>The type whose addressees stand behind who sends it and "điện:".</summary>
    internal const string Telegram = "công điện";

    // Copies (Decree 30/2020, articles 25 and 26), and papers that no profile lists.
    private static readonly DocumentType[] Others =
    [
        new("sao y", "SY"), new("sao lục", "SL"), new("trích sao", "TrS"), new("sắc lệnh", "SL"), new("điều lệ", "ĐL"), new("công thư", null), new("công hàm", null),
        new("giấy xác nhận", null), new("đơn đề nghị", null), new("giấy triệu tập", null), new("giấy phép", null), new("cáo trạng", null), new("bản án", null), new("thư mời", null),
        new("kế hoạch liên ngành", "KHLN"), new("hướng dẫn liên ngành", "HDLN"), new("kế hoạch phối hợp", "KHPH"), new("quy chế phối hợp", "QCPH"), new("chương trình phối hợp", "CTPH"),
        new("đề cương", null), new("phiếu trình", null), new("đơn khiếu nại", null), new("đơn tố cáo", null), new("đơn kiến nghị", null), new("lệnh khám xét", null), new("lệnh bắt", null),
        new("kết luận thanh tra", null), new("kết luận kiểm tra", null), new("biên bản làm việc", null), new("biên bản họp", null), new("biên bản cuộc họp", null), new("biên bản hội nghị", null),
        new("biên bản ghi lời khai", null), new("biên bản vi phạm hành chính", null), new("biên bản kiểm tra", null),
    ];

    /// <summary>
    /// All types, longer names before those they begin with. A code that several profiles give to several types stands for the first; codes of rules that no
    /// longer hold (CN, CK) are left out, since they are abbreviations of offices now.
    /// </summary>
    internal static IReadOnlyList<DocumentType> All { get; } =
    [
        .. LetterProfiles.All.OrderBy(static p => p.Header == "party").ThenByDescending(static p => p.From)
            .SelectMany(static p => p.Types.Where(static t => t.Key != Letter).Select(t => new DocumentType(t.Key, t.Value.Length == 0 || p.To is not null ? null : t.Value)))
            .Concat(Others).DistinctBy(static t => t.Name, StringComparer.Ordinal).OrderByDescending(static t => t.Letters.Length),
    ];

    /// <summary>The type whose name, in capitals, starts a line; null where none does.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Index of the name's first word.</param>
    /// <param name="length">How many words the name takes.</param>
    internal static DocumentType? StartOf(TextLine line, out int start, out int length)
    {
        (start, length) = (0, 0);
        while (start < line.Tokens.Count && LetterForms.Letters(line.Tokens[start].Text).Length < 2 && start < 3)
        {
            start++;
        }

        DocumentType? best = null;
        int least = int.MaxValue;
        foreach (DocumentType type in All)
        {
            string letters = "";
            int used = 0;
            while (start + used < line.Tokens.Count && letters.Length < type.Letters.Length - 1)
            {
                letters += LetterForms.Letters(line.Tokens[start + used++].Text);
            }

            int allowed = type.Letters.Length < 6 ? 0 : type.Letters.Length < 11 ? 1 : 2;
            if (used > 0 && Math.Abs(letters.Length - type.Letters.Length) <= allowed && LetterForms.Distance(letters, type.Letters) is int distance
                && distance <= allowed && distance < least && IsPrintedAsType(line, start, used))
            {
                (best, least, length) = (type, distance, used);
            }
        }

        return best;
    }

    /// <summary>The type a text names, but for reading errors; null for none.</summary>
    internal static DocumentType? Named(string text)
    {
        string letters = LetterForms.Letters(text);
        return All.Select(t => (Type: t, Distance: LetterForms.Distance(letters, t.Letters)))
            .Where(static t => t.Distance <= (t.Type.Letters.Length < 6 ? 0 : t.Type.Letters.Length < 11 ? 1 : 2))
            .OrderBy(static t => t.Distance).Select(static t => t.Type).FirstOrDefault();
    }

    /// <summary>The type that a number's code stands for, case counting; null for a công văn's code.</summary>
    /// <param name="number">Number and code without spaces.</param>
    internal static DocumentType? OfNumber(string number)
    {
        string[] parts = number.Split('/', '-');
        string? code = parts.Skip(1).FirstOrDefault(static p => !p.All(char.IsDigit));
        return code is null ? null : All.FirstOrDefault(t => t.Code == code);
    }

    private static bool IsPrintedAsType(TextLine line, int start, int used) =>
        LetterForms.IsCapitals(string.Concat(line.Tokens.Skip(start).Take(used).Select(static t => t.Text)));
}
