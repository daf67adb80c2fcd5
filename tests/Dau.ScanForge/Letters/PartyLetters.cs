using static Dau.ScanForge.Letters.BodyItem;

namespace Dau.ScanForge.Letters;

/// <summary>Hand-written letters of invented Party bodies, and of offices that sign in other ways: by order, by authorisation, as a draft.</summary>
public static class PartyLetters
{
    /// <summary>Party công văn.</summary>
    public static Letter ProvincialCommittee => new()
    {
        Name = "cong-van-tinh-uy",
        Profile = LetterProfile.Party,
        Issuer = "TỈNH ỦY SƠN HÀ",
        Number = "36",
        Code = "-CV/TU",
        Place = "Sơn Hà",
        Day = 19,
        Month = 4,
        Year = 2021,
        Subject = "Về việc lãnh đạo công tác bảo đảm an ninh, trật tự bầu cử tại các địa bàn phức tạp",
        Addressees =
        [
            "Ban cán sự đảng Ủy ban nhân dân tỉnh,", "Đảng ủy Công an tỉnh, Đảng ủy Quân sự tỉnh,", "Ban Tuyên giáo, Ban Dân vận Tỉnh ủy,", "Các huyện ủy, Thành ủy Sơn Hà.",
        ],
        Body =
        [
            Paragraph("Thời gian qua, cấp ủy các cấp đã tập trung lãnh đạo công tác chuẩn bị bầu cử đại biểu Quốc hội khóa XV và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2021 - 2026 đúng tiến độ, đúng luật. "
                + "Tuy nhiên, tại một số địa bàn còn tiềm ẩn yếu tố phức tạp: khiếu kiện đất đai kéo dài ở huyện Nậm Lương; hoạt động tôn giáo trái pháp luật ở huyện Khe Vàng; có 04 trường hợp tự ứng cử "
                + "đưa thông tin cá nhân lên mạng xã hội để vận động trái quy định."),
            Paragraph("Căn cứ [[Chỉ thị số 45-CT/TW ngày 20/6/2020 của Bộ Chính trị]], Ban Thường vụ Tỉnh ủy yêu cầu:"),
            Item("1. Các huyện ủy, Thành ủy chỉ đạo rà soát từng khu vực bỏ phiếu, phân công cấp ủy viên phụ trách; giải quyết dứt điểm các vụ việc khiếu nại tồn đọng trước ngày 10/5/2021, không để lợi dụng "
                + "kích động, tẩy chay bầu cử."),
            Item("2. Đảng ủy Công an tỉnh lãnh đạo xây dựng phương án bảo vệ tuyệt đối an toàn 612 khu vực bỏ phiếu; nắm tình hình từ cơ sở; không dùng biện pháp vũ trang khi chưa được Thường trực Tỉnh ủy đồng ý."),
            Item("3. Ban Tuyên giáo Tỉnh ủy định hướng báo chí, mạng xã hội; tăng cường thông tin về tiểu sử, chương trình hành động của người ứng cử; chủ động đấu tranh, phản bác thông tin xấu, độc."),
            Item("4. Ban Dân vận Tỉnh ủy phối hợp với Mặt trận Tổ quốc và các đoàn thể vận động chức sắc, chức việc, người có uy tín tham gia đi bầu đầy đủ."),
            Paragraph("Nhận được Công văn này, đề nghị các cấp ủy nghiêm túc triển khai thực hiện; kết quả báo cáo Ban Thường vụ (qua Văn phòng Tỉnh ủy) trước ngày 15/5/2021."),
        ],
        Recipients = ["Như trên,", "Thường trực Tỉnh ủy (báo cáo),", "Các đồng chí Tỉnh ủy viên,", "Lưu Văn phòng Tỉnh ủy."],
        Signature = new(["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"], "Lương Xuân Hoạt"),
        Seal = new("ĐẢNG CỘNG SẢN VIỆT NAM", "TỈNH ỦY SƠN HÀ", []),
    };

    /// <summary>Party kế hoạch, signed K/T.</summary>
    public static Letter DistrictPropaganda => new()
    {
        Name = "ke-hoach-ban-tuyen-giao",
        Profile = LetterProfile.Party,
        ParentIssuer = "HUYỆN ỦY THƯỢNG NGUỒN",
        Issuer = "BAN TUYÊN GIÁO",
        Number = "17",
        Code = "-KH/BTGHU",
        Place = "Thượng Nguồn",
        Day = 2,
        Month = 8,
        Year = 2024,
        TypeName = "KẾ HOẠCH",
        Subject = "tổ chức hội nghị báo cáo viên và nắm bắt dư luận xã hội quý III năm 2024",
        Body =
        [
            Paragraph("Thực hiện [[Hướng dẫn số 121-HD/BTGTU ngày 18/7/2024 của Ban Tuyên giáo Tỉnh ủy An Khê Sơn]] về công tác tuyên truyền miệng, Ban Tuyên giáo Huyện ủy xây dựng Kế hoạch như sau:"),
            Paragraph("<b>1. Mục đích.</b> Kịp thời thông tin tình hình thời sự, nắm bắt tâm trạng, tư tưởng của cán bộ, đảng viên và Nhân dân; đề xuất cấp ủy giải pháp định hướng dư luận, nhất là về việc di dân lòng hồ."),
            Paragraph("<b>2. Thành phần.</b> Báo cáo viên cấp huyện; cộng tác viên dư luận xã hội; bí thư chi bộ 23 thôn, bản; mời đại diện Công an huyện và Phòng Dân tộc."),
            Paragraph("<b>3. Thời gian, địa điểm.</b> 08 giờ ngày 09/8/2024, tại Hội trường Trung tâm Chính trị huyện."),
            Paragraph("<b>4. Nội dung.</b> Thông báo kết quả chi trả bồi thường đợt 3; kỹ năng đối thoại với hộ dân chưa đồng thuận; cách nhận biết tin giả. Các đồng chí dự hội nghị không ghi âm, không quay phim, "
                + "không phát tán tài liệu."),
            Paragraph("Căn cứ Kế hoạch này, đề nghị các đảng ủy xã, thị trấn cử cán bộ tham dự đầy đủ, đúng thành phần."),
        ],
        Recipients = ["Ban Tuyên giáo Tỉnh ủy (báo cáo),", "Thường trực Huyện ủy,", "Các đảng ủy xã, thị trấn,", "Lưu Ban Tuyên giáo Huyện ủy."],
        Signature = new(["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"], "Rơ Châm Hiền"),
        Seal = new("ĐẢNG BỘ HUYỆN THƯỢNG NGUỒN", "BAN TUYÊN GIÁO", []),
    };

    /// <summary>Công văn with receipt stamp, digital signature and address.</summary>
    public static Letter OfficeByOrder => new()
    {
        Name = "cong-van-van-phong",
        ParentIssuer = "ỦY BAN NHÂN DÂN\nTỈNH AN KHÊ SƠN",
        Issuer = "VĂN PHÒNG",
        Number = "2094",
        Code = "/VP-KGVX",
        Place = "An Khê Sơn",
        Day = 21,
        Month = 11,
        Year = 2024,
        Subject = "báo cáo việc chi trả chế độ cho giáo viên hợp đồng và nhân viên y tế thôn, bản",
        Addressees = ["Sở Tài chính;", "Sở Giáo dục và Đào tạo;", "Sở Y tế;", "Bảo hiểm xã hội tỉnh."],
        Receipt = new("SỞ TÀI CHÍNH TỈNH AN KHÊ SƠN", "5316", "22/11/24"),
        DigitalSignature = ["Ký bởi: VĂN PHÒNG UBND TỈNH AN KHÊ SƠN", "Cơ quan: UBND tỉnh An Khê Sơn", "Thời gian ký: 21/11/2024 16:08:42 +07:00"],
        Address = "Địa chỉ: 01 Lê Hồng Sơn, thành phố An Khê Sơn. Điện thoại: 0269.000.1234. Thư điện tử: vanphong@ankheson.example",
        Body =
        [
            Paragraph("Văn phòng Ủy ban nhân dân tỉnh nhận được [[Văn bản số 77/LĐLĐ ngày 12/11/2024 của Liên đoàn Lao động tỉnh]] phản ánh việc 126 giáo viên hợp đồng và 341 nhân viên y tế thôn, bản tại 5 huyện "
                + "chưa được chi trả phụ cấp từ tháng 6 năm 2024 đến nay."),
            Paragraph("Về việc này, Chủ tịch Ủy ban nhân dân tỉnh có ý kiến như sau:"),
            Paragraph("Giao Sở Tài chính chủ trì, phối hợp với Sở Giáo dục và Đào tạo, Sở Y tế, Bảo hiểm xã hội tỉnh rà soát, làm rõ nguyên nhân chậm chi trả, trách nhiệm của từng cơ quan, đơn vị; "
                + "đề xuất nguồn kinh phí chi trả dứt điểm trong tháng 12 năm 2024; báo cáo Chủ tịch Ủy ban nhân dân tỉnh trước ngày 29/11/2024."),
            Paragraph("Văn phòng Ủy ban nhân dân tỉnh thông báo để các cơ quan biết, thực hiện./."),
        ],
        Recipients = ["Như trên;", "Chủ tịch UBND tỉnh (báo cáo);", "PCT UBND tỉnh Đàm Thị Vân Khánh;", "Liên đoàn Lao động tỉnh;", "CVP, PCVP (KGVX);", "Lưu: VT, P3."],
        Signature = new(["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"], "Châu Ngọc Sáng"),
        Seal = new("ỦY BAN NHÂN DÂN TỈNH AN KHÊ SƠN", "VĂN PHÒNG", []),
    };

    /// <summary>Draft without number, day and month.</summary>
    public static Letter Draft => new()
    {
        Name = "du-thao-chua-so",
        ParentIssuer = "UBND TỈNH SƠN HÀ",
        Issuer = "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
        Code = "/STTTT-TTBCXB",
        Place = "Sơn Hà",
        Month = null,
        Year = 2022,
        Subject = "đề nghị không đưa tin về vụ việc tại khu công nghiệp Bình Thạch khi chưa có thông tin chính thức",
        Urgency = "KHẨN",
        Addressees = ["Các cơ quan báo chí trên địa bàn tỉnh;", "Văn phòng đại diện, phóng viên thường trú tại tỉnh;", "Phòng Văn hóa và Thông tin các huyện, thành phố."],
        Body =
        [
            Paragraph("Trong hai ngày 06 và 07 tháng 6 năm 2022, khoảng 900 công nhân Công ty trách nhiệm hữu hạn Giày da Bình Thạch ngừng việc tập thể, yêu cầu tăng tiền ăn ca và thanh toán tiền làm thêm giờ. "
                + "Hiện nay các cơ quan chức năng đang làm việc với doanh nghiệp."),
            Paragraph("Để bảo đảm thông tin thống nhất, không làm phức tạp thêm tình hình, thực hiện ý kiến chỉ đạo của Ủy ban nhân dân tỉnh tại cuộc họp ngày 07 tháng 6 năm 2022, "
                + "Sở Thông tin và Truyền thông đề nghị:"),
            Item("1. Các cơ quan báo chí không đưa tin, bài, hình ảnh về vụ việc khi chưa có thông cáo của cơ quan có thẩm quyền; không dẫn lại nội dung trên mạng xã hội."),
            Item("2. Phóng viên thường trú khi tác nghiệp tại hiện trường phải xuất trình giấy giới thiệu và thẻ nhà báo."),
            Item("3. Phòng Văn hóa và Thông tin các huyện, thành phố theo dõi, nhắc nhở chủ các trang thông tin, tài khoản có nhiều người theo dõi trên địa bàn."),
            Paragraph("Đề nghị các cơ quan, đơn vị phối hợp thực hiện./."),
        ],
        Recipients = ["Như trên;", "Ban Tuyên giáo Tỉnh ủy;", "UBND tỉnh (báo cáo);", "Lưu: VT, TTBCXB."],
        Signature = new(["GIÁM ĐỐC"], "Mạc Đăng Tuyển", Signed: false),
    };

    /// <summary>Công văn with two appendices, one on its side, footnotes and a QR code.</summary>
    public static Letter WithAppendix => new()
    {
        Name = "cong-van-phu-luc",
        ParentIssuer = "BỘ TƯ LỆNH\nQUÂN KHU TRƯỜNG SƠN",
        Issuer = "BỘ CHỈ HUY QUÂN SỰ\nTỈNH AN KHÊ SƠN",
        Number = "1375",
        Code = "/BCH-TM",
        Place = "An Khê Sơn",
        Day = 30,
        Month = 1,
        Year = 2023,
        Subject = "đề nghị bảo đảm vật chất, kinh phí diễn tập khu vực phòng thủ năm 2023",
        Addressees = ["Ủy ban nhân dân tỉnh An Khê Sơn;", "Sở Kế hoạch và Đầu tư;", "Sở Tài chính."],
        QrPayload = "https://vanban.ankheson.example/tra-cuu?so=1375-BCH-TM&ma=7Q4K",
        Body =
        [
            Paragraph("Thực hiện [[Chỉ lệnh số 09/CL-BTL ngày 05 tháng 01 năm 2023 của Tư lệnh Quân khu Trường Sơn]] về công tác quân sự, quốc phòng năm 2023, Bộ Chỉ huy Quân sự tỉnh được giao tổ chức diễn tập khu vực "
                + "phòng thủ tỉnh và 02 huyện{1} trong tháng 8 năm 2023."),
            Paragraph("Để chuẩn bị chu đáo, an toàn, tiết kiệm, Bộ Chỉ huy Quân sự tỉnh đề nghị Ủy ban nhân dân tỉnh xem xét, bảo đảm các nội dung sau:"),
            Item("1. Phê duyệt dự toán kinh phí 7.840 triệu đồng theo Phụ lục I kèm theo, trong đó chi cho phần thực binh không quá 60 % tổng dự toán{2}."),
            Item("2. Giao Sở Kế hoạch và Đầu tư bố trí vốn sửa chữa 3,2 km đường cơ động vào thao trường Đồi 217; hoàn thành trước ngày 15 tháng 6 năm 2023."),
            Item("3. Huy động 24 xe vận tải của các doanh nghiệp theo danh sách tại Phụ lục II; việc thanh toán thực hiện theo [[Thông tư số 72/2020/TT-BQP ngày 15 tháng 6 năm 2020 của Bộ trưởng Bộ Quốc phòng]]."),
            Item("4. Bồi thường hoa màu cho các hộ dân trong khu vực diễn tập ngay sau khi kết thúc, không để phát sinh khiếu nại."),
            Paragraph("Bộ Chỉ huy Quân sự tỉnh đề nghị Ủy ban nhân dân tỉnh xem xét, quyết định./."),
        ],
        Footnotes = new Dictionary<int, string>
        {
            [1] = "Huyện Thượng Nguồn và huyện Đăk Mây, theo Kế hoạch đã được Thường trực Tỉnh ủy thông qua ngày 27 tháng 12 năm 2022.",
            [2] = "Năm 2019, phần thực binh chiếm 58,3 % tổng kinh phí đã quyết toán.",
        },
        Recipients = ["Như trên;", "Thường trực Tỉnh ủy (báo cáo);", "Bộ Tham mưu Quân khu;", "Chỉ huy trưởng, Chính ủy;", "Lưu: VT, TM. H08."],
        Signature = new(["KT. CHỈ HUY TRƯỞNG", "PHÓ CHỈ HUY TRƯỞNG", "KIÊM THAM MƯU TRƯỞNG"], "Phùng Bá Lượng", "Thượng tá"),
        Seal = new("QUÂN ĐỘI NHÂN DÂN VIỆT NAM", "BỘ CHQS TỈNH AN KHÊ SƠN", []),
        Appendices =
        [
            new("PHỤ LỤC I", "Dự toán kinh phí diễn tập khu vực phòng thủ năm 2023", "(Kèm theo Công văn số 1375/BCH-TM ngày 30 tháng 01 năm 2023 của Bộ Chỉ huy Quân sự tỉnh An Khê Sơn)",
            [
                Paragraph("Đơn vị tính: triệu đồng"),
                Table([0.8, 5, 2, 2.6],
                    ["STT", "Nội dung chi", "Số tiền", "Nguồn"],
                    ["1", "Xây dựng văn kiện, thao trường, thông tin liên lạc", "1.460", "Ngân sách tỉnh"],
                    ["2", "Diễn tập thực binh, đạn dược, xăng dầu", "4.690", "Ngân sách tỉnh"],
                    ["3", "Bảo đảm ăn, ở cho 1.150 cán bộ, chiến sĩ", "1.125", "Ngân sách tỉnh"],
                    ["4", "Bồi thường hoa màu, khen thưởng", "565", "Ngân sách huyện"],
                    ["", "Tổng cộng", "7.840", ""]),
                Paragraph("Ghi chú: mức chi cụ thể thực hiện theo dự toán chi tiết được cơ quan có thẩm quyền phê duyệt; không chi ngoài dự toán."),
            ]),
            new("PHỤ LỤC II", "Danh sách doanh nghiệp được huy động phương tiện vận tải", "(Kèm theo Công văn số 1375/BCH-TM ngày 30 tháng 01 năm 2023 của Bộ Chỉ huy Quân sự tỉnh An Khê Sơn)",
            [
                Table([0.7, 4.2, 3.4, 1.4, 2.4, 2.4],
                    ["STT", "Tên doanh nghiệp", "Địa chỉ", "Số xe", "Loại xe", "Thời gian huy động"],
                    ["1", "Hợp tác xã Vận tải Đồng Tiến", "Phường Hòa Thạch, thành phố An Khê Sơn", "10", "Tải 8 tấn", "Từ 05/8 đến 20/8"],
                    ["2", "Công ty TNHH Khoáng sản Đăk Mây", "Thị trấn Đăk Mây", "8", "Ben 15 tấn", "Từ 05/8 đến 16/8"],
                    ["3", "Công ty cổ phần Cao su Thượng Nguồn", "Xã Ia Blang, huyện Thượng Nguồn", "6", "Xe khách 45 chỗ", "Từ 08/8 đến 20/8"]),
            ], Landscape: true),
        ],
    };

    /// <summary>Công văn stamped MẬT.</summary>
    public static Letter Classified => new()
    {
        Name = "cong-van-mat",
        ParentIssuer = "BỘ CÔNG AN",
        Issuer = "CÔNG AN TỈNH AN KHÊ SƠN",
        Number = "45",
        Code = "/CAT-PA02",
        NumberByHand = true,
        Place = "An Khê Sơn",
        Day = 8,
        DayByHand = true,
        Month = 6,
        Year = 2023,
        Subject = "trao đổi tình hình người nước ngoài hoạt động trên danh nghĩa tổ chức phi chính phủ",
        Secrecy = "MẬT",
        Addressees = ["Sở Ngoại vụ tỉnh An Khê Sơn;", "Liên hiệp các tổ chức hữu nghị tỉnh."],
        Body =
        [
            Paragraph("Từ ngày 12 tháng 4 đến ngày 28 tháng 5 năm 2023, có 07 người nước ngoài thuộc 03 tổ chức phi chính phủ đến làm việc tại các xã vùng dự án thủy điện Thượng Nguồn. "
                + "Ngoài nội dung đã đăng ký, các đối tượng tiếp xúc 26 hộ dân, ghi âm ý kiến về tái định cư và chụp ảnh khu vực đập chính khi chưa được phép."),
            Paragraph("Để phục vụ công tác quản lý, Công an tỉnh đề nghị:"),
            Item("1. Sở Ngoại vụ cung cấp hồ sơ xin phép hoạt động, lịch trình và danh sách người phiên dịch đi cùng; không gia hạn chương trình khi chưa trao đổi thống nhất với Công an tỉnh."),
            Item("2. Liên hiệp các tổ chức hữu nghị tỉnh rà soát các khoản viện trợ tiếp nhận từ năm 2021 đến nay, làm rõ nguồn tiền, mục đích sử dụng và người thụ hưởng."),
            Paragraph("Nội dung trao đổi thuộc danh mục bí mật nhà nước, đề nghị sử dụng đúng mục đích, không sao chụp. Văn bản trả lời gửi về Phòng An ninh đối ngoại trước ngày 20 tháng 6 năm 2023./."),
        ],
        Recipients = ["Như trên;", "Cục An ninh đối ngoại (báo cáo);", "Lưu: VT, PA02. 4b."],
        Signature = new(["GIÁM ĐỐC"], "Đặng Hữu Chiến", "Đại tá"),
        Seal = new("CÔNG AN TỈNH", "AN KHÊ SƠN", []),
    };

    /// <summary>Tờ trình signed by authorisation.</summary>
    public static Letter SchoolProposal => new()
    {
        Name = "to-trinh-truong-hoc",
        ParentIssuer = "PHÒNG GD&ĐT HUYỆN THẠCH BÌNH",
        Issuer = "TRƯỜNG PTDTBT TIỂU HỌC\nBẢN PHO",
        Number = "09",
        Code = "/TTr-THBP",
        Place = "Bản Pho",
        Day = 3,
        Month = 1,
        Year = 2025,
        TypeName = "TỜ TRÌNH",
        Subject = "Về việc xin hỗ trợ kinh phí sửa chữa nhà bán trú và bếp ăn sau mưa lũ",
        Addressees = ["Ủy ban nhân dân huyện Thạch Bình;", "Phòng Giáo dục và Đào tạo huyện Thạch Bình."],
        Body =
        [
            Paragraph("Căn cứ [[Thông báo số 412/TB-UBND ngày 16/12/2024 của Ủy ban nhân dân huyện Thạch Bình]] về kết luận cuộc họp khắc phục hậu quả mưa lũ;"),
            Paragraph("Trường Phổ thông dân tộc bán trú Tiểu học Bản Pho hiện có 14 lớp với 387 học sinh, trong đó 212 em ở bán trú. Đợt mưa lũ ngày 24 và 25 tháng 11 năm 2024 đã làm tốc mái 03 phòng ở, "
                + "sập 18 m tường rào và cuốn trôi toàn bộ lương thực dự trữ tại bếp ăn, rất may không có thiệt hại về người."),
            Paragraph("Nhà trường đã huy động phụ huynh đóng góp 146 ngày công để dựng lại lán tạm, nhưng không đủ khả năng sửa chữa lâu dài. Kính đề nghị Ủy ban nhân dân huyện xem xét hỗ trợ 285.000.000 đồng "
                + "để lợp lại mái tôn, xây tường rào và mua sắm dụng cụ nhà bếp; dự kiến hoàn thành trước ngày 28/02/2025."),
            Paragraph("Rất mong nhận được sự quan tâm, giúp đỡ của Ủy ban nhân dân huyện và Phòng Giáo dục và Đào tạo. Nhà trường xin trân trọng cảm ơn./."),
        ],
        Recipients = ["Như trên;", "UBND xã Bản Pho;", "Lưu: VT."],
        Signature = new(["TUQ. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"], "Giàng Thị Mỷ"),
        Seal = new("HUYỆN THẠCH BÌNH", "TỈNH SƠN HÀ", ["TRƯỜNG", "PTDTBT", "TIỂU HỌC", "BẢN PHO"]),
    };
}
