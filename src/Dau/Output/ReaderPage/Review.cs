namespace Dau.Output.ReaderPage;

/// <summary>Writes what needs a look: each kind with its number, as a button that leads from one to the next.</summary>
internal static class Review
{
    internal static void Write(Lookup lookup, HtmlWriter html)
    {
        DocumentRecord document = lookup.Document;
        html.Raw("<section id=\"look\" aria-label=\"What needs a look\">");
        if (Segments(document).Any(SegmentMarkup.IsGloss))
        {
            html.Raw("<p class=\"draft\"><b>Word gloss, not a translation to quote:</b> words were looked up one by one.</p>");
        }
        else if (Segments(document).Any(SegmentMarkup.IsDraft))
        {
            html.Raw("<p class=\"draft\"><b>Machine draft:</b> good for deciding what matters; have a translator check what you quote.</p>");
        }

        html.Raw("<p class=\"counts\"><span>To check:</span> ");
        int uncertain = document.Facts.Uncertain.Count(static fact => fact != "citations.unread"); // "citations" is among them
        int failed = document.Pages.Count(static page => page.Status == PageStatus.Failed);
        bool any = Button(html, "#facts .flag", uncertain, "uncertain fact", "uncertain facts")
            | Button(html, ".note.bad", failed, "page not read", "pages not read")
            | Button(html, ".src .doubt", lookup.CountDoubtful(), "doubtful word", "doubtful words")
            | Button(html, ".src .fix", document.Corrections.Count, "changed word", "changed words")
            | Button(html, ".seg .flag", lookup.CountWarned(), "line with a warning", "lines with a warning");
        html.Raw(any ? "</p>" : "nothing stands out. A machine read this; compare what you quote with the scan.</p>");
        foreach (string warning in document.Run.Warnings.Concat(document.Run.TranslationWarnings))
        {
            html.Raw("<p class=\"remark\">Note: ").Text(warning).Raw("</p>");
        }

        html.Raw("</section>");
    }

    private static IEnumerable<Segment> Segments(DocumentRecord document) => document.Blocks.SelectMany(static block => block.Segments);

    private static bool Button(HtmlWriter html, string selector, int count, string one, string many)
    {
        if (count == 0)
        {
            return false;
        }

        html.Raw($"<button type=\"button\" class=\"next\" data-next=\"{selector}\">").Text(Wording.Count(count, one, many)).Raw("</button> ");
        return true;
    }
}
