using Dau.Facts;
using Dau.Facts.Checks;
using Dau.Model;
using Dau.Segmentation;
using Dau.Tests.Segmentation;

namespace Dau.Tests.Facts.Checks;

public sealed class ChecksTests
{
    [Fact]
    public void A_letter_that_keeps_the_rules_has_no_notes()
    {
        FormatReport report = FormatChecker.Check(Read(SampleLetters.Official()));

        Assert.StartsWith("Administrative documents, Decree 30/2020", report.Profile, StringComparison.Ordinal);
        Assert.Empty(report.Notes);
    }

    [Theory]
    [InlineData("125/SNNMT-QLN", "5/SNNMT-QLN", "has another form", "numbers under 10 have a 0 before them")]
    [InlineData("125/SNNMT-QLN", "125/QĐ-SNNMT", "names a type", "a công văn's number names none")]
    [InlineData("125/SNNMT-QLN", "125/CAT-PA05", "initials", "the code is another office's")]
    [InlineData("09", "9", "without a 0", "a day under 10")]
    [InlineData("01/11/2023", "01/12/2023", "later than the letter's own date", "a citation from the future")]
    [InlineData("Trân", "Đại", "does not end with", "the end was cut off")]
    public void What_departs_from_the_rules_is_noted(string printed, string instead, string note, string reason)
    {
        Page page = SampleLetters.OfficialPage().Build();
        page = page with { Words = [.. page.Words.Select(w => w.Source == printed ? w with { Source = instead } : w.Source == "trọng./." && printed == "Trân" ? w with { Source = "trọng" } : w)] };

        Assert.True(FormatChecker.Check(Read([page])).Notes.Any(n => n.What.Contains(note, StringComparison.Ordinal)), reason);
    }

    [Fact]
    public void A_rank_of_the_forces_under_an_office_that_is_none_is_noted()
    {
        FormatNote note = Assert.Single(FormatChecker.Check(Read(SampleLetters.Decision())).Notes, static n => n.What.Contains("rank", StringComparison.Ordinal));

        Assert.Contains("Đại tá", note.What, StringComparison.Ordinal);
        Assert.Equal(2, note.Page);
    }

    [Fact]
    public void A_page_that_follows_no_profile_says_so()
    {
        DocumentRecord document = Read([new PaperPage(1).Full(300, 200, "Một văn bản không có đầu trang nào cả và cũng không có chữ ký ở cuối trang thì vẫn phải được đọc").Build()]);

        Assert.Null(document.Facts.Profile);
        Assert.Null(FormatChecker.Check(document).Profile);
    }

    [Theory]
    [InlineData("2017-05-01", "circular01", "before Decree 30")]
    [InlineData("2020-03-05", "decree30", "the day it came into force")]
    [InlineData("2010-01-04", "circular55", "before Circular 01")]
    [InlineData(null, "decree30", "without a date the newest")]
    public void The_profile_is_chosen_by_the_date(string? date, string id, string reason) =>
        Assert.True(id == LetterProfiles.Choose(new LetterSegmenter().Segment(SampleLetters.Official()), "125/SNNMT-QLN", date)?.Id, reason);

    [Fact]
    public void A_year_in_the_number_makes_it_a_normative_document() =>
        Assert.Equal("normative", LetterProfiles.Choose(new LetterSegmenter().Segment(SampleLetters.Official()), "30/2020/NĐ-CP", "2020-03-05")?.Id);

    [Fact]
    public void Every_profile_has_a_readable_number_form_and_cells_within_the_page()
    {
        Assert.Equal(6, LetterProfiles.All.Count);
        Assert.All(LetterProfiles.All, static p =>
        {
            _ = new System.Text.RegularExpressions.Regex(p.Number);
            Assert.All(p.Cells, static c => Assert.True(c.Window is [>= 0, >= 0, <= 1, <= 1] && c.Window[0] < c.Window[2] && c.Window[1] < c.Window[3] && c.Rule.Length > 0));
        });
    }

    [Fact]
    public void Traces_of_the_source_are_listed_with_their_places()
    {
        Page page = SampleLetters.OfficialPage().Mark(MarkKind.ReceiptStamp, new PixelBox(230, 540, 200, 90)).Mark(MarkKind.QrCode, new PixelBox(1400, 2100, 120, 120)).Build();
        DocumentRecord document = Read([page]);
        document = document with { Source = document.Source with { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["Author"] = "máy 12" } } };

        IReadOnlyList<SourceTrace> traces = TraceFinder.Find(document);

        Assert.Equal(["receipt stamp", "recipients", "QR code", "metadata of the file"], traces.Select(static t => t.Kind));
        Assert.Equal("Author: máy 12", traces[^1].Text);
    }

    [Fact]
    public void Citations_are_linked_to_the_letters_that_are_there_and_the_others_are_missing()
    {
        DocumentFacts cited = new() { Number = "360/VP-NC", Date = "2023-11-01" };
        DocumentFacts other = new() { Number = "12/KH-UBND", Date = "2022-02-02" };
        DocumentFacts citing = new()
        {
            Number = "125/SNNMT-QLN", Date = "2023-11-09",
            Citations = [new("0360/VP-NC", "2023-11-01", "Văn phòng Chính phủ", "s9"), new("12/KH-UBND", "2023-02-02", null, "s10"), new("12/KH-UBND", null, null, "s11")],
        };

        CaseReferences references = CaseReferences.Of([("a", cited), ("b", citing), ("c", other)]);

        Assert.Equal([("a", true), (null, false), ("c", false)], references.Citations.Select(static c => (c.To, c.Sure)));
        MissingDocument missing = Assert.Single(references.Missing);
        Assert.Equal(("12/KH-UBND", "2023-02-02"), (missing.Number, missing.Date));
        Assert.Equal(["b"], missing.CitedBy);
    }

    [Fact]
    public void A_missing_document_that_a_letter_cites_without_its_date_is_that_of_the_only_year_that_is_named()
    {
        CaseReferences references = CaseReferences.Of([
            ("a", new DocumentFacts { Citations = [new("12/KH-UBND", null, null, "s1") { Doubtful = true }, new("9/CT-TTg", null, null, "s2")] }),
            ("b", new DocumentFacts { Citations = [new("12/KH-UBND", "2023-02-02", "UBND tỉnh", "s1"), new("9/CT-TTg", "2021-01-01", null, "s2")] }),
            ("c", new DocumentFacts { Citations = [new("9/CT-TTg", "2022-01-01", null, "s2")] })]);

        Assert.Equal(("12/KH-UBND", "2023-02-02", 2, false), references.Missing.Select(static m => (m.Number, m.Date!, m.CitedBy.Count, m.Doubtful)).First());
        Assert.Equal(3, references.Missing.Count(static m => m.Number == "9/CT-TTg"));
    }

    private static DocumentRecord Read(Page[] pages)
    {
        IReadOnlyList<Block> blocks = new LetterSegmenter().Segment(pages);
        return new DocumentRecord
        {
            Source = new SourceFile("a.pdf", new string('0', 64), 1, pages.Length), Pages = pages, Blocks = blocks, Facts = new LetterFactReader().Read(blocks, pages), Corrections = [],
            Run = new RunRecord { Version = "1", StartedAt = "2024-01-01T00:00:00Z", Options = new Dictionary<string, string>(StringComparer.Ordinal), Tools = [] },
        };
    }
}
