using System.Globalization;
using System.Text;
using Dau.Facts.Checks;
using Dau.Output.ReaderPage;

namespace Dau.Output;

/// <summary>
/// The places in a reader page that say whether a cited document is in the case, and which letters of it cite this one. Only the whole case knows: they are left
/// empty when the page is written, and filled when all pages are there. The rest of the page, its pictures among it, is copied as it is.
/// </summary>
internal static class CitationLinks
{
    /// <summary>Behind the last place: nothing further down is searched. What a document says is escaped and cannot look like it.</summary>
    private const string Last = "<!--/links-->";

    private const string End = "<!--/link-->";

    /// <summary>The empty place behind a citation.</summary>
    /// <param name="index">Which one of <see cref="DocumentFacts.Citations"/>.</param>
    internal static string Place(int index) => Begin(index) + End;

    /// <summary>The empty place for the letters that cite this one, and the end of what is searched.</summary>
    internal static string LastPlace => Begin(-1) + End + Last;

    /// <summary>Fills the places of a document's reader page; the file is left alone where they say so already.</summary>
    /// <exception cref="OutputException">The folder cannot be written to, or the disk is full.</exception>
    internal static async Task RenewAsync(string caseFolder, CaseRow row, CaseReferences references)
    {
        string path = Path.Combine(caseFolder, row.Document, ReaderPageWriter.FileName);
        if (!File.Exists(path))
        {
            return;
        }

        FileStream page = File.OpenRead(path);
        await using (page.ConfigureAwait(false))
        {
            string? head = await HeadAsync(page).ConfigureAwait(false);
            if (head is null || Filled(head, row, references) is not { } filled || filled == head)
            {
                return;
            }

            page.Position = Encoding.UTF8.GetByteCount(head);
            await AtomicFile.WriteAsync(path, async (stream, token) =>
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(filled), token).ConfigureAwait(false);
                await page.CopyToAsync(stream, token).ConfigureAwait(false);
            }, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static string Begin(int index) => string.Create(CultureInfo.InvariantCulture, $"<!--link {index}-->");

    // The page down to the last place; null where it has none: an older page, or another file.
    private static async Task<string?> HeadAsync(FileStream page)
    {
        byte[] mark = Encoding.UTF8.GetBytes(Last), buffer = new byte[1 << 16];
        using MemoryStream head = new();
        while (await page.ReadAsync(buffer).ConfigureAwait(false) is int read and > 0)
        {
            int from = (int)Math.Max(0, head.Length - mark.Length);
            head.Write(buffer, 0, read);
            int at = head.GetBuffer().AsSpan(from, (int)head.Length - from).IndexOf(mark);
            if (at >= 0)
            {
                return Encoding.UTF8.GetString(head.GetBuffer(), 0, from + at + mark.Length);
            }
        }

        return null;
    }

    private static string Filled(string head, CaseRow row, CaseReferences references)
    {
        CaseCitation[] cites = [.. references.Citations.Where(c => c.From == row.Document)];
        for (int i = 0; i < cites.Length; i++)
        {
            head = With(head, i, references.Letters.Count < 2 ? "" : Of(cites[i], row.Document));
        }

        CaseCitation[] citedBy = [.. references.Citations.Where(c => c.To == row.Document).DistinctBy(static c => c.From)];
        return With(head, -1, citedBy.Length == 0 ? "" : $"<p class=\"citedby\">In this case it is cited by {string.Join(", ", citedBy.Select(c => Link(row.Document, c.From) + Doubt(c)))}.</p>");
    }

    private static string Of(CaseCitation citation, string from) =>
        citation.To is { } to ? $"<span class=\"there\">in this case: {Link(from, to)}{Doubt(citation)}</span>" : "<span class=\"there absent\">not in this case</span>";

    private static string Doubt(CaseCitation citation) => citation.Sure ? ""
        : " <span class=\"flag\" title=\"Its number or date was read with doubt, or one side gives no date: compare both scans.\"><b aria-hidden=\"true\">?</b>check that it is the same</span>";

    private static string Link(string from, string to)
    {
        using MemoryStream markup = new();
        new HtmlWriter(markup).Raw("<a").Attribute("href", string.Concat(from.Split('/').Select(static _ => "../")) + CaseRow.AddressOf(to)).Raw(">").Text(to).Raw("</a>").Flush();
        return Encoding.UTF8.GetString(markup.GetBuffer(), 0, (int)markup.Length);
    }

    private static string With(string head, int index, string content)
    {
        string begin = Begin(index);
        int start = head.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int end = start < begin.Length ? -1 : head.IndexOf(End, start, StringComparison.Ordinal);
        return end < 0 ? head : string.Concat(head.AsSpan(0, start), content, head.AsSpan(end));
    }
}
