using System.Text.Json;
using Dau.Tests.Translation.Neural;

namespace Dau.EndToEnd.Tests;

/// <summary>A sample read with a made-up neural model: nonsense in the right places, and everything around it as ever.</summary>
public sealed class NeuralReadTests : IDisposable
{
    private const string Letters = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";

    private readonly MadeUpFolder _model = new(new MadeUpShape(MadeUpKind.Lexicon, 3, 1024, 256, 8, 128, 1, 2) { Noise = 0.01 }, Vocabulary(), shortlist: false);
    private readonly string _folder = Directory.CreateTempSubdirectory("dau-test-").FullName;

    private Dictionary<string, string> Models => new(StringComparer.Ordinal) { ["DAU_MODELS"] = Path.Combine(_folder, "models") };

    public void Dispose()
    {
        _model.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task AnInstalledModelIsTheDefaultAndADamagedOneHandsOverToDraft()
    {
        CliResult added = await Cli.RunAsync(Models, "models", "add", _model.Path);
        Assert.Equal(0, added.Code);
        Assert.Contains("in use", (await Cli.RunAsync(Models, "models", "list")).Output, StringComparison.Ordinal);

        CliResult read = await Cli.RunAsync(Models, "read", Samples.OnePage(), "--out", Path.Combine(_folder, "case"));
        Assert.Equal(0, read.Code);
        List<JsonElement> segments = Segments(Path.Combine(_folder, "case"));
        List<JsonElement> neural = [.. segments.Where(static s => s.GetProperty("engine").GetString() == "neural")];
        Assert.True(neural.Count > 2, $"{neural.Count} of {segments.Count} segments are neural");
        foreach (JsonElement segment in neural)
        {
            int source = segment.GetProperty("source").GetString()!.Length, target = segment.GetProperty("target").GetString()!.Length;
            foreach (JsonElement link in segment.GetProperty("links").EnumerateArray())
            {
                Assert.InRange(link.GetProperty("source")[1].GetInt32(), 1, source);
                Assert.InRange(link.GetProperty("target")[1].GetInt32(), 1, target);
            }

            string[] flags = [.. segment.GetProperty("flags").EnumerateArray().Select(static f => f.GetString()!)];
            Assert.DoesNotContain("numberChanged", flags);
            Assert.DoesNotContain("dateChanged", flags);
            Assert.DoesNotContain("codeChanged", flags);
        }

        string weights = Directory.GetFiles(Path.Combine(_folder, "models"), "model.bin", SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(weights, (await File.ReadAllBytesAsync(weights, TestContext.Current.CancellationToken))[..9999], TestContext.Current.CancellationToken);
        read = await Cli.RunAsync(Models, "read", Samples.OnePage(), "--out", Path.Combine(_folder, "other"));
        Assert.Equal(0, read.Code);
        Assert.DoesNotContain(Segments(Path.Combine(_folder, "other")), static s => s.GetProperty("engine").GetString() == "neural");
        string document = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(_folder, "other"), "document.json", SearchOption.AllDirectories).Single(), TestContext.Current.CancellationToken);
        Assert.Contains("could not be used", document, StringComparison.Ordinal);
    }

    // Letters, each with a word that it becomes, and slots that come out as they go in but for the space.
    private static byte[] Vocabulary()
    {
        var pieces = new List<(string, float, int)>();
        foreach (char letter in Letters.Concat(Letters.ToUpperInvariant()).Concat(".,:;()/-–“”"))
        {
            pieces.Add(($"▁{letter}", -6, 1));
            pieces.Add((Word(pieces.Count), -9, 1));
            pieces.Add(($"{letter}", -5, 1));
            pieces.Add((Word(pieces.Count), -9, 1));
        }

        for (int kind = 0; kind < 6; kind++)
        {
            for (int number = 0; number < 4; number++)
            {
                char slot = (char)(0xE000 + (16 * kind) + number);
                pieces.Add(($"▁{slot}", -3, 1));
                pieces.Add(($"▁{slot}▁", -9, 1));
            }
        }

        while (pieces.Count < 1022)
        {
            pieces.Add((Word(pieces.Count), -20, 1));
        }

        return MadeUpVocabulary.Write(pieces);

        // Of four letters, so that none is a word of the sample's.
        static string Word(int n) => $"▁q{(char)('a' + (n / 676))}{(char)('a' + (n / 26 % 26))}{(char)('a' + (n % 26))}";
    }

    private static List<JsonElement> Segments(string folder)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(folder, "document.json", SearchOption.AllDirectories).Single()));
        var found = new List<JsonElement>();
        Collect(document.RootElement);
        return found;

        void Collect(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                if (element.TryGetProperty("engine", out JsonElement engine) && engine.ValueKind == JsonValueKind.String && element.TryGetProperty("target", out JsonElement target) && target.ValueKind == JsonValueKind.String)
                {
                    found.Add(element.Clone());
                }

                foreach (JsonProperty property in element.EnumerateObject())
                {
                    Collect(property.Value);
                }
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Collect(item);
                }
            }
        }
    }
}
