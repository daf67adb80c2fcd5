using Dau.Facts.Checks;
using Dau.Model;
using Dau.Output;

namespace Dau.Tests.Output;

public sealed class CaseIndexWriterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dau-case-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Each_document_is_a_row_that_leads_to_its_reader_page()
    {
        string page = Write(("thư 1 #2", SampleDocument.Letter()));
        Assert.Contains("<a href=\"./th%C6%B0%201%20%232/reader.html\">thư mẫu.pdf</a>", page, StringComparison.Ordinal);
        Assert.Contains("0417/SYT-NVY <span class=\"flag\" lang=\"en\"><b aria-hidden=\"true\">?</b>uncertain</span>", page, StringComparison.Ordinal);
        Assert.Contains("inspection of the medicine store", page, StringComparison.Ordinal);
        Assert.Contains("1 page not read", page, StringComparison.Ordinal);
        Assert.Contains("Nothing left this machine.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_says_nothing_is_listed_as_such()
    {
        string page = Write(("a", SampleDocument.Letter() with { Facts = new DocumentFacts(), Pages = [] }));
        Assert.Equal(5, page.Split("not found</span>").Length - 1);
    }

    [Fact]
    public void What_was_sent_is_said()
    {
        DocumentRecord letter = SampleDocument.Letter();
        letter = letter with { Run = letter.Run with { Sent = [new Sent("https://example.invalid", ["s1"], 10, "2024-05-01T08:00:00Z")] } };
        Assert.Contains("Text of 1 document left this machine", Write(("a", letter)), StringComparison.Ordinal);
        letter = letter with { Run = letter.Run with { Sent = [new Sent("http://127.0.0.1:11434", ["s1"], 10, "2024-05-01T08:00:00Z")] } };
        Assert.Contains("Nothing left this machine", Write(("a", letter)), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_stay_text()
    {
        DocumentRecord letter = SampleDocument.Letter();
        string page = Write(("a", letter with { Source = letter.Source with { FileName = "<img src=x onerror=alert(1)>.pdf" } }));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    private string Write(params (string Folder, DocumentRecord Document)[] documents)
    {
        CaseRow[] rows = [.. documents.Select(entry => CaseRow.Of(folder, Path.Combine(folder, entry.Folder), entry.Document))];
        CaseIndexWriter.Write(folder, rows, CaseReferences.Of([.. rows.Select(static row => (row.Document, row.Facts))]));
        return File.ReadAllText(Path.Combine(folder, CaseIndexWriter.FileName));
    }
}
