using Dau.Model;
using Dau.Correction;
using Dau.Facts;
using Dau.Input;
using Dau.Output;
using Dau.Recognition;
using Dau.Segmentation;
using Dau.Tests.Segmentation;
using Dau.Translation;
using Microsoft.Extensions.Time.Testing;

namespace Dau.Tests;

/// <summary>The conductor with stages that do as they are told: what is kept, what is asked again, and what one bad page costs.</summary>
public sealed class DocumentReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dau-test-").FullName;
    private readonly FakeStages _stages = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task OnePageThatFailsCostsThatPageOnly()
    {
        _stages.FailingPages.Add(2);
        DocumentRecord document = await ReadAsync(pages: 3);
        Assert.Equal([PageStatus.Read, PageStatus.Failed, PageStatus.Read], document.Pages.Select(static page => page.Status));
        Assert.Equal("worker died", document.Pages[1].Reason);
        Assert.Equal(["trang 1", "trang 3"], document.Blocks.SelectMany(static block => block.Segments).Select(static segment => segment.Source));
    }

    [Fact]
    public async Task AFailedPageIsTriedAgainAndTheOthersAreKept()
    {
        _stages.FailingPages.Add(2);
        await ReadAsync(pages: 3);
        _stages.FailingPages.Clear();
        _stages.Asked.Clear();
        DocumentRecord document = await ReadAsync(pages: 3);
        Assert.Equal([2], _stages.Asked);
        Assert.All(document.Pages, static page => Assert.Equal(PageStatus.Read, page.Status));
        Assert.False(Directory.Exists(Path.Combine(_folder, ".reading")));
    }

    [Fact]
    public async Task AStoppedRunGoesOnWhereItWas()
    {
        using var stop = new CancellationTokenSource();
        _stages.BeforePage = number =>
        {
            if (number == 4)
            {
                stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(pages: 4, stop.Token));
        Assert.False(File.Exists(Path.Combine(_folder, "document.json")));

        int[] before = [.. _stages.Asked];
        _stages.BeforePage = null;
        _stages.Asked.Clear();
        DocumentRecord document = await ReadAsync(pages: 4);
        Assert.Equal(4, document.Pages.Count(static page => page.Status == PageStatus.Read));
        Assert.Contains(4, _stages.Asked);
        Assert.Empty(_stages.Asked.Intersect(before.Except([4])));
    }

    [Fact]
    public async Task NotesOfAnotherFileAreNotUsed()
    {
        _stages.FailingPages.Add(2);
        await ReadAsync(pages: 2);
        _stages.Asked.Clear();
        await ReadAsync(pages: 2, sha256: "another");
        Assert.Equal([1, 2], _stages.Asked.Order());
    }

    [Fact]
    public async Task AFinishedDocumentIsKnownByItsFileAndOptions()
    {
        var reader = Reader(new ReaderOptions());
        InputFile file = Input(1, "aa");
        await reader.ReadAsync(file, _folder, null, TestContext.Current.CancellationToken);
        Assert.NotNull(await reader.ExistingAsync(file, _folder, TestContext.Current.CancellationToken));
        Assert.Null(await reader.ExistingAsync(file with { Sha256 = "bb" }, _folder, TestContext.Current.CancellationToken));
        Assert.Null(await Reader(new ReaderOptions { Correction = new CorrectionOptions { Enabled = false } }).ExistingAsync(file, _folder, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task EveryPageIsReportedOnce()
    {
        var seen = new List<int>();
        var progress = new Reporter(report =>
        {
            lock (seen)
            {
                seen.Add(report.Page.Number);
            }
        });
        await Reader(new ReaderOptions()).ReadAsync(Input(5, "aa"), _folder, progress, TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3, 4, 5], seen.Order());
    }

    [Fact]
    public async Task LettersOfOneFileGetFoldersOfTheirOwnAndEachPageIsReadOnce()
    {
        Page[] letters = [.. SampleLetters.Decision(), .. SampleLetters.Official()];
        _stages.PageOf = number => letters[number - 1] with { Number = number };
        string second = Path.Combine(_folder, "second");
        List<ReadLetter> read = [];
        await foreach (ReadLetter letter in Reader(new ReaderOptions()).ReadLettersAsync(Input(4, "aa"), _folder, (_, _) => Task.FromResult(second), null, TestContext.Current.CancellationToken))
        {
            read.Add(letter);
        }

        Assert.Equal([1, 2, 3, 4], _stages.Asked.Order());
        Assert.Equal([(1, second, "4"), (0, _folder, "1 2 3")], read.Select(static letter => (letter.Index, letter.Folder, string.Join(' ', letter.Document.Pages.Select(static page => page.Number)))));
        Assert.Equal(["0001.letters.json.gz", "0001.png", "0002.letters.json.gz", "0002.png", "0003.letters.json.gz", "0003.png"], Pages(_folder));
        Assert.Equal(["0004.letters.json.gz", "0004.png"], Pages(second));
        Assert.Contains("number 2, from page 4 to page 4", Assert.Single(read[0].Document.Run.Warnings), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, ".reading")) || Directory.Exists(Path.Combine(second, ".reading")));

        static IEnumerable<string?> Pages(string folder) => Directory.GetFiles(Path.Combine(folder, "pages")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task WithoutItsLanguageModelTheDocumentIsReadAndTheRunSaysWhatIsMissing()
    {
        _stages.PageOf = static number => new Page { Number = number, Words = [new Word { Id = "p1w1", Ocr = "thẩm", Source = "thẩm", Box = new PixelBox(1, 1, 5, 5), Confidence = 0.9 }] };
        DocumentRecord document = await Reader(new ReaderOptions(), new ShippedCorrector(Path.Combine(_folder, "none.lm"))).ReadAsync(Input(1, "aa"), _folder, null, TestContext.Current.CancellationToken);
        Assert.Equal("thẩm", document.Pages[0].Words[0].Source);
        string warning = Assert.Single(document.Run.Warnings);
        Assert.Contains("none.lm", warning, StringComparison.Ordinal);
        Assert.Contains("language-model --shared", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDocumentSaysTheCalibratedConfidenceAndTheStagesSeeTheEngines()
    {
        _stages.PageOf = static number => new Page { Number = number, Words = [new Word { Id = "p1w1", Ocr = "thẩm", Source = "thẩm", Box = new PixelBox(1, 1, 5, 5), Confidence = 0.9, Calibrated = 0.75 }] };
        DocumentRecord document = await ReadAsync(pages: 1);
        Assert.Equal(0.75, document.Pages[0].Words[0].Confidence);
        Assert.Equal(0.9, Assert.Single(_stages.SeenBySegmenter));
    }

    [Fact]
    public void OptionsThatCannotBeAreRefusedAllAtOnce()
    {
        var options = new ReaderOptions { Input = new InputOptions { MaxPages = 0, MaxPixels = 0 }, Recognition = new RecognitionOptions { PageTimeout = TimeSpan.Zero } };
        string message = Assert.Throws<DauException>(() => Reader(options)).Message;
        Assert.All(["page limit", "pixel limit", "time limit"], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private Task<DocumentRecord> ReadAsync(int pages, CancellationToken? stop = null, string sha256 = "aa") =>
        Reader(new ReaderOptions()).ReadAsync(Input(pages, sha256), _folder, null, stop ?? TestContext.Current.CancellationToken);

    private DocumentReader Reader(ReaderOptions options, ICorrector? corrector = null) => new(
        new DocumentStages
        {
            Inspector = _stages, PageReader = _stages, Corrector = corrector ?? _stages, Segmenter = _stages, FactReader = _stages, Translator = _stages,
            Writers = [new DocumentJsonWriter()], Tools = [new Tool("engine", "1", "model", "ff")],
        },
        options,
        new FakeTimeProvider());

    private static InputFile Input(int pages, string sha256) => new()
    {
        Path = "/in/a.pdf", Format = InputFormat.Pdf, Sha256 = sha256, Bytes = 1, PageCount = pages,
        Pages = [.. Enumerable.Range(1, pages).Select(static number => new InputPage { Number = number, Width = 10, Height = 10, Dpi = 300 })],
    };

    private sealed class Reporter(Action<PageProgress> report) : IProgress<PageProgress>
    {
        public void Report(PageProgress value) => report(value);
    }

    private sealed class FakeStages : IInputInspector, IPageReader, ICorrector, ISegmenter, IFactReader, ITranslator
    {
        public HashSet<int> FailingPages { get; } = [];

        public System.Collections.Concurrent.ConcurrentBag<int> Asked { get; } = [];

        public Action<int>? BeforePage { get; set; }

        public Func<int, Page>? PageOf { get; set; }

        public string Name => "fake";

        public Task<InputFile> InspectAsync(string path, InputOptions options, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<PageReading> ReadAsync(InputFile file, InputPage page, InputOptions input, RecognitionOptions options, CancellationToken cancellationToken)
        {
            Asked.Add(page.Number);
            BeforePage?.Invoke(page.Number);
            Page read = FailingPages.Contains(page.Number)
                ? new Page { Number = page.Number, Status = PageStatus.Failed, Reason = "worker died" }
                : PageOf?.Invoke(page.Number) ?? new Page
                {
                    Number = page.Number, Width = 10, Height = 10, Dpi = 300,
                    Words = [new Word { Id = $"p{page.Number}w1", Ocr = $"trang {page.Number}", Source = $"trang {page.Number}", Box = new PixelBox(1, 1, 5, 5), Confidence = 0.9 }],
                };
            return Task.FromResult(new PageReading(read, new byte[] { 1, 2, 3 }));
        }

        public CorrectedText Correct(IReadOnlyList<Page> pages, CorrectionOptions options) => new(pages, []);

        public List<double> SeenBySegmenter { get; } = [];

        public IReadOnlyList<Block> Segment(IReadOnlyList<Page> pages)
        {
            SeenBySegmenter.AddRange(pages.SelectMany(static page => page.Words).Select(static word => word.Confidence));
            return [.. pages.SelectMany(static page => page.Words).Select(static (word, index) => new Block
            {
                Id = $"b{index + 1}", Section = Section.Body, Kind = BlockKind.Paragraph, Page = 1, Box = word.Box,
                Segments = [new Segment { Id = $"s{index + 1}", WordIds = [word.Id], Ocr = word.Ocr, Source = word.Source }],
            })];
        }

        public DocumentFacts Read(IReadOnlyList<Block> blocks, IReadOnlyList<Page> pages) => new();

        public Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken) =>
            Task.FromResult(new TranslationBatch([.. segments.Select(static s => new SegmentTranslation("page", "draft", 0.5, [], []))], [], []));
    }
}
