using System.Collections.Concurrent;
using Dau.Model;
using Dau.Facts.Checks;
using Dau.Input;
using Dau.Output;
using Dau.Translation;
using Spectre.Console;

namespace Dau.Cli;

/// <summary>One call of <c>dau read</c>: finds the inputs, inspects them, reads them a few at a time, and reports.</summary>
internal sealed class ReadRun(ReaderOptions options, int jobs, bool again)
{
    /// <summary>Pages from which on the time after the last page is long enough to say what goes on.</summary>
    private const int LongFile = 30;

    private readonly IAnsiConsole _out = AnsiConsole.Console;
    private readonly Lock _speaking = new();
    private readonly Lazy<Tool[]> _own = new(() => [.. Translators.Tools(options.Translation).Where(Translators.IsOwn)]);
    private int _outdated;

    public async Task<int> RunAsync(IReadOnlyList<string> inputs, string output, CancellationToken cancellationToken)
    {
        options.Validate();
        IReadOnlyList<string> files = InputFinder.Find(inputs);
        var caseFolder = CaseFolder.Open(output, again);

        Composition parts = await Composition.CreateAsync(options, jobs, files, cancellationToken).ConfigureAwait(false);
        await using (parts.ConfigureAwait(false))
        {
            foreach (string warning in parts.Warnings)
            {
                Say($"Note: {warning}");
            }

            List<ReadOutcome> outcomes = await InspectAsync(parts.Reader, files, caseFolder, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<CaseRow> others = await OthersAsync(caseFolder.Path, outcomes, cancellationToken).ConfigureAwait(false);
            CaseReferences references;
            try
            {
                await ReadAllAsync(parts.Reader, outcomes, new LetterFolders(caseFolder), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                // Also when the run was stopped: the lists name what was read until then.
                outcomes = [.. outcomes.SelectMany(static o => o.Letters.Count == 0 ? [o] : o.Letters)];
                references = await CaseLists.WriteAsync(caseFolder.Path, [.. outcomes.Select(static o => o.Row).OfType<CaseRow>().Concat(others).DistinctBy(static row => row.Document)]).ConfigureAwait(false);
            }

            new RunReport(_out).Print(outcomes, caseFolder.Path);
            new ReferenceReport(_out).Print(references);
            return Code(outcomes);
        }
    }

    /// <summary>What earlier runs with other inputs have put into the case.</summary>
    private async Task<IReadOnlyList<CaseRow>> OthersAsync(string caseFolder, List<ReadOutcome> outcomes, CancellationToken cancellationToken)
    {
        HashSet<string> own = [.. outcomes.Select(static o => o.Folder).OfType<string>()];
        List<CaseRow> others = [];
        foreach (string file in Directory.EnumerateDirectories(caseFolder).Order(StringComparer.Ordinal).Where(folder => !own.Contains(folder)).Select(static folder => Path.Combine(folder, DocumentJson.FileName)).Where(File.Exists))
        {
            try
            {
                CaseDocument document = await CaseDocuments.LoadAsync(file, cancellationToken).ConfigureAwait(false);
                others.Add(CaseRow.Of(caseFolder, document.Folder, document.Document));
            }
            catch (InputException e)
            {
                Say($"Note: {e.Message}");
            }
        }

        return others;
    }

    private async Task<List<ReadOutcome>> InspectAsync(DocumentReader reader, IReadOnlyList<string> files, CaseFolder caseFolder, CancellationToken cancellationToken)
    {
        var outcomes = new ReadOutcome[files.Count];
        var width = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, files.Count, width, async (index, stop) =>
        {
            try
            {
                outcomes[index] = new ReadOutcome(files[index]) { File = await reader.InspectAsync(files[index], stop).ConfigureAwait(false) };
            }
            catch (DauException e) when (e.Fault is Fault.Input or Fault.Password)
            {
                outcomes[index] = new ReadOutcome(files[index]) { Failure = e };
            }
        }).ConfigureAwait(false);

        // Folders are named one after the other: two files of one name get the same folders in every run.
        for (int i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = await PlaceAsync(reader, outcomes[i], caseFolder, files.Count > 1, cancellationToken).ConfigureAwait(false);
            if (outcomes[i].Failure is { } failure)
            {
                Say($"{Path.GetFileName(files[i])}: {failure.Message}");
            }
        }

        if (_outdated > 0)
        {
            Say($"Note: {(_outdated == 1 ? "1 document that was read already has" : $"{_outdated} documents that were read already have")} English made with other terms or memory than now: ./dau retranslate {caseFolder.Path}");
        }

        return [.. outcomes];
    }

    /// <summary>Gives an inspected file its folder, and finds what an earlier run made of it.</summary>
    private async Task<ReadOutcome> PlaceAsync(DocumentReader reader, ReadOutcome outcome, CaseFolder caseFolder, bool amongOthers, CancellationToken cancellationToken)
    {
        if (outcome.File is not { } file)
        {
            return outcome;
        }

        try
        {
            string folder = await caseFolder.FolderForAsync(file, cancellationToken).ConfigureAwait(false);
            outcome = outcome with { Folder = folder };
            if (!again && await reader.ExistingAsync(file, folder, cancellationToken).ConfigureAwait(false) is { } earlier)
            {
                _outdated += options.Translation.Engine != NoTranslator.EngineName && !earlier.Run.Tools.Where(Translators.IsOwn).SequenceEqual(_own.Value) ? 1 : 0;
                return outcome with { Row = CaseRow.Of(caseFolder.Path, folder, earlier), Kept = true };
            }

            if (again && File.Exists(Path.Combine(folder, DocumentJson.FileName)))
            {
                AtomicFile.Guard(folder, () => Directory.Delete(folder, recursive: true));
            }

            return outcome;
        }
        catch (DauException e) when (e.Fault is Fault.Input or Fault.Password || (e.Fault is Fault.Output && amongOthers))
        {
            return outcome with { Failure = e };
        }
    }

    private async Task ReadAllAsync(DocumentReader reader, List<ReadOutcome> outcomes, LetterFolders folders, CancellationToken cancellationToken)
    {
        int total = outcomes.Where(static o => o.IsToRead).Sum(static o => o.File!.Pages.Count);
        int done = 0;
        var read = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var progress = new Reporter(page =>
        {
            int number = Interlocked.Increment(ref done);
            Say($"[{number}/{total}] {Path.GetFileName(page.File.Path)} p. {page.Page.Number}: {Describe(page)}");
            if (read.AddOrUpdate(page.File.Path, 1, static (_, count) => count + 1) == page.File.Pages.Count && page.File.Pages.Count >= LongFile)
            {
                Say($"{Path.GetFileName(page.File.Path)}: all pages are read; now they are taken apart and put into English.");
            }
        });

        var width = new ParallelOptions { MaxDegreeOfParallelism = jobs + 1, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, outcomes.Count), width, async (index, stop) =>
        {
            ReadOutcome outcome = outcomes[index];
            if (outcome.Kept)
            {
                outcomes[index] = outcome with { Letters = await folders.EarlierAsync(outcome, stop).ConfigureAwait(false) };
            }

            if (!outcome.IsToRead)
            {
                return;
            }

            try
            {
                List<ReadOutcome> letters = [];
                await foreach (ReadLetter letter in reader.ReadLettersAsync(outcome.File!, outcome.Folder!, (i, token) => folders.ForAsync(outcome.File!, i, token), progress, stop).ConfigureAwait(false))
                {
                    if (letters.Count == 0 && letter.Index > 0)
                    {
                        Say($"{Path.GetFileName(outcome.Path)}: {letter.Index + 1} letters, read as {letter.Index + 1} documents.");
                    }

                    letters.Insert(0, outcome with { Path = LetterFolders.Named(outcome.File!, letter.Index), File = letter.File, Folder = letter.Folder, Row = CaseRow.Of(folders.CaseFolder, letter.Folder, letter.Document) });
                    outcomes[index] = outcome with { Letters = letters };
                }
            }
            catch (InputException e)
            {
                outcomes[index] = outcome with { Failure = e };
                Say($"{Path.GetFileName(outcome.Path)}: {e.Message}");
            }
        }).ConfigureAwait(false);
    }

    private static string Describe(PageProgress progress) => progress.Page.Status switch
    {
        _ when progress.Kept => "kept from the earlier run",
        PageStatus.Failed => $"FAILED: {progress.Page.Reason}",
        PageStatus.Blank => "blank",
        _ => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{progress.Page.Words.Count} words, {Percent(progress.Page)} sure, {progress.Elapsed.TotalSeconds:0.0} s{(progress.Page.Origin == TextOrigin.TextLayer ? ", from the file's own text" : "")}"),
    };

    private static string Percent(Page page) =>
        page.Words.Count == 0 ? "–" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{page.Words.Average(static w => w.Confidence) * 100:0} %");

    private static int Code(List<ReadOutcome> outcomes)
    {
        bool anyPageFailed = outcomes.Any(static o => o.Row?.Failed > 0);
        List<DauException> failures = [.. outcomes.Select(static o => o.Failure).OfType<DauException>()];
        return failures.Count == 0 ? (anyPageFailed ? (int)Fault.Partial : ExitCode.Done)
            : failures.Count < outcomes.Count ? (int)Fault.Partial
            : (int)failures[0].Fault;
    }

    private void Say(string line)
    {
        lock (_speaking)
        {
            _out.WriteLine(Printable(line));
        }
    }

    /// <summary>File names and texts are strangers' input: control characters must not reach the terminal.</summary>
    internal static string Printable(string text) => string.Concat(text.Select(static c => char.IsControl(c) ? '\uFFFD' : c));

    /// <summary>Reports at once, on the thread that calls (the library's <see cref="Progress{T}"/> may report after the end).</summary>
    private sealed class Reporter(Action<PageProgress> report) : IProgress<PageProgress>
    {
        public void Report(PageProgress value) => report(value);
    }
}

/// <summary>What became of one input.</summary>
internal sealed record ReadOutcome(string Path)
{
    public InputFile? File { get; init; }

    public string? Folder { get; init; }

    /// <summary>What is kept of the document: the rest is on disk.</summary>
    public CaseRow? Row { get; init; }

    /// <summary>The letters that the input holds, itself the first; empty while they are not read.</summary>
    public IReadOnlyList<ReadOutcome> Letters { get; init; } = [];

    public DauException? Failure { get; init; }

    /// <summary>Whether an earlier run had finished it.</summary>
    public bool Kept { get; init; }

    public bool IsToRead => File is not null && Folder is not null && Failure is null && Row is null;
}
