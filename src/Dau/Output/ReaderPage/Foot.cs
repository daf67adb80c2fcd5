using Dau.Translation;

namespace Dau.Output.ReaderPage;

/// <summary>Writes the foot: how the document was read, and what left the machine.</summary>
internal static class Foot
{
    internal static void Write(Lookup lookup, HtmlWriter html)
    {
        DocumentRecord document = lookup.Document;
        RunRecord run = document.Run;
        html.Raw("<footer id=\"run\"><h2>How this page was made</h2><dl>");
        Row(html, "File", $"{document.Source.FileName} · {Wording.Count(document.Source.PageCount, "page", "pages")} · {Wording.Count((int)Math.Min(int.MaxValue, document.Source.Bytes), "byte", "bytes")}");
        Row(html, "SHA-256", document.Source.Sha256, "code");
        Row(html, "Read", $"{run.StartedAt} (UTC), Dấu {run.Version}{(run.RetranslatedAt is { } at ? $"; English made anew {at}" : "")}");
        Row(html, "Tools", string.Join(" · ", run.Tools.Where(static tool => !Translators.IsOwn(tool)).Select(static tool => tool.Model is null ? $"{tool.Name} {tool.Version}" : $"{tool.Name} {tool.Version}, model {tool.Model}")));
        Row(html, "English", string.Join(" · ", document.Blocks.SelectMany(static block => block.Segments).GroupBy(static segment => segment.Engine)
            .OrderByDescending(static group => group.Count()).Select(static group => $"{Wording.Count(group.Count(), "line", "lines")}: {Wording.Engine(group.Key)}")));
        if (run.Tools.Any(Translators.IsOwn))
        {
            Row(html, "Own terms and memory", string.Join(" · ", run.Tools.Where(Translators.IsOwn).Select(static tool => $"{tool.Name} {tool.Model}")));
        }

        if (run.Options.Count > 0)
        {
            Row(html, "Options", string.Join(" · ", run.Options.OrderBy(static option => option.Key, StringComparer.Ordinal).Select(static option => $"{option.Key} {option.Value}")));
        }

        html.Raw("<dt>Privacy</dt><dd>");
        if (run.Sent.Count == 0)
        {
            html.Raw("<b>Nothing left this machine.</b> This page holds everything it shows, loads nothing and stores nothing.");
        }
        else
        {
            html.Raw(run.Sent.All(static sent => sent.StaysHere) ? "<b>Nothing left this machine.</b> Text of this document was given to a program on it:<ul>" : "<b>Text of this document left this machine:</b><ul>");
            foreach (var sent in run.Sent.GroupBy(static sent => sent.To, StringComparer.Ordinal))
            {
                List<string> segments = [.. sent.SelectMany(static s => s.Segments)];
                html.Raw("<li>").Text($"{Wording.Count(segments.Count, "line", "lines")}, {sent.Sum(static s => s.Bytes)} bytes, to {sent.Key} from {sent.First().At} to {sent.Last().At}: ");
                html.Text(string.Join(", ", segments)).Raw("</li>");
            }

            html.Raw("</ul>");
        }

        html.Raw("</dd></dl><p>Machine reading and machine English. What the scan shows is the evidence: compare names, numbers, dates and every “not” with it before you rely on them.</p></footer>");
    }

    private static void Row(HtmlWriter html, string label, string value, string? element = null)
    {
        html.Raw($"<dt>{label}</dt><dd>").Raw(element is null ? "" : $"<{element}>").Text(value).Raw(element is null ? "" : $"</{element}>").Raw("</dd>");
    }
}
