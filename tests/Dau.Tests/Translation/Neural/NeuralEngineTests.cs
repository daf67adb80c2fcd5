using Dau.Translation.Neural;
using Dau.Translation.Neural.Arithmetic;

namespace Dau.Tests.Translation.Neural;

public sealed class NeuralEngineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ABatchGivesWhatSingleSentencesGive(bool shortlist)
    {
        using var folder = new MadeUpFolder(MadeUpShape.Small(MadeUpKind.Random, 7));
        var engine = NeuralEngine.Load(folder.Path, Machine.Best, shortlist);
        var sentences = MadeUpFolder.Sentences(70, 512, 60, 7);
        var alone = sentences.Select(s => engine.Translate([s], Token)[0]).ToList();
        foreach (var threads in new[] { 1, 2 })
        {
            var together = engine.Translate(sentences, threads, Token);
            Assert.Equal(alone.Select(static s => s.Text), together.Select(static s => s.Text));
            Assert.Equal(alone.SelectMany(static s => s.Shares), together.SelectMany(static s => s.Shares));
        }

        Assert.True(alone.Select(static s => s.Text).Distinct().Count() > 50, "the sentences should not all become the same");
    }

    [Fact]
    public void EveryInstructionSetGivesTheSameBits()
    {
        using var folder = new MadeUpFolder(MadeUpShape.Small(MadeUpKind.Random, 8));
        var sentences = MadeUpFolder.Sentences(20, 512, 40, 8);
        var plain = NeuralEngine.Load(folder.Path, Instructions.Plain).Translate(sentences, Token);
        foreach (var instructions in Machine.All)
        {
            var others = NeuralEngine.Load(folder.Path, instructions).Translate(sentences, Token);
            Assert.Equal(plain.Select(static s => s.Text), others.Select(static s => s.Text));
            Assert.Equal(plain.SelectMany(static s => s.Shares), others.SelectMany(static s => s.Shares));
        }
    }

    [Fact]
    public void ALexiconsAlignmentGoesStraightDown()
    {
        using var folder = new MadeUpFolder(new MadeUpShape(MadeUpKind.Lexicon, 3, 4096, 256, 8, 256, 2, 2), shortlist: false);
        var sentence = NeuralEngine.Load(folder.Path).Translate([MadeUpVocabulary.Sentence([100, 201, 302, 403])], Token)[0];
        Assert.Equal(MadeUpVocabulary.Sentence([101, 200, 303, 402]), sentence.Text);
        for (var t = 0; t < 4; t++)
        {
            Assert.Equal(t, Enumerable.Range(0, 5).MaxBy(s => sentence.Share(t, s)));
            Assert.Equal(1, Enumerable.Range(0, 5).Sum(s => sentence.Share(t, s)), 1e-5f);
            Assert.Equal(MadeUpVocabulary.Word(sentence.Target[t].Id), sentence.Text[sentence.Target[t].Start..sentence.Target[t].End]);
        }
    }

    [Fact]
    public void ALongSentenceIsCutAndJoined()
    {
        using var folder = new MadeUpFolder(new MadeUpShape(MadeUpKind.Lexicon, 3, 4096, 256, 8, 256, 2, 2), shortlist: false);
        var sentence = NeuralEngine.Load(folder.Path).Translate([MadeUpVocabulary.Sentence(Enumerable.Range(100, 300))], Token)[0];
        Assert.Equal(300, sentence.Source.Count);
        Assert.All(sentence.Target, piece => Assert.Equal(MadeUpVocabulary.Word(piece.Id), sentence.Text[piece.Start..piece.End]));
    }

    [Fact]
    public void TranslatingCanBeCancelled()
    {
        using var folder = new MadeUpFolder(MadeUpShape.Small(MadeUpKind.Random, 9));
        var engine = NeuralEngine.Load(folder.Path);
        Assert.ThrowsAny<OperationCanceledException>(() => engine.Translate(["w00005"], new CancellationToken(canceled: true)));
    }
}
