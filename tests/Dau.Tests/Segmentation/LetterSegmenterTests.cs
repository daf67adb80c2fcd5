using Dau.Model;
using Dau.Segmentation;

namespace Dau.Tests.Segmentation;

public sealed class LetterSegmenterTests
{
    private readonly LetterSegmenter segmenter = new();

    [Fact]
    public void The_header_of_a_letter_is_read_cell_by_cell_in_the_order_of_the_contract()
    {
        IReadOnlyList<Block> blocks = segmenter.Segment(SampleLetters.Official());

        Assert.Equal(
            ["ParentIssuer: UBND TỈNH PHÚ XUÂN", "Issuer: SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Motto: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc",
                "Number: Số: 125/SNNMT-QLN", "PlaceDate: Phú Xuân, ngày 09 tháng 11 năm 2023", "Subject: V/v phối hợp kiểm tra an toàn hồ chứa",
                "Addressee: Kính gửi: | - Công an tỉnh Phú Xuân; | - Ủy ban nhân dân các huyện, thành phố."],
            Describe(blocks, Section.Header));
    }

    [Fact]
    public void Titles_that_run_over_their_line_and_a_name_overleaf_stay_in_their_cells()
    {
        Page first = new PaperPage(1)
            .Centred(430, 150, "CÔNG AN TỈNH PHÚ XUÂN").Centred(430, 190, "CƠ QUAN AN NINH ĐIỀU TRA").Centred(430, 290, "Số: 57/GTT-ANĐT")
            .Centred(1130, 150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT").Centred(1130, 190, "NAM").Centred(1130, 230, "Độc lập - Tự do - Hạnh phúc")
            .Centred(1130, 290, "Phú Xuân, ngày 03 tháng 02 năm 2021")
            .Centred(875, 400, "GIẤY TRIỆU TẬP")
            .Full(300, 520, "Cơ quan An ninh điều tra Công an tỉnh Phú Xuân yêu cầu ông Trần Văn Giả có mặt tại trụ sở cơ quan để làm việc về")
            .Line(230, 560, "những nội dung có liên quan.")
            .Line(230, 2100, "Nơi nhận:", 960, "THỦ TRƯỞNG CƠ QUAN ĐIỀU")
            .Line(230, 2140, "- Như trên;").Line(1086, 2134, "TRA")
            .Build();
        Page second = new PaperPage(2).Line(980, 160, "Nguyễn Văn Mẫu").Build();

        IReadOnlyList<Block> blocks = segmenter.Segment([first, second]);

        Assert.Equal("CÔNG AN TỈNH PHÚ XUÂN", Text(blocks, BlockKind.ParentIssuer));
        Assert.Equal("CƠ QUAN AN NINH ĐIỀU TRA", Text(blocks, BlockKind.Issuer));
        Assert.Equal("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc", Text(blocks, BlockKind.Motto));
        Assert.Equal("GIẤY TRIỆU TẬP", Text(blocks, BlockKind.DocumentType));
        Assert.Equal("THỦ TRƯỞNG CƠ QUAN ĐIỀU TRA", Text(blocks, BlockKind.SignerTitle));
        Assert.Equal("Nguyễn Văn Mẫu", Text(blocks, BlockKind.SignerName));
    }

    [Fact]
    public void Lines_that_the_engine_drew_through_both_columns_are_taken_apart()
    {
        Page page = new PaperPage(1)
            .Line(322, 150, "UBND TỈNH PHÚ XUÂN", 914, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            .Line(270, 190, "VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI TỈNH PHÚ XUÂN LỚN", 968, "Độc lập - Tự do - Hạnh phúc")
            .Line(340, 290, "Số: 7/VPĐK-HC", 920, "Phú Xuân, ngày 09 tháng 11 năm 2023")
            .Line(400, 480, "Kính gửi: Sở Tư pháp tỉnh Phú Xuân.")
            .Full(300, 640, "Thực hiện nhiệm vụ được giao, Văn phòng Đăng ký đất đai đề nghị quý Sở phối hợp thực hiện những nội dung sau")
            .Full(230, 680, "đây trong quý này và báo cáo kết quả về Văn phòng trước ngày cuối cùng của tháng cuối quý để tổng hợp chung.")
            .Build();

        IReadOnlyList<Block> blocks = segmenter.Segment([page]);

        Assert.Equal("VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI TỈNH PHÚ XUÂN LỚN", Text(blocks, BlockKind.Issuer));
        Assert.Equal("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc", Text(blocks, BlockKind.Motto));
        Assert.Equal("Số: 7/VPĐK-HC", Text(blocks, BlockKind.Number));
        Assert.Equal("Phú Xuân, ngày 09 tháng 11 năm 2023", Text(blocks, BlockKind.PlaceDate));
    }

    [Fact]
    public void Paragraphs_are_joined_over_lines_and_items_stand_alone()
    {
        IReadOnlyList<Block> blocks = segmenter.Segment(SampleLetters.Official());

        Block[] body = [.. blocks.Where(static b => b.Section == Section.Body)];
        Assert.Equal([BlockKind.Paragraph, BlockKind.ListItem, BlockKind.ListItem, BlockKind.Paragraph], body.Select(static b => b.Kind));
        Assert.StartsWith("Thực hiện Công văn", body[0].Segments[0].Source, StringComparison.Ordinal);
        Assert.EndsWith("báo cáo kết quả.", body[0].Segments[^1].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_signature_is_read_apart_from_the_recipients_beside_it()
    {
        IReadOnlyList<Block> blocks = segmenter.Segment(SampleLetters.Official());

        Assert.Equal(
            ["Recipients: Nơi nhận: | - Như trên; | - Lưu: VT, QLN.", "Authority: KT. GIÁM ĐỐC", "SignerTitle: PHÓ GIÁM ĐỐC", "SignerName: Nguyễn Văn Mẫu"],
            Describe(blocks, Section.Signature));
    }

    [Fact]
    public void A_decision_keeps_its_articles_over_the_page_break_and_its_table_in_the_appendix()
    {
        IReadOnlyList<Block> blocks = segmenter.Segment(SampleLetters.Decision());

        Assert.Equal("QUYẾT ĐỊNH", Text(blocks, BlockKind.DocumentType));
        Assert.Equal("Về việc thành lập Tổ công tác kiểm tra hồ chứa", Text(blocks, BlockKind.Subject));
        Assert.Equal(2, blocks.Count(static b => b.Kind == BlockKind.LegalBasis));
        Block article = Assert.Single(blocks, static b => b.Section == Section.Body && b.Segments[0].Source.StartsWith("Điều 1.", StringComparison.Ordinal));
        Assert.EndsWith("Quyết định này.", article.Segments[^1].Source, StringComparison.Ordinal);
        Assert.Equal("2", Text(blocks, BlockKind.PageNumber));
        Block table = Assert.Single(blocks, static b => b.Kind == BlockKind.Table);
        Assert.Equal(Section.Appendix, table.Section);
        Assert.Equal(["0,0 STT", "0,1 Họ và tên", "1,0 1", "1,1 Trần Văn Giả"], table.Segments.Select(static s => $"{s.Cell!.Row},{s.Cell.Column} {s.Source}"));
        Assert.Equal("PHỤ LỤC", blocks.First(static b => b.Section == Section.Appendix).Segments[0].Source);
    }

    [Fact]
    public void A_page_without_a_letterhead_is_body_text_in_reading_order()
    {
        Page page = new PaperPage(1)
            .Full(300, 200, "Một văn bản không có đầu trang nào cả và cũng không có chữ ký ở cuối trang thì vẫn phải được đọc theo thứ tự")
            .Line(230, 240, "của các dòng.")
            .Line(300, 300, "Đoạn thứ hai.")
            .Build();

        IReadOnlyList<Block> blocks = segmenter.Segment([page]);

        Assert.Equal(2, blocks.Count);
        Assert.All(blocks, static b => Assert.Equal((Section.Body, BlockKind.Paragraph), (b.Section, b.Kind)));
        Assert.Equal(["b1", "b2"], blocks.Select(static b => b.Id));
    }

    [Theory]
    [InlineData("ỦY BAN NHÂN DÂN", "TỈNH PHÚ XUÂN", null, "ỦY BAN NHÂN DÂN TỈNH PHÚ XUÂN", "a name on two lines is one body")]
    [InlineData("UBND TỈNH PHÚ XUÂN", "SỞ TƯ PHÁP", "UBND TỈNH PHÚ XUÂN", "SỞ TƯ PHÁP", "a line that starts as an organ is another body")]
    [InlineData("TỈNH ỦY PHÚ XUÂN", "BAN TUYÊN GIÁO", "TỈNH ỦY PHÚ XUÂN", "BAN TUYÊN GIÁO", "organs of the Party too")]
    [InlineData("TRƯỜNG TIỂU HỌC", "BẢN PHO", null, "TRƯỜNG TIỂU HỌC BẢN PHO", "bản is a village, ban an organ")]
    [InlineData("BAN CHỈ HUY", "PHÒNG CHỐNG THIÊN TAI", null, "BAN CHỈ HUY PHÒNG CHỐNG THIÊN TAI", "phòng chống is no office")]
    [InlineData("BỘ VĂN HÓA, THỂ THAO VÀ", "DU LỊCH", null, "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "a name that ends in và goes on")]
    public void Parent_and_issuer_are_told_apart_by_how_organs_are_named(string first, string second, string? parent, string issuer, string reason)
    {
        Page page = new PaperPage(1)
            .Centred(430, 150, first).Centred(430, 190, second).Centred(430, 290, "Số: 7/ABC-HC")
            .Centred(1130, 150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Centred(1130, 190, "Độc lập - Tự do - Hạnh phúc")
            .Centred(1130, 290, "Phú Xuân, ngày 09 tháng 11 năm 2023").Build();

        IReadOnlyList<Block> blocks = segmenter.Segment([page]);

        Assert.True(parent == (blocks.Any(static b => b.Kind == BlockKind.ParentIssuer) ? Text(blocks, BlockKind.ParentIssuer) : null), reason);
        Assert.True(issuer == Text(blocks, BlockKind.Issuer), reason);
    }

    [Theory]
    [InlineData("với Nhân dân ít nhất một lần trong quý theo quy định của pháp luật", "a line that starts like the label")]
    [InlineData("Người nhận: bộ phận một cửa của Ủy ban nhân dân các xã, phường", "another label")]
    [InlineData("Nơi nhận hồ sơ là bộ phận một cửa của Ủy ban nhân dân các xã", "the words without a colon in running text")]
    public void Running_text_is_not_taken_for_the_label_of_the_recipients(string line, string reason)
    {
        Page page = new PaperPage(1).Full(300, 200, "Ủy ban nhân dân các huyện tổ chức đối thoại và tiếp nhận hồ sơ của người dân").Line(230, 240, line).Build();

        Assert.All(segmenter.Segment([page]), b => Assert.True(b.Section == Section.Body, reason));
    }

    [Theory]
    [InlineData("JNVơi nhận:", "the slanted N was read as three letters")]
    [InlineData("Woi nhân:", "marks and a letter misread")]
    public void The_label_of_the_recipients_is_known_through_reading_errors(string label, string reason)
    {
        Page page = SampleLetters.OfficialPage().Build();
        string[] parts = label.Split(' ');
        page = page with { Words = [.. page.Words.Select(w => w.Source switch { "Nơi" => w with { Source = parts[0] }, "nhận:" => w with { Source = parts[1] }, _ => w })] };

        Assert.True(segmenter.Segment([page]).Any(static b => b.Kind == BlockKind.Recipients), reason);
    }

    [Fact]
    public void Recipients_are_found_without_their_label_by_the_item_that_ends_them()
    {
        Page page = SampleLetters.OfficialPage().Build();
        page = page with { Words = [.. page.Words.Where(static w => w.Source is not ("Nơi" or "nhận:"))] };

        Assert.Equal("- Như trên; - Lưu: VT, QLN.", Text(segmenter.Segment([page]), BlockKind.Recipients));
    }

    [Fact]
    public void A_line_that_was_read_twice_counts_once()
    {
        Page page = SampleLetters.OfficialPage().Line(232, 1002, "- Như trên;", confidence: 0.7).Build();

        IReadOnlyList<Block> blocks = segmenter.Segment([page]);

        Assert.Equal("Nơi nhận: - Như trên; - Lưu: VT, QLN.", Text(blocks, BlockKind.Recipients));
        Assert.Contains(blocks, static b => b.Section == Section.Margin && b.Segments[0].Source == "- Như trên;");
    }

    [Fact]
    public void A_stamp_before_the_label_of_the_addressees_does_not_hide_it()
    {
        Page page = SampleLetters.OfficialPage().Build();
        Word label = page.Words.First(static w => w.Source == "Kính");
        page = page with { Words = [.. page.Words.SelectMany(w => w == label ? [w with { Id = "p1w999", Source = "0932", Layout = new PixelBox(300, 480, 60, 28), Confidence = 0.4 }, w] : new[] { w })] };

        Assert.Equal("Kính gửi: - Công an tỉnh Phú Xuân; - Ủy ban nhân dân các huyện, thành phố.", Text(segmenter.Segment([page]), BlockKind.Addressee));
    }

    [Fact]
    public void A_numbered_list_at_the_margin_is_split_by_its_numbers()
    {
        Page page = new PaperPage(1)
            .Full(230, 200, "1. Ông Trần Văn Giả, Trưởng phòng Quản lý nước thuộc Sở Nông nghiệp và Môi trường, Tổ trưởng Tổ công tác kiểm")
            .Full(230, 240, "2. Bà Lê Thị Thử, Phó Trưởng phòng Quản lý nước thuộc Sở Nông nghiệp và Môi trường, Tổ phó Tổ công tác kiểm tra")
            .Full(230, 280, "3. Ông Nguyễn Văn Mẫu, chuyên viên phòng Quản lý nước thuộc Sở Nông nghiệp và Môi trường, thành viên Tổ công tác")
            .Build();

        Assert.Equal(3, segmenter.Segment([page]).Count(static b => b.Kind == BlockKind.ListItem));
    }

    [Fact]
    public void A_draft_keeps_the_blanks_of_its_number_and_date_in_their_cells()
    {
        Page page = new PaperPage(1)
            .Centred(430, 150, "UBND TỈNH PHÚ XUÂN").Line(330, 290, "Số:").Line(470, 290, "/UBND-NC")
            .Centred(1130, 150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Centred(1130, 190, "Độc lập - Tự do - Hạnh phúc")
            .Line(900, 290, "Phú Xuân, ngày", 1180, "tháng").Build();
        page = page with { Words = [.. page.Words.Select(static w => w.Source == "tháng" ? w with { Layout = w.Layout with { X = 1170 } } : w)] };

        IReadOnlyList<Block> blocks = segmenter.Segment([page]);

        Assert.Equal("Số: /UBND-NC", Text(blocks, BlockKind.Number));
        Assert.Equal("Phú Xuân, ngày tháng", Text(blocks, BlockKind.PlaceDate));
    }

    [Fact]
    public void A_note_at_the_foot_follows_the_block_that_cites_it()
    {
        Page page = new PaperPage(1)
            .Full(300, 200, "Theo báo cáo của Sở(1) thì số hồ chứa trên địa bàn đã giảm so với cùng kỳ năm trước và không còn hồ nào mất an")
            .Line(230, 240, "toàn.")
            .Line(300, 300, "Đoạn thứ hai không có chú thích.")
            .Line(300, 340, "Đoạn thứ ba cũng không có chú thích.")
            .Rule(230, 2000, 300, 2)
            .Line(230, 2030, "(1) Báo cáo số 12/BC-SNN ngày 05/01/2023.", height: 22)
            .Build();

        IReadOnlyList<Block> blocks = segmenter.Segment([page]);

        Assert.Equal([Section.Body, Section.Footnote, Section.Body, Section.Body], blocks.Select(static b => b.Section));
    }

    [Fact]
    public void A_table_without_ruled_lines_is_read_by_its_columns()
    {
        Page page = new PaperPage(1)
            .Full(300, 200, "Kết quả kiểm tra hồ chứa trên địa bàn tỉnh trong quý vừa qua được tổng hợp theo từng huyện như sau đây:")
            .Line(240, 280, "STT", 400, "Huyện").Line(900, 280, "Số hồ").Line(1200, 280, "Ghi chú")
            .Line(250, 320, "1", 400, "Hòa Lĩnh").Line(920, 320, "12").Line(1200, 320, "Đã kiểm tra")
            .Line(250, 360, "2", 400, "Thạch Bình").Line(920, 360, "7").Line(1200, 360, "Chưa báo")
            .Line(1200, 396, "cáo")
            .Line(250, 440, "3", 400, "Khe Vàng").Line(920, 440, "9").Line(1200, 440, "Đã kiểm tra")
            .Line(300, 540, "Đoạn sau bảng.")
            .Build();

        IReadOnlyList<Block> blocks = segmenter.Segment([page]);

        Block table = Assert.Single(blocks, static b => b.Kind == BlockKind.Table);
        Assert.Equal(16, table.Segments.Count);
        Assert.Equal("2,3 Chưa báo", table.Segments.Where(static s => s.Cell is { Row: 2, Column: 3 }).Select(static s => $"{s.Cell!.Row},{s.Cell.Column} {s.Source}").Single()[..12]);
        Assert.Equal("Đoạn sau bảng.", blocks[^1].Segments[0].Source);
    }

    [Fact]
    public void A_second_letterhead_begins_another_letter()
    {
        Page[] pages = [.. SampleLetters.Decision(), .. SampleLetters.Official()];
        pages = [.. pages.Select(static (p, i) => p with { Number = i + 1 })];

        Assert.Equal<IEnumerable<int>>([[1, 2, 3], [4]], LetterSplitter.Split(pages));
    }

    [Fact]
    public void An_empty_form_of_an_appendix_begins_no_letter()
    {
        Page form = new PaperPage(4).Centred(430, 150, "TÊN CƠ QUAN").Line(330, 290, "Số: ...../.......")
            .Centred(1130, 150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Centred(1130, 190, "Độc lập - Tự do - Hạnh phúc")
            .Centred(1130, 290, "......., ngày ... tháng ... năm ...").Build();

        Assert.Single(LetterSplitter.Split([.. SampleLetters.Decision(), form]));
    }

    private static IEnumerable<string> Describe(IReadOnlyList<Block> blocks, Section section) =>
        blocks.Where(b => b.Section == section).Select(static b => $"{b.Kind}: {string.Join(" | ", b.Segments.Select(static s => s.Source))}");

    private static string Text(IReadOnlyList<Block> blocks, BlockKind kind) =>
        string.Join(' ', blocks.First(b => b.Kind == kind).Segments.Select(static s => s.Source));
}
