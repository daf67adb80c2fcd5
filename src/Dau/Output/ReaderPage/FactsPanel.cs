using System.Globalization;

namespace Dau.Output.ReaderPage;

/// <summary>Writes the panel on top: what the letter says about itself, each fact tied to the words that it rests on, and what needs a look.</summary>
internal sealed class FactsPanel(Lookup lookup, HtmlWriter html)
{
    private readonly DocumentFacts facts = lookup.Document.Facts;
    private readonly FactEnglish english = new(lookup);
    private readonly List<string> missing = [];

    /// <summary>Writes the panel.</summary>
    public void Write()
    {
        html.Raw("<section id=\"facts\" aria-label=\"What the letter says about itself\"><div class=\"title\">");
        Title();
        html.Raw("</div><dl>");
        One("number", "Number", "Số", facts.Number, always: true);
        One("date", "Date", "Ngày", facts.Date is null ? null : Wording.Day(facts.Date), always: true, gloss: facts.Date);
        One("place", "Place", "Địa danh", facts.Place);
        One("issuer", "Issued by", "Cơ quan ban hành", facts.Issuer, always: true, gloss: english.Of("issuer"));
        One("parentIssuer", "Under", "Cơ quan chủ quản", facts.ParentIssuer, gloss: english.Of("parentIssuer"));
        SignerFact();
        One("urgency", "Urgency", "Độ khẩn", facts.Urgency, gloss: english.Of("urgency"));
        One("secrecy", "Secrecy", "Độ mật", facts.Secrecy, gloss: english.Of("secrecy"));
        Many("addressees", "To", "Kính gửi", facts.Addressees, BlockKind.Addressee);
        Many("recipients", "Copies to", "Nơi nhận", facts.Recipients, BlockKind.Recipients);
        Citations();
        html.Raw("</dl>");
        if (missing.Count > 0)
        {
            html.Raw("<p class=\"missing\">").Text(NotStated).Raw(": ").Text(string.Join(", ", missing)).Raw(".</p>");
        }

        html.Raw("</section>");
    }

    private string NotStated => lookup.Document.Pages.Any(static page => page.Status == PageStatus.Failed)
        ? "Not found on the pages that could be read"
        : "Not stated on the scan";

    private void Title()
    {
        string? type = english.Of("documentType");
        html.Raw("<p class=\"type\">");
        if (facts.DocumentType is { } name)
        {
            Open("documentType", english.Evidence("documentType")).Text(type is null ? Capital(name) : Capital(type.ToLowerInvariant())).Raw(type is null ? "" : " <i lang=\"vi\">");
            html.Text(type is null ? "" : name).Raw(type is null ? "</button>" : "</i></button>");
            Doubt("documentType");
        }
        else
        {
            html.Raw("<span class=\"absent\">Type of document: ").Text(Lower(NotStated)).Raw("</span>");
        }

        html.Raw("</p><h1>");
        string? subject = english.Of("subject");
        if (facts.Subject is { } said)
        {
            Open("subject", english.Evidence("subject"));
            html.Raw(subject is null ? "<span lang=\"vi\">" : "<span>").Text(subject is null ? said : WithoutRe(subject)).Raw("</span></button>");
            if (english.IsGloss("subject"))
            {
                html.Raw(" <span class=\"tag\">gloss</span>");
            }

            Doubt("subject");
            html.Raw(subject is null ? "</h1>" : "</h1><p class=\"said\" lang=\"vi\">");
            html.Text(subject is null ? "" : said).Raw(subject is null ? "" : "</p>");
        }
        else
        {
            html.Text(lookup.Document.Source.FileName).Raw("</h1><p class=\"absent\">Subject: ").Text(Lower(NotStated)).Raw("</p>");
        }
    }

    private void One(string fact, string label, string term, string? value, bool always = false, string? gloss = null)
    {
        if (value is null && !always)
        {
            missing.Add(string.Create(CultureInfo.InvariantCulture, $"{Lower(label)} ({term})"));
            return;
        }

        Label(label, term, fact);
        html.Raw("<dd>");
        if (value is null)
        {
            html.Raw("<span class=\"absent\">").Text(Lower(NotStated)).Raw("</span>");
        }
        else
        {
            Open(fact, english.Evidence(fact)).Raw(fact is "date" or "number" ? "<span>" : "<span lang=\"vi\">").Text(value).Raw("</span>");
            if (gloss is not null)
            {
                html.Raw("<small>").Text(gloss).Raw("</small>");
            }

            html.Raw("</button>");
        }

        Doubt(fact);
        html.Raw("</dd></div>");
    }

    private void SignerFact()
    {
        Label("Signed by", "Người ký", "signer");
        html.Raw("<dd>");
        if (facts.Signer is not { } signer)
        {
            html.Raw("<span class=\"absent\">").Text(Lower(NotStated)).Raw("</span></dd></div>");
            return;
        }

        Open("signer", english.Evidence("signer")).Raw("<span lang=\"vi\">");
        html.Text(string.Join(' ', new[] { signer.Rank, signer.Name ?? "name not read" }.Where(static part => part is not null))).Raw("</span>");
        string[] notes = [.. english.Titles(signer), .. signer.Authority is null ? [] : new[] { Wording.Authority(signer.Authority) }];
        if (notes.Length > 0)
        {
            html.Raw("<small>").Text(string.Join(" · ", notes)).Raw("</small>");
        }

        html.Raw("</button>");
        if (!Doubt("signer"))
        {
            foreach (string part in facts.Uncertain.Where(static name => name.StartsWith("signer.", StringComparison.Ordinal)).Take(1))
            {
                Doubt(part);
            }
        }

        html.Raw("</dd></div>");
    }

    private void Many(string fact, string label, string term, IReadOnlyList<string> items, BlockKind kind)
    {
        if (items.Count == 0)
        {
            missing.Add(string.Create(CultureInfo.InvariantCulture, $"{Lower(label)} ({term})"));
            return;
        }

        Label(label, term, items.Count > 2 ? fact + " wide" : fact);
        html.Raw("<dd><ul>");
        foreach (string item in items)
        {
            Segment? segment = english.Item(item, kind);
            html.Raw("<li>");
            Open(fact, segment?.WordIds ?? english.Evidence(fact)).Raw("<span lang=\"vi\">").Text(item).Raw("</span>");
            if (segment is not null && (segment.Reviewed ?? segment.Target) is { } target)
            {
                html.Raw("<small>").Text(target.TrimStart('-', '–', '+', ' ')).Raw("</small>");
            }

            html.Raw("</button></li>");
        }

        html.Raw("</ul>");
        Doubt(fact);
        html.Raw("</dd></div>");
    }

    private void Citations()
    {
        if (facts.Citations.Count == 0)
        {
            return;
        }

        Label("Cites", "Văn bản viện dẫn", facts.Citations.Count > 2 ? "citations wide" : "citations");
        html.Raw("<dd><ul>");
        foreach (Citation citation in facts.Citations)
        {
            html.Raw("<li>");
            Open("citations", english.WordsOf(citation)).Raw("<span>").Text(citation.Number).Raw("</span>");
            string[] about = [.. new[] { citation.Date is null ? null : Wording.Day(citation.Date), citation.Issuer }.OfType<string>()];
            if (about.Length > 0)
            {
                html.Raw("<small>").Text(string.Join(" · ", about)).Raw("</small>");
            }

            html.Raw("</button></li>");
        }

        html.Raw("</ul>");
        Doubt("citations");
        html.Raw("</dd></div>");
    }

    private void Label(string label, string term, string css) =>
        html.Raw($"<div class=\"f {css}\"><dt>{label} <i lang=\"vi\">{term}</i></dt>");

    private HtmlWriter Open(string fact, IEnumerable<string> words) =>
        html.Raw("<button type=\"button\" class=\"fact\"").Attribute("data-fact", fact).Attribute("data-ev", words).Raw(">");

    private bool Doubt(string fact)
    {
        if (!facts.Uncertain.Contains(fact))
        {
            return false;
        }

        html.Raw(" <span class=\"flag\" title=\"Read from handwriting, from words under a seal or from print that is hard to read: compare it with the scan.\"><b aria-hidden=\"true\">?</b>uncertain: check the scan</span>");
        return true;
    }

    private static string WithoutRe(string subject)
    {
        string bare = subject.StartsWith("Re: ", StringComparison.OrdinalIgnoreCase) ? subject[4..] : subject;
        return Capital(bare);
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
