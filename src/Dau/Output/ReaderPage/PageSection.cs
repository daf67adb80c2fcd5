using System.Globalization;

namespace Dau.Output.ReaderPage;

/// <summary>Writes one page: its scan and, beside it, what stands on it, a row for each segment.</summary>
internal sealed class PageSection(Lookup lookup, HtmlWriter html, IPagePictures pictures, string folder)
{
    /// <summary>
    /// Documents of more pages have their pictures at the end of the file, so that the text is there at once: with the pictures in between, Chromium needed
    /// 58 s for 250 pages (100 MB) where it needs 6 s with them at the end.
    /// </summary>
    internal const int MostPicturesInPlace = 40;

    private readonly bool later = lookup.Document.Pages.Count > MostPicturesInPlace;
    private readonly SegmentMarkup markup = new(lookup, html);

    /// <summary>Writes the page.</summary>
    public async Task WriteAsync(Page page, CancellationToken cancellationToken)
    {
        string number = page.Number.ToString(CultureInfo.InvariantCulture);
        bool empty = lookup.On(page.Number).Count == 0;
        html.Raw($"\n<section class=\"page{(empty ? " empty" : "")}\" id=\"page-{number}\" data-page=\"{number}\" aria-labelledby=\"page-{number}-title\">");
        html.Raw($"<div class=\"heads\"><h2 id=\"page-{number}-title\">Page {number}</h2>");
        if (!empty)
        {
            html.Raw("<div class=\"head\"><span></span><span class=\"vi-head\">Vietnamese <small class=\"now-source\">as corrected</small><small class=\"now-ocr\">as the engine read it</small></span><span class=\"en-head\">English");
            if (lookup.On(page.Number).Any(static entry => entry.Segments.Exists(SegmentMarkup.IsDraft)))
            {
                html.Raw(" <small class=\"warn\">machine draft, not to quote</small>");
            }

            html.Raw("</span></div>");
        }

        html.Raw("</div><div class=\"spread\">");
        await ScanAsync(page, cancellationToken);
        html.Raw("<div class=\"text\">");
        Remark(page);
        Blocks(page);
        html.Raw("</div></div><script type=\"application/json\">").Raw(PageData.Build(page, lookup)).Raw("</script></section>");
        await html.FlushAsync(cancellationToken);
    }

    private async Task ScanAsync(Page page, CancellationToken cancellationToken)
    {
        string number = page.Number.ToString(CultureInfo.InvariantCulture);
        PagePicture? picture = page.Image is null ? null
            : later ? new PagePicture(default, "image/png", page.Width, page.Height)
            : await pictures.GetAsync(page, folder, cancellationToken);
        html.Raw("<figure class=\"scan\">");
        if (picture is null)
        {
            html.Raw("<p class=\"nopicture\">There is no picture of this page.</p>");
        }
        else
        {
            html.Raw($"<div class=\"view\"><div class=\"sheet\"><img width=\"{picture.Width.ToString(CultureInfo.InvariantCulture)}\" height=\"{picture.Height.ToString(CultureInfo.InvariantCulture)}\" alt=\"Scan of page {number}\"");
            if (!later)
            {
                html.Raw(" src=\"");
                await DataAsync(picture, cancellationToken);
                html.Raw("\"");
            }

            html.Raw($"><svg class=\"overlay\" viewBox=\"0 0 {page.Width.ToString(CultureInfo.InvariantCulture)} {page.Height.ToString(CultureInfo.InvariantCulture)}\" preserveAspectRatio=\"none\" aria-hidden=\"true\"></svg></div></div>");
        }

        html.Raw(later ? "<noscript><p class=\"nopicture\">A document this long shows its pictures only where scripts may run; they are in the folder pages beside this file.</p></noscript>" : "");
        html.Raw("<figcaption>").Text(About(page));
        foreach (Mark mark in page.Marks)
        {
            string colour = mark.Colour is null ? "" : mark.Colour + " ";
            html.Raw(" · <button type=\"button\" class=\"mark\"")
                .Attribute("data-page", number)
                .Attribute("data-box", string.Create(CultureInfo.InvariantCulture, $"{mark.Box.X} {mark.Box.Y} {mark.Box.Width} {mark.Box.Height}"))
                .Raw(">").Text(colour + Wording.Of(mark.Kind)).Raw("</button>");
            if (mark.Payload is { Length: > 0 } payload)
            {
                html.Raw(" holding <q class=\"payload\">").Text(payload).Raw("</q>");
            }
        }

        html.Raw("</figcaption></figure>");
    }

    /// <summary>Writes a page's picture for the script to put in its place; nothing where pictures are in place already.</summary>
    public async Task WritePictureAsync(Page page, CancellationToken cancellationToken)
    {
        if (!later || page.Image is null || await pictures.GetAsync(page, folder, cancellationToken) is not { } picture)
        {
            return;
        }

        html.Raw("<script type=\"text/plain\" id=\"picture-").Number(page.Number).Raw("\">");
        await DataAsync(picture, cancellationToken);
        html.Raw("</script>\n");
    }

    private async Task DataAsync(PagePicture picture, CancellationToken cancellationToken)
    {
        html.Raw(picture.MediaType is "image/jpeg" or "image/webp" ? $"data:{picture.MediaType};base64," : "data:image/png;base64,");
        await html.Base64Async(picture.Bytes, cancellationToken);
    }

    private static string About(Page page)
    {
        var parts = new List<string>();
        if (page.Dpi > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{page.Dpi} dpi"));
        }

        if (page.RotationDegrees != 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"turned {page.RotationDegrees}°"));
        }

        if (page.Words.Count > 0)
        {
            parts.Add(Wording.Count(page.Words.Count, "word", "words"));
            parts.Add(page.Origin == TextOrigin.TextLayer
                ? "text taken from the file, not recognised"
                : "mean confidence " + Wording.Percent(page.Words.Average(static word => word.Confidence)));
        }

        return string.Join(" · ", parts);
    }

    private void Remark(Page page)
    {
        switch (page.Status)
        {
            case PageStatus.Failed:
                html.Raw("<p class=\"note bad\" role=\"note\"><b>This page could not be read.</b> ").Text(page.Reason ?? "").Raw(" Its text is missing here.</p>");
                break;
            case PageStatus.Blank:
                html.Raw("<p class=\"note\" role=\"note\"><b>Blank page.</b> Nothing printed was found on it. ").Text(page.Reason ?? "").Raw("</p>");
                break;
            default:
                if (page.Reason is { } reason)
                {
                    html.Raw("<p class=\"note\" role=\"note\">").Text(reason).Raw("</p>");
                }
                else if (lookup.On(page.Number).Count == 0)
                {
                    html.Raw("<p class=\"note\" role=\"note\">No line starts on this page.</p>");
                }

                break;
        }
    }

    private void Blocks(Page page)
    {
        Section? open = null;
        foreach ((Block block, List<Segment> segments) in lookup.On(page.Number))
        {
            if (block.Section != open)
            {
                string name = block.Section.ToString().ToLowerInvariant();
                html.Raw(open is null ? "" : "</div>").Raw($"<div class=\"part {name}\"><h3>").Text(Wording.Of(block.Section)).Raw("</h3>");
                open = block.Section;
            }

            bool goesOn = block.Segments[0].Id != segments[0].Id;
            if (block.Kind == BlockKind.Table && segments.Exists(static segment => segment.Cell is not null))
            {
                new TableMarkup(html, markup).Write(segments, goesOn);
            }
            else
            {
                Rows(block, segments, goesOn);
            }
        }

        html.Raw(open is null ? "" : "</div>");
    }

    private void Rows(Block block, List<Segment> segments, bool goesOn)
    {
        string kind = char.ToLowerInvariant(block.Kind.ToString()[0]) + block.Kind.ToString()[1..];
        html.Raw($"<div class=\"block {kind}\"");
        if (block.Level is int level)
        {
            html.Raw($" data-level=\"{Math.Clamp(level, 1, 6).ToString(CultureInfo.InvariantCulture)}\"");
        }

        html.Raw(">");
        for (int i = 0; i < segments.Count; i++)
        {
            Segment segment = segments[i];
            string label = i > 0 ? "" : goesOn ? "continued" : Wording.Of(block.Kind) ?? "";
            html.Raw("<div class=\"seg\" tabindex=\"0\" role=\"group\"").Attribute("id", segment.Id).Raw(">")
                .Raw("<span class=\"label\">").Text(label).Raw(label.Length == 0 ? $"<span class=\"no\">{Digits(segment.Id)}</span>" : "").Raw("</span>");
            markup.Write(segment);
            html.Raw("</div>");
        }

        html.Raw("</div>");
    }

    // s12 → 12: the number that a reader can cite.
    private static string Digits(string id) => id[1..].All(char.IsAsciiDigit) ? id[1..] : "";
}
