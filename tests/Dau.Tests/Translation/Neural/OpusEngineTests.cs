using Dau.Translation.Neural;
using Dau.Translation.Neural.Install;
using Dau.Translation.Neural.Opus;

namespace Dau.Tests.Translation.Neural;

public sealed class OpusEngineTests
{
    private static readonly string[] Decoders = [OpusFiles.First, OpusFiles.Next, OpusFiles.Merged];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void TextIsCutIntoTheNumbersThatPythonGives()
    {
        using var folder = new MadeUpOpus();
        using var engine = OpusEngine.Load(folder.Path);
        foreach (var (text, pieces, _, _) in MadeUpOpus.Expected)
        {
            Assert.Equal(pieces, engine.Vocabulary.Encode(text).Select(static p => p.Id));
        }
    }

    [Theory]
    [InlineData(OpusFiles.Merged, "with a graph for the first step and one with a cache")]
    [InlineData($"{OpusFiles.First} {OpusFiles.Next}", "with the merged graph")]
    [InlineData($"{OpusFiles.Next} {OpusFiles.Merged}", "without a cache")]
    public void BatchesAndCachesGiveWhatSingleSentencesWithoutThemGave(string without, string why)
    {
        using var folder = new MadeUpOpus(without.Split(' '));
        foreach (var beams in new[] { 1, 4 })
        {
            using var engine = OpusEngine.Load(folder.Path, beams);
            var expected = MadeUpOpus.Expected.Select(e => engine.Vocabulary.Decode(beams == 1 ? e.Greedy : e.Beam).Text).ToList();
            var texts = MadeUpOpus.Expected.Select(static e => e.Text).ToList();
            Assert.True(expected.Distinct().Count() > 50, "the sentences should not all become the same");
            var together = engine.Translate(texts, Token).Select(static s => s.Text).ToList();
            for (var i = 0; i < texts.Count; i++)
            {
                Assert.True(expected[i] == together[i], $"{why}, {beams} beams: {texts[i]}\n{expected[i]}\n{together[i]}");
            }

            Assert.Equal(expected.Take(10), texts.Take(10).Select(text => engine.Translate([text], Token)[0].Text));
        }
    }

    [Fact]
    public void ASentenceKnowsWhetherItEndedAndHowSureTheModelWas()
    {
        using var folder = new MadeUpOpus();
        using var engine = OpusEngine.Load(folder.Path, 1);
        var results = engine.Translate([.. MadeUpOpus.Expected.Select(static e => e.Text)], Token);
        for (var i = 0; i < results.Count; i++)
        {
            var (_, pieces, greedy, _) = MadeUpOpus.Expected[i];
            Assert.Equal(greedy.Length < 2 * (pieces.Length + 1), results[i].IsFinished);
            Assert.InRange(results[i].Certainty, 1e-6, 1);
            Assert.All(results[i].Target, piece => Assert.InRange(piece.End, piece.Start, results[i].Text.Length));
        }
    }

    [Fact]
    public void ALongSentenceIsCutAndNothingGivesNothing()
    {
        using var folder = new MadeUpOpus();
        using var engine = OpusEngine.Load(folder.Path, 1);
        var results = engine.Translate(["", string.Join(' ', Enumerable.Repeat("công văn số", 100)), "☃"], Token);
        Assert.Equal("", results[0].Text);
        Assert.True(results[1].Source.Count > 300);
        Assert.NotNull(results[2].Text);
    }

    [Fact]
    public void TranslatingCanBeCancelled()
    {
        using var folder = new MadeUpOpus();
        using var engine = OpusEngine.Load(folder.Path);
        Assert.ThrowsAny<OperationCanceledException>(() => engine.Translate(["công văn"], new CancellationToken(canceled: true)));
    }

    [Fact]
    public void AFileCutAnywhereIsAClearError()
    {
        foreach (var name in new[] { OpusFiles.Encoder, OpusFiles.First, OpusFiles.Next, OpusFiles.Merged, OpusFiles.SourcePieces, OpusFiles.Vocabulary, OpusFiles.Configuration })
        {
            using var folder = new MadeUpOpus([.. Decoders.Where(d => Decoders.Contains(name) && (d == OpusFiles.Merged) != (name == OpusFiles.Merged))]);
            var whole = File.ReadAllBytes(folder.File(name));
            var count = name.EndsWith(".onnx", StringComparison.Ordinal) ? 40 : 200;
            for (var i = 0; i < count; i++)
            {
                File.WriteAllBytes(folder.File(name), whole[..(int)((long)whole.Length * i / count)]);
                var error = Assert.Throws<InvalidDataException>(() => OpusEngine.Load(folder.Path).Dispose());
                Assert.True(error.Message.Contains("cannot be used", StringComparison.Ordinal) || error.Message.Contains("decoder", StringComparison.Ordinal), $"{name} {i}: {error.Message}");
            }
        }
    }

    [Theory]
    [InlineData(OpusFiles.Encoder)]
    [InlineData(OpusFiles.Next)]
    [InlineData(OpusFiles.Merged)]
    [InlineData(OpusFiles.SourcePieces)]
    [InlineData(OpusFiles.Vocabulary)]
    public void AFlippedBitIsAClearErrorOrTranslatesSomething(string name)
    {
        using var folder = new MadeUpOpus(name == OpusFiles.Merged ? [OpusFiles.First, OpusFiles.Next] : [OpusFiles.Merged]);
        var whole = File.ReadAllBytes(folder.File(name));
        var (state, refused) = (7u, 0);
        for (var i = 0; i < 40; i++)
        {
            var bytes = (byte[])whole.Clone();
            state = (state * 1664525) + 1013904223;
            bytes[(int)(((ulong)state * (ulong)bytes.Length) >> 32)] ^= (byte)(1 << (i % 8));
            File.WriteAllBytes(folder.File(name), bytes);
            try
            {
                using var engine = OpusEngine.Load(folder.Path, 2);
                engine.Translate(["công văn số", "về việc"], Token);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.True(refused > 0, "none of the changed files was refused");
    }

    [Theory]
    [InlineData("\"marian\"", "\"bart\"", "marian", "another kind of model")]
    [InlineData("\"vocab_size\": ", "\"vocab_size\": 9999999", "vocab_size", "more pieces than there can be")]
    [InlineData("\"vocab_size\": ", "\"vocab_size\": -", "vocab_size", "fewer than none")]
    [InlineData("\"eos_token_id\": 0", "\"eos_token_id\": 999999", "eos_token_id", "an end outside of the vocabulary")]
    [InlineData("\"max_position_embeddings\": 128", "\"max_position_embeddings\": 128e9", "max_position", "no end of places")]
    public void AConfigurationThatCannotBeIsAClearError(string from, string to, string says, string why)
    {
        using var folder = new MadeUpOpus();
        var text = File.ReadAllText(folder.File(OpusFiles.Configuration));
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(folder.File(OpusFiles.Configuration), text.Replace(from, to, StringComparison.Ordinal));
        var error = Assert.Throws<InvalidDataException>(() => OpusEngine.Load(folder.Path).Dispose());
        Assert.True(error.Message.Contains(says, StringComparison.Ordinal), $"{why}: {error.Message}");
    }

    [Fact]
    public void AnotherGraphIsRefusedWithWhatDiffers()
    {
        using var folder = new MadeUpOpus(OpusFiles.Merged);
        File.Copy(folder.File(OpusFiles.First), folder.File(OpusFiles.Encoder), overwrite: true);
        Assert.Contains("no encoder", Assert.Throws<InvalidDataException>(() => OpusEngine.Load(folder.Path)).Message, StringComparison.Ordinal);
        using var other = new MadeUpOpus(OpusFiles.Merged);
        File.Copy(other.File(OpusFiles.Encoder), other.File(OpusFiles.First), overwrite: true);
        Assert.Contains("decoder", Assert.Throws<InvalidDataException>(() => OpusEngine.Load(other.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatHasNoKnownHashIsNotFetched()
    {
        var error = Assert.Throws<TranslationException>(() => ModelCatalogue.Find("opus-mt-vi-en"));
        Assert.Contains("models add", error.Message, StringComparison.Ordinal);
        Assert.Contains("SHA-256", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderOfAnExportCanBeAddedAndIsThenTheModelInUse()
    {
        using var folder = new MadeUpOpus(OpusFiles.Merged);
        using var place = new MadeUpOpus();
        Directory.CreateDirectory(Path.Combine(folder.Path, "onnx"));
        File.Move(folder.File(OpusFiles.Encoder), Path.Combine(folder.Path, "onnx", "encoder_model_quantized.onnx"));
        var store = new ModelStore(Path.Combine(place.Path, "models"));
        var (model, isKnown) = store.Add(folder.Path);
        Assert.False(isKnown);
        Assert.Equal(model.Folder, Assert.Single(NeuralModels.All(Path.Combine(place.Path, "models"), "")).Folder);
        Assert.Equal(64, model.Sha256().Length);
        Assert.IsType<OpusEngine>(NeuralEngines.LoadEngine(model.Folder)).Dispose();
        File.WriteAllText(folder.File(OpusFiles.Vocabulary), "{");
        Assert.Contains("Nothing was installed", Assert.Throws<TranslationException>(() => store.Add(folder.Path)).Message, StringComparison.Ordinal);
    }
}
