using Dau.Model;
using Dau.Output;
using Dau.Output.Comparison;
using Dau.Output.ReaderPage;
using Dau.Tests.Output;
using Dau.Translation;
using Microsoft.Extensions.Time.Testing;

namespace Dau.Tests;

public sealed class DocumentRetranslatorTests : IDisposable
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private readonly string _folder = Directory.CreateTempSubdirectory("dau-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task English_is_new_and_the_record_says_who_made_it()
    {
        DocumentRecord before = Letter();
        before = before with { Run = before.Run with { Sent = [new Sent("a.example", ["s1"], 5, "2026-01-01T00:00:00Z")], TranslationWarnings = ["old"], Tools = [new Tool("tesseract", "5"), new Tool("neural translator", "1"), new Tool("own terms", "1")] } };
        DocumentRecord after = await MakeAsync(before, static s => Done("new: " + s.Text), new Sent("b.example", ["s2"], 6, "2026-01-02T00:00:00Z"));

        Assert.All(Segments(after), static s => Assert.Equal(("new: " + s.Source, "fake"), (s.Target, s.Engine)));
        Assert.Equal("2026-01-02T03:04:05Z", after.Run.RetranslatedAt);
        Assert.Equal("draft", after.Run.Options["translator"]);
        Assert.Equal(["a.example", "b.example"], after.Run.Sent.Select(static s => s.To));
        Assert.Equal(["tesseract"], after.Run.Tools.Select(static t => t.Name));
        Assert.Empty(after.Run.TranslationWarnings);
        Assert.Equal((before.Pages, before.Facts, before.Corrections, before.Run.StartedAt), (after.Pages, after.Facts, after.Corrections, after.Run.StartedAt));
    }

    [Fact]
    public async Task What_the_engine_could_not_translate_keeps_its_English_and_what_a_person_settled_stays()
    {
        DocumentRecord before = Letter();
        Block first = before.Blocks[0];
        before = before with { Blocks = [first with { Segments = [first.Segments[0] with { Reviewed = "Settled" }] }, .. before.Blocks.Skip(1)] };
        DocumentRecord after = await MakeAsync(before, static s => s.Id is "s2" or "s3" ? new SegmentTranslation(null, "fake", 0, [], [Flags.NotTranslated]) : Done("new"));

        Assert.Equal("Settled", Segments(after)[0].Reviewed);
        Assert.Equal(Segments(before)[1..3], Segments(after)[1..3]);
        Assert.Equal("2 lines keep the English of an earlier run.", Assert.Single(after.Run.TranslationWarnings));
    }

    [Fact]
    public async Task The_folder_gets_the_new_page_and_record_with_the_pictures_of_the_old_page()
    {
        DocumentRecord before = await WrittenAsync();
        byte[] smaller = [0xFF, 0xD8, 1, 2, 3];
        await new ReaderPageWriter(new OnePicture(smaller)).WriteAsync(before, _folder, TestContext.Current.CancellationToken);
        DocumentRecord after = await MakeAsync(before, static _ => Done("quite new"));

        await DocumentRewriter.WriteAsync(after, _folder, TestContext.Current.CancellationToken);

        string page = await File.ReadAllTextAsync(Path.Combine(_folder, "reader.html"), TestContext.Current.CancellationToken);
        Assert.Contains("quite new", page, StringComparison.Ordinal);
        Assert.Contains("data:image/jpeg;base64," + Convert.ToBase64String(smaller), page, StringComparison.Ordinal);
        Assert.DoesNotContain("data:image/png", page, StringComparison.Ordinal);
        Assert.Equal("quite new", Segments(await DocumentJson.ReadAsync(Path.Combine(_folder, "document.json"), TestContext.Current.CancellationToken))[0].Target);
        Assert.Equal(["document.json", "pages", "reader.html"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_an_old_page_the_pictures_are_those_of_the_folder()
    {
        DocumentRecord before = await WrittenAsync();
        await DocumentRewriter.WriteAsync(before, _folder, TestContext.Current.CancellationToken);
        Assert.Contains("data:image/png", await File.ReadAllTextAsync(Path.Combine(_folder, "reader.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_writing_fails_the_old_files_are_as_they_were()
    {
        DocumentRecord before = await WrittenAsync();
        await DocumentRewriter.WriteAsync(before, _folder, TestContext.Current.CancellationToken);
        Dictionary<string, byte[]> old = Directory.GetFiles(_folder).ToDictionary(static f => f, File.ReadAllBytes);
        using var stopped = new CancellationTokenSource();
        DocumentRecord after = await MakeAsync(before, static _ => Done("never seen"));
        stopped.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DocumentRewriter.WriteAsync(after, _folder, stopped.Token));
        await File.WriteAllTextAsync(Path.Combine(_folder, ".rewriting"), "a file where the folder should be", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<OutputException>(() => DocumentRewriter.WriteAsync(after, _folder, TestContext.Current.CancellationToken));

        Assert.All(old, static file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
    }

    [Fact]
    public async Task Two_engines_stand_side_by_side()
    {
        DocumentRecord document = Letter();
        var left = new ComparedEnglish("draft", await MakeAsync(document, static s => Done(s.Id == "s1" ? "alike" : "one <b> two three", "numberChanged")));
        var right = new ComparedEnglish("neural", await MakeAsync(document, static s => Done(s.Id == "s1" ? "alike" : "one 2 three")));

        ComparisonPage.Write(_folder, left, right);
        ComparisonTable.Write(_folder, left, right);

        string page = await File.ReadAllTextAsync(Path.Combine(_folder, "compare.html"), TestContext.Current.CancellationToken);
        Assert.Contains("one <mark>&lt;b&gt; two</mark> three", page, StringComparison.Ordinal);
        Assert.Contains("one <mark>2</mark> three", page, StringComparison.Ordinal);
        Assert.Contains("number differs", page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split("class=\"same\"").Length - 1);
        Assert.DoesNotContain("http", page.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(_folder, "compare.tsv"), TestContext.Current.CancellationToken);
        Assert.Equal(1 + Segments(document).Count, lines.Length);
        Assert.All(lines, static line => Assert.Equal(10, line.Split('\t').Length));
    }

    [Theory]
    [InlineData("a b c", "a c", "b", "one in the middle")]
    [InlineData("a b", "a b", "", "alike")]
    [InlineData("a b", null, "a b", "nothing to compare with")]
    [InlineData(null, "a", "", "nothing")]
    [InlineData("b a", "a b", "a", "another order: one stays")]
    public void Words_that_the_other_has_not(string? text, string? other, string own, string reason)
    {
        (string[] words, bool[] marks) = WordDifference.Words(text, other);
        Assert.True(string.Join(' ', words.Where((_, i) => marks[i])) == own, reason);
    }

    private async Task<DocumentRecord> WrittenAsync()
    {
        DocumentRecord document = Letter();
        await SampleDocument.WritePicturesAsync(document, _folder, TestContext.Current.CancellationToken);
        return document;
    }

    private static DocumentRecord Letter() => SampleDocument.Letter();

    private static List<Segment> Segments(DocumentRecord document) => [.. document.Blocks.SelectMany(static b => b.Segments)];

    private static SegmentTranslation Done(string english, params string[] flags) => new(english, "fake", 0.5, [], flags);

    private static Task<DocumentRecord> MakeAsync(DocumentRecord document, Func<SegmentSource, SegmentTranslation> translate, params Sent[] sent) =>
        new DocumentRetranslator(new FakeTranslator(translate, sent), new TranslationOptions { Engine = "draft" }, Time).TranslateAsync(document, TestContext.Current.CancellationToken);

    private sealed class FakeTranslator(Func<SegmentSource, SegmentTranslation> translate, IReadOnlyList<Sent> sent) : ITranslator
    {
        public string Name => "fake";

        public Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken) =>
            Task.FromResult(new TranslationBatch([.. segments.Select(translate)], sent, []));
    }

    private sealed class OnePicture(byte[] bytes) : IPagePictures
    {
        public Task<PagePicture?> GetAsync(Page page, string folder, CancellationToken cancellationToken) =>
            Task.FromResult<PagePicture?>(new PagePicture(bytes, "image/jpeg", page.Width, page.Height));
    }
}
