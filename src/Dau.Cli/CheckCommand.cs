using System.CommandLine;
using System.Text.Json;
using Dau.Facts.Checks;
using Dau.Model;
using Dau.Output;
using Spectre.Console;

namespace Dau.Cli;

/// <summary><c>dau check</c>: where letters depart from the rules of their layout.</summary>
internal static class CheckCommand
{
    private const string NoVerdict = "These are remarks on layout, no verdict on whether a letter is genuine: real letters depart from the rules, forgers may keep them, and scans are misread.";

    public static Command Create()
    {
        var places = new Argument<string[]>("CASE") { Description = "A case, a document's folder in it, or a document.json.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Write the remarks as JSON." };
        var command = new Command("check", """
            Holds letters that were read against the rules of their layout (Decree 30/2020 and its forerunners, the Party's guides, legal normative documents)
            and lists where they depart from them, each with the rule. No verdict on whether a letter is genuine.

            Example:
              ./dau check case
            """) { places, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IReadOnlyList<CaseDocument> documents = await CaseDocuments.LoadAsync(parsed.GetValue(places)!, cancellationToken).ConfigureAwait(false);
            (string Name, FormatReport Report)[] reports = [.. documents.Select(static d => (d.Name, FormatChecker.Check(d.Document)))];
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(new { remark = NoVerdict, documents = reports.Select(static r => new { document = r.Name, r.Report.Profile, r.Report.Notes }) }, Lines.Json));
                return ExitCode.Done;
            }

            Print(AnsiConsole.Console, reports);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(IAnsiConsole console, IReadOnlyList<(string Name, FormatReport Report)> reports)
    {
        foreach ((string name, FormatReport report) in reports)
        {
            Lines.Say(console, $"{name}: {report.Profile ?? "layout not recognised"}");
            if (report.Profile is not null && report.Notes.Count == 0)
            {
                Lines.Say(console, "  nothing departs from it");
            }

            foreach (FormatNote note in report.Notes)
            {
                string where = note.Page is null ? "" : $"p. {note.Page}{(note.Box is { } box ? $" at {Lines.Box(box)}" : "")}: ";
                Lines.Say(console, $"  - {where}{note.What}{(note.Doubtful ? " (read with doubt)" : "")}");
                Lines.Say(console, $"      {note.Rule}");
            }
        }

        Lines.Say(console, NoVerdict);
    }
}
