using System.Net;
using System.Text.Json;

namespace Dau.EndToEnd.Tests;

/// <summary>New English for a letter that was read, with terms and memory of one's own; what goes wrong leaves the case as it was.</summary>
public sealed class RetranslateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dau-test-").FullName;

    private Dictionary<string, string> Data => new(StringComparer.Ordinal) { ["DAU_DATA"] = Path.Combine(_folder, "data"), ["DAU_MODELS"] = Path.Combine(_folder, "models") };

    private string Case => Path.Combine(_folder, "case");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Terms_and_memory_come_into_a_case_without_reading_again()
    {
        await ReadAsync();
        Assert.All(Segments(), static s => Assert.Equal(JsonValueKind.Null, s.GetProperty("target").ValueKind));

        Expect(0, await RunAsync("retranslate", Case, "--translator", "draft"), "lines");
        List<JsonElement> drafts = Segments();
        Assert.Contains(drafts, static s => s.GetProperty("engine").GetString() == "draft");
        Assert.Contains(Text(drafts, "draft"), WebUtility.HtmlDecode(Reader()), StringComparison.Ordinal);
        Assert.Matches("data:image/(jpeg|webp|png);base64,", Reader());

        // Exported, two lines edited, imported: these two are settled, the others are not.
        string tmx = Path.Combine(_folder, "edit.tmx");
        Expect(0, await RunAsync("memory", "export", Case, tmx), "written");
        string sentence = Text(drafts, "draft"), title = Text(drafts, "template");
        string xml = await File.ReadAllTextAsync(tmx, TestContext.Current.CancellationToken);
        xml = xml.Replace($"<seg>{Xml(sentence)}</seg>", "<seg>A sentence that a person settled.</seg>", StringComparison.Ordinal).Replace($"<seg>{Xml(title)}</seg>", "<seg>A TITLE OF MY OWN</seg>", StringComparison.Ordinal);
        await File.WriteAllTextAsync(tmx, xml, TestContext.Current.CancellationToken);
        Expect(0, await RunAsync("memory", "import", tmx), "2 sentences taken in");
        Expect(0, await RunAsync("memory", "list"), "2 sentences in");

        string terms = Path.Combine(_folder, "terms.csv");
        await File.WriteAllTextAsync(terms, "vietnamese,english\nđề nghị,beseech\nyêu cầu,beseech\n", TestContext.Current.CancellationToken);
        Expect(0, await RunAsync("termbase", "import", terms), "2 terms imported");
        Expect(0, await RunAsync("retranslate", Case, "--translator", "draft"), "earlier translation");

        string[] memory = [.. Segments().Where(static s => s.GetProperty("engine").GetString() == "memory").Select(static s => s.GetProperty("target").GetString()!)];
        Assert.Contains("A sentence that a person settled.", memory);
        Assert.Contains("A TITLE OF MY OWN", memory);
        Assert.Contains(Segments(), static s => s.GetProperty("target").GetString()!.Contains("beseech", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("terms.csv", Reader(), StringComparison.Ordinal);
        Assert.Contains("memory.tmx", Reader(), StringComparison.Ordinal);
        Assert.DoesNotContain(_folder, await File.ReadAllTextAsync(Json(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Expect(0, await RunAsync("doctor"), "own terms");

        // The scan is not read again for it, and the case is as it was left.
        CliResult again = await RunAsync("read", Samples.OnePage(), "--out", Case, "--translator", "none", "--model", "fast", "--page-timeout", "600");
        Assert.True(again.Code == 0 && !again.Output.Contains("[1/", StringComparison.Ordinal), again.All);
        Assert.Contains(Segments(), static s => s.GetProperty("engine").GetString() == "memory");

        Expect(0, await RunAsync("compare", Case, "--translators", "draft,neural"), "compare.html");
        Expect(0, await RunAsync("compare", Case, "--translators", "draft,neural", "--tsv"), "compare.tsv");
        Expect(0, await RunAsync("memory", "remove", Case), "2 sentences forgotten");
        Expect(3, await RunAsync("memory", "add", Case), "Nothing in this case was reviewed");

        // Settled in the case itself: the page shows them as reviewed, and the memory may take them from there.
        Expect(0, await RunAsync("memory", "settle", Case, tmx), "2 sentences marked as reviewed");
        Assert.Equal(["A TITLE OF MY OWN", "A sentence that a person settled."], Segments().Select(static s => s.GetProperty("reviewed").GetString()).OfType<string>().Order(StringComparer.Ordinal));
        Assert.Contains("<span class=\"reviewed\">A TITLE OF MY OWN</span>", Reader(), StringComparison.Ordinal);
        Expect(0, await RunAsync("memory", "add", Case), "2 sentences taken in");
    }

    [Fact]
    public async Task What_goes_wrong_leaves_the_case_as_it_was()
    {
        await ReadAsync();
        byte[] json = await File.ReadAllBytesAsync(Json(), TestContext.Current.CancellationToken), reader = await File.ReadAllBytesAsync(ReaderPath(), TestContext.Current.CancellationToken);
        string contradictory = Path.Combine(_folder, "bad.csv"), broken = Path.Combine(_folder, "bad.tmx");
        await File.WriteAllTextAsync(contradictory, "a,b\na,c\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(broken, "<tmx><body><tu>", TestContext.Current.CancellationToken);

        Expect(7, await RunAsync("retranslate", Case, "--translator", "azure"), "--allow-network");
        Expect(7, await RunAsync("compare", Case, "--translators", "draft,azure"), "--allow-network");
        Expect(2, await RunAsync("retranslate", Case, "--translator", "none"), "choose an engine");
        Expect(2, await RunAsync("compare", Case, "--translators", "draft,draft"), "names two");
        Expect(3, await RunAsync("retranslate", Case, "--translator", "draft", "--termbase", contradictory), "more than one English");
        Expect(3, await RunAsync("retranslate", Case, "--translator", "draft", "--memory", broken), "damaged");
        Expect(3, await RunAsync("retranslate", Path.Combine(_folder, "nowhere"), "--translator", "draft"), "does not exist");
        Expect(3, await RunAsync("read", Samples.OnePage(), "--out", Path.Combine(_folder, "other"), "--termbase", contradictory), "more than one English");

        Assert.Equal(json, await File.ReadAllBytesAsync(Json(), TestContext.Current.CancellationToken));
        Assert.Equal(reader, await File.ReadAllBytesAsync(ReaderPath(), TestContext.Current.CancellationToken));

        // A service that cannot be reached: the English that was there stays, with a note.
        Expect(0, await RunAsync("retranslate", Case, "--translator", "draft"), "lines");
        (string?, string?)[] drafts = English();
        Dictionary<string, string> unreachable = new(Data, StringComparer.Ordinal) { ["AZURE_TRANSLATOR_KEY"] = "x", ["AZURE_TRANSLATOR_ENDPOINT"] = "http://127.0.0.1:9" };
        Expect(0, await Cli.RunAsync(unreachable, "retranslate", Case, "--translator", "azure", "--allow-network"), "the English of an earlier run");
        Assert.Equal(drafts, English());
    }

    private async Task ReadAsync() => Expect(0, await RunAsync("read", Samples.OnePage(), "--out", Case, "--translator", "none", "--model", "fast", "--page-timeout", "600"), "1 document read");

    private Task<CliResult> RunAsync(params string[] args) => Cli.RunAsync(Data, args);

    private static void Expect(int code, CliResult result, string says) => Assert.True(result.Code == code && result.All.Contains(says, StringComparison.Ordinal), $"{result.Code}: {result.All}");

    private string Json() => Directory.GetFiles(Case, "document.json", SearchOption.AllDirectories).Single();

    private string ReaderPath() => Directory.GetFiles(Case, "reader.html", SearchOption.AllDirectories).Single();

    private string Reader() => File.ReadAllText(ReaderPath());

    private List<JsonElement> Segments()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Json()));
        return [.. document.RootElement.GetProperty("blocks").EnumerateArray().SelectMany(static b => b.GetProperty("segments").EnumerateArray()).Select(static s => s.Clone())];
    }

    private (string?, string?)[] English() => [.. Segments().Select(static s => (s.GetProperty("target").GetString(), s.GetProperty("engine").GetString()))];

    // The longest line of an engine's: no two lines are alike in it.
    private static string Text(IEnumerable<JsonElement> segments, string engine) =>
        segments.Where(s => s.GetProperty("engine").GetString() == engine).Select(static s => s.GetProperty("target").GetString()!).MaxBy(static t => t.Length)!;

    private static string Xml(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
