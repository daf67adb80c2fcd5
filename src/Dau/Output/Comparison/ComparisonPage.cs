using Dau.Output.ReaderPage;

namespace Dau.Output.Comparison;

/// <summary>The English of one engine for a document.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Document">The document with that English.</param>
internal sealed record ComparedEnglish(string Engine, DocumentRecord Document)
{
    /// <summary>Its segments by id.</summary>
    public IReadOnlyDictionary<string, Segment> Segments { get; } = Document.Blocks.SelectMany(static block => block.Segments).ToDictionary(static segment => segment.Id, StringComparer.Ordinal);
}

/// <summary>Writes <c>compare.html</c>: the Vietnamese and the English of two engines line against line, with what each says of its own. One file that loads nothing.</summary>
internal static class ComparisonPage
{
    /// <summary>Name of the file in a document's folder.</summary>
    internal const string FileName = "compare.html";

    /// <exception cref="OutputException">The folder cannot be written to, or the disk is full.</exception>
    internal static void Write(string folder, ComparedEnglish left, ComparedEnglish right)
    {
        using var content = new MemoryStream();
        var html = new HtmlWriter(content);
        PageTemplate.Write("compare", html, gap =>
        {
            switch (gap)
            {
                case "title":
                    html.Text(left.Document.Source.FileName);
                    break;
                case "heads":
                    html.Raw("<tr><th scope=\"col\">Line</th><th scope=\"col\">Vietnamese</th>");
                    Head(html, left);
                    Head(html, right);
                    html.Raw("</tr>");
                    break;
                case "rows":
                    foreach (Segment segment in left.Document.Blocks.SelectMany(static block => block.Segments))
                    {
                        Row(html, segment, (left.Engine, segment), (right.Engine, right.Segments[segment.Id]));
                    }

                    break;
                case "privacy":
                    int sent = left.Document.Run.Sent.Count + right.Document.Run.Sent.Count;
                    html.Text(sent == 0 ? "Nothing left this machine." : "Text of this document left this machine: see the foot of its reader page.");
                    break;
                default:
                    throw new InvalidOperationException($"The page's frame names {gap}, which nothing writes.");
            }
        });
        html.Flush();
        AtomicFile.Write(Path.Combine(folder, FileName), content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private static void Head(HtmlWriter html, ComparedEnglish english)
    {
        Segment[] translated = [.. english.Segments.Values.Where(static segment => segment.Target is not null)];
        html.Raw("<th scope=\"col\">").Text(english.Engine).Raw("<small>").Text(
            $"{Wording.Count(translated.Length, "line", "lines")}, {Wording.Count(translated.Count(static s => s.Flags.Any(Wording.IsWarning)), "with a warning", "with a warning")}, estimated quality {Wording.Percent(translated.Select(static s => s.Quality ?? 0).DefaultIfEmpty().Average())}")
            .Raw("</small></th>");
    }

    private static void Row(HtmlWriter html, Segment segment, (string Engine, Segment Segment) left, (string Engine, Segment Segment) right)
    {
        bool same = left.Segment.Target == right.Segment.Target;
        html.Raw(same ? "<tr class=\"same\"><td>" : "<tr><td>").Text(segment.Id).Raw("</td><td lang=\"vi\">").Text(segment.Source).Raw("</td>");
        (string[] Words, bool[] Own) first = WordDifference.Words(left.Segment.Target, right.Segment.Target), second = WordDifference.Words(right.Segment.Target, left.Segment.Target);
        Cell(html, left, first);
        Cell(html, right, second);
        html.Raw("</tr>\n");
    }

    private static void Cell(HtmlWriter html, (string Engine, Segment Segment) english, (string[] Words, bool[] Own) text)
    {
        Segment segment = english.Segment;
        html.Raw("<td").Attribute("data-engine", english.Engine).Raw(">");
        if (segment.Target is null)
        {
            html.Raw("<span class=\"none\">no translation</span>");
        }

        for (int i = 0; i < text.Words.Length; i++)
        {
            bool opens = text.Own[i] && (i == 0 || !text.Own[i - 1]), closes = text.Own[i] && (i + 1 == text.Words.Length || !text.Own[i + 1]);
            html.Raw(i > 0 ? " " : "").Raw(opens ? "<mark>" : "").Text(text.Words[i]).Raw(closes ? "</mark>" : "");
        }

        html.Raw("<span class=\"about\">");
        if (segment.Target is not null)
        {
            html.Text(segment.Engine == english.Engine ? "" : Wording.Engine(segment.Engine) + " · ").Text(Wording.Percent(segment.Quality ?? 0));
        }

        foreach (string flag in segment.Flags)
        {
            html.Raw(Wording.IsWarning(flag) ? " <span class=\"flag\"><b aria-hidden=\"true\">!</b>" : " · <span>").Text(Wording.Flag(flag)).Raw("</span>");
        }

        html.Raw("</span></td>");
    }
}
