using Dau.Output.ReaderPage;

namespace Dau.Output;

/// <summary>What the lists of a run say about one document: all that is kept of it once it is written.</summary>
internal sealed record CaseRow(string Document, string File, DocumentFacts Facts, string? Subject, bool IsGloss, int Pages, int Sent, int Failed, int Doubtful, int Changed, int Flagged)
{
    /// <summary>Address of the reader page, as seen from the case's folder.</summary>
    public string Link => "./" + AddressOf(Document);

    /// <summary>Words on all pages.</summary>
    public required int Words { get; init; }

    /// <summary>Their mean confidence, 0 to 1; 0 where there are none.</summary>
    public required double Confidence { get; init; }

    internal static CaseRow Of(string caseFolder, string folder, DocumentRecord document)
    {
        var lookup = new Lookup(document);
        var english = new FactEnglish(lookup);
        return new CaseRow(
            Path.GetRelativePath(caseFolder, folder).Replace(Path.DirectorySeparatorChar, '/'),
            document.Source.FileName,
            document.Facts,
            english.Of("subject"),
            english.IsGloss("subject"),
            document.Pages.Count,
            document.Run.Sent.Count(static sent => !sent.StaysHere),
            document.Pages.Count(static page => page.Status == PageStatus.Failed),
            lookup.CountDoubtful(),
            document.Corrections.Count,
            lookup.CountWarned())
        {
            Words = document.Pages.Sum(static page => page.Words.Count),
            Confidence = document.Pages.SelectMany(static page => page.Words).Select(static word => word.Confidence).DefaultIfEmpty().Average(),
        };
    }

    /// <summary>Address of a document's reader page, relative to the case's folder.</summary>
    /// <param name="document">The document's folder in the case.</param>
    internal static string AddressOf(string document) => string.Join('/', document.Split('/').Append(ReaderPageWriter.FileName).Select(Uri.EscapeDataString));

    internal void Write(HtmlWriter html)
    {
        html.Raw("<tr><td><a").Attribute("href", Link).Raw(">").Text(File).Raw("</a></td>");
        Cell(html, Facts.Number, "number", vietnamese: false);
        Cell(html, Facts.Date is null ? null : Wording.Day(Facts.Date), "date", vietnamese: false);
        Cell(html, Facts.Issuer, "issuer", vietnamese: true);
        Cell(html, Facts.Signer?.Name, "signer", vietnamese: true);
        html.Raw("<td class=\"subject\">");
        if (Facts.Subject is null)
        {
            html.Raw("<span class=\"absent\">not found</span>");
        }
        else
        {
            html.Text(Subject ?? "").Raw(Subject is not null && IsGloss ? " <span class=\"absent\">(gloss)</span>" : "").Raw(Subject is null ? "<span lang=\"vi\">" : "<small lang=\"vi\">").Text(Facts.Subject).Raw(Subject is null ? "</span>" : "</small>");
        }

        html.Raw("</td><td class=\"n\">").Number(Pages).Raw("</td><td>");
        html.Raw(Failed == 0 ? "" : "<span class=\"bad\">").Text(Failed == 0 ? "" : Wording.Count(Failed, "page not read", "pages not read")).Raw(Failed == 0 ? "" : "</span><br>");
        string[] look = [.. new[]
        {
            Doubtful == 0 ? null : Wording.Count(Doubtful, "doubtful word", "doubtful words"),
            Changed == 0 ? null : Wording.Count(Changed, "changed word", "changed words"),
            Flagged == 0 ? null : Wording.Count(Flagged, "line with a warning", "lines with a warning"),
        }.OfType<string>()];
        html.Text(look.Length == 0 && Failed == 0 ? "–" : string.Join(", ", look)).Raw("</td></tr>\n");
    }

    private void Cell(HtmlWriter html, string? value, string fact, bool vietnamese)
    {
        bool uncertain = Facts.Uncertain.Any(name => name == fact || name.StartsWith(fact + ".", StringComparison.Ordinal));
        html.Raw($"<td class=\"{fact}\"{(vietnamese && value is not null ? " lang=\"vi\"" : "")}>");
        if (value is null)
        {
            html.Raw(uncertain ? "<span class=\"absent\">not read: see scan</span>" : "<span class=\"absent\">not found</span>");
        }
        else
        {
            html.Text(value).Raw(uncertain ? " <span class=\"flag\" lang=\"en\"><b aria-hidden=\"true\">?</b>uncertain</span>" : "");
        }

        html.Raw("</td>");
    }
}
