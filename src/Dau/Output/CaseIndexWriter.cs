using Dau.Facts.Checks;
using Dau.Output.ReaderPage;

namespace Dau.Output;

/// <summary>Writes <c>index.html</c> of a case: the documents of a run with what they say about themselves, each leading to its reader page.</summary>
internal static class CaseIndexWriter
{
    /// <summary>Name of the file in the case's folder.</summary>
    internal const string FileName = "index.html";

    /// <summary>Writes the page.</summary>
    /// <param name="folder">The case's folder.</param>
    /// <param name="documents">The documents, in the order they are to be listed.</param>
    /// <param name="references">What they cite.</param>
    /// <exception cref="OutputException">The folder cannot be written to, or the disk is full.</exception>
    internal static void Write(string folder, IReadOnlyList<CaseRow> documents, CaseReferences references)
    {
        using var content = new MemoryStream();
        var html = new HtmlWriter(content);
        PageTemplate.Write("case", html, gap => Fill(gap, folder, documents, references, html));
        html.Flush();
        AtomicFile.Write(Path.Combine(folder, FileName), content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private static void Fill(string gap, string folder, IReadOnlyList<CaseRow> rows, CaseReferences references, HtmlWriter html)
    {
        switch (gap)
        {
            case "title":
                html.Text(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
                break;
            case "summary":
                html.Text($"{Wording.Count(rows.Count, "document", "documents")}, {Wording.Count(rows.Sum(static row => row.Pages), "page", "pages")}");
                break;
            case "rows":
                foreach (CaseRow row in rows)
                {
                    row.Write(html);
                }

                break;
            case "cited":
                new CitedTables(references, html).Write();
                break;
            case "privacy":
                int sent = rows.Count(static row => row.Sent > 0);
                html.Text(sent == 0 ? "Nothing left this machine." : $"Text of {Wording.Count(sent, "document", "documents")} left this machine: see the foot of each reader page.");
                break;
            default:
                throw new InvalidOperationException($"The page's frame names {gap}, which nothing writes.");
        }
    }
}
