using Dau.Facts;
using Dau.Model;
using Dau.Segmentation;

namespace Dau.Tests.Segmentation;

/// <summary>Parts that only some letters have: quotations, running lines, lines of a digital signature, two signers, appendices that are signed.</summary>
public sealed class PartsOfLettersTests
{
    private const string Amending = "Sửa đổi, bổ sung một số điều của Quy định ban hành kèm theo Quyết định số 12/2021/QĐ-UBND như sau đây:";

    private readonly LetterSegmenter segmenter = new();

    [Fact]
    public void An_amended_article_is_a_quotation_from_its_opening_mark_to_its_closing_mark()
    {
        Page page = new PaperPage(1)
            .Full(300, 200, "Điều 1. " + Amending)
            .Line(300, 240, "1. Sửa đổi Điều 5 như sau:")
            .Line(300, 280, "“Điều 5. Trách nhiệm của Sở")
            .Line(300, 320, "1. Kiểm tra hồ chứa;")
            .Line(300, 360, "2. Báo cáo Ủy ban nhân dân tỉnh.”.")
            .Line(300, 400, "2. Bãi bỏ khoản 3 Điều 7.")
            .Build();

        Block[] blocks = [.. segmenter.Segment([page])];

        Assert.Equal(
            [BlockKind.Paragraph, BlockKind.ListItem, BlockKind.Quotation, BlockKind.Quotation, BlockKind.Quotation, BlockKind.ListItem],
            blocks.Select(static b => b.Kind));
    }

    [Fact]
    public void Chapters_divisions_articles_and_clauses_have_levels_below_one_another()
    {
        Page page = new PaperPage(1)
            .Centred(875, 200, "Chương II").Centred(875, 240, "TRÁCH NHIỆM")
            .Centred(875, 300, "Mục 1").Centred(875, 340, "DOANH NGHIỆP")
            .Line(300, 400, "Điều 3. Lưu trữ dữ liệu")
            .Full(300, 440, "1. Doanh nghiệp lưu trữ dữ liệu thuê bao trong thời hạn tối thiểu là hai mươi bốn tháng, dữ liệu gồm có:")
            .Line(230, 480, "a) Họ và tên của chủ thuê bao;")
            .Line(300, 520, "2. Doanh nghiệp không tiết lộ việc lưu trữ.")
            .Centred(875, 580, "Chương III").Centred(875, 620, "THI HÀNH")
            .Line(300, 680, "Điều 4. Hiệu lực thi hành")
            .Build();

        Assert.Equal(
            [("Chương", 1), ("TRÁCH", 1), ("Mục", 2), ("DOANH", 2), ("Điều", 3), ("1.", 4), ("a)", 5), ("2.", 4), ("Chương", 1), ("THI", 1), ("Điều", 2)],
            segmenter.Segment([page]).Select(static b => (b.Segments[0].Source.Split(' ')[0], b.Level ?? 0)));
    }

    [Fact]
    public void What_the_title_goes_on_with_in_small_letters_is_the_subject()
    {
        Page page = SampleLetters.Head(new PaperPage(1), "Số: 27/HD-SNNMT")
            .Centred(875, 400, "HƯỚNG DẪN").Centred(875, 440, "thực hiện Quy định số 69/QĐ-UBND ngày 06/7/2022 của Ủy ban nhân dân tỉnh")
            .Centred(875, 480, "về hồ chứa")
            .Full(300, 560, "Thực hiện Kế hoạch số 131/KH-UBND ngày 15/11/2022 của Ủy ban nhân dân tỉnh, Sở hướng dẫn như sau đây").Build();

        Assert.Equal(
            "thực hiện Quy định số 69/QĐ-UBND ngày 06/7/2022 của Ủy ban nhân dân tỉnh về hồ chứa",
            segmenter.Segment([page]).Single(static b => b.Kind == BlockKind.Subject).Segments[0].Source);
    }

    [Fact]
    public void A_mark_that_was_lost_spoils_no_other_quotation()
    {
        Page page = new PaperPage(1)
            .Full(300, 200, "Điều 1. " + Amending)
            .Line(300, 240, "1. Sửa đổi khoản 2 Điều 5 như sau:")
            .Line(300, 280, "-“2. Sở kiểm tra “hồ chứa và công trình;")
            .Line(300, 320, "a) Việc kiểm tra có biên bản.”")
            .Line(300, 360, "2. Sửa đổi điểm b khoản 1 Điều 6 như sau:")
            .Line(300, 400, "“b) Báo cáo Ủy ban nhân dân tỉnh;")
            .Line(300, 440, "3. Sửa đổi khoản 3 Điều 7 như sau:")
            .Line(300, 480, "“3. Công khai kết quả.”")
            .Line(300, 520, "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.")
            .Build();

        Assert.Equal(
            ["-“2.", "a)", "“b)", "“3."],
            segmenter.Segment([page]).Where(static b => b.Kind == BlockKind.Quotation).Select(static b => b.Segments[0].Source.Split(' ')[0]));
    }

    [Theory]
    [InlineData("“Nhà nước pháp quyền” là nội dung được quán triệt.", "a phrase in marks begins the sentence")]
    [InlineData("“Đoạn này không có dấu đóng vì đã bị mất.", "the closing mark was not read")]
    [InlineData("Cụm từ “hồ chứa” được bãi bỏ.", "a phrase within the sentence")]
    public void Marks_within_a_paragraph_make_no_quotation(string text, string reason)
    {
        Page page = new PaperPage(1).Full(300, 200, Amending).Line(300, 240, text).Line(300, 280, "Đoạn sau không có dấu.").Build();

        Assert.True(segmenter.Segment([page]).All(static b => b.Kind != BlockKind.Quotation), reason);
    }

    [Fact]
    public void A_line_that_runs_through_the_upper_margin_is_no_text_of_the_letter()
    {
        Page[] pages = [.. SampleLetters.Decision().Select(static (p, i) => p with { Words = [.. p.Words, .. Running(p.Number, $"CÔNG BÁO TỈNH/Số {45 + i}/Ngày 10-3-2023")] })];

        IReadOnlyList<Block> blocks = segmenter.Segment(pages);

        Assert.Equal(3, blocks.Count(static b => b.Section == Section.Margin && b.Segments[0].Source.StartsWith("CÔNG BÁO", StringComparison.Ordinal)));
        Assert.EndsWith("Quyết định này.", blocks.Single(static b => b.Segments[0].Source.StartsWith("Điều 1.", StringComparison.Ordinal)).Segments[^1].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_digital_signature_prints_above_the_letterhead_is_no_issuer()
    {
        Page page = SampleLetters.OfficialPage()
            .Line(1000, 40, "Người ký: Sở Nông nghiệp").Line(1000, 64, "Email: sonn@phuxuan.gov.vn").Line(1000, 88, "Thời gian ký: 09.11.2023 14:48:49 +07:00")
            .Build();

        IReadOnlyList<Block> blocks = segmenter.Segment([page]);

        Block signature = Assert.Single(blocks, static b => b.Kind == BlockKind.DigitalSignature);
        Assert.Equal(3, signature.Segments.Count);
        Assert.Equal("UBND TỈNH PHÚ XUÂN", blocks.Single(static b => b.Kind == BlockKind.ParentIssuer).Segments[0].Source);
    }

    [Fact]
    public void Two_who_sign_side_by_side_are_two_signers()
    {
        Page page = new PaperPage(1)
            .Full(300, 200, "Sở Nông nghiệp và Môi trường và Công an tỉnh thống nhất phối hợp trong công tác kiểm tra hồ chứa trong năm nay.")
            .Line(300, 400, "GIÁM ĐỐC CÔNG AN TỈNH", 1000, "KT. GIÁM ĐỐC")
            .Line(1000, 436, "PHÓ GIÁM ĐỐC")
            .Line(320, 700, "Đại tá Lê Thị Thử", 980, "Nguyễn Văn Mẫu")
            .Build();

        IReadOnlyList<Block> blocks = segmenter.Segment([page]);
        DocumentFacts facts = new LetterFactReader().Read(blocks, [page]);

        Assert.Equal("Nguyễn Văn Mẫu", facts.Signer?.Name);
        Assert.Equal("Lê Thị Thử", Assert.Single(facts.CoSigners).Name);
    }

    [Fact]
    public void Minutes_are_signed_by_who_took_them_and_who_chaired()
    {
        Page page = new PaperPage(1)
            .Full(300, 200, "Biên bản được lập thành hai bản, đọc lại cho mọi người cùng nghe và ký tên dưới đây để làm bằng chứng.")
            .Line(400, 400, "THƯ KÝ", 1050, "CHỦ TỌA")
            .Line(320, 700, "Trần Thị Mỹ Thử", 1020, "Y Bhem Niê")
            .Line(230, 800, "Nơi nhận:").Line(230, 836, "- Lưu: VT.")
            .Build();

        DocumentFacts facts = new LetterFactReader().Read(segmenter.Segment([page]), [page]);

        Assert.Equal(("Y Bhem Niê", "CHỦ TỌA", null), (facts.Signer?.Name, facts.Signer?.Titles[0], facts.Signer?.Authority));
        Assert.Equal(("Trần Thị Mỹ Thử", "THƯ KÝ"), (facts.CoSigners[0].Name, facts.CoSigners[0].Titles[0]));
    }

    [Fact]
    public void An_office_whose_name_takes_two_lines_pushes_its_signer_down()
    {
        Page page = new PaperPage(1)
            .Full(300, 200, "Sở Nông nghiệp và Môi trường và Công an tỉnh thống nhất phối hợp trong công tác kiểm tra hồ chứa trong năm nay.")
            .Line(330, 400, "KT. BỘ TRƯỞNG", 1060, "KT. BỘ TRƯỞNG")
            .Line(310, 436, "BỘ TÀI CHÍNH", 950, "BỘ LAO ĐỘNG - THƯƠNG BINH")
            .Line(330, 472, "THỨ TRƯỞNG", 1080, "VÀ XÃ HỘI")
            .Line(1080, 508, "THỨ TRƯỞNG")
            .Line(300, 700, "Trương Hữu Mẫu").Line(1050, 740, "Đoàn Thị Thử")
            .Build();

        DocumentFacts facts = new LetterFactReader().Read(segmenter.Segment([page]), [page]);

        Assert.Equal("Đoàn Thị Thử", facts.Signer?.Name);
        Assert.Equal(["BỘ TRƯỞNG", "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "THỨ TRƯỞNG"], facts.Signer?.Titles ?? []);
        Assert.Equal("Trương Hữu Mẫu", Assert.Single(facts.CoSigners).Name);
    }

    [Fact]
    public void Four_who_sign_minutes_two_by_two_keep_their_own_posts()
    {
        Page page = new PaperPage(1)
            .Full(300, 200, "Biên bản được lập thành hai bản, đọc lại cho mọi người cùng nghe và ký tên dưới đây để làm bằng chứng.")
            .Line(300, 400, "ĐẠI DIỆN CÁC HỘ DÂN", 1040, "TM. TỔ CÔNG TÁC").Line(1070, 436, "TỔ TRƯỞNG")
            .Line(340, 640, "Kiều Văn Mẫu", 1050, "Trần Quang Thử")
            .Line(310, 720, "ĐẠI DIỆN UBND XÃ", 1090, "THƯ KÝ")
            .Line(340, 920, "Đỗ Văn Biểu", 1050, "Đàm Thu Mẫu")
            .Build();

        DocumentFacts facts = new LetterFactReader().Read(segmenter.Segment([page]), [page]);

        Assert.Equal(("Trần Quang Thử", "TM", "TỔ TRƯỞNG"), (facts.Signer?.Name, facts.Signer?.Authority, facts.Signer?.Titles[^1]));
        Assert.Equal(["Đàm Thu Mẫu: THƯ KÝ", "Kiều Văn Mẫu: ĐẠI DIỆN CÁC HỘ DÂN", "Đỗ Văn Biểu: ĐẠI DIỆN UBND XÃ"], facts.CoSigners.Select(static s => $"{s.Name}: {s.Titles[0]}"));
    }

    [Theory]
    [InlineData("CÁN BỘ TIẾP DÂN", 1100, "Bùi Quang Mẫu", "Bùi Quang Mẫu", "a post of no list, with a name under its middle")]
    [InlineData("CÁN BỘ TIẾP DÂN", 800, "Bùi Quang Mẫu", null, "the name stands under something else")]
    [InlineData("CÁN BỘ TIẾP DÂN", 1100, "Thông Báo Mẫu", null, "no family name")]
    public void Under_a_post_that_is_on_no_list_a_family_name_is_the_signers(string post, int middle, string name, string? signer, string reason)
    {
        Page page = new PaperPage(1)
            .Full(300, 200, "Nếu vắng mặt không vì lý do bất khả kháng thì có thể bị dẫn giải theo quy định của pháp luật về tố tụng hình sự.")
            .Centred(1100, 400, post).Centred(middle, 640, name).Build();

        DocumentFacts facts = new LetterFactReader().Read(segmenter.Segment([page]), [page]);

        Assert.True(signer == facts.Signer?.Name, $"{reason}: {facts.Signer?.Name}");
    }

    [Fact]
    public void Minutes_have_their_kind_in_the_title_and_open_with_today()
    {
        Page page = SampleLetters.Head(new PaperPage(1), "Số: 27/BB-SNNMT")
            .Centred(875, 400, "BIÊN BẢN LÀM VIỆC").Centred(875, 440, "V/v giải quyết đơn kiến nghị của các hộ dân")
            .Full(300, 490, "Hôm nay, hồi 08 giờ 15 phút, ngày 03 tháng 4 năm 2019, tại nhà văn hóa thôn Mẫu, chúng tôi gồm có các ông bà:").Build();

        DocumentFacts facts = new LetterFactReader().Read(segmenter.Segment([page]), [page]);

        Assert.Equal(("biên bản làm việc", "giải quyết đơn kiến nghị của các hộ dân"), (facts.DocumentType, facts.Subject));
    }

    [Theory]
    [InlineData("ĐỎ Viết Thuận", 0.55, "Đỗ Viết Thuận", "a short family name looks like capitals")]
    [InlineData("MgAi Hải Triều", 0.1, "Mai Hải Triều", "one frequent family name is a letter off the wreck")]
    [InlineData("Ihải Công Lập", 0.1, "Thái Công Lập", "the same with the marks of another syllable")]
    [InlineData("bại Thế Nguyên Khang", 0.9, "Bại Thế Nguyên Khang", "Nguyên is no family name here: what stands before it belongs to the name")]
    [InlineData("5=z Công Lập R", 0.1, "… Công Lập", "nothing is left of the family name")]
    public void What_a_seal_left_of_a_name_is_read_and_called_uncertain(string line, double confidence, string name, string reason)
    {
        Page page = new PaperPage(1).Full(300, 200, "Sở Nông nghiệp và Môi trường thông báo để các cơ quan, đơn vị và địa phương trong tỉnh biết và phối hợp thực hiện.")
            .Centred(1100, 400, "KT. GIÁM ĐỐC").Centred(1100, 436, "PHÓ GIÁM ĐỐC").Centred(1100, 700, line).Line(230, 400, "Nơi nhận:").Line(230, 436, "- Lưu: VT.").Build();
        page = page with { Words = [.. page.Words.Select(w => w.Source == line.Split(' ')[0] || w.Source == "R" ? w with { Confidence = confidence } : w)] };

        DocumentFacts facts = new LetterFactReader().Read(segmenter.Segment([page]), [page]);

        Assert.True(facts.Signer?.Name == name && facts.Uncertain.Contains("signer.name"), $"{reason}: {facts.Signer?.Name}");
    }

    [Fact]
    public void A_table_without_a_line_at_its_side_ends_where_the_lines_across_end()
    {
        PaperPage paper = new PaperPage(1).Full(300, 200, Amending);
        foreach (int y in new[] { 300, 350, 400 })
        {
            paper.Rule(230, y, 1290, 3);
        }

        Page page = paper.Rule(230, 300, 3, 103).Rule(900, 300, 3, 103)
            .Line(260, 310, "Tên cơ sở").Line(950, 310, "Công suất").Line(260, 360, "Hợp tác xã").Line(950, 360, "1.200").Full(300, 480, Amending).Build();

        Block table = segmenter.Segment([page]).Single(static b => b.Kind == BlockKind.Table);

        Assert.Equal(["0,0 Tên cơ sở", "0,1 Công suất", "1,0 Hợp tác xã", "1,1 1.200"], table.Segments.Select(static s => $"{s.Cell?.Row},{s.Cell?.Column} {s.Source}"));
    }

    [Fact]
    public void A_note_whose_raised_number_was_read_as_a_letter_is_a_footnote()
    {
        Page page = new PaperPage(1).Full(300, 200, Amending).Full(300, 240, Amending).Full(300, 280, Amending)
            .Line(300, 320, "Trân trọng./.").Rule(300, 1500, 400, 2).Line(300, 1520, "Ì Thường trú tại tổ dân phố số 8.", height: 18).Build();

        Block note = Assert.Single(segmenter.Segment([page]), static b => b.Kind == BlockKind.Footnote);

        Assert.EndsWith("tổ dân phố số 8.", note.Segments[0].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Numerals_that_were_bent_keep_their_rank()
    {
        Page page = new PaperPage(1).Full(300, 200, Amending)
            .Line(300, 240, "I- ĐÁNH GIÁ TÌNH HÌNH").Line(300, 280, "Nội dung đoạn thứ nhất của phần này.")
            .Line(300, 320, "IH- NHIỆM VỤ").Line(300, 360, "1. Giao Công an huyện thực hiện.").Line(300, 400, "_2. Giao Sở. Tổ công tác báo cáo.").Build();

        Block[] blocks = [.. segmenter.Segment([page])];

        Assert.Equal([(BlockKind.Heading, 1), (BlockKind.Heading, 1)], blocks.Where(static b => b.Kind == BlockKind.Heading).Select(static b => (b.Kind, b.Level ?? 0)));
        Assert.Equal("_2. Giao Sở.", blocks[^1].Segments[0].Source);
    }

    [Fact]
    public void An_I_before_a_2_was_a_1()
    {
        Page page = new PaperPage(1).Full(300, 200, Amending).Line(300, 240, "I. Tạm dừng các cuộc họp.").Line(300, 280, "2. Hoàn thành việc sơ tán.").Build();

        Assert.Equal([1, 1], segmenter.Segment([page]).Where(static b => b.Kind == BlockKind.ListItem).Select(static b => b.Level ?? 0));
    }

    [Fact]
    public void A_plan_of_two_bodies_names_both_and_its_kind()
    {
        Page page = new PaperPage(1)
            .Centred(430, 150, "CÔNG AN TỈNH - SỞ TƯ PHÁP").Centred(430, 230, "Số: 23/KHLN-CAT-STP")
            .Centred(1130, 150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Centred(1130, 190, "Độc lập - Tự do - Hạnh phúc").Centred(1130, 230, "Phú Xuân, ngày 19 tháng 5 năm 2022")
            .Centred(870, 340, "KẾ HOẠCH LIÊN NGÀNH").Centred(870, 380, "Phối hợp quản lý hoạt động của luật sư")
            .Full(300, 480, Amending).Full(230, 520, Amending).Build();

        DocumentFacts facts = new LetterFactReader().Read(segmenter.Segment([page]), [page]);

        Assert.Equal(("CÔNG AN TỈNH - SỞ TƯ PHÁP", "kế hoạch liên ngành", "Phối hợp quản lý hoạt động của luật sư"), (facts.Issuer, facts.DocumentType, facts.Subject));
    }

    [Fact]
    public void Below_a_head_who_is_signed_for_stands_the_deputy()
    {
        Page page = new PaperPage(1).Full(300, 200, Amending).Centred(1100, 400, "KT. GIÁM ĐỐC CÔNG AN TỈNH").Centred(1100, 436, "GIÁM ĐỐC").Centred(1100, 700, "Nguyễn Văn Mẫu")
            .Line(230, 400, "Nơi nhận:").Line(230, 436, "- Lưu: VT.").Build();

        DocumentFacts facts = new LetterFactReader().Read(segmenter.Segment([page]), [page]);

        Assert.Equal(["GIÁM ĐỐC CÔNG AN TỈNH", "PHÓ GIÁM ĐỐC"], facts.Signer?.Titles ?? []);
        Assert.Contains("signer.titles", facts.Uncertain);
    }

    [Fact]
    public void A_digit_lower_than_any_letter_is_a_speck()
    {
        Page page = new PaperPage(1).Full(300, 200, Amending).Line(870, 250, "2", height: 8).Line(300, 290, "Trân trọng./.").Build();

        Assert.Equal(["2"], segmenter.Segment([page]).Where(static b => b.Section == Section.Margin).Select(static b => b.Segments[0].Source));
    }

    [Fact]
    public void A_line_of_the_body_that_begins_with_ve_viec_is_no_subject()
    {
        Page page = SampleLetters.Head(new PaperPage(1), "Số: 57/QĐ-SNN")
            .Centred(870, 400, "QUYẾT ĐỊNH").Centred(870, 440, "Về việc giải quyết chế độ đối với cán bộ")
            .Full(300, 540, "Căn cứ Thông tư số 58/2022/TT-BNV ngày 26/3/2022 của Bộ trưởng Bộ Nội vụ hướng dẫn một số nội dung")
            .Line(230, 580, "về việc ổn định đời sống Nhân dân;").Full(300, 620, "Căn cứ Công văn số 9570/BTNMT-TTr ngày 14/3/2022 của Bộ Tài nguyên và Môi trường trả lời kiến nghị")
            .Build();

        DocumentFacts facts = new LetterFactReader().Read(segmenter.Segment([page]), [page]);

        Assert.Equal(("quyết định", "Về việc giải quyết chế độ đối với cán bộ"), (facts.DocumentType, facts.Subject));
    }

    [Fact]
    public void An_appendix_keeps_its_own_signature_and_what_follows_it()
    {
        Page[] pages = [.. SampleLetters.Decision(), new PaperPage(4)
            .Line(300, 150, "Biên bản được lập thành hai bản.")
            .Line(1010, 300, "GIÁM ĐỐC")
            .Line(980, 560, "Trần Văn Giả")
            .Line(300, 800, "Ghi chú của phụ lục.")
            .Build()];

        Block[] appendix = [.. segmenter.Segment(pages).Where(static b => b.Section == Section.Appendix && b.Page == 4)];
        DocumentFacts facts = new LetterFactReader().Read(segmenter.Segment(pages), pages);

        Assert.Equal([BlockKind.Paragraph, BlockKind.SignerTitle, BlockKind.SignerName, BlockKind.Paragraph], appendix.Select(static b => b.Kind));
        Assert.Equal("Lê Thị Thử", facts.Signer?.Name);
    }

    [Fact]
    public void A_receivers_stamp_whose_word_was_not_read_is_no_part_of_the_subject()
    {
        Page page = SampleLetters.OfficialPage().Line(270, 402, "UBND HUYỆN").Line(300, 434, "PHÚ LĨNH").Line(250, 520, "Chuyển: ......").Build();

        IReadOnlyList<Block> blocks = segmenter.Segment([page]);

        Assert.Equal("V/v phối hợp kiểm tra an toàn hồ chứa", blocks.Single(static b => b.Kind == BlockKind.Subject).Segments[0].Source);
        Assert.Equal(3, Assert.Single(blocks, static b => b.Kind == BlockKind.ReceiptStamp).Segments.Count);
    }

    [Theory]
    [InlineData("VI, GIÁM ĐỐC", "P V", "KT", "the letters of KT. and all but one of PHÓ GIÁM ĐỐC are under the seal")]
    [InlineData("Ĩ L, GIÁM ĐỐC", "Chánh Văn phòng", "TL", "the first letter of TL. was bent")]
    [InlineData("GIÁM ĐỐC", "s to GIẢM Ð C", "KT", "a deputy below the head signs for the head")]
    public void What_a_seal_left_of_an_authority_still_tells_it_and_is_called_uncertain(string head, string below, string authority, string reason)
    {
        PaperPage paper = new PaperPage(1).Full(300, 200, "Sở Nông nghiệp và Môi trường thông báo để các cơ quan, đơn vị và địa phương trong tỉnh biết và phối hợp thực hiện.")
            .Centred(1100, 400, head).Centred(1100, 436, below).Centred(1100, 700, "Nguyễn Văn Mẫu").Line(230, 400, "Nơi nhận:").Line(230, 436, "- Lưu: VT.");
        Page page = paper.Build();
        page = page with { Words = [.. page.Words.Select(w => w.Source is "VI," or "Ĩ" or "L," or "P" or "V" or "s" or "C" ? w with { Confidence = 0.3 } : w)] };

        // The two lines of a deputy who signs for the head begin level with each other.
        if (below == "P V")
        {
            int left = page.Words.First(static w => w.Source == "VI,").Layout.X;
            page = page with { Words = [.. page.Words.Select(w => w.Source is "P" or "V" ? w with { Layout = w.Layout with { X = left + (w.Source == "P" ? 0 : 30) } } : w)] };
        }

        DocumentFacts facts = new LetterFactReader().Read(segmenter.Segment([page]), [page]);

        Assert.True(facts.Signer?.Authority == authority && facts.Uncertain.Contains("signer.authority"), $"{reason}: {facts.Signer?.Authority} {string.Join(" | ", facts.Signer?.Titles ?? [])}");
    }

    private static IEnumerable<Word> Running(int page, string text)
    {
        int x = 500;
        foreach ((string word, int i) in text.Split(' ').Select(static (w, i) => (w, i)))
        {
            var box = new PixelBox(x, 60, word.Length * 12, 24);
            x = box.Right + 12;
            yield return new Word { Id = $"p{page}r{i}", Ocr = word, Source = word, Box = box, Layout = box, Line = 900, Confidence = 0.9 };
        }
    }
}
