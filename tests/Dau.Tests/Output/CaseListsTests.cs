using Dau.Facts.Checks;
using Dau.Model;
using Dau.Output;
using Dau.Output.ReaderPage;

namespace Dau.Tests.Output;

public sealed class CaseListsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dau-case-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_citation_leads_to_the_letter_that_is_in_the_case_and_back()
    {
        await CaseAsync(("đơn 1", Citing()), ("kế hoạch #12", Cited()));

        string citing = Page("đơn 1"), cited = Page("kế hoạch #12");
        Assert.Contains("<span class=\"there\">in this case: <a href=\"../k%E1%BA%BF%20ho%E1%BA%A1ch%20%2312/reader.html\">kế hoạch #12</a></span>", citing, StringComparison.Ordinal);
        Assert.Contains("In this case it is cited by <a href=\"../%C4%91%C6%A1n%201/reader.html\">đơn 1</a>.", cited, StringComparison.Ordinal);
        string index = await File.ReadAllTextAsync(Path.Combine(folder, CaseIndexWriter.FileName), TestContext.Current.CancellationToken);
        Assert.Contains("Cited, and in this case", index, StringComparison.Ordinal);
        Assert.Contains("<a href=\"./k%E1%BA%BF%20ho%E1%BA%A1ch%20%2312/reader.html\">12/KH-UBND</a>", index, StringComparison.Ordinal);
        Assert.DoesNotContain("not in this case", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_said_to_be_missing_and_what_most_letters_cite_comes_first()
    {
        DocumentRecord one = Citing(new Citation("7/CT-TTg", "2024-01-05", null, "s1"), new Citation("12/KH-UBND", "2024-02-01", "UBND tỉnh", "s1"));
        await CaseAsync(("a", one), ("b", Citing()));

        Assert.Equal(2, Page("a").Split("<span class=\"there absent\">not in this case</span>").Length - 1);
        string index = await File.ReadAllTextAsync(Path.Combine(folder, CaseIndexWriter.FileName), TestContext.Current.CancellationToken);
        string missing = index[index.IndexOf("Cited, not in this case", StringComparison.Ordinal)..];
        Assert.True(missing.IndexOf("12/KH-UBND", StringComparison.Ordinal) < missing.IndexOf("7/CT-TTg", StringComparison.Ordinal));
        Assert.Contains("<a href=\"./a/reader.html\">a</a>, <a href=\"./b/reader.html\">b</a>", missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citation_that_was_read_with_doubt_says_so_by_itself()
    {
        DocumentRecord letter = Citing(new Citation("12/KH-UBND", "2024-02-01", null, "s1") { Doubtful = true }, new Citation("7/CT-TTg", "2024-01-05", null, "s1"));
        letter = letter with { Facts = letter.Facts with { Uncertain = ["citations", "citations.unread"] } };
        await CaseAsync(("a", letter), ("b", Cited()));

        string page = Page("a"), items = page[page.IndexOf(">12/KH-UBND<", StringComparison.Ordinal)..page.IndexOf("<!--/links-->", StringComparison.Ordinal)];
        string[] each = items.Split("</li>");
        Assert.Contains("</b>check</span>", each[0], StringComparison.Ordinal);
        Assert.Contains("check that it is the same", each[0], StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"flag\"", each[1], StringComparison.Ordinal);
        Assert.Contains("something else is cited that could not be made out", items, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_come_back_when_a_page_is_written_anew_and_go_when_the_letter_has_gone()
    {
        CaseRow[] rows = await CaseAsync(("a", Citing()), ("b", Cited()));
        string before = Page("a");

        await new ReaderPageWriter().WriteAsync(Citing(), Path.Combine(folder, "a"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("in this case:", Page("a"), StringComparison.Ordinal);
        await CaseLists.WriteAsync(folder, rows);
        Assert.Equal(before, Page("a"));

        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(folder, "a", ReaderPageWriter.FileName));
        await CaseLists.WriteAsync(folder, rows);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(folder, "a", ReaderPageWriter.FileName)));

        await CaseLists.WriteAsync(folder, [rows[0]]);
        Assert.DoesNotContain("in this case:", Page("a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_places_for_links_is_left_alone()
    {
        CaseRow[] rows = await CaseAsync(("a", Citing()), ("b", Cited()));
        string path = Path.Combine(folder, "a", ReaderPageWriter.FileName);
        await File.WriteAllTextAsync(path, "<!--link 0--><!--/link--> an older page", TestContext.Current.CancellationToken);

        await CaseLists.WriteAsync(folder, rows);

        Assert.Equal("<!--link 0--><!--/link--> an older page", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    private string Page(string document) => File.ReadAllText(Path.Combine(folder, document, ReaderPageWriter.FileName));

    private async Task<CaseRow[]> CaseAsync(params (string Folder, DocumentRecord Document)[] documents)
    {
        foreach ((string name, DocumentRecord document) in documents)
        {
            await new ReaderPageWriter().WriteAsync(document, Path.Combine(folder, name), TestContext.Current.CancellationToken);
        }

        CaseRow[] rows = [.. documents.Select(d => CaseRow.Of(folder, Path.Combine(folder, d.Folder), d.Document))];
        await CaseLists.WriteAsync(folder, rows);
        return rows;
    }

    private static DocumentRecord Citing(params Citation[] citations)
    {
        DocumentRecord letter = WithoutPictures();
        return letter with { Facts = letter.Facts with { Citations = citations.Length == 0 ? [new Citation("12/KH-UBND", "2024-02-01", "UBND tỉnh", "s1")] : citations } };
    }

    private static DocumentRecord Cited()
    {
        DocumentRecord letter = WithoutPictures();
        return letter with { Facts = letter.Facts with { Number = "12/KH-UBND", Date = "2024-02-01", Citations = [], Uncertain = [] } };
    }

    private static DocumentRecord WithoutPictures() => SampleDocument.Letter() with { Pages = [] };
}
