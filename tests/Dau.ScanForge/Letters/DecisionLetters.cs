using static Dau.ScanForge.Letters.BodyItem;

namespace Dau.ScanForge.Letters;

/// <summary>Hand-written quyết định, kế hoạch, báo cáo and giấy mời of invented provinces.</summary>
public static class DecisionLetters
{
    /// <summary>Quyết định with Căn cứ and Điều.</summary>
    public static Letter Inspection => new()
    {
        Name = "quyet-dinh-doan-kiem-tra",
        ParentIssuer = "UBND TỈNH SƠN HÀ",
        Issuer = "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        Number = "0742",
        Code = "/QĐ-SGDĐT",
        Place = "Sơn Hà",
        Day = 25,
        DayByHand = true,
        NumberByHand = true,
        Month = 10,
        Year = 2023,
        TypeName = "QUYẾT ĐỊNH",
        Subject = "Về việc thành lập Đoàn kiểm tra công tác quản lý dạy thêm, học thêm và các khoản thu đầu năm học 2023 - 2024",
        Body =
        [
            Title("GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH SƠN HÀ"),
            Basis("Căn cứ [[Nghị định số 127/2018/NĐ-CP ngày 21 tháng 9 năm 2018 của Chính phủ]] quy định trách nhiệm quản lý nhà nước về giáo dục;"),
            Basis("Căn cứ [[Quyết định số 31/2022/QĐ-UBND ngày 15 tháng 8 năm 2022 của Ủy ban nhân dân tỉnh Sơn Hà]] quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của "
                + "Sở Giáo dục và Đào tạo;"),
            Basis("Căn cứ [[Công văn số 3318/UBND-VX ngày 02 tháng 10 năm 2023 của Ủy ban nhân dân tỉnh]] về việc chấn chỉnh tình trạng lạm thu trong các cơ sở giáo dục;"),
            Basis("Xét đề nghị của Chánh Thanh tra Sở và Trưởng phòng Kế hoạch - Tài chính."),
            Title("QUYẾT ĐỊNH:"),
            Paragraph("<b>Điều 1.</b> Thành lập Đoàn kiểm tra công tác quản lý dạy thêm, học thêm và việc thực hiện các khoản thu đầu năm học 2023 - 2024 tại 12 trường trung học phổ thông, "
                + "trung học cơ sở trên địa bàn tỉnh (sau đây gọi tắt là Đoàn kiểm tra), gồm các ông, bà có tên sau:"),
            Item("1. Ông Phạm Đức Nghiêm, Phó Giám đốc Sở, Trưởng đoàn;"),
            Item("2. Bà Lò Thị Hương Giang, Chánh Thanh tra Sở, Phó Trưởng đoàn;"),
            Item("3. Ông Nguyễn Khắc Thụ, Phó Trưởng phòng Kế hoạch - Tài chính, thành viên;"),
            Item("4. Bà Đỗ Minh Nguyệt, chuyên viên Phòng Giáo dục Trung học, thư ký."),
            Paragraph("<b>Điều 2.</b> Đoàn kiểm tra có nhiệm vụ:"),
            Item("1. Kiểm tra việc ban hành văn bản chỉ đạo, tổ chức dạy thêm, học thêm trong và ngoài nhà trường; việc lấy ý kiến cha mẹ học sinh; hồ sơ, sổ sách thu, chi."),
            Item("2. Làm rõ trách nhiệm của người đứng đầu trong trường hợp phát hiện sai phạm, kiến nghị biện pháp xử lý theo quy định; không gây khó khăn, phiền hà cho cơ sở."),
            Item("3. Thời hạn kiểm tra là 15 ngày làm việc, kể từ ngày công bố Quyết định. Chậm nhất 07 ngày sau khi kết thúc, Trưởng đoàn trình Giám đốc Sở báo cáo kết quả."),
            Paragraph("<b>Điều 3.</b> Kinh phí hoạt động của Đoàn kiểm tra được chi từ nguồn ngân sách giao cho Văn phòng Sở năm 2023, mức chi thực hiện theo "
                + "[[Nghị quyết số 08/2021/NQ-HĐND ngày 20/7/2021 của Hội đồng nhân dân tỉnh]]. Đoàn kiểm tra tự giải thể sau khi hoàn thành nhiệm vụ."),
            Paragraph("<b>Điều 4.</b> Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng, Chánh Thanh tra Sở, Trưởng các phòng chuyên môn, Hiệu trưởng các trường có tên trong danh sách "
                + "kiểm tra và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./."),
        ],
        Recipients = ["Như Điều 4;", "UBND tỉnh (báo cáo);", "Thanh tra tỉnh;", "UBND các huyện, thành phố;", "Giám đốc, các PGĐ Sở;", "Lưu: VT, TTr."],
        Signature = new(["GIÁM ĐỐC"], "Vương Thế Bảo"),
        Seal = new("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH SƠN HÀ", ["SỞ", "GIÁO DỤC", "VÀ ĐÀO TẠO"]),
    };

    /// <summary>Kế hoạch with nested lists on three pages; the signer has two posts.</summary>
    public static Letter PropagandaPlan => new()
    {
        Name = "ke-hoach-tuyen-truyen",
        ParentIssuer = "TỈNH AN KHÊ SƠN",
        Issuer = "BAN CHỈ ĐẠO CÔNG TÁC\nTHÔNG TIN ĐỐI NGOẠI",
        Number = "58",
        Code = "/KH-BCĐ",
        Place = "An Khê Sơn",
        Day = 14,
        Month = 3,
        Year = 2023,
        TypeName = "KẾ HOẠCH",
        Subject = "Tuyên truyền, đấu tranh với thông tin sai sự thật về dự án thủy điện Thượng Nguồn trên không gian mạng năm 2023",
        Body =
        [
            Paragraph("Thực hiện [[Kế hoạch số 112/KH-UBND ngày 28 tháng 02 năm 2023 của Ủy ban nhân dân tỉnh]] về công tác thông tin đối ngoại năm 2023 và ý kiến chỉ đạo của Thường trực Tỉnh ủy, "
                + "Ban Chỉ đạo Công tác thông tin đối ngoại tỉnh xây dựng Kế hoạch tuyên truyền với các nội dung sau:"),
            Heading("I. MỤC ĐÍCH, YÊU CẦU"),
            Heading("1. Mục đích", 2),
            Item("a) Cung cấp thông tin chính thống, kịp thời về chủ trương đầu tư, phương án bồi thường, hỗ trợ và tái định cư; tạo sự đồng thuận trong nhân dân vùng dự án.", 2),
            Item("b) Chủ động phát hiện, phản bác các luận điệu xuyên tạc; không để hình thành điểm nóng, không để khiếu kiện đông người vượt cấp.", 2),
            Heading("2. Yêu cầu", 2),
            Paragraph("Việc tuyên truyền phải bám sát thực tế, có trọng tâm, trọng điểm, phù hợp với phong tục, ngôn ngữ của đồng bào các dân tộc; tuyệt đối không đăng tải thông tin về quy mô lực lượng "
                + "tham gia bảo vệ thi công, không nêu danh tính người khiếu nại khi chưa có ý kiến của cơ quan chức năng."),
            Heading("II. NỘI DUNG VÀ HÌNH THỨC"),
            Heading("1. Trên báo chí và hệ thống truyền thanh cơ sở", 2),
            Item("- Đài Phát thanh và Truyền hình tỉnh mở chuyên mục “Thượng Nguồn hôm nay”, phát sóng 02 kỳ/tuần, thời lượng 10 phút bằng tiếng Việt và tiếng dân tộc;", 3),
            Item("- Báo An Khê Sơn điện tử đăng tối thiểu 06 tin, bài mỗi tháng phản ánh cuộc sống của 214 hộ dân tại khu tái định cư Bản Pho;", 3),
            Item("- Hệ thống loa truyền thanh của 17 xã phát nội dung hỏi - đáp về chính sách bồi thường vào khung giờ 5 giờ 30 phút và 17 giờ 30 phút hằng ngày.", 3),
            Heading("2. Trên mạng xã hội", 2),
            Item("a) Duy trì hoạt động của 35 trang, nhóm do các cơ quan, đoàn thể quản lý; mỗi trang đăng tải, chia sẻ ít nhất 03 nội dung tích cực một ngày.", 2),
            Item("b) Lực lượng cộng tác viên theo dõi các trang có nội dung tiêu cực, báo cáo Thường trực Ban Chỉ đạo trong vòng 02 giờ kể từ khi phát hiện. Đối với tài khoản vi phạm nhiều lần, "
                + "Sở Thông tin và Truyền thông phối hợp với Công an tỉnh lập hồ sơ, đề nghị nhà cung cấp dịch vụ hạn chế hiển thị hoặc gỡ bỏ.", 2),
            Item("c) Tổ chức 04 lớp tập huấn kỹ năng viết, bình luận cho 180 cộng tác viên; tài liệu tập huấn do Ban Tuyên giáo Tỉnh ủy biên soạn, thẩm định.", 2),
            Heading("3. Tuyên truyền miệng và thông tin đối ngoại", 2),
            Item("a) Thành lập 06 tổ công tác, mỗi tổ 05 người, đến từng hộ gia đình chưa đồng thuận tại các bản Pho, Ia Tơ và Đăk Rơ để giải thích chính sách bồi thường, lắng nghe kiến nghị; "
                + "ghi chép đầy đủ ý kiến, không hứa hẹn những nội dung vượt thẩm quyền.", 2),
            Item("b) Cung cấp thông tin cho phóng viên, nhà ngoại giao, tổ chức quốc tế đến tìm hiểu dự án theo nguyên tắc một đầu mối; mọi buổi làm việc phải có đại diện Sở Ngoại vụ và được báo cáo "
                + "bằng văn bản trong vòng 24 giờ.", 2),
            Item("c) Biên tập tờ gấp bằng ba thứ tiếng, số lượng 5.000 bản, phát tận tay người dân trước ngày 30 tháng 4 năm 2023.", 2),
            Heading("III. KINH PHÍ"),
            Paragraph("Tổng kinh phí thực hiện là 1.486.000.000 đồng (một tỷ bốn trăm tám mươi sáu triệu đồng), trong đó ngân sách tỉnh 1.120.000.000 đồng, nguồn kinh phí của chủ đầu tư hỗ trợ "
                + "theo thỏa thuận 366.000.000 đồng. Sở Tài chính hướng dẫn việc quản lý, thanh quyết toán."),
            Heading("IV. TỔ CHỨC THỰC HIỆN"),
            Item("1. Sở Thông tin và Truyền thông là cơ quan thường trực, chịu trách nhiệm đôn đốc, kiểm tra, tổng hợp kết quả, báo cáo Ban Chỉ đạo trước ngày 25 hằng tháng."),
            Item("2. Công an tỉnh chủ trì nắm tình hình, xác minh, xử lý theo thẩm quyền các tổ chức, cá nhân tán phát thông tin sai sự thật; bảo đảm an ninh, trật tự tại khu vực thi công."),
            Item("3. Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội vận động đoàn viên, hội viên gương mẫu chấp hành, tham gia giám sát việc chi trả tiền bồi thường."),
            Item("4. Ban Tuyên giáo Tỉnh ủy định hướng nội dung, thẩm định tài liệu; tổng hợp dư luận xã hội báo cáo Thường trực Tỉnh ủy vào thứ Năm hằng tuần."),
            Item("5. Sở Ngoại vụ theo dõi thông tin trên báo chí nước ngoài và các tổ chức phi chính phủ, kịp thời đề xuất nội dung người phát ngôn của tỉnh cần trả lời."),
            Item("6. Ủy ban nhân dân huyện Thượng Nguồn và huyện Đăk Mây tổ chức đối thoại với Nhân dân ít nhất một lần trong mỗi quý, công khai biên bản đối thoại tại trụ sở Ủy ban nhân dân xã."),
            Paragraph("Trên đây là Kế hoạch tuyên truyền, đấu tranh với thông tin sai sự thật về dự án thủy điện Thượng Nguồn năm 2023. Trong quá trình triển khai, nếu có vấn đề phát sinh, các cơ quan, "
                + "đơn vị kịp thời báo cáo Ban Chỉ đạo (qua Sở Thông tin và Truyền thông) để xem xét, điều chỉnh cho phù hợp./."),
        ],
        Recipients =
        [
            "Ban Chỉ đạo Trung ương (báo cáo);", "Thường trực Tỉnh ủy, HĐND tỉnh;", "Thành viên Ban Chỉ đạo;", "Các sở, ban, ngành liên quan;",
            "UBND huyện Thượng Nguồn, huyện Đăk Mây;", "Lưu: VT, STTTT.",
        ],
        Signature = new(["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC"], "Ksor Văn Thuận", LowerTitle: "GIÁM ĐỐC SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
        Seal = new("BAN CHỈ ĐẠO CÔNG TÁC THÔNG TIN ĐỐI NGOẠI", "TỈNH AN KHÊ SƠN", []),
    };

    /// <summary>Báo cáo with a ruled table.</summary>
    public static Letter LandReport => new()
    {
        Name = "bao-cao-giai-phong-mat-bang",
        ParentIssuer = "ỦY BAN NHÂN DÂN\nHUYỆN NẬM LƯƠNG",
        Issuer = "TRUNG TÂM PHÁT TRIỂN\nQUỸ ĐẤT",
        Number = "216",
        Code = "/BC-TTPTQĐ",
        Place = "Nậm Lương",
        Day = 4,
        Month = 7,
        Year = 2022,
        TypeName = "BÁO CÁO",
        Subject = "Kết quả giải phóng mặt bằng các dự án trọng điểm 6 tháng đầu năm 2022",
        Addressees = ["Ủy ban nhân dân huyện Nậm Lương"],
        Body =
        [
            Paragraph("Thực hiện [[Công văn số 654/UBND-TNMT ngày 22 tháng 6 năm 2022 của Ủy ban nhân dân huyện Nậm Lương]], Trung tâm Phát triển quỹ đất báo cáo kết quả công tác bồi thường, giải phóng "
                + "mặt bằng 6 tháng đầu năm 2022 như sau:"),
            Heading("I. KẾT QUẢ THỰC HIỆN"),
            Paragraph("Trong 6 tháng đầu năm, Trung tâm được giao thực hiện giải phóng mặt bằng 04 dự án với tổng diện tích thu hồi 186,4 ha, liên quan đến 731 hộ gia đình, cá nhân và 05 tổ chức. "
                + "Kết quả cụ thể theo bảng dưới đây:"),
            Table([0.7, 3.4, 1.6, 1.4, 1.9, 2.2],
                ["STT", "Tên dự án", "Diện tích (ha)", "Số hộ", "Đã chi trả (triệu đồng)", "Ghi chú"],
                ["1", "Khu đô thị sinh thái Bắc Nậm Lương", "92,6", "318", "41.275", "47 hộ chưa nhận tiền"],
                ["2", "Đường tránh thị trấn Nậm Lương", "31,8", "164", "22.910", "Hoàn thành"],
                ["3", "Hồ chứa nước Khe Lạnh", "48,5", "203", "18.064", "Vướng 12 ngôi mộ"],
                ["4", "Mở rộng bãi rác Đồi Sim", "13,5", "46", "3.527", "Người dân không đồng thuận"],
                ["", "Tổng cộng", "186,4", "731", "85.776", ""]),
            Heading("II. KHÓ KHĂN, VƯỚNG MẮC"),
            Item("1. Tại dự án Khu đô thị sinh thái Bắc Nậm Lương, còn 47 hộ chưa nhận tiền, chưa bàn giao đất do cho rằng giá bồi thường thấp hơn giá thị trường từ 3 đến 5 lần; 19 hộ đã gửi đơn khiếu nại "
                + "đến Thanh tra tỉnh và Ban Tiếp công dân Trung ương."),
            Item("2. Hồ sơ địa chính của xã Khe Vàng không được cập nhật từ năm 2009; 38 thửa đất có diện tích thực tế sai khác trên 10 % so với giấy chứng nhận, phải đo đạc lại."),
            Item("3. Ngày 17 tháng 5 năm 2022, khoảng 60 người dân thôn Đồi Sim tập trung ngăn cản đo đạc; tổ công tác phải tạm dừng, không có người bị thương."),
            Heading("III. KIẾN NGHỊ"),
            Paragraph("Đề nghị Ủy ban nhân dân huyện xem xét, trình Ủy ban nhân dân tỉnh điều chỉnh hệ số giá đất đối với 47 hộ nêu trên; chưa tổ chức cưỡng chế khi chưa đối thoại đầy đủ; đồng thời bố trí bổ sung "
                + "6.350 triệu đồng để thực hiện đo đạc, lập lại bản đồ địa chính tại hai xã Khe Vàng và Bản Pho trong quý III năm 2022."),
            Paragraph("Trung tâm Phát triển quỹ đất kính báo cáo Ủy ban nhân dân huyện xem xét, chỉ đạo./."),
        ],
        Recipients = ["Như trên;", "Phòng TN&MT, Phòng TC-KH huyện;", "Ban Giám đốc Trung tâm;", "Lưu: VT."],
        Signature = new(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Triệu Quang Phùng"),
        Seal = new("TRUNG TÂM PHÁT TRIỂN QUỸ ĐẤT", "HUYỆN NẬM LƯƠNG", []),
    };

    /// <summary>Giấy mời with several addressees.</summary>
    public static Letter Invitation => new()
    {
        Name = "giay-moi-hop",
        ParentIssuer = "UBND TỈNH SƠN HÀ",
        Issuer = "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG",
        Number = "97",
        Code = "/GM-STNMT",
        NumberByHand = true,
        Place = "Sơn Hà",
        Day = 9,
        DayByHand = true,
        Month = 5,
        Year = 2024,
        TypeName = "GIẤY MỜI",
        Subject = "Họp xử lý phản ánh về ô nhiễm nguồn nước suối Nậm Khao do xả thải của Nhà máy chế biến tinh bột sắn Thạch Bình",
        Addressees =
        [
            "Lãnh đạo Sở Công Thương;", "Phòng Cảnh sát phòng, chống tội phạm về môi trường - Công an tỉnh;", "Lãnh đạo UBND huyện Thạch Bình;",
            "Giám đốc Công ty cổ phần Nông sản Thạch Bình;", "Đại diện 05 hộ dân bản Nậm Khao.",
        ],
        Body =
        [
            Paragraph("Sau khi nghiên cứu [[Báo cáo số 131/BC-UBND ngày 26 tháng 4 năm 2024 của Ủy ban nhân dân huyện Thạch Bình]] và đơn phản ánh của Nhân dân bản Nậm Khao, Sở Tài nguyên và Môi trường trân trọng "
                + "kính mời các đồng chí, quý ông, bà tham dự cuộc họp với nội dung như sau:"),
            Paragraph("<b>1. Nội dung:</b> xem xét kết quả quan trắc nước thải, nước mặt tại 06 vị trí; thống nhất phương án khắc phục và hỗ trợ 83 hộ dân có cá nuôi bị chết."),
            Paragraph("<b>2. Chủ trì:</b> ông Bùi Văn Lịch, Phó Giám đốc Sở Tài nguyên và Môi trường."),
            Paragraph("<b>3. Thời gian:</b> 14 giờ 00 phút, thứ Tư, ngày 15 tháng 5 năm 2024."),
            Paragraph("<b>4. Địa điểm:</b> Phòng họp số 2, trụ sở Sở Tài nguyên và Môi trường, số 18 đường Hùng Lĩnh, thành phố Sơn Hà."),
            Paragraph("Đề nghị Công ty cổ phần Nông sản Thạch Bình chuẩn bị báo cáo vận hành hệ thống xử lý nước thải, nhật ký xả thải từ tháng 01 đến tháng 4 năm 2024 và gửi trước về Chi cục Bảo vệ môi trường "
                + "qua hộp thư cucbvmt@sonha.example chậm nhất ngày 13 tháng 5 năm 2024."),
            Paragraph("Sự có mặt đầy đủ của các thành phần được mời là rất cần thiết để cuộc họp đạt kết quả./."),
        ],
        Recipients = ["Như trên;", "UBND tỉnh (báo cáo);", "Giám đốc Sở;", "Lưu: VT, CCBVMT(Huệ)."],
        Signature = new(["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"], "Nông Thị Thu Huyền"),
        Seal = new("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH SƠN HÀ", ["SỞ", "TÀI NGUYÊN", "VÀ MÔI TRƯỜNG"]),
    };
}
