using System.CommandLine;
using Dau.Output;
using Dau.Translation;
using Dau.Translation.Exchange;
using Dau.Translation.Terms;
using Spectre.Console;

namespace Dau.Cli;

/// <summary><c>dau termbase</c>: the user's own terms, in and out.</summary>
internal static class TermbaseCommand
{
    public static Command Create() => new("termbase", """
        Your own terms. They go before the terms that come with Dấu, whichever engine translates. Files are TBX (ISO 30042) or tables (CSV, TSV) with the columns
        vietnamese, english, abbreviation, domain, note, source; only the first two must be filled.

        Examples:
          ./dau termbase check terms.tbx       contradictions, and what would replace a term of Dấu's; changes nothing
          ./dau termbase import terms.tbx      from now on used by every command that translates
          ./dau termbase export all.tbx        everything imported; --shipped for the terms that come with Dấu
          ./dau termbase list
          ./dau termbase remove terms
        """)
    {
        Import(), Export(), Check(), List(), Remove(),
    };

    private static Command Import()
    {
        Argument<string> file = FileArgument("The file to take in.");
        var command = new Command("import", "Takes in a file of terms. One that was imported under the same name is replaced.") { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string path = parsed.GetValue(file)!;
            IReadOnlyList<TermEntry> entries = TermFiles.Read(path);
            TermCheck.Refuse(path, entries);
            string place = Path.Combine(UserData.TermFolder, Path.GetFileNameWithoutExtension(path) + ".csv");
            TermEntry[] others = [.. TermFiles.In(UserData.TermFolder).Where(f => f != place).SelectMany(TermFiles.Read)];
            TermCheck.Refuse($"{path} together with what was imported before (./dau termbase list; ./dau termbase remove NAME)", [.. others, .. entries]);
            await AtomicFile.WriteAsync(place, (stream, _) => Written(() => TermFiles.Write(place, stream, entries)), cancellationToken).ConfigureAwait(false);
            Console.WriteLine($"{Count(entries.Count, "term")} imported as {Path.GetFileNameWithoutExtension(place)}; they are used from now on.");
            Remarks(entries);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Export()
    {
        Argument<string> file = FileArgument("The file to write; .tbx, .csv or .tsv.");
        var shipped = new Option<bool>("--shipped") { Description = "The terms that come with Dấu instead of your own." };
        var command = new Command("export", "Writes your own terms, or those that come with Dấu, into a file.") { file, shipped };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string path = parsed.GetValue(file)!;
            TermEntry[] entries = [.. parsed.GetValue(shipped) ? Termbase.ShippedEntries() : TermFiles.In(UserData.TermFolder).SelectMany(TermFiles.Read)];
            if (entries.Length == 0)
            {
                throw new InputException("You have no terms of your own yet: ./dau termbase import FILE brings some; --shipped exports those that come with Dấu.");
            }

            await AtomicFile.WriteAsync(path, (stream, _) => Written(() => TermFiles.Write(path, stream, entries)), cancellationToken).ConfigureAwait(false);
            Console.WriteLine($"{Count(entries.Length, "term")} written to {path}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Check()
    {
        Argument<string> file = FileArgument("The file to look at.");
        var command = new Command("check", "Says whether a file of terms can be used: contradictions, and what it would replace. Changes nothing.") { file };
        command.SetAction(parsed =>
        {
            IReadOnlyList<TermEntry> entries = TermFiles.Read(parsed.GetValue(file)!);
            TermCheck.Refuse(parsed.GetValue(file)!, entries);
            Console.WriteLine($"{Count(entries.Count, "term")}, no contradictions.");
            Remarks(entries);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Says which files of terms were imported, and how many terms come with Dấu.");
        command.SetAction(_ =>
        {
            foreach (string file in TermFiles.In(UserData.TermFolder))
            {
                Lines.Say(AnsiConsole.Console, $"{Path.GetFileNameWithoutExtension(file)}: {Count(TermFiles.Read(file).Count, "term")} ({file})");
            }

            Console.WriteLine($"{Count(Termbase.ShippedEntries().Count(), "term")} come with Dấu.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove()
    {
        var name = new Argument<string>("NAME") { Description = "The imported terms, as 'list' calls them." };
        var command = new Command("remove", "Removes terms that were imported.") { name };
        command.SetAction(parsed =>
        {
            string wanted = parsed.GetValue(name)!;
            string file = TermFiles.In(UserData.TermFolder).FirstOrDefault(f => Path.GetFileNameWithoutExtension(f) == wanted)
                ?? throw new InputException($"No terms were imported as '{wanted}': ./dau termbase list says which were.");
            AtomicFile.Guard(file, () => File.Delete(file));
            Console.WriteLine($"{wanted} is removed.");
            return ExitCode.Done;
        });
        return command;
    }

    private static void Remarks(IReadOnlyList<TermEntry> entries)
    {
        int replaced = entries.Count(static e => Termbase.Default.Find(e.Source) is { } known && known.Target != e.Target);
        if (replaced > 0)
        {
            Console.WriteLine(replaced == 1 ? "1 replaces the English of a term that comes with Dấu." : $"{replaced} replace the English of a term that comes with Dấu.");
        }

        foreach (Contradiction difference in TermCheck.AcrossDomains(entries).Take(20))
        {
            Lines.Say(AnsiConsole.Console, $"Note: {difference} in different domains: the first is used.");
        }
    }

    private static Task Written(Action write)
    {
        write();
        return Task.CompletedTask;
    }

    private static Argument<string> FileArgument(string description) => new("FILE") { Description = description };

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:N0} {noun}s");
}
