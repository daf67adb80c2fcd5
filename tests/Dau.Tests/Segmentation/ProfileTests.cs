using Dau.Facts;
using Dau.Model;
using Dau.Segmentation;

namespace Dau.Tests.Segmentation;

/// <summary>What the profiles' files say reaches the segmenter: a letter set by a file's own titles and anchors is taken apart and recognised by it.</summary>
public sealed class ProfileTests
{
    public static TheoryData<string, string, string, string> Letters => new()
    {
        { "decree30", "125/BC-SNV", "09 tháng 11 năm 2023", "since 5 March 2020" },
        { "circular01", "125/BC-SNV", "09 tháng 11 năm 2015", "2011 to 2020" },
        { "circular55", "125/BC-SNV", "09 tháng 11 năm 2007", "before 2011" },
        { "normative", "12/2023/QĐ-UBND", "09 tháng 11 năm 2023", "the year in the number" },
        { "party36", "125-BC/TU", "09 tháng 11 năm 2023", "the Party's title" },
        { "party05", "125-BC/TU", "09 tháng 6 năm 2026", "the Party's title, since May 2026" },
    };

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_letter_set_by_a_profile_is_recognised_by_it(string id, string number, string date, string reason)
    {
        LetterProfile profile = LetterProfiles.All.Single(p => p.Id == id);
        PaperPage page = new PaperPage(1).Centred(430, 150, "SỞ NỘI VỤ").Centred(430, 290, "Số: " + number).Centred(1130, 290, "Phú Xuân, ngày " + date);
        foreach ((string title, int i) in profile.Titles.Select(static (t, i) => (t, i)))
        {
            page.Centred(1130, 150 + 40 * i, title);
        }

        page.Line(400, 480, profile.Anchors["addressee"][^1] + ": Sở Tư pháp tỉnh Phú Xuân.").Line(230, 360, profile.Anchors["urgency"][^2])
            .Full(300, 640, profile.Anchors["legalBasis"][0] + " Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư và những quy định")
            .Full(230, 680, "có liên quan khác, Sở đề nghị quý cơ quan phối hợp thực hiện những nội dung sau đây trong quý này và báo cáo.")
            .Line(230, 960, profile.Anchors["recipients"][0] + ":", 1010, profile.Signing[0] + ". BAN CHỈ ĐẠO")
            .Line(230, 1000, "- " + profile.Anchors["filed"][0] + ": VT.", 1010, "TRƯỞNG BAN")
            .Line(980, 1250, "Nguyễn Văn Mẫu");
        Page[] pages = [page.Build()];
        IReadOnlyList<Block> blocks = new LetterSegmenter().Segment(pages);

        Assert.True(id == new LetterFactReader().Read(blocks, pages).Profile, reason);
        Assert.Superset(
            new HashSet<BlockKind> { BlockKind.Motto, BlockKind.Issuer, BlockKind.Number, BlockKind.PlaceDate, BlockKind.Addressee, BlockKind.Urgency, BlockKind.LegalBasis, BlockKind.Recipients, BlockKind.Authority, BlockKind.SignerName },
            blocks.Select(static b => b.Kind).ToHashSet());
    }

    [Fact]
    public void Every_profile_names_all_anchors()
    {
        string[] cells = ["number", "subject", "addressee", "legalBasis", "opening", "recipients", "filed", "urgency", "secrecy", "circulation", "appendixTitle", "enclosed", "digitalSignature", "address"];

        Assert.All(LetterProfiles.All, profile => Assert.Equal(cells.Order(StringComparer.Ordinal), profile.Anchors.Where(static a => a.Value.Count > 0).Select(static a => a.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_page_that_fits_no_profile_has_none_and_gives_its_text_in_reading_order()
    {
        Page[] pages = [new PaperPage(1).Line(300, 200, "Một tờ giấy không theo mẫu nào.").Line(300, 320, "Dòng thứ hai của tờ giấy.").Line(300, 440, "Dòng cuối.").Build()];
        IReadOnlyList<Block> blocks = new LetterSegmenter().Segment(pages);

        Assert.All(blocks, static b => Assert.Equal(Section.Body, b.Section));
        Assert.Equal("Một tờ giấy không theo mẫu nào. Dòng thứ hai của tờ giấy. Dòng cuối.", string.Join(' ', blocks.SelectMany(static b => b.Segments).Select(static s => s.Source)));
        Assert.Null(new LetterFactReader().Read(new LetterSegmenter().Segment(pages), pages).Profile);
    }
}
