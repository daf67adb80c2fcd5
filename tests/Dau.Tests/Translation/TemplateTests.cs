using Dau.Model;
using Dau.Translation;

namespace Dau.Tests.Translation;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BlockKind.Motto, "SOCIALIST REPUBLIC OF VIET NAM", "national title")]
    [InlineData("Độc lập – Tự do – Hạnh phúc", BlockKind.Motto, "Independence - Freedom - Happiness", "motto with dashes")]
    [InlineData("Độc lập - Tự do - Hạnh phúc", BlockKind.Motto, "Independence - Freedom - Happiness", "motto with hyphens")]
    [InlineData("Độc lập - Tự do — Hạnh phúc", BlockKind.Motto, "Independence - Freedom - Happiness", "motto whose dashes were read in two ways")]
    [InlineData("ĐẢNG CỘNG SẢN VIỆT NAM", BlockKind.Motto, "COMMUNIST PARTY OF VIETNAM", "Party title")]
    [InlineData("Số: 12/UBND-NC", BlockKind.Number, "No. 12/UBND-NC", "number of a letter")]
    [InlineData("Số 36-HD/VPTW", BlockKind.Number, "No. 36-HD/VPTW", "Party number, no colon")]
    [InlineData("Số:      /STTTT-TTBCXB", BlockKind.Number, "No. ___/STTTT-TTBCXB", "draft without number")]
    [InlineData("Khánh Hòa, ngày 16 tháng 6 năm 2023", BlockKind.PlaceDate, "Khánh Hòa, 16 June 2023", "place and date")]
    [InlineData("Kiên Giang, ngày 06 tháng 02 năm 2017", BlockKind.PlaceDate, "Kiên Giang, 6 February 2017", "padded day and month")]
    [InlineData("Kiên Giang, ngày     tháng 9 năm 2017", BlockKind.PlaceDate, "Kiên Giang, ___ September 2017", "day left blank")]
    [InlineData("QUYẾT ĐỊNH", BlockKind.DocumentType, "DECISION", "type")]
    [InlineData("QUYẾT ĐỊNH:", BlockKind.Paragraph, "DECIDES:", "operative word")]
    [InlineData("Kế hoạch", BlockKind.DocumentType, "Plan", "type in small letters")]
    [InlineData("UBND TỈNH KHÁNH HÒA", BlockKind.ParentIssuer, "PEOPLE'S COMMITTEE OF KHÁNH HÒA PROVINCE", "abbreviated organ of a province")]
    [InlineData("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", BlockKind.Issuer, "DEPARTMENT OF INFORMATION AND COMMUNICATIONS", "organ")]
    [InlineData("Sở Y tế tỉnh Khánh Hòa", BlockKind.Issuer, "Department of Health of Khánh Hòa Province", "organ of a province")]
    [InlineData("Kính gửi:", BlockKind.Addressee, "To:", "label")]
    [InlineData("Kính gửi: Sở Y tế", BlockKind.Addressee, "To: Department of Health", "label with its only addressee")]
    [InlineData("Nơi nhận:", BlockKind.Recipients, "Recipients:", "label")]
    [InlineData("- Như trên;", BlockKind.Recipients, "- As above;", "recipients")]
    [InlineData("- Như Điều 3;", BlockKind.Recipients, "- As in Article 3;", "recipients of a decision")]
    [InlineData("- UBND tỉnh (để b/c);", BlockKind.Recipients, "- Provincial People's Committee (for reporting);", "purpose in short")]
    [InlineData("- Bộ Y tế (để báo cáo);", BlockKind.Recipients, "- Ministry of Health (for reporting);", "purpose in full")]
    [InlineData("- Lưu: VT, NC.", BlockKind.Recipients, "- File: clerical office, NC.", "file copy")]
    [InlineData("- Lưu: VT, TGCP (Hạnh).", BlockKind.Recipients, "- File: clerical office, TGCP (Hạnh).", "the drafter's name is no word")]
    [InlineData("- Lưu: HSVA.", BlockKind.Recipients, "- File: HSVA.", "without the clerical office")]
    [InlineData("- Lưu: VT, PV11, LTT (02b).", BlockKind.Recipients, "- File: clerical office, PV11, LTT (02b).", "file copy with numbers")]
    [InlineData("TM. ỦY BAN NHÂN DÂN", BlockKind.Authority, "ON BEHALF OF THE PEOPLE'S COMMITTEE", "collective")]
    [InlineData("T/M BAN THƯỜNG VỤ", BlockKind.Authority, "ON BEHALF OF THE STANDING COMMITTEE", "Party spelling")]
    [InlineData("KT. GIÁM ĐỐC", BlockKind.Authority, "SIGNED FOR THE DIRECTOR", "deputy for the head")]
    [InlineData("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", BlockKind.Authority, "SIGNED FOR THE DIRECTOR, DEPUTY DIRECTOR", "two lines in one")]
    [InlineData("TL. CHỦ TỊCH", BlockKind.Authority, "BY ORDER OF THE CHAIRMAN", "by order")]
    [InlineData("TUQ. CHỦ TỊCH", BlockKind.Authority, "UNDER AUTHORISATION OF THE CHAIRMAN", "by authorisation")]
    [InlineData("Q. GIÁM ĐỐC", BlockKind.Authority, "ACTING DIRECTOR", "acting")]
    [InlineData("PHÓ GIÁM ĐỐC", BlockKind.SignerTitle, "DEPUTY DIRECTOR", "post")]
    [InlineData("Đại tá Nguyễn Văn Tèo", BlockKind.SignerName, "Senior Colonel Nguyễn Văn Tèo", "rank and name")]
    [InlineData("Nguyễn Văn Tèo", BlockKind.SignerName, "Nguyễn Văn Tèo", "a name is never translated")]
    [InlineData("Chương II", BlockKind.Heading, "Chapter II", "chapter")]
    [InlineData("Điều 1. Phạm vi điều chỉnh", BlockKind.Heading, "Article 1. Scope of regulation", "article with a settled title")]
    [InlineData("Phụ lục II", BlockKind.AppendixTitle, "Appendix II", "appendix")]
    [InlineData("Căn cứ Luật An ninh mạng ngày 12 tháng 6 năm 2018;", BlockKind.LegalBasis, "Pursuant to the Law on Cyber Security of 12 June 2018;", "law with its day")]
    [InlineData("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;", BlockKind.LegalBasis, "Pursuant to Decree No. 30/2020/NĐ-CP of 5 March 2020 of the Government on clerical work;", "decree")]
    [InlineData("HỎA TỐC", BlockKind.Urgency, "EXPRESS – MOST URGENT", "stamp")]
    [InlineData("1.284,5", BlockKind.Table, "1,284.5", "figure of a table")]
    public async Task Renders_the_fixed_parts_exactly(string source, BlockKind kind, string english, string reason)
    {
        var translation = await Translate(source, kind);
        Assert.True(translation.Target == english, $"{reason}: {translation.Target}");
        Assert.Equal("template", translation.Engine);
        Assert.Empty(translation.Flags);
    }

    [Fact]
    public async Task A_day_by_hand_that_came_out_as_signs_is_said_not_to_be_read()
    {
        var translation = await Translate("Kiên Giang, ngày Í Š tháng 9 năm 2017", BlockKind.PlaceDate);
        Assert.Equal("Kiên Giang, [day not read] September 2017", translation.Target);
        Assert.Equal([Flags.DateChanged], translation.Flags);
    }

    [Theory]
    [InlineData("Nghị quyết")]
    [InlineData("Quyết định")]
    [InlineData("Chỉ thị")]
    [InlineData("Quy chế")]
    [InlineData("Quy định")]
    [InlineData("Thông cáo")]
    [InlineData("Thông báo")]
    [InlineData("Hướng dẫn")]
    [InlineData("Chương trình")]
    [InlineData("Kế hoạch")]
    [InlineData("Phương án")]
    [InlineData("Đề án")]
    [InlineData("Dự án")]
    [InlineData("Báo cáo")]
    [InlineData("Biên bản")]
    [InlineData("Tờ trình")]
    [InlineData("Hợp đồng")]
    [InlineData("Công văn")]
    [InlineData("Công điện")]
    [InlineData("Bản ghi nhớ")]
    [InlineData("Bản thỏa thuận")]
    [InlineData("Giấy ủy quyền")]
    [InlineData("Giấy mời")]
    [InlineData("Giấy giới thiệu")]
    [InlineData("Giấy nghỉ phép")]
    [InlineData("Phiếu gửi")]
    [InlineData("Phiếu chuyển")]
    [InlineData("Phiếu báo")]
    [InlineData("Thư công")]
    public async Task Knows_every_type_of_Decree_30_Article_7(string type)
    {
        var translation = await Translate(type.ToUpperInvariant(), BlockKind.DocumentType);
        Assert.Equal("template", translation.Engine);
        Assert.True(translation.Target is { } english && english.All(static c => !char.IsLower(c)));
    }

    [Fact]
    public async Task A_subject_is_filled_by_the_draft_engine()
    {
        var translation = await Translate("V/v báo cáo kết quả thực hiện Đề án 06", BlockKind.Subject);
        Assert.StartsWith("Re: report", translation.Target, StringComparison.Ordinal);
        Assert.Contains("06", translation.Target, StringComparison.Ordinal);
        Assert.Equal("draft", translation.Engine);
    }

    private static async Task<SegmentTranslation> Translate(string text, BlockKind kind)
    {
        var translator = Translators.Create(new TranslationOptions(), TimeProvider.System);
        var batch = await translator.TranslateAsync([new SegmentSource("s1", text, Section.Body, kind)], TestContext.Current.CancellationToken);
        return Assert.Single(batch.Translations);
    }
}
