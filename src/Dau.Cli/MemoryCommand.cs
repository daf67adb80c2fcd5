using System.CommandLine;
using Dau.Model;
using Dau.Output;
using Dau.Translation;
using Dau.Translation.Exchange;

namespace Dau.Cli;

/// <summary><c>dau memory</c>: the translation memory, in and out.</summary>
internal static class MemoryCommand
{
    public static Command Create() => new("memory", """
        Your translation memory: sentences that you have settled, and never need to edit again. A sentence that differs only in numbers, dates and codes is taken from it
        with its own; one that is much alike is offered with a flag. It is a TMX file on this machine, and holds the text of the letters it was fed with.

        Examples:
          ./dau memory export case edit.tmx    every line of a case, to be edited in any translation program
          ./dau memory import edit.tmx         takes in the lines that you changed; --all takes the others too
          ./dau memory settle case edit.tmx    marks the lines that you changed as reviewed, in the case itself: its pages show your English
          ./dau memory add case                takes in what was reviewed in the case itself
          ./dau memory list                    where it is, and how much it holds
          ./dau memory remove case             forgets the sentences of a case; clear forgets all
          ./dau read letter.pdf --memory other.tmx --out case
        """)
    {
        Add(), Export(), Settle(), Import(), List(), Remove(), Clear(),
    };

    private static Command Add()
    {
        (Argument<string[]> places, Option<string?> memory) = (Places(), Memory());
        var command = new Command("add", "Takes in the lines of a case that a person has reviewed.") { places, memory };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var units = new List<TmxUnit>();
            await foreach (Segment segment in SegmentsAsync(parsed.GetValue(places)!, cancellationToken).ConfigureAwait(false))
            {
                if (segment.Reviewed is { Length: > 0 } reviewed)
                {
                    units.Add(Unit(segment.Source, reviewed));
                }
            }

            if (units.Count == 0)
            {
                throw new InputException("Nothing in this case was reviewed. Export it (./dau memory export CASE edit.tmx), edit it in a translation program, and settle it (./dau memory settle CASE edit.tmx) or import it.");
            }

            return await MergeAsync(Target(parsed.GetValue(memory)), units, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static Command Export()
    {
        Argument<string> places = Place();
        var file = new Argument<string>("FILE") { Description = "The TMX file to write." };
        var command = new Command("export", "Writes the lines of a case with their English as TMX, to be edited in a translation program.") { places, file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var units = new Dictionary<string, TmxUnit>(StringComparer.Ordinal);
            await foreach (Segment segment in SegmentsAsync([parsed.GetValue(places)!], cancellationToken).ConfigureAwait(false))
            {
                if ((segment.Reviewed ?? segment.Target) is { Length: > 0 } target && segment.Source.Any(char.IsLetter))
                {
                    TmxUnit unit = Unit(segment.Source, target);
                    units.TryAdd(unit.Source, segment.Reviewed is null ? unit with { Draft = unit.Target } : unit);
                }
            }

            string path = parsed.GetValue(file)!;
            await SaveAsync(path, units.Values, cancellationToken).ConfigureAwait(false);
            Console.WriteLine($"{Count(units.Count)} written to {path}. Edit it, then: ./dau memory import {path}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Settle()
    {
        Argument<string> place = Place();
        var file = new Argument<string>("FILE") { Description = "The TMX file that was exported from the case, or saved from its page, and edited." };
        var all = new Option<bool>("--all") { Description = "Also lines that nobody changed: you have read them and they are right." };
        var command = new Command("settle", "Marks the lines of a case that you edited as reviewed, with your English.") { place, file, all };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settled = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (TmxUnit unit in Tmx.Read(parsed.GetValue(file)!).Where(u => parsed.GetValue(all) || !u.IsUntouched))
            {
                settled[unit.Source] = unit.Target;
            }

            int lines = 0;
            IReadOnlyList<string> documents = CaseDocuments.Find([parsed.GetValue(place)!]);
            foreach (string path in documents)
            {
                CaseDocument before = await CaseDocuments.LoadAsync(path, cancellationToken).ConfigureAwait(false);
                DocumentRecord after = before.Document with { Blocks = [.. before.Document.Blocks.Select(block => block with { Segments = [.. block.Segments.Select(With)] })] };
                await DocumentRewriter.WriteAsync(after, before.Folder, cancellationToken).ConfigureAwait(false);
            }

            await RetranslateCommand.RenewIndexAsync(documents).ConfigureAwait(false);
            Console.WriteLine($"{Count(lines)} marked as reviewed.");
            return ExitCode.Done;

            Segment With(Segment segment)
            {
                if (!settled.TryGetValue(ExchangeFile.Tidy(segment.Source), out string? english))
                {
                    return segment;
                }

                lines++;
                return segment with { Reviewed = english };
            }
        });
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "A TMX file." };
        var all = new Option<bool>("--all") { Description = "Also lines that Dấu exported and nobody changed." };
        Option<string?> memory = Memory();
        var command = new Command("import", "Takes in a TMX file: what Dấu exported and you edited, or a memory of your own.") { file, all, memory };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IReadOnlyList<TmxUnit> read = Tmx.Read(parsed.GetValue(file)!);
            TmxUnit[] units = [.. read.Where(u => parsed.GetValue(all) || !u.IsUntouched).Select(static u => u with { Draft = null })];
            int code = await MergeAsync(Target(parsed.GetValue(memory)), units, cancellationToken).ConfigureAwait(false);
            if (units.Length < read.Count)
            {
                Console.WriteLine($"{Count(read.Count - units.Length)} left out: a machine's English that nobody changed. --all takes them too.");
            }

            return code;
        });
        return command;
    }

    private static Command List()
    {
        Option<string?> memory = Memory();
        var command = new Command("list", "Says where the memory is and how many sentences it holds.") { memory };
        command.SetAction(parsed =>
        {
            string path = Target(parsed.GetValue(memory));
            Console.WriteLine(File.Exists(path) ? $"{Count(Tmx.Read(path).Count)} in {path}" : $"The memory is empty: there is no {path}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove()
    {
        (Argument<string[]> places, Option<string?> memory) = (Places(), Memory());
        var command = new Command("remove", "Forgets the sentences of a case.") { places, memory };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var gone = new HashSet<string>(StringComparer.Ordinal);
            await foreach (Segment segment in SegmentsAsync(parsed.GetValue(places)!, cancellationToken).ConfigureAwait(false))
            {
                gone.Add(ExchangeFile.Tidy(segment.Source));
            }

            string path = Target(parsed.GetValue(memory));
            IReadOnlyList<TmxUnit> units = Existing(path);
            TmxUnit[] left = [.. units.Where(u => !gone.Contains(u.Source))];
            await SaveAsync(path, left, cancellationToken).ConfigureAwait(false);
            Console.WriteLine($"{Count(units.Count - left.Length)} forgotten, {left.Length} left.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Clear()
    {
        Option<string?> memory = Memory();
        var command = new Command("clear", "Forgets everything: deletes the file.") { memory };
        command.SetAction(parsed =>
        {
            string path = Target(parsed.GetValue(memory));
            AtomicFile.Guard(path, () => File.Delete(path));
            Console.WriteLine($"{path} is deleted.");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> MergeAsync(string path, IReadOnlyList<TmxUnit> units, CancellationToken cancellationToken)
    {
        var merged = new OrderedDictionary<string, TmxUnit>(StringComparer.Ordinal);
        int replaced = 0;
        foreach (TmxUnit unit in Existing(path).Concat(units))
        {
            replaced += merged.TryGetValue(unit.Source, out TmxUnit? earlier) && earlier.Target != unit.Target ? 1 : 0;
            merged.Remove(unit.Source);
            merged.Add(unit.Source, unit);
        }

        await SaveAsync(path, merged.Values, cancellationToken).ConfigureAwait(false);
        Console.WriteLine($"{Count(units.Count)} taken in{(replaced > 0 ? $", {replaced} in place of earlier English" : "")}; the memory holds {merged.Count}.");
        return ExitCode.Done;
    }

    private static async IAsyncEnumerable<Segment> SegmentsAsync(string[] places, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string file in CaseDocuments.Find(places))
        {
            CaseDocument document = await CaseDocuments.LoadAsync(file, cancellationToken).ConfigureAwait(false);
            foreach (Segment segment in document.Document.Blocks.SelectMany(static block => block.Segments))
            {
                yield return segment;
            }
        }
    }

    private static Task SaveAsync(string path, IEnumerable<TmxUnit> units, CancellationToken cancellationToken) =>
        AtomicFile.WriteAsync(
            path,
            (stream, _) =>
            {
                Tmx.Write(stream, units);
                return Task.CompletedTask;
            },
            cancellationToken);

    private static IReadOnlyList<TmxUnit> Existing(string path) => File.Exists(path) ? Tmx.Read(path) : [];

    private static TmxUnit Unit(string source, string target) => new(ExchangeFile.Tidy(source), ExchangeFile.Tidy(target));

    private static string Target(string? given) => given ?? UserData.MemoryFile;

    private static Argument<string> Place() => new("CASE") { Description = "A case, a document's folder in it, or a document.json." };

    private static Argument<string[]> Places() => new("CASE") { Description = "A case, a document's folder in it, or a document.json.", Arity = ArgumentArity.OneOrMore };

    private static Option<string?> Memory() => new("--memory") { Description = "Another memory than your own.", HelpName = "FILE" };

    private static string Count(int number) => number == 1 ? "1 sentence" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:N0} sentences");
}
