using System.Text.Json;

namespace Dau.EndToEnd.Tests;

/// <summary>The commands that look into a case that was read.</summary>
public sealed class CaseCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dau-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_case_is_checked_searched_for_traces_and_its_citations_are_listed()
    {
        string output = Path.Combine(_folder, "case");
        string letter = Directory.GetFiles(Path.Combine(Cli.Root, "samples"), "09-*.pdf").Single();
        Assert.Equal(0, (await Cli.RunAsync("read", letter, "--out", output, "--translator", "none")).Code);

        CliResult check = await Cli.RunAsync("check", output);
        CliResult traces = await Cli.RunAsync("traces", output);
        CliResult json = await Cli.RunAsync("traces", output, "--json");

        Assert.True(check.Code == 0 && check.Output.Contains("Decree 30/2020", StringComparison.Ordinal) && check.Output.Contains("no verdict", StringComparison.Ordinal), check.All);
        Assert.True(traces.Code == 0 && traces.Output.Contains("digital signature, p. 1", StringComparison.Ordinal) && traces.Output.Contains("metadata of the file", StringComparison.Ordinal), traces.All);
        using var parsed = JsonDocument.Parse(json.Output);
        Assert.Contains(parsed.RootElement.GetProperty("documents")[0].GetProperty("traces").EnumerateArray(), static t => t.GetProperty("kind").GetString() == "receipt stamp");
        using var references = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(output, "references.json"), TestContext.Current.CancellationToken));
        Assert.Equal("dau/references/1", references.RootElement.GetProperty("schema").GetString());
        Assert.Equal("77/LĐLĐ", Assert.Single(references.RootElement.GetProperty("missing").EnumerateArray()).GetProperty("number").GetString());
    }

    [Fact]
    public async Task What_a_letter_cites_is_said_on_its_page_after_each_run_that_touches_the_case()
    {
        const string Missing = "not in this case</span>";
        string output = Path.Combine(_folder, "case"), samples = Path.Combine(Cli.Root, "samples");
        string citing = Directory.GetFiles(samples, "09-*.pdf").Single(), other = Directory.GetFiles(samples, "01-*.pdf").Single();
        string page = Path.Combine(output, Path.GetFileNameWithoutExtension(citing), "reader.html");
        Task<string> TextAsync(string file) => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        Assert.Equal(0, (await Cli.RunAsync("read", citing, "--out", output, "--translator", "none")).Code);
        Assert.DoesNotContain(Missing, await TextAsync(page), StringComparison.Ordinal);
        Assert.Equal(0, (await Cli.RunAsync("read", other, "--out", output, "--translator", "none")).Code);
        Assert.Contains(Missing, await TextAsync(page), StringComparison.Ordinal);
        string index = await TextAsync(Path.Combine(output, "index.html"));
        Assert.True(index.Contains("2 documents", StringComparison.Ordinal) && index.Contains("Cited, not in this case", StringComparison.Ordinal), index);
        Assert.Equal(0, (await Cli.RunAsync("retranslate", Path.GetDirectoryName(page)!, "--translator", "draft")).Code);
        Assert.Contains(Missing, await TextAsync(page), StringComparison.Ordinal);
        Assert.Equal(0, (await Cli.RunAsync("read", citing, "--out", output, "--translator", "none")).Code);
        Assert.Contains(Missing, await TextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_on_a_word_is_explained()
    {
        string output = Path.Combine(_folder, "case");
        string letter = Directory.GetFiles(Path.Combine(Cli.Root, "samples"), "01-*.pdf").Single();
        Assert.Equal(0, (await Cli.RunAsync("read", letter, "--out", output, "--translator", "none")).Code);
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Directory.GetFiles(output, "document.json", SearchOption.AllDirectories).Single(), TestContext.Current.CancellationToken));
        JsonElement[] words = [.. document.RootElement.GetProperty("pages")[0].GetProperty("words").EnumerateArray()];
        string IdOf(string text) => words.First(word => word.GetProperty("ocr").GetString() == text).GetProperty("id").GetString()!;

        CliResult plain = await Cli.RunAsync("explain", output, IdOf("Kính"));
        CliResult number = await Cli.RunAsync("explain", output, words.First(static word => word.GetProperty("ocr").GetString()!.All(char.IsDigit)).GetProperty("id").GetString()!);
        CliResult unknown = await Cli.RunAsync("explain", output, "p1w99999");
        CliResult malformed = await Cli.RunAsync("explain", output, "17");

        Assert.True(plain.Code == 0 && plain.Output.Contains("as read   Kính", StringComparison.Ordinal) && plain.Output.Contains("Decision: left as read", StringComparison.Ordinal), plain.All);
        Assert.True(number.Code == 0 && number.Output.Contains("never changed", StringComparison.Ordinal), number.All);
        Assert.True(unknown.Code == 3 && unknown.Errors.Contains("has no word p1w99999", StringComparison.Ordinal), unknown.All);
        Assert.True(malformed.Code == 2 && malformed.Errors.Contains("p2w17", StringComparison.Ordinal), malformed.All);
        foreach (JsonElement correction in document.RootElement.GetProperty("corrections").EnumerateArray())
        {
            CliResult changed = await Cli.RunAsync("explain", output, correction.GetProperty("word").GetString()!);
            Assert.True(changed.Code == 0 && changed.Output.Contains(correction.GetProperty("after").GetString()!, StringComparison.Ordinal), changed.All);
        }

        File.Delete(Directory.GetFiles(output, "0001.letters.json.gz", SearchOption.AllDirectories).Single());
        CliResult gone = await Cli.RunAsync("explain", output, IdOf("Kính"));
        Assert.True(gone.Code == 3 && gone.Errors.Contains("--again", StringComparison.Ordinal), gone.All);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("traces")]
    [InlineData("explain")]
    public async Task A_place_without_a_document_is_said_to_hold_none(string command)
    {
        CliResult result = command == "explain" ? await Cli.RunAsync(command, _folder, "p1w1") : await Cli.RunAsync(command, _folder);

        Assert.Equal(3, result.Code);
        Assert.Contains("Read the scan first", result.Errors, StringComparison.Ordinal);
    }
}
