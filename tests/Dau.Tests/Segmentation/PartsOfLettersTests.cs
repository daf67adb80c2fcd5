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
