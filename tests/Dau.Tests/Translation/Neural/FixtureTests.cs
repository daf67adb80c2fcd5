using System.Security.Cryptography;
using Dau.Translation.Neural;
using Dau.Translation.Neural.Marian;
using Dau.Translation.Neural.Pieces;

namespace Dau.Tests.Translation.Neural;

/// <summary>
/// Sentences with the reference translator's text for them, kept in the repository: the engine must give the same, and each mistake that the arithmetic could
/// have must give another. <c>DAU_WRITE_FIXTURES=1</c> makes the files anew (with the reference, see tests/marian).
/// </summary>
public sealed class FixtureTests
{
    private const int Count = 40;

    private static readonly Dictionary<string, MadeUpShape> Shapes = new(StringComparer.Ordinal)
    {
        ["tiny"] = new MadeUpShape(MadeUpKind.Random, 21, 512, 32, 4, 64, 2, 2),
        ["lexicon"] = new MadeUpShape(MadeUpKind.Lexicon, 22, 512, 64, 4, 64, 2, 2),
        ["lowVariance"] = new MadeUpShape(MadeUpKind.LowVariance, 23, 512, 64, 4, 64, 3, 2),
        ["ties"] = new MadeUpShape(MadeUpKind.Ties, 24, 512, 128, 4, 64, 2, 2),
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    /// <summary>On which fixture a mistake must show.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "SwappedGate", "tiny" }, { "NoRectifierInFeedForward", "tiny" }, { "NoRectifierInRecurrence", "tiny" }, { "PositionDivisor", "tiny" }, { "NoSaturation", "tiny" },
        { "Epsilon", "lowVariance" }, { "PlainArgmax", "ties" },
    };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Translation/Neural/Data");

    [Theory]
    [MemberData(nameof(Names))]
    public void TheEngineGivesTheReferencesText(string name)
    {
        using var folder = new MadeUpFolder(Shapes[name], shortlist: false);
        Write(name, folder);
        var lines = File.ReadAllLines(Path.Combine(Folder, name + ".tsv"));
        Assert.True(lines[0] == Hash(folder.Path), "the generator makes another model than the one that the reference was run with");
        var pairs = lines.Skip(1).Select(static line => line.Split('\t')).ToList();
        var texts = NeuralEngine.Load(folder.Path).Translate([.. pairs.Select(static p => p[0])], TestContext.Current.CancellationToken);
        Assert.Equal(Count, pairs.Count);
        Assert.Equal(pairs.Select(static p => p[1]), texts.Select(static t => t.Text));
        Assert.Equal(pairs.Select(static p => p[1]), Twin(folder.Path, Mistake.None, pairs));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void AMistakeGivesAnotherText(string mistake, string name)
    {
        using var folder = new MadeUpFolder(Shapes[name], shortlist: false);
        var pairs = File.ReadLines(Path.Combine(Folder, name + ".tsv")).Skip(1).Select(static line => line.Split('\t')).ToList();
        var others = Twin(folder.Path, Enum.Parse<Mistake>(mistake), pairs);
        Assert.NotEqual(pairs.Select(static p => p[1]), others);
    }

    [Fact]
    public void TheModelInTheRepositoryIsWhatTheGeneratorMakes()
    {
        using var folder = new MadeUpFolder(Shapes["tiny"], shortlist: false);
        foreach (var file in new[] { "model.bin", "vocab.spm" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder.Path, file)), File.ReadAllBytes(Path.Combine(Folder, "tiny", file)));
        }

        Assert.InRange(Directory.GetFiles(Path.Combine(Folder, "tiny")).Sum(static f => new FileInfo(f).Length), 1, 300_000);
        Assert.Equal("w00300", NeuralEngine.Load(Path.Combine(Folder, "tiny")).Vocabulary.Decode([300]).Text);
    }

    private static IEnumerable<string> Twin(string folder, Mistake mistake, List<string[]> pairs)
    {
        var twin = new PlainTwin(new MarianFile(File.ReadAllBytes(Path.Combine(folder, "model.bin"))), mistake);
        var vocabulary = SentencePieceVocabulary.Read(File.ReadAllBytes(Path.Combine(folder, "vocab.spm")));
        return [.. pairs.Select(p => vocabulary.Decode(twin.Translate(p[0].Split(' ').Select(static w => int.Parse(w[1..], System.Globalization.CultureInfo.InvariantCulture)))).Text)];
    }

    private static string Hash(string folder) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "model.bin"))));

    private static void Write(string name, MadeUpFolder folder)
    {
        if (Environment.GetEnvironmentVariable("DAU_WRITE_FIXTURES") != "1")
        {
            return;
        }

        var sentences = MadeUpFolder.Sentences(Count, 512, name == "ties" ? 40 : 16, 21);
        using var reference = ReferenceTranslator.Start();
        var texts = reference.Translate(folder.Path, sentences).Texts;
        foreach (var target in new[] { Folder, Path.Combine(ReferenceTranslator.Folder!, "../Dau.Tests/Translation/Neural/Data") })
        {
            Directory.CreateDirectory(Path.Combine(target, "tiny"));
            File.WriteAllLines(Path.Combine(target, name + ".tsv"), sentences.Zip(texts, static (s, t) => $"{s}\t{t}").Prepend(Hash(folder.Path)));
            if (name == "tiny")
            {
                File.Copy(Path.Combine(folder.Path, "model.bin"), Path.Combine(target, "tiny/model.bin"), overwrite: true);
                File.Copy(Path.Combine(folder.Path, "vocab.spm"), Path.Combine(target, "tiny/vocab.spm"), overwrite: true);
            }
        }
    }
}
