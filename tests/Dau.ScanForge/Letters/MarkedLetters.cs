namespace Dau.ScanForge.Letters;

/// <summary>Gives a letter more marks than letters usually have: watermarks of several tints, notes and signatures in black ink, names stamped into the seal.</summary>
public static class MarkedLetters
{
    private static readonly string[] Watermarks = ["BẢN SAO", "DỰ THẢO", "TÀI LIỆU MẬT", "LƯU HÀNH NỘI BỘ"];

    private static readonly int[] Tints = [0xE2E2E2, 0xD6D6D6, 0xC8C8C8, 0xF2CFCF, 0xCFD8F2];

    private static readonly BodyItem[] Forms =
    [
        BodyItem.Paragraph("Họ và tên người liên hệ: .......................................... Điện thoại: ..........................."),
        BodyItem.Paragraph("Kết quả kiểm tra tại đơn vị trong năm...................... như sau:"),
        BodyItem.Item("1. Quy định chung về việc lập danh sách ........................................................... 4"),
        BodyItem.Item("2. Trách nhiệm của các cơ quan liên quan .................................................. 12"),
        BodyItem.Paragraph("Khu đất có diện tích 1.250 m², trong đó kho chứa 36 m² và bể nước 48 m³ đã được bàn giao."),
    ];

    /// <summary>The letter with marks drawn from a seed.</summary>
    public static Letter Mark(Letter letter, ulong seed)
    {
        ForgeRandom random = new ForgeRandom(seed).Fork("marks");
        bool black = random.Chance(0.7);
        bool raised = random.Chance(0.5);
        return letter with
        {
            Body = random.Fork("forms").Chance(0.6) ? [.. letter.Body.SkipLast(1), .. Forms, letter.Body[^1]] : letter.Body,
            BlackPen = black,
            Watermark = random.Chance(0.5) ? random.Pick(Watermarks) : null,
            WatermarkTint = random.Pick(Tints),
            WatermarkFalls = random.Chance(0.2),
            Note = random.Chance(0.5) ? random.Pick([NotePlace.Left, NotePlace.Top, NotePlace.Foot]) : NotePlace.None,
            Initials = random.Chance(0.5),
            Seal = random.Chance(0.35) ? null : letter.Seal,
            Signature = letter.Signature with { Signed = true, NameByStamp = random.Chance(0.5) },
            NameRaised = raised ? random.Below(22) : 0,
        };
    }

    /// <summary>What is written by hand is written with.</summary>
    internal static Layout.Ink Pen(this Letter letter) => letter.BlackPen ? Layout.Ink.Black : Layout.Ink.Blue;
}
