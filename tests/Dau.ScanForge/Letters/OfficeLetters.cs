using static Dau.ScanForge.Letters.BodyItem;

namespace Dau.ScanForge.Letters;

/// <summary>Hand-written công văn and thông báo of an invented province. Every office, place below the state and person is invented.</summary>
public static class OfficeLetters
{
    /// <summary>Công văn on religious groups: two pages, HỎA TỐC, number and day by hand.</summary>
    public static Letter InternalAffairs => new()
    {
        Name = "cong-van-noi-chinh",
        Issuer = "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ",
        Number = "4127",
        Code = "/UBND-NC",
        NumberByHand = true,
        Place = "Sơn Hà",
        Day = 18,
        DayByHand = true,
        Month = 9,
        Year = 2023,
        Subject = "tăng cường quản lý nhà nước về tín ngưỡng, tôn giáo tại các xã vùng cao",
        Urgency = "HỎA TỐC",
        Addressees =
        [
            "Sở Nội vụ;", "Công an tỉnh;", "Sở Thông tin và Truyền thông;", "Ủy ban nhân dân các huyện Khe Vàng, Nậm Lương, Thạch Bình;",
        ],
        Body =
        [
            Paragraph("Ủy ban nhân dân tỉnh nhận được [[Báo cáo số 287/BC-CAT ngày 11 tháng 9 năm 2023 của Công an tỉnh]] về tình hình hoạt động của một số nhóm "
                + "sinh hoạt tôn giáo chưa đăng ký tại địa bàn các xã Khe Vàng, Nậm Lương và Thạch Bình. Theo báo cáo, từ đầu năm đến nay các nhóm này đã tổ chức "
                + "27 buổi sinh hoạt tập trung tại nhà riêng, có lúc lên đến 140 người tham dự, trong đó có 36 người dưới 18 tuổi."),
            Paragraph("Thực hiện [[Công văn số 1563/BNV-TGCP ngày 04 tháng 8 năm 2023 của Bộ Nội vụ]] về việc phối hợp quản lý hoạt động tôn giáo trên không gian mạng, "
                + "Chủ tịch Ủy ban nhân dân tỉnh có ý kiến chỉ đạo như sau:"),
            Item("1. Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan rà soát, lập danh sách các điểm nhóm chưa được chấp thuận đăng ký sinh hoạt tôn giáo tập trung; "
                + "hướng dẫn người đại diện hoàn thiện hồ sơ theo quy định của Luật Tín ngưỡng, tôn giáo, không để phát sinh điểm nóng về an ninh trật tự."),
            Item("2. Giao Công an tỉnh:"),
            Item("a) Nắm chắc tình hình, kịp thời phát hiện các đối tượng lợi dụng hoạt động tôn giáo để tuyên truyền, lôi kéo người dân trái pháp luật;", 2),
            Item("b) Không áp dụng biện pháp giải tán đối với các buổi sinh hoạt trong gia đình khi chưa có ý kiến bằng văn bản của Ủy ban nhân dân tỉnh.", 2),
            Item("3. Sở Thông tin và Truyền thông theo dõi thông tin trên mạng xã hội, tham mưu xử lý các tài khoản đăng tải nội dung xuyên tạc; tổng hợp kết quả, báo cáo "
                + "Ủy ban nhân dân tỉnh trước ngày 30 tháng 9 năm 2023."),
            Item("4. Ủy ban nhân dân các huyện chỉ đạo Ủy ban nhân dân cấp xã cử cán bộ gặp gỡ, vận động từng hộ gia đình; phát huy vai trò của già làng, trưởng bản và "
                + "người có uy tín trong đồng bào dân tộc thiểu số."),
            Paragraph("Yêu cầu Thủ trưởng các cơ quan, đơn vị nghiêm túc triển khai thực hiện; trong quá trình thực hiện nếu có khó khăn, vướng mắc, kịp thời phản ánh về "
                + "Sở Nội vụ để được hướng dẫn./."),
        ],
        Recipients = ["Như trên;", "Thường trực Tỉnh ủy (báo cáo);", "Chủ tịch, các PCT UBND tỉnh;", "Ban Dân vận Tỉnh ủy;", "CVP, PCVP Lê Hữu Toản;", "Lưu: VT, NC."],
        Signature = new(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Đinh Trọng Khải"),
        Seal = new("ỦY BAN NHÂN DÂN", "TỈNH SƠN HÀ", []),
    };

    /// <summary>Thông báo on duty over Tết.</summary>
    public static Letter HealthNotice => new()
    {
        Name = "thong-bao-y-te",
        ParentIssuer = "UBND TỈNH AN KHÊ SƠN",
        Issuer = "SỞ Y TẾ",
        Number = "1268",
        Code = "/TB-SYT",
        Place = "An Khê Sơn",
        Day = 6,
        Month = 2,
        Year = 2024,
        TypeName = "THÔNG BÁO",
        Subject = "Về việc phân công trực và bảo đảm công tác khám bệnh, chữa bệnh trong dịp Tết Nguyên đán Giáp Thìn năm 2024",
        Body =
        [
            Paragraph("Thực hiện [[Chỉ thị số 02/CT-UBND ngày 12 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh An Khê Sơn]] về việc tổ chức đón Tết Nguyên đán vui tươi, lành mạnh, "
                + "an toàn, tiết kiệm; Sở Y tế thông báo một số nội dung về công tác trực và bảo đảm khám bệnh, chữa bệnh trong thời gian nghỉ Tết như sau:"),
            Item("1. Thời gian trực: từ 07 giờ 30 phút ngày 08 tháng 02 đến 07 giờ 30 phút ngày 15 tháng 02 năm 2024."),
            Item("2. Các bệnh viện, trung tâm y tế tổ chức trực theo bốn cấp: trực lãnh đạo, trực chuyên môn, trực hành chính - hậu cần và trực bảo vệ; chuẩn bị đủ "
                + "cơ số thuốc, dịch truyền, máu và phương tiện cấp cứu để sẵn sàng ứng phó với tai nạn giao thông, ngộ độc thực phẩm và dịch bệnh."),
            Item("3. Không từ chối hoặc xử trí chậm trễ các trường hợp cấp cứu. Trường hợp vượt quá khả năng chuyên môn phải hội chẩn với tuyến trên trước khi chuyển người bệnh."),
            Item("4. Chế độ báo cáo: trước 14 giờ hằng ngày, các đơn vị gửi số liệu về Phòng Nghiệp vụ Y để tổng hợp, báo cáo Bộ Y tế và Ủy ban nhân dân tỉnh."),
            Paragraph("Nhận được thông báo này, đề nghị Thủ trưởng các đơn vị khẩn trương triển khai thực hiện./."),
        ],
        Recipients = ["UBND tỉnh (báo cáo);", "Giám đốc, các Phó Giám đốc Sở;", "Các đơn vị trực thuộc;", "Trang thông tin điện tử Sở Y tế;", "Lưu: VT, NVY (Thảo, 25b)."],
        Signature = new(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Hoàng Thị Bích Liên", "BS.CKII"),
        Seal = new("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH AN KHÊ SƠN", ["SỞ", "Y TẾ"]),
    };

    /// <summary>Công văn that asks for subscribers' data; name by stamp.</summary>
    public static Letter PoliceRequest => new()
    {
        Name = "cong-van-cong-an",
        ParentIssuer = "BỘ CÔNG AN",
        Issuer = "CÔNG AN TỈNH SƠN HÀ",
        Number = "893",
        Code = "/CAT-PA05",
        Place = "Sơn Hà",
        Day = 7,
        Month = 12,
        Year = 2022,
        Subject = "đề nghị phối hợp cung cấp thông tin thuê bao",
        Addressees = ["Sở Thông tin và Truyền thông tỉnh Sơn Hà"],
        Body =
        [
            Paragraph("Qua công tác nắm tình hình trên không gian mạng, Công an tỉnh Sơn Hà phát hiện trang “Tiếng nói Khe Vàng” đăng tải 14 bài viết và 6 đoạn phim phản ánh việc thu hồi "
                + "đất tại Dự án Khu đô thị sinh thái Bắc Nậm Lương, thu hút trên 52.000 lượt xem và nhiều ý kiến bình luận trái chiều, gây dư luận không tốt trong nhân dân."),
            Paragraph("Căn cứ Điều 26 Luật An ninh mạng và [[Kế hoạch số 215/KH-UBND ngày 20/10/2022 của Ủy ban nhân dân tỉnh Sơn Hà]], Công an tỉnh đề nghị quý Sở chỉ đạo các doanh nghiệp viễn thông "
                + "trên địa bàn cung cấp các thông tin sau:"),
            Item("- Họ tên, ngày sinh, số giấy tờ tùy thân, địa chỉ của chủ thuê bao đã đăng ký quản trị trang nêu trên;"),
            Item("- Nhật ký đăng nhập từ ngày 01/11/2022 đến ngày 30/11/2022;"),
            Item("- Danh sách các thuê bao thường xuyên liên lạc, kèm theo vị trí trạm thu phát sóng."),
            Paragraph("Văn bản trả lời đề nghị gửi về Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao trước ngày 15/12/2022; đầu mối liên hệ: Thiếu tá Vũ Quốc Trạch, "
                + "điện thoại 0693.000.118."),
            Paragraph("Rất mong nhận được sự phối hợp của quý Sở./."),
        ],
        Recipients = ["Như trên;", "Đ/c Giám đốc (để báo cáo);", "Lưu: VT, PA05(Đ3)."],
        Signature = new(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Trần Mạnh Đoàn", "Đại tá", NameByStamp: true),
        Seal = new("CÔNG AN TỈNH", "SƠN HÀ", []),
    };
}
