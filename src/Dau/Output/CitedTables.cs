using Dau.Facts.Checks;
using Dau.Output.ReaderPage;

namespace Dau.Output;

/// <summary>Writes what the letters of a case cite: what is in the case, and what is missing, each with what most letters cite first.</summary>
internal sealed class CitedTables(CaseReferences references, HtmlWriter html)
{
    /// <summary>Writes both tables; nothing where no letter cites anything.</summary>
    public void Write()
    {
        Table("Cited, and in this case", [.. references.Citations.Where(static c => c.To is not null).GroupBy(static c => c.To!, StringComparer.Ordinal)
            .OrderByDescending(static g => Letters(g).Length).Select(g => Row.Of(g.Key, [.. g], references.Letters.First(l => l.Document == g.Key)))]);
        Table("Cited, not in this case", [.. references.Missing.Select(static m => new Row(m.Number, m.Date, m.Issuer, m.CitedBy, null, m.Doubtful))]);
    }

    private static string[] Letters(IEnumerable<CaseCitation> citations) => [.. citations.Select(static c => c.From).Distinct(StringComparer.Ordinal)];

    private void Table(string title, Row[] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        html.Raw("<h2>").Text(title).Raw(" <span class=\"absent\">").Number(rows.Length).Raw("</span></h2>\n<table class=\"cited\"><thead><tr><th scope=\"col\">Number <i lang=\"vi\">Số</i></th>"
            + "<th scope=\"col\">Date <i lang=\"vi\">Ngày</i></th><th scope=\"col\">Issued by <i lang=\"vi\">Cơ quan ban hành</i></th><th scope=\"col\" class=\"n\">Letters</th><th scope=\"col\">Cited by</th></tr></thead><tbody>\n");
        foreach (Row row in rows)
        {
            Write(row);
        }

        html.Raw("</tbody></table>\n");
    }

    private void Write(Row row)
    {
        html.Raw("<tr><td class=\"number\">");
        if (row.Document is { } there)
        {
            Link(there, row.Number);
        }
        else
        {
            html.Text(row.Number);
        }

        html.Raw(row.Doubtful ? " <span class=\"flag\" title=\"Its number or date was read with doubt, or one side gives no date: compare both scans.\"><b aria-hidden=\"true\">?</b>uncertain</span>" : "")
            .Raw("</td><td class=\"date\">").Text(row.Date is null ? "–" : Wording.Day(row.Date)).Raw("</td><td class=\"issuer\" lang=\"vi\">").Text(row.Issuer ?? "–")
            .Raw("</td><td class=\"n\">").Number(row.CitedBy.Count).Raw("</td><td>");
        for (int i = 0; i < row.CitedBy.Count; i++)
        {
            html.Raw(i == 0 ? "" : ", ");
            Link(row.CitedBy[i], row.CitedBy[i]);
        }

        html.Raw("</td></tr>\n");
    }

    private void Link(string document, string text) => html.Raw("<a").Attribute("href", "./" + CaseRow.AddressOf(document)).Raw(">").Text(text).Raw("</a>");

    private sealed record Row(string Number, string? Date, string? Issuer, IReadOnlyList<string> CitedBy, string? Document, bool Doubtful)
    {
        internal static Row Of(string document, CaseCitation[] citations, CaseLetter letter) => new(
            letter.Number ?? citations[0].Number, letter.Date ?? citations[0].Date, letter.Issuer ?? citations[0].Issuer, Letters(citations), document, citations.All(static c => !c.Sure));
    }
}
