using Dau.Facts;
using Dau.Model;
using Dau.Segmentation;
using Dau.Tests.Segmentation;

namespace Dau.Tests.Facts;

public sealed class LetterFactReaderTests
{
    [Fact]
    public void The_facts_of_a_letter_are_read_off_its_blocks()
    {
        DocumentFacts facts = Read(SampleLetters.Official());

        Assert.Equal("125/SNNMT-QLN", facts.Number);
        Assert.Equal("2023-11-09", facts.Date);
        Assert.Equal("Phú Xuân", facts.Place);
        Assert.Equal("UBND TỈNH PHÚ XUÂN", facts.ParentIssuer);
        Assert.Equal("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", facts.Issuer);
        Assert.Equal("công văn", facts.DocumentType);
        Assert.Equal("phối hợp kiểm tra an toàn hồ chứa", facts.Subject);
        Assert.Equal(["Công an tỉnh Phú Xuân;", "Ủy ban nhân dân các huyện, thành phố."], facts.Addressees);
        Assert.Equal(["Như trên;", "Lưu: VT, QLN."], facts.Recipients);
        Assert.Equal("Nguyễn Văn Mẫu", facts.Signer?.Name);
        Assert.Equal("KT", facts.Signer?.Authority);
        Assert.Equal(["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], facts.Signer?.Titles ?? []);
        Citation citation = Assert.Single(facts.Citations);
        Assert.Equal(("360/VP-NC", "2023-11-01", "Văn phòng Chính phủ"), (citation.Number, citation.Date, citation.Issuer));
        Assert.Empty(facts.Uncertain);
    }

    [Fact]
    public void Every_fact_names_the_words_it_rests_on()
    {
        Page[] pages = SampleLetters.Official();
        DocumentFacts facts = Read(pages);

        Assert.Equal(["Số:", "125/SNNMT-QLN"], Words(pages, facts.Evidence["number"]));
        Assert.Equal(["Nguyễn", "Văn", "Mẫu"], Words(pages, facts.Evidence["signer.name"]));
        Assert.Superset(new HashSet<string>(["number", "date", "place", "issuer", "parentIssuer", "subject", "addressees", "recipients", "signer.titles"], StringComparer.Ordinal),
            new HashSet<string>(facts.Evidence.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void The_addressees_of_a_telegram_stand_behind_who_sends_it()
    {
        DocumentFacts facts = Read([SampleLetters.Head(new PaperPage(1), "Số: 27/CĐ-SNNMT")
            .Centred(875, 400, "CÔNG ĐIỆN").Centred(875, 440, "Về việc ứng phó với bão số 12")
            .Centred(875, 520, "GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG điện:")
            .Line(400, 560, "- Giám đốc các ban quản lý hồ chứa;").Line(400, 600, "- Chủ tịch Ủy ban nhân dân các xã.")
            .Full(300, 680, "Hồi 07 giờ ngày 09/11/2023, vị trí tâm bão ở vào khoảng 17,6 độ Vĩ Bắc, cách bờ biển khoảng 265 km về phía")
            .Line(230, 720, "Đông.").Build()]);

        Assert.Equal(("công điện", "Về việc ứng phó với bão số 12"), (facts.DocumentType, facts.Subject));
        Assert.Equal(["Giám đốc các ban quản lý hồ chứa;", "Chủ tịch Ủy ban nhân dân các xã."], facts.Addressees);
        Assert.DoesNotContain("addressees", facts.Uncertain);
    }

    [Fact]
    public void The_number_of_a_copy_is_no_urgency_and_does_not_hide_the_secrecy_beside_it()
    {
        DocumentFacts facts = Read([SampleLetters.OfficialPage().Line(230, 420, "MẬT | Bản số: 03").Mark(MarkKind.UrgencyStamp, new PixelBox(320, 415, 150, 40)).Build()]);

        Assert.Equal(("MẬT", null), (facts.Secrecy, facts.Urgency));
        Assert.Equal("phối hợp kiểm tra an toàn hồ chứa", facts.Subject);
    }

    [Fact]
    public void A_contract_has_its_number_below_its_title_and_takes_no_date_from_a_law_it_rests_on()
    {
        DocumentFacts facts = Read([new PaperPage(1)
            .Centred(827, 150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Centred(827, 190, "Độc lập - Tự do - Hạnh phúc")
            .Centred(827, 280, "HỢP ĐỒNG").Centred(827, 320, "Chỉnh lý tài liệu lưu trữ").Centred(827, 360, "Số: 17/2022/HĐ-DVLT")
            .Line(300, 440, "Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24 tháng 11 năm 2015;")
            .Full(300, 480, "Hôm nay, tại trụ sở Văn phòng Ủy ban nhân dân huyện Trấn Khê, chúng tôi gồm có đại diện của hai bên sau đây").Build()]);

        Assert.Equal(("17/2022/HĐ-DVLT", "hợp đồng"), (facts.Number, facts.DocumentType));
        Assert.Equal((null, null, null), (facts.Date, facts.Place, facts.Issuer));
        Assert.Equal("91/2015/QH13", Assert.Single(facts.Citations).Number);
    }

    [Fact]
    public void Who_signs_alone_as_the_head_of_a_collective_is_one_issuer_with_it()
    {
        DocumentFacts facts = Read([new PaperPage(1)
            .Centred(430, 150, "CHỦ TỊCH").Centred(430, 190, "ỦY BAN NHÂN DÂN TỈNH PHÚ XUÂN").Centred(430, 290, "Số: 27/CĐ-UBND")
            .Centred(1130, 150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Centred(1130, 190, "Độc lập - Tự do - Hạnh phúc").Centred(1130, 290, "Phú Xuân, ngày 09 tháng 11 năm 2023")
            .Centred(875, 400, "CÔNG ĐIỆN").Centred(875, 440, "Về việc ứng phó với bão số 12").Build()]);

        Assert.Equal((null, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH PHÚ XUÂN"), (facts.ParentIssuer, facts.Issuer));
    }

    [Fact]
    public void A_rank_before_the_name_is_not_part_of_it()
    {
        DocumentFacts facts = Read(SampleLetters.Decision());

        Assert.Equal(("Lê Thị Thử", "Đại tá"), (facts.Signer?.Name, facts.Signer?.Rank));
        Assert.Null(facts.Signer?.Authority);
        Assert.Equal("quyết định", facts.DocumentType);
    }

    [Theory]
    [InlineData("MẬT", null, "MẬT")]
    [InlineData("KHẨN", "KHẨN", null)]
    public void The_words_of_a_red_stamp_say_what_it_is(string words, string? urgency, string? secrecy)
    {
        Page[] pages = [SampleLetters.OfficialPage().Line(400, 420, words).Mark(MarkKind.UrgencyStamp, new PixelBox(380, 405, 130, 60)).Build()];
        DocumentFacts facts = Read(pages);

        Assert.Equal((urgency, secrecy), (facts.Urgency, facts.Secrecy));
    }

    [Fact]
    public void A_speck_between_two_words_of_a_place_is_no_part_of_it_and_doubted()
    {
        DocumentFacts facts = Read([SampleLetters.Head(new PaperPage(1), "Số: 7/SNNMT-QLN", "Phú.Xuân").Full(300, 640, "Thực hiện nhiệm vụ được giao, Sở đề nghị các đơn vị phối hợp.").Build()]);

        Assert.Equal("Phú Xuân", facts.Place);
        Assert.Contains("place", facts.Uncertain);
    }

    [Fact]
    public void A_number_on_a_handwriting_mark_is_uncertain()
    {
        Page[] pages = [SampleLetters.OfficialPage().Mark(MarkKind.Handwriting, new PixelBox(360, 280, 180, 50)).Build()];

        Assert.Contains("number", Read(pages).Uncertain);
    }

    [Fact]
    public void Digits_that_overtop_the_print_beside_them_are_written_by_hand_and_uncertain()
    {
        Page page = SampleLetters.OfficialPage().Build();
        page = page with { Words = [.. page.Words.Select(static w => w.Source is "09" or "125/SNNMT-QLN" ? w with { Layout = w.Layout with { Height = 42 } } : w)] };

        IReadOnlyList<string> uncertain = Read([page]).Uncertain;

        Assert.Equal(["number", "date"], uncertain);
    }

    [Fact]
    public void A_name_that_was_fitted_to_the_picture_under_a_seal_is_uncertain_however_well_it_is_known()
    {
        Page page = SampleLetters.OfficialPage().Build();
        Assert.DoesNotContain("signer.name", Read([page]).Uncertain);
        page = page with { Words = [.. page.Words.Select(static w => w.Source == "Nguyễn" ? w with { Ocr = "€yš1H", Shape = "Nguyễn" } : w)] };

        DocumentFacts facts = Read([page]);

        Assert.Equal("Nguyễn Văn Mẫu", facts.Signer?.Name);
        Assert.Contains("signer.name", facts.Uncertain);
    }

    [Fact]
    public void A_family_name_without_its_marks_makes_the_name_uncertain()
    {
        Page page = SampleLetters.OfficialPage().Build();
        page = page with { Words = [.. page.Words.Select(static w => w.Source == "Nguyễn" ? w with { Source = "Nguyen" } : w)] };

        Assert.Contains("signer.name", Read([page]).Uncertain);
    }

    [Fact]
    public void A_digit_that_could_be_another_makes_the_number_uncertain()
    {
        Page page = SampleLetters.OfficialPage().Build();
        page = page with
        {
            Words = [.. page.Words.Select(static w => w.Source == "125/SNNMT-QLN" ? w with { Symbols = [new Symbol("1", 0.99, [new Alternative("7", 0.3)])] } : w)],
        };

        Assert.Equal(["number"], Read([page]).Uncertain);
    }

    [Fact]
    public void A_head_alone_below_KT_is_his_deputy_and_uncertain()
    {
        Page page = SampleLetters.OfficialPage().Build();
        page = page with { Words = [.. page.Words.Where(static w => w.Source != "PHÓ")] };

        DocumentFacts facts = Read([page]);

        Assert.Equal(["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], facts.Signer?.Titles ?? []);
        Assert.Contains("signer.titles", facts.Uncertain);
    }

    [Theory]
    [InlineData("01/11/2023", 0.3, true, "the day's word was hardly read")]
    [InlineData("360/VP-NC", 0.3, true, "the number's word was hardly read")]
    [InlineData("của", 0.3, false, "no word of number or date")]
    public void A_citation_says_by_itself_whether_it_was_read_with_doubt(string doubted, double confidence, bool doubtful, string reason)
    {
        Page page = SampleLetters.OfficialPage().Build();
        page = page with { Words = [.. page.Words.Select(w => w.Source == doubted && w.Layout.Y > 500 ? w with { Confidence = confidence } : w)] };

        DocumentFacts facts = Read([page]);

        Assert.True(doubtful == Assert.Single(facts.Citations).Doubtful, reason);
        Assert.Equal(doubtful, facts.Uncertain.Contains("citations"));
    }

    [Fact]
    public void A_signature_that_was_not_read_is_said_to_be_uncertain()
    {
        Page page = SampleLetters.OfficialPage().Build();
        page = page with { Words = [.. page.Words.Where(static w => w.Layout.Y < 900)] };

        Assert.Superset(new HashSet<string>(["signer.name", "signer.titles"], StringComparer.Ordinal), new HashSet<string>(Read([page]).Uncertain, StringComparer.Ordinal));
    }

    [Fact]
    public void Names_of_the_letterhead_are_held_against_the_rest_of_the_letter()
    {
        Page page = SampleLetters.OfficialPage().Build();
        page = page with { Words = [.. page.Words.Select(static w => w is { Source: "PHÚ", Layout.Y: < 200 } ? w with { Source = "PHU" } : w)] };

        DocumentFacts facts = Read([page]);

        Assert.Equal("UBND TỈNH PHÚ XUÂN", facts.ParentIssuer);
        Assert.Contains("parentIssuer", facts.Uncertain);
    }

    [Fact]
    public void The_note_over_an_appendix_names_the_letter_itself_and_cites_nothing()
    {
        Page[] pages = SampleLetters.Decision();
        Page page = new PaperPage(3).Centred(875, 150, "PHỤ LỤC").Centred(875, 190, "Danh sách Tổ công tác")
            .Centred(875, 230, "(Kèm theo Quyết định số 42/QĐ-SNNMT ngày 09 tháng 11 năm 2023 của Sở Nông nghiệp và Môi trường)").Build();
        pages[0] = pages[0] with { Words = [.. pages[0].Words.Select(static w => w.Source == "42/QĐ-SNNMT" ? w with { Source = "⁄Z/QĐ-SNNMT" } : w)] };

        DocumentFacts facts = Read([pages[0], pages[1], page]);

        Assert.Equal("42/QĐ-SNNMT", facts.Number);
        Assert.Contains("number", facts.Uncertain);
        Assert.Equal(["08/2017/QH14"], facts.Citations.Select(static c => c.Number));
    }

    [Fact]
    public void After_a_page_that_failed_the_letterhead_may_be_another_letters()
    {
        Page failed = new() { Number = 1, Status = PageStatus.Failed, Reason = "too slow" };
        Page second = SampleLetters.OfficialPage().Build() with { Number = 2 };

        Assert.Superset(new HashSet<string>(["issuer", "subject", "number"], StringComparer.Ordinal), new HashSet<string>(Read([failed, second]).Uncertain, StringComparer.Ordinal));
        Assert.Empty(Read([second]).Uncertain);
    }

    [Fact]
    public void Two_who_sign_side_by_side_are_read_apart()
    {
        Page page = SampleLetters.Head(new PaperPage(1), "Số: 12/2023/TTLT-BQP-BTC")
            .Centred(875, 400, "THÔNG TƯ LIÊN TỊCH").Centred(875, 440, "Hướng dẫn thực hiện chính sách học nghề").Rule(780, 476, 190, 2)
            .Full(300, 600, "Căn cứ Luật Thủy lợi số 08/2017/QH14 ngày 19 tháng 6 năm 2017 của Quốc hội nước Cộng hòa xã hội chủ nghĩa;")
            .Line(300, 680, "Các cơ quan tổ chức thực hiện./.")
            .Line(280, 800, "KT. BỘ TRƯỞNG", 1080, "KT. BỘ TRƯỞNG")
            .Line(290, 840, "THỨ TRƯỞNG", 1090, "THỨ TRƯỞNG")
            .Line(240, 1060, "Trần Văn An", 980, "Thượng tướng Nguyễn Văn Bình")
            .Line(230, 1200, "Nơi nhận:").Line(230, 1240, "- Văn phòng Chính phủ;").Line(230, 1280, "- Lưu: VT.")
            .Build();

        DocumentFacts facts = Read([page]);

        Assert.Equal(("Nguyễn Văn Bình", "Thượng tướng", "KT"), (facts.Signer?.Name, facts.Signer?.Rank, facts.Signer?.Authority));
        Assert.Equal(["BỘ TRƯỞNG", "THỨ TRƯỞNG"], facts.Signer?.Titles ?? []);
        Signer beside = Assert.Single(facts.CoSigners);
        Assert.Equal(("Trần Văn An", "KT"), (beside.Name, beside.Authority));
        Assert.Equal(["Văn phòng Chính phủ;", "Lưu: VT."], facts.Recipients);
    }

    private static DocumentFacts Read(Page[] pages) => new LetterFactReader().Read(new LetterSegmenter().Segment(pages), pages);

    private static IEnumerable<string> Words(Page[] pages, IEnumerable<string> ids) =>
        ids.Select(id => pages.SelectMany(static p => p.Words).First(w => w.Id == id).Source);
}
