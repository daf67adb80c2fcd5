using Dau.Model;

namespace Dau.Tests.Segmentation;

/// <summary>Invented letters, set as Decree 30/2020 asks.</summary>
internal static class SampleLetters
{
    /// <summary>A công văn of one page: addressees, two paragraphs, two items, recipients and signature.</summary>
    internal static Page[] Official() => [OfficialPage().Build()];

    internal static PaperPage OfficialPage() => Head(new PaperPage(1))
        .Centred(430, 330, "V/v phối hợp kiểm tra")
        .Centred(430, 366, "an toàn hồ chứa")
        .Line(400, 480, "Kính gửi:")
        .Line(560, 520, "- Công an tỉnh Phú Xuân;")
        .Line(560, 560, "- Ủy ban nhân dân các huyện, thành phố.")
        .Full(300, 640, "Thực hiện Công văn số 360/VP-NC ngày 01/11/2023 của Văn phòng Chính phủ về việc kiểm tra hồ chứa, Sở Nông")
        .Full(230, 680, "nghiệp và Môi trường đề nghị các cơ quan, đơn vị phối hợp thực hiện những nội dung sau đây trong quý này")
        .Line(230, 720, "và báo cáo kết quả.")
        .Line(300, 760, "1. Rà soát các hồ chứa trên địa bàn;")
        .Line(300, 800, "2. Lập phương án ứng phó thiên tai.")
        .Line(300, 840, "Trân trọng./.")
        .Line(230, 960, "Nơi nhận:", 1010, "KT. GIÁM ĐỐC")
        .Line(230, 1000, "- Như trên;", 990, "PHÓ GIÁM ĐỐC")
        .Line(230, 1040, "- Lưu: VT, QLN.")
        .Line(980, 1250, "Nguyễn Văn Mẫu");

    /// <summary>The letterhead, each column's lines on lines of their own.</summary>
    internal static PaperPage Head(PaperPage page, string number = "Số: 125/SNNMT-QLN", string place = "Phú Xuân") => page
        .Centred(430, 150, "UBND TỈNH PHÚ XUÂN")
        .Centred(430, 190, "SỞ NÔNG NGHIỆP VÀ")
        .Centred(430, 226, "MÔI TRƯỜNG")
        .Centred(430, 290, number)
        .Centred(1130, 150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        .Centred(1130, 190, "Độc lập - Tự do - Hạnh phúc")
        .Centred(1130, 290, place + ", ngày 09 tháng 11 năm 2023");

    /// <summary>A decision that runs over two pages, with an appendix on the third.</summary>
    internal static Page[] Decision() =>
    [
        Head(new PaperPage(1), "Số: 42/QĐ-SNNMT")
            .Centred(875, 400, "QUYẾT ĐỊNH")
            .Centred(875, 440, "Về việc thành lập Tổ công tác kiểm tra hồ chứa")
            .Rule(780, 476, 190, 2)
            .Centred(875, 520, "GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG")
            .Full(300, 600, "Căn cứ Luật Thủy lợi số 08/2017/QH14 ngày 19 tháng 6 năm 2017 của Quốc hội nước Cộng hòa xã hội chủ")
            .Line(230, 640, "nghĩa Việt Nam;")
            .Line(300, 680, "Xét đề nghị của Trưởng phòng Quản lý nước,")
            .Centred(875, 760, "QUYẾT ĐỊNH:")
            .Full(300, 840, "Điều 1. Thành lập Tổ công tác kiểm tra hồ chứa trên địa bàn tỉnh do ông Trần Văn Giả làm Tổ trưởng, gồm các")
            .Full(230, 880, "thành viên là cán bộ của Sở và của các đơn vị quản lý hồ chứa trên địa bàn, theo danh sách kèm theo Quyết")
            .Build(),
        new PaperPage(2)
            .Centred(827, 100, "2")
            .Line(230, 160, "định này.")
            .Full(300, 200, "Điều 2. Tổ công tác có nhiệm vụ kiểm tra, lập biên bản và báo cáo kết quả với Giám đốc Sở trước ngày 30 của")
            .Line(230, 240, "tháng cuối quý.")
            .Line(230, 360, "Nơi nhận:", 1020, "GIÁM ĐỐC")
            .Line(230, 400, "- Như Điều 2;")
            .Line(230, 440, "- Lưu: VT.")
            .Line(980, 620, "Đại tá Lê Thị Thử")
            .Build(),
        new PaperPage(3)
            .Centred(875, 150, "PHỤ LỤC")
            .Centred(875, 190, "Danh sách Tổ công tác")
            .Rule(230, 300, 1000, 3).Rule(230, 360, 1000, 3).Rule(230, 420, 1000, 3)
            .Rule(230, 300, 3, 123).Rule(500, 300, 3, 123).Rule(1227, 300, 3, 123)
            .Line(260, 318, "STT", 700, "Họ và tên")
            .Line(260, 378, "1", 700, "Trần Văn Giả")
            .Build(),
    ];
}
