using System.Globalization;
using Dau.Model;
using Spectre.Console;

namespace Dau.Cli;

/// <summary>The table at the end of a run, and where to look.</summary>
internal sealed class RunReport(IAnsiConsole console)
{
    public void Print(IReadOnlyList<ReadOutcome> outcomes, string caseFolder)
    {
        var table = new Table().Border(TableBorder.Simple).Expand();
        foreach ((string title, bool right) in new[]
                 {
                     ("Document", false), ("Pages", true), ("Number", false), ("Date", false), ("Issuer", false), ("Signer", false),
                     ("Words", true), ("Sure", true), ("Needs a look", false),
                 })
        {
            table.AddColumn(new TableColumn(title) { Alignment = right ? Justify.Right : Justify.Left, Padding = new Padding(0, 0, 1, 0) });
        }

        foreach (ReadOutcome outcome in outcomes)
        {
            table.AddRow([.. Row(outcome).Select(static cell => new Text(ReadRun.Printable(cell)))]);
        }

        console.Write(table);
        int read = outcomes.Count(static o => o.Document is not null);
        int sent = outcomes.Sum(static o => o.Document?.Run.Sent.Count ?? 0);
        console.WriteLine($"{Count(read, "document")} read, {Count(outcomes.Count - read, "document")} not. {(sent == 0 ? "Nothing left this machine." : $"{Count(sent, "request")} left this machine: see run.sent in document.json.")}");
        if (read > 0)
        {
            console.WriteLine($"Open {Path.Combine(caseFolder, "index.html")}, or a reader page:");
            foreach (ReadOutcome outcome in outcomes.Where(static o => o.Document is not null))
            {
                console.WriteLine("  " + Path.Combine(outcome.Folder!, "reader.html"));
            }
        }
    }

    private static string[] Row(ReadOutcome outcome)
    {
        string name = Path.GetFileName(outcome.Path);
        if (outcome.Document is not { } document)
        {
            return [name, "", "", "", "", "", "", "", outcome.Failure?.Message ?? "not read"];
        }

        DocumentFacts facts = document.Facts;
        List<Word> words = [.. document.Pages.SelectMany(static page => page.Words)];
        return
        [
            name,
            document.Pages.Count.ToString(CultureInfo.InvariantCulture),
            Fact(facts.Number, "number"),
            Fact(facts.Date, "date"),
            Fact(facts.Issuer, "issuer"),
            Fact(facts.Signer?.Name, "signer.name"),
            words.Count.ToString(CultureInfo.InvariantCulture),
            words.Count == 0 ? "–" : (words.Average(static word => word.Confidence) * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
            string.Join("; ", Attention.For(document)),
        ];

        string Fact(string? value, string key) => value is null ? "–" : facts.Uncertain.Contains(key) || facts.Uncertain.Contains(key.Split('.')[0]) ? value + " (?)" : value;
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
