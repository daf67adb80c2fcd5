using System.CommandLine;
using Dau.Correction;
using Dau.Input;
using Dau.Recognition;
using Dau.Translation;
using Dau.Translation.Neural;

namespace Dau.Cli;

/// <summary><c>dau read</c>: from files to a case.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "PDF, JPEG, PNG, WebP or TIFF files, or folders with such files in them.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out", "-o") { Description = "Folder for what is written; made if it is not there.", Required = true, HelpName = "CASE" };
        var pages = new Option<PageSelection?>("--pages") { Description = "Pages to read, for example 2-5,9 or 3-.", HelpName = "PAGES", CustomParser = ParsePages };
        var password = new Option<string?>("--password") { Description = "Password of an encrypted PDF. '-' asks for it, so that it does not stay in the shell's history.", HelpName = "TEXT" };
        var model = new Option<RecognitionModel>("--model") { Description = "Which Tesseract model reads: fast or best (default: best where present).", DefaultValueFactory = _ => RecognitionModel.Auto, HelpName = "fast|best" };
        var jobs = new Option<int>("--jobs", "-j") { Description = "Pages read at the same time (default: one per core).", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
        var translation = new TranslationChoice();
        var verbatim = new Option<bool>("--no-correction") { Description = "Keep every word as the engine read it." };
        var uncleaned = new Option<bool>("--no-cleaning") { Description = "Read the page's picture as it is." };
        var without = new Option<CleaningStep[]>("--without")
        {
            Description = $"A step of cleaning to leave out; may be given several times: {string.Join(", ", Enum.GetNames<CleaningStep>()).ToLowerInvariant()}.", HelpName = "STEP",
        };
        without.AcceptOnlyFromAmong([.. Enum.GetNames<CleaningStep>().Select(static name => name.ToLowerInvariant())]);
        var noLayer = new Option<bool>("--no-text-layer") { Description = "Read the picture even where a page has trustworthy text of its own." };
        var timeout = new Option<int>("--page-timeout") { Description = "Longest time for one page, in seconds.", DefaultValueFactory = _ => 60, HelpName = "SECONDS" };
        var maxPages = new Option<int>("--max-pages") { Description = "Most pages read of one file.", DefaultValueFactory = _ => new InputOptions().MaxPages, HelpName = "N" };
        var again = new Option<bool>("--again") { Description = "Read everything again, and replace what is there." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Install the neural model first where none is (15 MB are fetched), without asking." };
        jobs.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int number) || number is < 1 or > 64))
            {
                result.AddError("--jobs is a whole number from 1 to 64.");
            }
        });

        var command = new Command("read", """
            Reads scans into a case: for each input a folder with document.json, reader.html (scan, Vietnamese and English side by side, one file that
            opens anywhere) and the page pictures. A run that was stopped goes on where it was when the same command is given again.

            Examples:
              ./dau read letter.pdf --out case               one scan
              ./dau read scans/ photos/ --out case           every scan in two folders
              ./dau read report.pdf --pages 2-5,9 --out case some of its pages
              ./dau read secret.pdf --password - --out case  an encrypted PDF
              ./dau read letter.pdf --no-correction --out verbatim
              ./dau read letter.pdf --translator azure --allow-network --out case
              ./dau read letter.pdf --termbase terms.tbx --memory earlier.tmx --out case
            """)
        {
            inputs, output, pages, password, model, jobs, verbatim, uncleaned, without, noLayer, timeout, maxPages, again, yes,
        };
        translation.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // Before anything of a document is opened; who names an engine has chosen.
            var isChosen = translation.NamesEngine(parsed);
            if ((!isChosen || parsed.GetValue(yes)) && NeuralModels.All().Count == 0)
            {
                await InstallOffer.AtConsole().MakeAsync(parsed.GetValue(yes), cancellationToken).ConfigureAwait(false);
            }

            var options = new ReaderOptions
            {
                Input = new InputOptions
                {
                    Pages = parsed.GetValue(pages),
                    Password = parsed.GetValue(password) is "-" ? AskPassword() : parsed.GetValue(password),
                    MaxPages = parsed.GetValue(maxPages),
                },
                Recognition = new RecognitionOptions
                {
                    Model = parsed.GetValue(model),
                    Clean = !parsed.GetValue(uncleaned),
                    Without = parsed.GetValue(without) ?? [],
                    UseTextLayer = !parsed.GetValue(noLayer),
                    PageTimeout = TimeSpan.FromSeconds(parsed.GetValue(timeout)),
                },
                Correction = new CorrectionOptions { Enabled = !parsed.GetValue(verbatim) },
                Translation = translation.Of(parsed, isChosen ? null : Translators.Default),
            };
            return await new ReadRun(options, parsed.GetValue(jobs), parsed.GetValue(again))
                .RunAsync(parsed.GetValue(inputs)!, parsed.GetValue(output)!, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static PageSelection? ParsePages(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (PageSelection.TryParse(result.Tokens[0].Value, out PageSelection? selection))
        {
            return selection;
        }

        result.AddError($"'{result.Tokens[0].Value}' is not a list of pages. Write it as 2-5,9 or 3-.");
        return null;
    }

    private static string? AskPassword()
    {
        if (Console.IsInputRedirected)
        {
            return Console.ReadLine();
        }

        Console.Error.Write("Password: ");
        var typed = new System.Text.StringBuilder();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
