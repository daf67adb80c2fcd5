using System.Globalization;
using Dau.Model;
using Spectre.Console;

namespace Dau.Cli;

/// <summary>The table at the end of a run, and where to look.</summary>
internal sealed class RunReport(IAnsiConsole console)
{
    public void Print(IReadOnlyList<ReadOutcome> outcomes, string caseFolder)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach ((string title, bool right) in new[]
                 {
                     ("Document", false), ("Pages", true), ("Number", false), ("Date", false), ("Issuer", false), ("Signer", false),
                     ("Words", true), ("Sure", true),
                 })
        {
            table.AddColumn(new TableColumn(title) { Alignment = right ? Justify.Right : Justify.Left });
        }

        foreach (ReadOutcome outcome in outcomes)
        {
            table.AddRow([.. Row(outcome).Select(static cell => new Text(ReadRun.Printable(cell)))]);
        }

        console.Write(table);
        PrintAttention(outcomes);
        int read = outcomes.Count(static o => o.Row is not null);
        int sent = outcomes.Sum(static o => o.Row?.Sent ?? 0);
        console.WriteLine($"{Count(read, "document")} read, {Count(outcomes.Count - read, "document")} not. {(sent == 0 ? "Nothing left this machine." : $"{Count(sent, "request")} left this machine: see run.sent in document.json.")}");
        if (read > 0)
        {
            console.WriteLine($"Open {Path.Combine(caseFolder, "index.html")}, or a reader page:");
            foreach (ReadOutcome outcome in outcomes.Where(static o => o.Row is not null))
            {
                console.WriteLine("  " + Path.Combine(outcome.Folder!, "reader.html"));
            }
        }
    }

    private static string[] Row(ReadOutcome outcome)
    {
        string name = Path.GetFileName(outcome.Path);
        if (outcome.Row is not { } row)
        {
            return [name, "", "not read", "", "", "", "", ""];
        }

        DocumentFacts facts = row.Facts;
        return
        [
            name,
            row.Pages.ToString(CultureInfo.InvariantCulture),
            Fact(facts.Number, "number"),
            Fact(facts.Date, "date"),
            Fact(facts.Issuer, "issuer"),
            Fact(facts.Signer?.Name, "signer.name"),
            row.Words.ToString(CultureInfo.InvariantCulture),
            row.Words == 0 ? "–" : (row.Confidence * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
        ];

        string Fact(string? value, string key) => value is null ? "–" : facts.Uncertain.Contains(key) || facts.Uncertain.Contains(key.Split('.')[0]) ? value + " (?)" : value;
    }

    /// <summary>What a person should look at, a line a document: in the table it would leave no room for the facts.</summary>
    private void PrintAttention(IReadOnlyList<ReadOutcome> outcomes)
    {
        var needs = outcomes
            .Select(static outcome => (Name: Path.GetFileName(outcome.Path), What: outcome.Row is { } row ? string.Join("; ", Attention.For(row)) : outcome.Failure?.Message ?? "not read"))
            .Where(static need => need.What.Length > 0)
            .ToList();
        if (needs.Count == 0)
        {
            return;
        }

        console.WriteLine("Needs a look:");
        foreach ((string name, string what) in needs)
        {
            console.Write(new Padder(new Text(ReadRun.Printable($"{name}: {what}")), new Padding(2, 0, 0, 0)));
        }

        console.WriteLine();
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
