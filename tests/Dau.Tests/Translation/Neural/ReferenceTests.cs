using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Dau.Translation.Neural;
using Dau.Translation.Neural.Arithmetic;
using Dau.Translation.Neural.Marian;

namespace Dau.Tests.Translation.Neural;

/// <summary>The engine beside the reference translator, both with the same made-up models: 2,100 sentences, and every bit of a sample.</summary>
public sealed class ReferenceTests
{
    private const int Count = 300;

    /// <summary>Models that differ in size, weights and seed.</summary>
    public static TheoryData<string, int, int, int, int, int, int, int, string> Models => new()
    {
        { "Random", 1, 32000, 256, 8, 1536, 6, 2, "as large as Firefox's tiny model" },
        { "Lexicon", 2, 32000, 256, 8, 1536, 6, 2, "the same, with text that depends on the source word by word" },
        { "Random", 3, 8000, 512, 8, 2048, 6, 2, "as wide as Firefox's base model" },
        { "Random", 4, 2000, 128, 4, 512, 3, 1, "one layer that writes" },
        { "Lexicon", 5, 4096, 256, 8, 512, 2, 2, "a lexicon with few layers" },
        { "LowVariance", 6, 1024, 64, 4, 128, 4, 2, "normalisations whose input hardly varies" },
        { "Ties", 7, 2048, 128, 4, 128, 2, 2, "every piece has a double that is as good" },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void TheTextIsTheReferences(string kind, int seed, int vocabulary, int width, int heads, int feedForward, int encoder, int decoder, string why)
    {
        Assert.SkipWhen(ReferenceTranslator.Missing is not null, ReferenceTranslator.Missing ?? "");
        using var folder = new MadeUpFolder(new MadeUpShape(Enum.Parse<MadeUpKind>(kind), seed, vocabulary, width, heads, feedForward, encoder, decoder));
        var sentences = MadeUpFolder.Sentences(Count, vocabulary, 127, seed);
        using var reference = ReferenceTranslator.Start();
        var (same, distinct) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var shortlist in new[] { true, false })
        {
            var part = sentences.Skip(shortlist ? 0 : Count / 2).Take(Count / 2).ToList();
            var expected = reference.Translate(folder.Path, part, shortlist).Texts;
            var ours = NeuralEngine.Load(folder.Path, Machine.Best, shortlist).Translate(part, TestContext.Current.CancellationToken);
            for (var i = 0; i < part.Count; i++)
            {
                Assert.True(expected[i] == ours[i].Text, $"{why}, shortlist {shortlist}: {part[i]}\nreference: {expected[i]}\nours:      {ours[i].Text}");
                same++;
                distinct.Add(ours[i].Text);
            }
        }

        Assert.True(distinct.Count > Count / 2, $"only {distinct.Count} different texts: the model is no test");
        TestContext.Current.TestOutputHelper?.WriteLine($"{why}: {same} of {Count} the same, {distinct.Count} different texts");
    }

    /// <summary>Vietnamese through a vocabulary that was trained on it, with the normalisation that such vocabularies have.</summary>
    [Fact]
    public void RealVietnameseGivesTheReferencesText()
    {
        var text = Shared.Find("parallel/flores-dev.vi");
        Assert.SkipWhen(ReferenceTranslator.Missing is not null, ReferenceTranslator.Missing ?? "");
        Assert.SkipWhen(text is null, "the shared texts are not beside the checkout");
        Assert.SkipUnless(File.Exists("/usr/bin/spm_train"), "spm_train is not installed (package sentencepiece)");
        using var place = new Input.TemporaryFolder();
        using (var train = Process.Start(new ProcessStartInfo(
            "spm_train", [$"--input={text},{Path.ChangeExtension(text, ".en")}", $"--model_prefix={place.Path}/v", "--vocab_size=4000", "--bos_id=-1", "--eos_id=0", "--unk_id=1", "--minloglevel=2", "--user_defined_symbols=$num,$date"]))!)
        {
            train.WaitForExit();
        }

        using var folder = new MadeUpFolder(new MadeUpShape(MadeUpKind.Lexicon, 31, 4000, 128, 4, 256, 3, 2), File.ReadAllBytes(Path.Combine(place.Path, "v.model")));
        List<string> sentences =
        [
            .. File.ReadLines(text!).Concat(File.ReadLines(Shared.Find("parallel/news-dev.vi")!)).Where(static line => line.Length is > 0 and < 300).Take(400),
            "Số: ½ ﬁ … № ① ＡＢＣ", "e\u0301 và é", "giá $num đồng ngày $date", "漢字 và 😀 chữ", "  hai   khoảng  trắng ", "a\u00A0b\u200Bc", "\uE000 và \uFEFF chữ", "“ngoặc” – gạch",
        ];
        using var reference = ReferenceTranslator.Start();
        var expected = reference.Translate(folder.Path, sentences, shortlist: true).Texts;
        var engine = NeuralEngine.Load(folder.Path);
        var ours = engine.Translate(sentences, TestContext.Current.CancellationToken);
        var (same, compared) = (0, 0);
        for (var i = 0; i < sentences.Count; i++)
        {
            // Beyond its longest input the reference cuts elsewhere than we do.
            if (ours[i].Source.Count <= NeuralEngine.LongestSource)
            {
                compared++;
                Assert.True(expected[i].Trim() == ours[i].Text.Trim(), $"{sentences[i]}\nreference: {expected[i]}\nours:      {ours[i].Text}");
                same++;
            }
        }

        Assert.True(compared > 350, $"only {compared} are short enough");
        TestContext.Current.TestOutputHelper?.WriteLine($"{same} of {compared} the same");
    }

    /// <summary>The reference shows its alignment only where it carries tags from the source over: here each word has a tag of its own, and what aligns with the end takes the last.</summary>
    [Theory]
    [InlineData("Random", 1)]
    [InlineData("Lexicon", 2)]
    public void TheAlignmentIsTheReferences(string kind, int seed)
    {
        Assert.SkipWhen(ReferenceTranslator.Missing is not null, ReferenceTranslator.Missing ?? "");
        using var folder = new MadeUpFolder(MadeUpShape.FirefoxTiny(Enum.Parse<MadeUpKind>(kind), seed));
        using var reference = ReferenceTranslator.Start();
        var sentences = MadeUpFolder.Sentences(60, 32000, 30, seed);
        var tagged = sentences.Select(static s => string.Join(' ', s.Split(' ').Select(static (word, i) => $"<i id=\"{i}\">{word}</i>"))).ToList();
        var expected = reference.Translate(folder.Path, tagged, shortlist: true, html: true).Texts;
        var ours = NeuralEngine.Load(folder.Path).Translate(sentences, TestContext.Current.CancellationToken);
        var words = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            var places = Regex.Matches(expected[i], "<i id=\"(\\d+)\">([^<]*)</i>").SelectMany(static m => m.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(_ => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
            var looked = Enumerable.Range(0, ours[i].Target.Count).Where(t => ours[i].Target[t].Id != 2).Select(t => Math.Min(Enumerable.Range(0, ours[i].Source.Count + 1).MaxBy(s => ours[i].Share(t, s)), ours[i].Source.Count - 1));

            // The reference takes the last piece for the end of the sentence, also where the length ended it.
            var count = looked.Count() - (ours[i].IsFinished ? 0 : 1);
            Assert.True(places.Take(count).SequenceEqual(looked.Take(count)), $"{expected[i]}\n{ours[i].Text}\nours {string.Join(' ', looked)}\nref  {string.Join(' ', places)}");
            words += count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{words} words aligned alike");
    }

    [Theory]
    [InlineData("Random", 1)]
    [InlineData("Lexicon", 2)]
    public void EveryProductIsTheReferencesBitForBit(string kind, int seed)
    {
        Assert.SkipWhen(ReferenceTranslator.Missing is not null, ReferenceTranslator.Missing ?? "");
        using var folder = new MadeUpFolder(MadeUpShape.FirefoxTiny(Enum.Parse<MadeUpKind>(kind), seed));
        using var reference = ReferenceTranslator.Start();
        var engine = NeuralEngine.Load(folder.Path);
        var products = 0;

        // Lengths with every remainder of four: the reference's sums take another order at each.
        foreach (var length in new[] { 1, 2, 3, 4, 7, 12, 21, 30 })
        {
            var sentence = MadeUpVocabulary.Sentence(Enumerable.Range(0, length).Select(n => 100 + (n * 977)));
            var ours = new HashSet<string>(StringComparer.Ordinal);
            engine.Watch = (matrix, input, output) =>
            {
                ours.Add(Bits(input));
                ours.Add(Bits(Real(matrix, output)));
            };
            engine.Translate([sentence], TestContext.Current.CancellationToken);
            foreach (var product in reference.Translate(folder.Path, [sentence], shortlist: true, products: true).Products)
            {
                // Ours are rectified as they come out of the matrix, the reference's afterwards.
                Assert.True(
                    ours.Contains(Bits(product.Values)) || (!product.IsInput && ours.Contains(Bits([.. product.Values.Select(static v => MathF.Max(v, 0))]))),
                    $"{length} pieces: {(product.IsInput ? "what goes into" : "what comes out of")} a matrix, {product.Rows} by {product.Columns}, is not among ours");
                products++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{products} inputs and outputs of matrices equal bit for bit");

        static string Bits(float[] values) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Array.ConvertAll(values, static v => v + 0f).AsSpan())));

        static float[] Real(PackedMatrix matrix, float[] output) =>
            [.. Enumerable.Range(0, output.Length / matrix.Stride).SelectMany(row => output.AsSpan(row * matrix.Stride, matrix.Outputs).ToArray())];
    }
}
