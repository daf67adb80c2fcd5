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

    [Theory]
    [InlineData("check")]
    [InlineData("traces")]
    public async Task A_place_without_a_document_is_said_to_hold_none(string command)
    {
        CliResult result = await Cli.RunAsync(command, _folder);

        Assert.Equal(3, result.Code);
        Assert.Contains("Read the scan first", result.Errors, StringComparison.Ordinal);
    }
}
