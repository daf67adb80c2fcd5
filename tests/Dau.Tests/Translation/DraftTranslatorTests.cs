using CsCheck;
using Dau.Model;
using Dau.Translation;

namespace Dau.Tests.Translation;

public sealed class DraftTranslatorTests
{
    private static readonly string[] Parts =
    [
        "ngày 16 tháng 6 năm 2023", "Công văn số 3824/VPTT-P6", "1.284 hộ dân", "612,4 tỷ đồng", "ông Lê Văn Thuận", "tỉnh Kon Tum", "báo cáo", "Ủy ban nhân dân tỉnh",
        "không được", "đề nghị", ",", ";", "các cơ quan, đơn vị", "83,9%", "xyz", "(nếu có)", "“điểm nóng”", "16 giờ 30 phút", "đồng bào dân tộc thiểu số", "kết quả", "5", "./.",
    ];

    private static readonly Gen<string> Sentence =
        Gen.Int[0, Parts.Length - 1].Array[1, 12].Select(static picks => string.Join(' ', picks.Select(static i => Parts[i])));

    [Fact]
    public async Task Every_lock_comes_back_and_every_link_lies_inside()
    {
        var translator = Translators.Create(new TranslationOptions(), TimeProvider.System);
        await Sentence.SampleAsync(async source =>
        {
            var batch = await translator.TranslateAsync([new SegmentSource("s1", source, Section.Body, BlockKind.Paragraph)], CancellationToken.None);
            var translation = batch.Translations[0];
            if (translation.Target is not { } target)
            {
                Assert.Fail("nothing for: " + source);
                return;
            }

            foreach (var item in Translators.Locks.Find(source))
            {
                Assert.Contains(item.Rendering, target, StringComparison.OrdinalIgnoreCase);
            }

            Assert.DoesNotContain("numberChanged", translation.Flags);
            Assert.InRange(translation.Quality, 0, 1);
            Assert.All(translation.Links, l =>
            {
                Assert.True(l.Source.Start >= 0 && l.Source.Start < l.Source.End && l.Source.End <= source.Length);
                Assert.True(l.Target.Start >= 0 && l.Target.Start < l.Target.End && l.Target.End <= target.Length);
            });
        }, iter: 300);
    }

    [Theory]
    [InlineData("II- ĐỐI TƯỢNG", "II- ", "SUBJECTS")]
    [InlineData("2 - Mã số đào tạo: 62720155", "2 - ", "62720155")]
    [InlineData("V- PHÂN CÔNG THỰC HIỆN", "V- ", "IMPLEMENTATION")]
    [InlineData("Diện tích (m²)", "", "(m²)")]
    public async Task The_number_of_an_item_stays_as_it_is(string source, string start, string end)
    {
        var translation = await Translate(source);
        Assert.StartsWith(start, translation.Target!, StringComparison.Ordinal);
        Assert.EndsWith(end, translation.Target!, StringComparison.Ordinal);
        Assert.All(translation.Links, l => Assert.True(l.Source.Start >= start.Length && l.Target.Start >= start.Length && l.Target.End <= translation.Target!.Length));
    }

    [Theory]
    [InlineData("Thủ trưởng các cơ sở y tế trong tỉnh;", "health facilities", "Department of Health", "no organ inside another word")]
    [InlineData("Sở Tư pháp TP. Hồ Chí Minh", "Hồ Chí Minh", "Head of Division", "TP. is a city before a place")]
    [InlineData("ỦY BAN NHÂN DÂN TP HCM", "CITY", "HEAD OF DIVISION", "in capitals and without its stop")]
    public async Task Words_that_look_alike_are_told_apart(string source, string expected, string wrong, string reason)
    {
        var target = (await Translate(source)).Target!;
        Assert.True(target.Contains(expected, StringComparison.Ordinal) && !target.Contains(wrong, StringComparison.Ordinal), $"{reason}: {target}");
    }

    [Theory]
    [InlineData("- UBND tỉnh (báo cáo);", "- ", "(for reporting);")]
    [InlineData("- Ban cán sự đảng Ủy ban nhân dân tỉnh,", "- ", ",")]
    [InlineData("Đã chi trả (triệu đồng)", "", ")")]
    public async Task A_lists_dash_stays_in_front_and_brackets_stay_closed(string source, string start, string end)
    {
        var target = (await Translate(source)).Target!;
        Assert.StartsWith(start, target, StringComparison.Ordinal);
        Assert.EndsWith(end, target, StringComparison.Ordinal);
        Assert.Equal(source.Count(static c => c == '('), target.Count(static c => c == '('));
        Assert.True(target.IndexOf('(', StringComparison.Ordinal) <= target.IndexOf(')', StringComparison.Ordinal), target);
        Assert.DoesNotContain('-', target[start.Length..]);
    }

    [Theory]
    [InlineData("TỈNH ỦY SƠN HÀ", "SƠN HÀ", "PARTY COMMITTEE")]
    [InlineData("Thành ủy Sơn Hà", "Sơn Hà", "Party Committee")]
    public async Task A_Party_committee_keeps_its_name(string source, string name, string organ)
    {
        var target = (await Translate(source)).Target!;
        Assert.Contains(name, target, StringComparison.Ordinal);
        Assert.Contains(organ, target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_letter_has_in_small_letters_is_known_in_capitals()
    {
        var translator = Translators.Create(new TranslationOptions(), TimeProvider.System);
        const string Caps = "CÔNG TY CỔ PHẦN THỦY ĐIỆN HÒA VANG HẠ";
        var alone = await translator.TranslateAsync([new SegmentSource("s1", Caps, Section.Header, BlockKind.Issuer)], CancellationToken.None);
        var inLetter = await translator.TranslateAsync(
            [
                new SegmentSource("s1", Caps, Section.Header, BlockKind.Issuer),
                new SegmentSource("s2", "Căn cứ đề nghị của thôn Hòa Vang Hạ về việc bồi thường,", Section.Body, BlockKind.Paragraph),
            ],
            CancellationToken.None);
        Assert.DoesNotContain("HÒA VANG HẠ", alone.Translations[0].Target, StringComparison.Ordinal);
        Assert.Contains("HÒA VANG HẠ", inLetter.Translations[0].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_province_in_capitals_is_one_although_the_letter_has_its_name_without_the_word_for_it()
    {
        var translator = Translators.Create(new TranslationOptions(), TimeProvider.System);
        var batch = await translator.TranslateAsync(
            [
                new SegmentSource("s1", "TỈNH AN KHÊ SƠN", Section.Header, BlockKind.ParentIssuer),
                new SegmentSource("s2", "Đề nghị Báo An Khê Sơn đưa tin, giao ông An Khê Sơn phụ trách.", Section.Body, BlockKind.Paragraph),
            ],
            CancellationToken.None);
        Assert.Equal("AN KHÊ SƠN PROVINCE", batch.Translations[0].Target);
    }

    [Fact]
    public async Task An_unknown_word_stays_and_is_flagged()
    {
        var translation = await Translate("đề nghị quxzik báo cáo");
        Assert.Contains("quxzik", translation.Target, StringComparison.Ordinal);
        Assert.Contains("untranslated", translation.Flags);
    }

    [Fact]
    public async Task Words_that_no_table_knows_make_an_estimate_low()
    {
        var known = await Translate("đề nghị các cơ quan báo cáo kết quả.");
        var unknown = await Translate("đề nghị các qxan vzkj báo cmklo kếqt quzp.");
        Assert.True(unknown.Quality < known.Quality / 2, $"{unknown.Quality:0.00} against {known.Quality:0.00}");
    }

    [Theory]
    [InlineData("b) Không giải quyết khiếu nại đã hết thời hiệu.", "a letter before it")]
    [InlineData("- Không thực hiện kiểm tra khi chưa có kế hoạch được phê duyệt.", "a dash before it")]
    [InlineData("c) Không báo cáo kịp thời với cấp trên.", "an entry of the termbase says fail")]
    public async Task An_item_that_starts_with_not_is_no_fault(string item, string reason)
    {
        var target = (await Translate(item)).Target!;
        Assert.False(target.Contains("fail", StringComparison.OrdinalIgnoreCase) || !target.Contains("not", StringComparison.OrdinalIgnoreCase), $"{reason}: {target}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Nothing_comes_of_nothing(string text) => Assert.Null((await Translate(text)).Target);

    [Fact]
    public async Task Nothing_is_sent() => Assert.Empty((await Batch("Đề nghị báo cáo.")).Sent);

    [Fact]
    public async Task Work_can_be_ended()
    {
        var translator = Translators.Create(new TranslationOptions(), TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            translator.TranslateAsync([new SegmentSource("s1", "Đề nghị các đơn vị báo cáo.", Section.Body, BlockKind.Paragraph)], new CancellationToken(true)));
    }

    private static async Task<SegmentTranslation> Translate(string text) => (await Batch(text)).Translations[0];

    private static Task<TranslationBatch> Batch(string text) =>
        Translators.Create(new TranslationOptions(), TimeProvider.System)
            .TranslateAsync([new SegmentSource("s1", text, Section.Body, BlockKind.Paragraph)], TestContext.Current.CancellationToken);
}
