using Dau.Facts.Checks;
using Spectre.Console;

namespace Dau.Cli;

/// <summary>What the letters of a run cite, at its end: what is there, and what is missing.</summary>
internal sealed class ReferenceReport(IAnsiConsole console)
{
    private const int MostRows = 20;

    public void Print(CaseReferences references)
    {
        if (references.Letters.Count < 2 || references.Citations.Count == 0)
        {
            return;
        }

        CaseCitation[] linked = [.. references.Citations.Where(static c => c.To is not null)];
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("Cited", "Date", "Issuer", "Cited by", "In this case");
        foreach (CaseCitation citation in linked.Take(MostRows))
        {
            Row(table, citation.Number, citation.Date, citation.Issuer, citation.From, citation.To + (citation.Sure ? "" : " (?)"));
        }

        foreach (MissingDocument missing in references.Missing.Take(MostRows))
        {
            Row(table, missing.Number, missing.Date, missing.Issuer, string.Join(", ", missing.CitedBy), "missing");
        }

        console.WriteLine($"Cited: {references.Citations.Count}, of them {linked.Length} in this case; {references.Missing.Count} documents are missing. All of them: {CaseReferences.FileName}.");
        console.Write(table);
    }

    private static void Row(Table table, params string?[] cells) => table.AddRow([.. cells.Select(static c => new Text(ReadRun.Printable(c ?? "–")))]);
}
