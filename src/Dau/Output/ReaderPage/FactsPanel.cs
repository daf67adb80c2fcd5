namespace Dau.Output.ReaderPage;

/// <summary>Writes the panel on top: what the letter says about itself, each fact tied to the words that it rests on, and what needs a look.</summary>
internal sealed class FactsPanel(Lookup lookup, HtmlWriter html)
{
    private const int WideFrom = 3;

    private readonly DocumentFacts facts = lookup.Document.Facts;
    private readonly FactEnglish english = new(lookup);
    private readonly List<string> missing = [];

    /// <summary>Writes the panel.</summary>
    public void Write()
    {
        html.Raw("<section id=\"facts\" aria-label=\"What the letter says about itself\"><div class=\"title\">");
        Title();
        html.Raw("</div><dl>");
        Cell("Number", "Số", "number", () => Value("number", facts.Number));
        Cell("Date, place", "Ngày, địa danh", "date", DateAndPlace);
        Cell("Issued by", "Cơ quan ban hành", "issuer", Issuers);
        Cell("Signed by", "Người ký", "signer", SignerFact);
        Optional("urgency", "Urgency", "Độ khẩn", facts.Urgency);
        Optional("secrecy", "Secrecy", "Độ mật", facts.Secrecy);
        Lists(wide: false);
        html.Raw("</dl>");
        if (new[] { facts.Citations.Count, facts.Addressees.Count, facts.Recipients.Count, facts.People.Count }.Max() >= WideFrom)
        {
            html.Raw("<dl class=\"lists\">");
            Lists(wide: true);
            html.Raw("</dl>");
        }

        html.Raw(CitationLinks.LastPlace);
        if (missing.Count > 0)
        {
            html.Raw("<p class=\"missing\">").Text(NotFound).Raw(": ").Text(string.Join(", ", missing)).Raw(".</p>");
        }

        if (facts.Profile is null)
        {
            html.Raw("<p class=\"missing\">Layout not recognised: the page follows none of the patterns that are known, so its text stands in reading order.</p>");
        }

        html.Raw("</section>");
    }

    // Long lists stand under the other facts, over the whole width.
    private void Lists(bool wide)
    {
        if (facts.Addressees.Count >= WideFrom == wide)
        {
            Many("addressees", "To", "Kính gửi", facts.Addressees, BlockKind.Addressee);
        }

        if (facts.Recipients.Count >= WideFrom == wide)
        {
            Many("recipients", "Copies to", "Nơi nhận", facts.Recipients, BlockKind.Recipients);
        }

        if (facts.Citations.Count >= WideFrom == wide)
        {
            Citations();
        }

        if (facts.People.Count >= WideFrom == wide)
        {
            People();
        }
    }

    private string NotFound => lookup.Document.Pages.Any(static page => page.Status == PageStatus.Failed)
        ? "Not found on the pages that could be read"
        : "Not found on the scan";

    // Null and uncertain: it is there, but it could not be read well enough to be stated.
    private string Absent(string fact) => facts.Uncertain.Contains(fact) ? "could not be read: see the scan" : Lower(NotFound);

    private void Title()
    {
        html.Raw("<p class=\"type\">");
        if (facts.DocumentType is { } name)
        {
            string? type = DocumentTypes.English(name);
            Open("documentType", english.Evidence("documentType")).Text(type ?? "").Raw(type is null ? "<span lang=\"vi\">" : " <i lang=\"vi\">");
            html.Text(type is null ? Capital(name) : name).Raw(type is null ? "</span></button>" : "</i></button>");
            Doubt("documentType");
        }
        else
        {
            html.Raw("<span class=\"absent\">Type of document: ").Text(Absent("documentType")).Raw("</span>");
        }

        html.Raw((english.Of("subject") ?? facts.Subject)?.Length > 90 ? "</p><h1 class=\"long\">" : "</p><h1>");
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
            html.Text(lookup.Document.Source.FileName).Raw("</h1><p class=\"absent\">Subject: ").Text(Absent("subject")).Raw("</p>");
        }
    }

    private void DateAndPlace()
    {
        Value("date", facts.Date is null ? null : Wording.Day(facts.Date), gloss: facts.Date);
        if (facts.Place is null)
        {
            missing.Add("place (Địa danh)");
            return;
        }

        Value("place", facts.Place, css: "second");
    }

    private void Issuers()
    {
        Value("issuer", facts.Issuer, gloss: english.Of("issuer"));
        if (facts.ParentIssuer is null)
        {
            missing.Add("parent body (Cơ quan chủ quản)");
            return;
        }

        Value("parentIssuer", facts.ParentIssuer, gloss: english.Of("parentIssuer"), css: "second", before: "under ");
    }

    private void Optional(string fact, string label, string term, string? value)
    {
        if (value is null)
        {
            missing.Add($"{Lower(label)} ({term})");
            return;
        }

        Cell(label, term, fact, () => Value(fact, value, gloss: english.Of(fact)));
    }

    private void Cell(string label, string term, string css, Action content)
    {
        html.Raw($"<div class=\"f {css}\"><dt>{label} <i lang=\"vi\">{term}</i></dt><dd>");
        content();
        html.Raw("</dd></div>");
    }

    private void Value(string fact, string? value, string? gloss = null, string? css = null, string? before = null)
    {
        if (value is null)
        {
            bool unread = facts.Uncertain.Contains(fact);
            Open(fact, english.Evidence(fact)).Raw(unread ? "<span class=\"flag\"><b aria-hidden=\"true\">?</b>" : "<span class=\"absent\">").Text(Absent(fact)).Raw("</span></button>");
            return;
        }
        else
        {
            Open(fact, english.Evidence(fact), css).Text(before ?? "").Raw(fact is "date" or "number" ? "<span>" : "<span lang=\"vi\">").Text(value).Raw("</span>");
            English(gloss, english.IsGloss(fact));
            html.Raw("</button>");
        }

        Doubt(fact);
    }

    private void SignerFact()
    {
        if (facts.Signer is not { } signer)
        {
            Value("signer", null);
            return;
        }

        string[] notes = [.. english.Titles(signer), .. signer.Authority is null ? [] : new[] { Wording.Authority(signer.Authority) }];
        string name = signer.Name is null ? "name not found" : string.Join(' ', new[] { signer.Rank, signer.Name }.OfType<string>());
        Value("signer", name, gloss: notes.Length == 0 ? null : string.Join(" · ", notes));
        if (!facts.Uncertain.Contains("signer") && facts.Uncertain.FirstOrDefault(static fact => fact.StartsWith("signer.", StringComparison.Ordinal)) is { } part)
        {
            Doubt(part);
        }

        CoSigners();
    }

    // Who signed beside the signer: his column is known only by its words in the signature.
    private void CoSigners()
    {
        foreach (Signer signer in facts.CoSigners.Where(static signer => signer.Name is not null))
        {
            string[] posts = [.. english.Titles(signer)];
            Open("signer", english.WordsOf(signer), "second").Text("with ").Raw("<span lang=\"vi\">").Text(string.Join(' ', new[] { signer.Rank, signer.Name }.OfType<string>())).Raw("</span>");
            English(posts.Length == 0 ? null : string.Join(" · ", posts), isGloss: false);
            html.Raw("</button>");
        }
    }

    private void People()
    {
        if (facts.People.Count == 0)
        {
            return;
        }

        Cell("Names", "Người được nêu tên", "people", () =>
        {
            html.Raw("<ul>");
            foreach (NamedPerson person in facts.People)
            {
                html.Raw("<li>");
                Open("people", english.WordsOf(person)).Raw("<span lang=\"vi\">").Text(person.Name).Raw(person.Doubtful ? "</span> <span class=\"flag\" title=\"Not all of it is on the lists of names: compare it with the scan.\"><b aria-hidden=\"true\">?</b>check</span>" : "</span>");
                if (person.Title is not null)
                {
                    html.Raw("<small lang=\"vi\">").Text(person.Title).Raw("</small>");
                }

                html.Raw("</button></li>");
            }

            html.Raw("</ul>");
        });
    }

    private void Many(string fact, string label, string term, IReadOnlyList<string> items, BlockKind kind)
    {
        if (items.Count == 0)
        {
            missing.Add($"{Lower(label)} ({term})");
            return;
        }

        Cell(label, term, fact, () =>
        {
            html.Raw("<ul>");
            foreach (string item in items)
            {
                Segment? segment = english.Item(item, kind);
                Item(fact, segment?.WordIds ?? english.Evidence(fact), item, vietnamese: true, FactEnglish.WithoutLabel(segment?.Reviewed ?? segment?.Target), segment is not null && SegmentMarkup.IsGloss(segment));
            }

            html.Raw("</ul>");
            Doubt(fact);
        });
    }

    private void Citations()
    {
        if (facts.Citations.Count == 0)
        {
            return;
        }

        Cell("Cites", "Văn bản viện dẫn", "citations", () =>
        {
            html.Raw("<ul>");
            for (int i = 0; i < facts.Citations.Count; i++)
            {
                Citation citation = facts.Citations[i];
                string about = string.Join(" · ", new[] { citation.Date is null ? null : Wording.Day(citation.Date), citation.Issuer }.OfType<string>());
                html.Raw("<li>");
                Open("citations", english.WordsOf(citation)).Raw("<span>").Text(citation.Number).Raw("</span>");
                English(about.Length == 0 ? null : about, isGloss: false);
                html.Raw("</button>").Raw(citation.Doubtful ? " <span class=\"flag\" title=\"Its number or date was read with doubt or was mended: compare it with the scan.\"><b aria-hidden=\"true\">?</b>check</span>" : "").Raw(CitationLinks.Place(i)).Raw("</li>");
            }

            html.Raw("</ul>");
            if (!facts.Citations.Any(static citation => citation.Doubtful))
            {
                Doubt("citations");
            }
            else if (facts.Uncertain.Contains("citations.unread"))
            {
                html.Raw("<span class=\"flag\"><b aria-hidden=\"true\">?</b>something else is cited that could not be made out: see the scan</span>");
            }
        });
    }

    private void Item(string fact, IEnumerable<string> words, string text, bool vietnamese, string? gloss, bool isGloss)
    {
        html.Raw("<li>");
        Open(fact, words).Raw(vietnamese ? "<span lang=\"vi\">" : "<span>").Text(text).Raw("</span>");
        English(gloss, isGloss);
        html.Raw("</button></li>");
    }

    private void English(string? text, bool isGloss)
    {
        if (text is not null)
        {
            html.Raw("<small>").Text(text).Raw(isGloss ? " <span class=\"tag\">gloss</span></small>" : "</small>");
        }
    }

    private HtmlWriter Open(string fact, IEnumerable<string> words, string? css = null) =>
        html.Raw(css is null ? "<button type=\"button\" class=\"fact\"" : $"<button type=\"button\" class=\"fact {css}\"").Attribute("data-fact", fact).Attribute("data-ev", words).Raw(">");

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
