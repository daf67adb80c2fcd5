using System.CommandLine;
using Dau.Input;
using Dau.Model;
using Dau.Output;
using Dau.Output.ReaderPage;
using Dau.Translation;
using Spectre.Console;

namespace Dau.Cli;

/// <summary><c>dau retranslate</c>: new English for documents that were read.</summary>
internal static class RetranslateCommand
{
    public static Command Create()
    {
        var places = new Argument<string[]>("CASE") { Description = "A case, a document's folder in it, or a document.json.", Arity = ArgumentArity.OneOrMore };
        var translation = new TranslationChoice();
        var command = new Command("retranslate", """
            Makes the English of documents that were read anew, with another engine or with your newest terms and memory. The scan is not read again; what a person
            has settled stays. Where a service fails half-way, what was there stays too.

            Examples:
              ./dau retranslate case
              ./dau retranslate case --translator draft
              ./dau retranslate case/letter --translator azure --allow-network
            """) { places };
        translation.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(places)!, translation.Of(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] places, TranslationOptions options, CancellationToken cancellationToken)
    {
        if (options.Engine == NoTranslator.EngineName)
        {
            throw new DauException(Fault.Usage, "'--translator none' has no English to give: choose an engine.");
        }

        IReadOnlyList<string> files = CaseDocuments.Find(places);
        var retranslator = new DocumentRetranslator(Translators.Create(options, TimeProvider.System), options, TimeProvider.System);
        int done = 0;
        try
        {
            foreach (string file in files)
            {
                CaseDocument before = await CaseDocuments.LoadAsync(file, cancellationToken).ConfigureAwait(false);
                DocumentRecord after = await retranslator.TranslateAsync(before.Document, cancellationToken).ConfigureAwait(false);
                await DocumentRewriter.WriteAsync(after, before.Folder, cancellationToken).ConfigureAwait(false);
                done++;
                Lines.Say(AnsiConsole.Console, $"{before.Name}: {Summary(after)}");
                foreach (string warning in after.Run.TranslationWarnings)
                {
                    Lines.Say(AnsiConsole.Console, $"  Note: {warning}");
                }
            }
        }
        catch (Exception e) when (e is DauException or OperationCanceledException)
        {
            Console.Error.WriteLine($"{done} of {files.Count} documents have new English; the others keep what they had.");
            throw;
        }
        finally
        {
            await RenewIndexAsync(files.Take(done)).ConfigureAwait(false);
        }

        return ExitCode.Done;
    }

    private static string Summary(DocumentRecord document)
    {
        Segment[] segments = [.. document.Blocks.SelectMany(static block => block.Segments)];
        string engines = string.Join(", ", segments.Where(static s => s.Target is not null).CountBy(static s => Wording.Engine(s.Engine)).OrderByDescending(static g => g.Value).Select(static g => $"{g.Value} {g.Key}"));
        int warned = new Lookup(document).CountWarned();
        return $"{Wording.Count(segments.Length, "line", "lines")} ({engines}), {(warned == 0 ? "none with a warning" : $"{warned} with a warning")}";
    }

    /// <summary>The list of each case that a document stands in: it shows English and counts warnings.</summary>
    internal static async Task RenewIndexAsync(IEnumerable<string> files)
    {
        foreach (string folder in files.Select(static file => Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(file)))).OfType<string>().Distinct().Where(static f => File.Exists(Path.Combine(f, InputFinder.CaseMarker))))
        {
            List<CaseRow> rows = [];
            foreach (string file in CaseDocuments.Find([folder]))
            {
                CaseDocument document = await CaseDocuments.LoadAsync(file, CancellationToken.None).ConfigureAwait(false);
                rows.Add(CaseRow.Of(folder, document.Folder, document.Document));
            }

            await CaseLists.WriteAsync(folder, rows).ConfigureAwait(false);
        }
    }
}
