using Dau.Model;
using Dau.Translation;
using Dau.Translation.Draft;
using Dau.Translation.Locks;
using Dau.Translation.Neural;

namespace Dau.Tests.Translation.Neural;

public sealed class NeuralTranslatorTests
{
    private const char Slot = '\uE000';

    // Even pieces are Vietnamese, the odd one after each is its English.
    private static readonly (string, string)[] Lexicon =
    [
        ("▁công", "▁official"), ("▁văn", "▁letter"), ("▁số", "▁number▁"), ($"▁{Slot}", $"{Slot}"), ("▁không", "▁not"), ("▁gửi", "▁send"), ("▁người", "▁people"), ("▁lạ", "▁gone"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ANumberGoesThroughAsASlotAndComesBackExactly()
    {
        var segment = await TranslateAsync("công văn số 1.284 gửi người", Lexicon);
        Assert.Equal("official letter number 1,284 send people", segment.Target);
        Assert.Equal("neural", segment.Engine);
        Assert.Contains(new Link(new TextSpan(12, 17), new TextSpan(23, 28)), segment.Links);
        Assert.Contains(new Link(new TextSpan(18, 21), new TextSpan(29, 33)), segment.Links);
        Assert.InRange(segment.Quality, 0.01, 0.9);
    }

    [Fact]
    public async Task ALostNumberHandsTheSentenceToTheDraftEngine()
    {
        // This model has a word where the slot should come out.
        var lossy = Lexicon.Select(static pair => pair.Item2 == $"{Slot}" ? (pair.Item1, "▁some") : pair).ToArray();
        var segment = await TranslateAsync("công văn số 12 gửi người", lossy);
        Assert.Equal("DRAFT 12", segment.Target);
        Assert.Equal("draft", segment.Engine);
    }

    [Fact]
    public async Task ALostNotHandsTheSentenceToTheDraftEngineAndTheNextStaysNeural()
    {
        var lossy = Lexicon.Select(static pair => pair.Item1 == "▁không" ? (pair.Item1, "▁now") : pair).ToArray();
        var segment = await TranslateAsync("không gửi người; Gửi công văn", [.. lossy, (";", ","), ("▁Gửi", "▁Sending")]);
        Assert.Equal("DRAFT not Sending official letter", segment.Target);
        Assert.Equal("neural", segment.Engine);
        Assert.All(segment.Links, link => Assert.InRange(link.Target.End, 1, segment.Target!.Length));
    }

    [Fact]
    public async Task CapitalsStayCapitals()
    {
        var segment = await TranslateAsync("CÔNG VĂN", [.. Lexicon, ("▁CÔNG", "▁official2"), ("▁VĂN", "▁letter2")]);
        Assert.Equal("DRAFT", segment.Target); // a digit that the source has not
        segment = await TranslateAsync("CÔNG VĂN", [.. Lexicon, ("▁CÔNG", "▁document"), ("▁VĂN", "▁paper")]);
        Assert.Equal("DOCUMENT PAPER", segment.Target);
    }

    [Theory]
    [InlineData("Gửi ông. Việc này gấp; Không chậm.", 3, "a stop and a semicolon before a capital end a sentence")]
    [InlineData("1. Giao Sở Y tế", 1, "a list's sign belongs to what follows")]
    [InlineData("Tại TP. Hà Nội", 1, "an abbreviation ends nothing")]
    [InlineData("theo quy định. và thông báo", 1, "no capital follows")]
    public void SentencesAreCutWhereTheyEnd(string text, int count, string why) => Assert.True(SentenceCutter.Cut(text, []).Count() == count, why);

    [Theory]
    [InlineData("held a concentrated concentrated meeting", true, "a word twice running")]
    [InlineData("advise on distorting content distorting content; report", true, "a phrase twice running, a mark behind it")]
    [InlineData("the fact that that office was closed", false, "good English")]
    [InlineData("the Department and the Division", false, "the same word, apart")]
    public void AModelThatRepeatsItselfIsNotBelieved(string text, bool repeats, string why) => Assert.True(Soundness.Repeats(text) == repeats, why);

    [Theory]
    [InlineData("the people of Hà Nội", "người dân Sơn Hà", true, "a name that the source has not")]
    [InlineData("the people of Sơn Hà", "người dân SƠN HÀ", false, "a name of the source, in other letters")]
    [InlineData("the café's owner", "chủ quán", true, "no English word of ours has such a letter")]
    public void AVietnameseWordMustBeTheSources(string text, string source, bool invents, string why) => Assert.True(Soundness.Invents(text, source) == invents, why);

    [Fact]
    public async Task WithoutAUsableModelTheDraftEngineTranslatesAndSaysSo()
    {
        using var folder = new MadeUpFolder(MadeUpShape.Small(MadeUpKind.Random, 1));
        File.WriteAllText(Path.Combine(folder.Path, "model.bin"), "no model");
        foreach (var models in new[] { [], new[] { new NeuralModel("broken", folder.Path, false) } })
        {
            var translator = NeuralEngines.Load(models, Translators.Locks, new StandIn(), ["tables"]);
            var batch = await translator.TranslateAsync([new SegmentSource("s", "gửi 12", Section.Body, BlockKind.Paragraph)], Token);
            Assert.Equal("DRAFT 12", batch.Translations[0].Target);
            Assert.Equal(2, batch.Warnings.Count);
            Assert.Contains(models.Length == 0 ? "No neural model" : "broken", batch.Warnings[0]);
        }
    }

    [Fact]
    public async Task AModelThatFailsOnlyWhenItIsRunHandsOverToDraftAndSaysSo()
    {
        var batch = await new NeuralTranslator(new Failing(), Translators.Locks, new StandIn(), []).TranslateAsync([new SegmentSource("s", "gửi 12", Section.Body, BlockKind.Paragraph)], Token);
        Assert.Equal(("DRAFT 12", "draft"), (batch.Translations[0].Target, batch.Translations[0].Engine));
        Assert.Contains("fails while it translates", Assert.Single(batch.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOpusModelsSentencesAreCheckedAndLinkedLikeAnyOthers()
    {
        using var folder = new MadeUpOpus();
        var translator = NeuralEngines.Load([new NeuralModel("opus", folder.Path, false)], Translators.Locks, new StandIn(), []);
        var batch = await translator.TranslateAsync([.. MadeUpOpus.Expected.Take(12).Select(static (e, i) => new SegmentSource($"s{i}", e.Text, Section.Body, BlockKind.Paragraph))], Token);
        Assert.Empty(batch.Warnings);
        Assert.All(batch.Translations, static t => Assert.Contains(t.Engine, new[] { "neural", "draft" }));
        Assert.All(batch.Translations, static t => Assert.All(t.Links, link => Assert.InRange(link.Target.End, 1, t.Target!.Length)));
    }

    private static async Task<SegmentTranslation> TranslateAsync(string text, (string, string)[] lexicon)
    {
        var pieces = lexicon.SelectMany(static pair => new[] { pair.Item1, pair.Item2 }).Select(static text => (text, -3f, 1)).ToList();
        while (pieces.Count < 126)
        {
            pieces.Add(($"▁filler{(char)('a' + (pieces.Count / 26))}{(char)('a' + (pieces.Count % 26))}", -9f, 1));
        }

        using var folder = new MadeUpFolder(new MadeUpShape(MadeUpKind.Lexicon, 3, 128, 256, 8, 256, 2, 2) { Noise = 0.01 }, MadeUpVocabulary.Write(pieces), shortlist: false);
        var translator = new NeuralTranslator(NeuralEngine.Load(folder.Path), Translators.Locks, new StandIn(), []);
        return (await translator.TranslateAsync([new SegmentSource("s1", text, Section.Body, BlockKind.Paragraph)], Token)).Translations[0];
    }

    private sealed class Failing : ISentenceEngine
    {
        public bool Knows(char character) => false;

        public IReadOnlyList<NeuralSentence> Translate(IReadOnlyList<string> sentences, CancellationToken cancellationToken) => throw new InvalidDataException("The model fails while it translates: so.");
    }

    /// <summary>A draft engine that keeps its locks and its negations, and nothing else.</summary>
    private sealed class StandIn : IDraftEngine
    {
        public Rendering Render(string text, IReadOnlyList<LockedSpan> locks)
        {
            var words = new[] { "DRAFT" }.Concat(locks.Select(static l => l.Rendering)).Concat(text.Contains("không", StringComparison.Ordinal) ? ["not"] : []);
            return new Rendering(string.Join(' ', words), [new Link(new TextSpan(0, text.Length), new TextSpan(0, 5))], 0.5, []);
        }
    }
}
