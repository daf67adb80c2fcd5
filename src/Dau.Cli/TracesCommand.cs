using System.CommandLine;
using System.Text.Json;
using Dau.Facts.Checks;
using Spectre.Console;

namespace Dau.Cli;

/// <summary><c>dau traces</c>: what on a copy could betray whose copy it was.</summary>
internal static class TracesCommand
{
    private const string Caution = "Look at each before you publish, and at the page itself: what is not on this list (paper, crop, dirt on the glass, small differences between copies) can betray a source too.";

    public static Command Create()
    {
        var places = new Argument<string[]>("CASE") { Description = "A case, a document's folder in it, or a document.json.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Write the list as JSON." };
        var command = new Command("traces", """
            Lists what on scans that were read could betray who leaked them: receipt stamps, handwriting, copy numbers, recipients, QR codes, digital
            signatures, watermarks, the yellow dots of colour printers (on colour scans of 280 dpi and more), and what the file says of itself. Each with its
            place, so that a person can decide before publishing.

            Example:
              ./dau traces case
            """) { places, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IReadOnlyList<CaseDocument> documents = await CaseDocuments.LoadAsync(parsed.GetValue(places)!, cancellationToken).ConfigureAwait(false);
            (string Name, IReadOnlyList<SourceTrace> Traces, string Dots)[] found = [.. documents.Select(static document =>
            {
                DotCheck dots = DotCheck.Of(document);
                return (document.Name, (IReadOnlyList<SourceTrace>)[.. TraceFinder.Find(document.Document), .. dots.Traces], dots.Remark);
            })];
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(new { remark = Caution, documents = found.Select(static f => new { document = f.Name, f.Traces, printerDots = f.Dots }) }, Lines.Json));
                return ExitCode.Done;
            }

            foreach ((string name, IReadOnlyList<SourceTrace> traces, string dots) in found)
            {
                Lines.Say(AnsiConsole.Console, $"{name}: {(traces.Count == 0 ? "nothing was found" : traces.Count == 1 ? "1 trace" : $"{traces.Count} traces")}");
                foreach (SourceTrace trace in traces)
                {
                    string where = trace.Page is null ? "the file" : $"p. {trace.Page}{(trace.Box is { } box ? $" at {Lines.Box(box)}" : "")}";
                    Lines.Say(AnsiConsole.Console, $"  - {trace.Kind}, {where}{(trace.Text is null ? "" : $": {Lines.Cut(trace.Text)}")}");
                    Lines.Say(AnsiConsole.Console, $"      {trace.Why}");
                }

                Lines.Say(AnsiConsole.Console, $"  {dots}");
            }

            Lines.Say(AnsiConsole.Console, Caution);
            return ExitCode.Done;
        });
        return command;
    }
}
