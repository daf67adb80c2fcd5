using System.CommandLine;
using Dau.Model;
using Dau.Output;
using Dau.Output.Comparison;
using Dau.Translation;
using Spectre.Console;

namespace Dau.Cli;

/// <summary><c>dau compare</c>: the English of two engines side by side.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var places = new Argument<string[]>("CASE") { Description = "A case, a document's folder in it, or a document.json.", Arity = ArgumentArity.OneOrMore };
        var engines = new Option<string>("--translators") { Description = "Two engines, with a comma between: draft,neural.", Required = true, HelpName = "A,B" };
        var table = new Option<bool>("--tsv") { Description = "Write compare.tsv, a table, instead of a page." };
        var translation = new TranslationChoice();
        engines.Validators.Add(static result =>
        {
            string[] named = result.Tokens.Count == 0 ? [] : result.Tokens[0].Value.Split(',');
            if (named.Length != 2 || named[0] == named[1] || named.Any(static name => name == NoTranslator.EngineName || !Translators.Names.Contains(name)))
            {
                result.AddError($"--translators names two of {string.Join(", ", Translators.Names.Where(static name => name != NoTranslator.EngineName))}, with a comma between.");
            }
        });
        var command = new Command("compare", """
            Sets the English of two engines side by side, with what each says of its quality and what it may have lost: compare.html in each document's folder. The
            documents stay as they are, but that what was sent to a service is added to their record.

            Examples:
              ./dau compare case --translators draft,neural
              ./dau compare case/letter --translators draft,azure --allow-network --tsv
            """) { places, engines, table };
        translation.AddTo(command, withEngine: false);
        command.SetAction((parsed, cancellationToken) =>
        {
            TranslationOptions[] options = [.. parsed.GetValue(engines)!.Split(',').Select(engine => translation.Of(parsed, engine))];
            return RunAsync(parsed.GetValue(places)!, options, parsed.GetValue(table), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] places, TranslationOptions[] options, bool asTable, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> files = CaseDocuments.Find(places);
        DocumentRetranslator[] engines = [.. options.Select(static o => new DocumentRetranslator(Translators.Create(o, TimeProvider.System), o, TimeProvider.System))];
        foreach (string file in files)
        {
            CaseDocument found = await CaseDocuments.LoadAsync(file, cancellationToken).ConfigureAwait(false);
            DocumentRecord document = found.Document;
            DocumentRecord bare = DocumentRetranslator.WithoutEnglish(document with { Run = document.Run with { Sent = [] } });
            var english = new ComparedEnglish[engines.Length];
            for (int i = 0; i < engines.Length; i++)
            {
                DocumentRecord made = await engines[i].TranslateAsync(bare, cancellationToken).ConfigureAwait(false);
                english[i] = new ComparedEnglish(options[i].Engine, made);
                if (made.Run.Sent.Count > 0)
                {
                    // At once: what left the machine is on record whatever comes next.
                    document = document with { Run = document.Run with { Sent = [.. document.Run.Sent, .. made.Run.Sent] } };
                    await DocumentRewriter.WriteAsync(document, found.Folder, cancellationToken).ConfigureAwait(false);
                }
            }

            if (asTable)
            {
                ComparisonTable.Write(found.Folder, english[0], english[1]);
            }
            else
            {
                ComparisonPage.Write(found.Folder, english[0], english[1]);
            }

            Lines.Say(AnsiConsole.Console, Path.Combine(found.Folder, asTable ? ComparisonTable.FileName : ComparisonPage.FileName));
        }

        return ExitCode.Done;
    }
}
