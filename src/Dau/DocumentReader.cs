using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Dau.Correction;
using Dau.Facts;
using Dau.Input;
using Dau.Output;
using Dau.Recognition;
using Dau.Segmentation;
using Dau.Translation;

namespace Dau;

/// <summary>The parts that a <see cref="DocumentReader"/> conducts, in the order in which they work.</summary>
public sealed record DocumentStages
{
    /// <summary>Says what there is to read in a file.</summary>
    public required IInputInspector Inspector { get; init; }

    /// <summary>Makes the picture of a page and reads its words.</summary>
    public required IPageReader PageReader { get; init; }

    /// <summary>Repairs misread words.</summary>
    public required ICorrector Corrector { get; init; }

    /// <summary>Takes the document apart.</summary>
    public required ISegmenter Segmenter { get; init; }

    /// <summary>Reads off what the letter says about itself.</summary>
    public required IFactReader FactReader { get; init; }

    /// <summary>Puts it into English.</summary>
    public required ITranslator Translator { get; init; }

    /// <summary>Write the finished record, each in a form of its own.</summary>
    public required IReadOnlyList<IDocumentWriter> Writers { get; init; }

    /// <summary>Programs, libraries and models that take part, for the record of the run.</summary>
    public required IReadOnlyList<Tool> Tools { get; init; }
}

/// <summary>Reads a scanned document from file to bilingual page. Safe to use for several documents at the same time.</summary>
/// <param name="stages">The parts.</param>
/// <param name="options">How to read; validated here.</param>
/// <param name="time">The clock.</param>
public sealed class DocumentReader(DocumentStages stages, ReaderOptions options, TimeProvider time)
{
    private readonly ReaderOptions _options = Validated(options);

    /// <summary>Reads one inspected file into a folder. Pages that an interrupted run has already read are taken from the folder.</summary>
    /// <param name="file">The file, as <see cref="InspectAsync"/> found it.</param>
    /// <param name="folder">The document's folder; made where it is missing.</param>
    /// <param name="progress">Told of every page; may be null.</param>
    /// <param name="cancellationToken">Ends the work; pages already read stay in the folder.</param>
    /// <exception cref="OutputException">The folder cannot be used or the disk is full.</exception>
    /// <exception cref="TranslationException">The translation engine cannot be used.</exception>
    public async Task<DocumentRecord> ReadAsync(InputFile file, string folder, IProgress<PageProgress>? progress, CancellationToken cancellationToken)
    {
        DateTimeOffset started = time.GetUtcNow();
        var store = PageStore.Open(folder, file, ReadingOptions());
        CorrectedText[] pages = await ReadPagesAsync(file, store, progress, cancellationToken).ConfigureAwait(false);
        return await FinishAsync(file, pages, folder, store, started, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one inspected file that may hold several letters, each into a folder of its own. Each is handed over as soon as it is written, and not kept: what a long file holds at once is its words.</summary>
    /// <param name="file">The file, as <see cref="InspectAsync"/> found it.</param>
    /// <param name="folder">The folder of the first letter; the pages of all are in it until their letters are written.</param>
    /// <param name="folderOf">The folder for each letter but the first, by its place in the file from 0.</param>
    /// <param name="progress">Told of every page; may be null.</param>
    /// <param name="cancellationToken">Ends the work; pages already read stay in the folder.</param>
    /// <returns>The letters, the first of the file last.</returns>
    /// <exception cref="OutputException">A folder cannot be used or the disk is full.</exception>
    /// <exception cref="TranslationException">The translation engine cannot be used.</exception>
    internal async IAsyncEnumerable<ReadLetter> ReadLettersAsync(
        InputFile file, string folder, Func<int, CancellationToken, Task<string>> folderOf, IProgress<PageProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DateTimeOffset started = time.GetUtcNow();
        var store = PageStore.Open(folder, file, ReadingOptions());
        CorrectedText[] pages = await ReadPagesAsync(file, store, progress, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<IReadOnlyList<int>> letters = LetterSplitter.Split([.. pages.SelectMany(static page => page.Pages)]);
        for (int i = letters.Count - 1; i >= 0; i--)
        {
            HashSet<int> own = [.. letters[i]];
            int[] places = [.. Enumerable.Range(0, pages.Length).Where(index => own.Contains(file.Pages[index].Number))];
            InputFile part = letters.Count == 1 ? file : Part(file, own, i, letters.Count);
            string place = i == 0 ? folder : await folderOf(i, cancellationToken).ConfigureAwait(false);
            PageStore kept = i == 0 ? store : PageStore.Open(place, part, ReadingOptions());
            if (i > 0)
            {
                kept.CopyFrom(store, places.SelectMany(index => pages[index].Pages));
            }
            else if (letters.Count > 1)
            {
                store.KeepOnly(own);
            }

            CorrectedText[] text = [.. places.Select(index => pages[index])];
            Array.ForEach(places, index => pages[index] = new CorrectedText([], []));
            DocumentRecord document = await FinishAsync(part, text, place, kept, started, cancellationToken).ConfigureAwait(false);
            yield return new ReadLetter(i, part, place, document);
        }
    }

    private static InputFile Part(InputFile file, HashSet<int> own, int index, int count) => file with
    {
        Pages = [.. file.Pages.Where(page => own.Contains(page.Number))],
        Warnings = [.. file.Warnings, string.Create(CultureInfo.InvariantCulture, $"The file holds {count} letters. This is number {index + 1}, from page {own.Min()} to page {own.Max()}.")],
    };

    private static Page Calibrated(Page page) => page with { Words = [.. page.Words.Select(static word => word with { Confidence = word.Calibrated ?? word.Confidence })] };

    /// <summary>What follows recognition and correction: takes a letter apart, translates it and writes it. The words of a long file are kept once: <paramref name="text"/> is emptied.</summary>
    private async Task<DocumentRecord> FinishAsync(InputFile file, CorrectedText[] text, string folder, PageStore store, DateTimeOffset started, CancellationToken cancellationToken)
    {
        string[] warnings = [.. file.Warnings, .. text.SelectMany(static page => page.Warnings).Distinct(StringComparer.Ordinal)];
        (Page[] pages, IReadOnlyList<Block> blocks, DocumentFacts facts, IReadOnlyList<Model.Correction> corrections) = Dissect(text);
        Array.Clear(text);
        TranslatedBlocks english = await BlockTranslation.TranslateAsync(stages.Translator, blocks, cancellationToken).ConfigureAwait(false);

        var document = new DocumentRecord
        {
            Source = new SourceFile(Path.GetFileName(file.Path).Normalize(NormalizationForm.FormC), file.Sha256, file.Bytes, file.PageCount) { Metadata = file.Metadata },
            Pages = pages,
            Blocks = AlternativeReadings.Mark(english.Blocks, pages, corrections),
            Facts = facts,
            Corrections = corrections,
            Run = new RunRecord
            {
                Version = ProductInfo.Version,
                StartedAt = started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                Options = AllOptions(),
                Tools = stages.Tools,
                Sent = english.Sent,
                Warnings = warnings,
                TranslationWarnings = english.Warnings,
            },
        };

        foreach (IDocumentWriter writer in stages.Writers)
        {
            await writer.WriteAsync(document, folder, cancellationToken).ConfigureAwait(false);
        }

        store.Finish(document);
        return document;
    }

    /// <summary>Takes a letter apart.</summary>
    /// <returns>The pages with the confidence that readers are told, the blocks, the facts and all corrections.</returns>
    private (Page[] Pages, IReadOnlyList<Block> Blocks, DocumentFacts Facts, IReadOnlyList<Model.Correction> Corrections) Dissect(CorrectedText[] text)
    {
        Page[] read = [.. text.SelectMany(static page => page.Pages)];
        IReadOnlyList<Block> blocks = stages.Segmenter.Segment([.. read.SelectMany(FacingPages.Split)]);
        DocumentFacts facts = stages.FactReader.Read(blocks, read);
        (IReadOnlyList<Page> pages, blocks, IReadOnlyList<Model.Correction> corrections) = FactRepairs.Apply(read, blocks, [.. text.SelectMany(static page => page.Corrections)], facts.Repairs);
        return ([.. pages.Select(Calibrated)], blocks, facts, corrections);
    }

    /// <summary>Looks into a file.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public Task<InputFile> InspectAsync(string path, CancellationToken cancellationToken) =>
        stages.Inspector.InspectAsync(path, _options.Input, cancellationToken);

    /// <summary>The record of an earlier run that already says all that reading <paramref name="file"/> again would; null where there is none.</summary>
    public async Task<DocumentRecord?> ExistingAsync(InputFile file, string folder, CancellationToken cancellationToken)
    {
        DocumentRecord? earlier = await PageStore.FinishedAsync(folder, cancellationToken).ConfigureAwait(false);
        return earlier is not null
            && earlier.Source.Sha256 == file.Sha256
            && earlier.Run.Version == ProductInfo.Version
            && earlier.Pages.All(static page => page.Status != PageStatus.Failed)
            && Compared(AllOptions()).SequenceEqual(Compared(earlier.Run.Options))
            ? earlier : null;

        // English that was asked for since then with another engine stays.
        IEnumerable<KeyValuePair<string, string>> Compared(IReadOnlyDictionary<string, string> given) =>
            given.Where(o => earlier.Run.RetranslatedAt is null || o.Key is not ("translator" or "allowNetwork")).OrderBy(static o => o.Key, StringComparer.Ordinal);
    }

    /// <summary>Reads the pages, each corrected as soon as it is there: what the engine says of its single letters is many times the size of the text and need not be kept, but for digits, which nothing else vouches for.</summary>
    private async Task<CorrectedText[]> ReadPagesAsync(InputFile file, PageStore store, IProgress<PageProgress>? progress, CancellationToken cancellationToken)
    {
        var pages = new CorrectedText[file.Pages.Count];
        var pool = new StringPool();
        var width = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 1, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, pages.Length, width, async (index, stop) =>
        {
            InputPage wanted = file.Pages[index];
            long begin = time.GetTimestamp();
            bool kept = store.TryLoad(wanted.Number, out Page? page);
            if (!kept)
            {
                PageReading reading = wanted.Fault is { } fault
                    ? new PageReading(new Page { Number = wanted.Number, Status = PageStatus.Failed, Reason = fault }, default)
                    : await stages.PageReader.ReadAsync(file, wanted, _options.Input, _options.Recognition, stop).ConfigureAwait(false);
                page = store.Save(reading);
            }

            pages[index] = Slimmed(stages.Corrector.Correct([page!], _options.Correction), pool);
            progress?.Report(new PageProgress(file, pages[index].Pages[0], kept, time.GetElapsedTime(begin)));
        }).ConfigureAwait(false);
        return pages;
    }

    private static CorrectedText Slimmed(CorrectedText text, StringPool pool) => text with
    {
        Pages = [.. text.Pages.Select(page => page with { Words = [.. page.Words.Select(word => Slimmed(word, pool))] })],
    };

    private static Word Slimmed(Word word, StringPool pool) => word with
    {
        Ocr = pool.Of(word.Ocr),
        Source = pool.Of(word.Source),
        Alternatives = word.Alternatives.Count == 0 ? [] : [.. word.Alternatives.Select(other => other with { Text = pool.Of(other.Text) })],
        Symbols = word.Source.Any(char.IsDigit) ? word.Symbols : [],
    };

    /// <summary>The options that decide what a page's reading is: a kept page is used again only where these agree. That the user's own terms and memory grow is no reason to read a scan again.</summary>
    private SortedDictionary<string, string> ReadingOptions() => new(StringComparer.Ordinal)
    {
        ["model"] = string.Join(' ', stages.Tools.Where(static tool => !Translators.IsOwn(tool)).Select(static tool => tool.ModelSha256).OfType<string>()),
        ["clean"] = string.Join(" without ", [Text(_options.Recognition.Clean), .. _options.Recognition.Without.Distinct().Order().Select(static step => step.ToString())]),
        ["textLayer"] = Text(_options.Recognition.UseTextLayer),
    };

    private SortedDictionary<string, string> AllOptions() => new(ReadingOptions(), StringComparer.Ordinal)
    {
        ["pages"] = _options.Input.Pages?.Text ?? "all",
        ["correction"] = Text(_options.Correction.Enabled),
        ["translator"] = _options.Translation.Engine,
        ["allowNetwork"] = Text(_options.Translation.AllowNetwork),
    };

    private static string Text(bool value) => value ? "on" : "off";

    private static ReaderOptions Validated(ReaderOptions options)
    {
        options.Validate();
        return options;
    }
}

/// <summary>A page was read, or found already read.</summary>
/// <param name="File">The file it belongs to.</param>
/// <param name="Page">The page.</param>
/// <param name="Kept">True where an earlier run had read it.</param>
/// <param name="Elapsed">How long it took, waiting for a free worker included.</param>
public sealed record PageProgress(InputFile File, Page Page, bool Kept, TimeSpan Elapsed);

/// <summary>One letter of a file, read and written.</summary>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="File">The file, with the pages of this letter alone.</param>
/// <param name="Folder">Where it was written.</param>
/// <param name="Document">What was read.</param>
internal sealed record ReadLetter(int Index, InputFile File, string Folder, DocumentRecord Document);
