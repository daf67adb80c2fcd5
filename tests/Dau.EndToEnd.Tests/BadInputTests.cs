using System.Diagnostics;
using System.Text;

namespace Dau.EndToEnd.Tests;

/// <summary>Every way an input or a folder can be wrong: a clear sentence, the documented exit code, and nothing else is lost.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dau-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Out => Path.Combine(_folder, "case");

    [Theory]
    [InlineData("missing.pdf", null, 3, "does not exist")]
    [InlineData("empty.pdf", "", 3, "0 bytes")]
    [InlineData("letter.pdf", "%PDF-1.7\nno more came of this file", 3, "damaged")]
    [InlineData("notes.pdf", "just some text, whatever the name says", 3, "not a")]
    [InlineData("picture.jpg", "\u00FF\u00D8\u00FF\u00E0 and nothing else", 3, "damaged")]
    public async Task AFileThatCannotBeRead(string name, string? content, int code, string says)
    {
        string path = Path.Combine(_folder, name);
        if (content is not null)
        {
            await File.WriteAllBytesAsync(path, Encoding.Latin1.GetBytes(content), TestContext.Current.CancellationToken);
        }

        CliResult result = await Cli.RunAsync("read", path, "--out", Out);
        AssertFailed(result, code, says);
    }

    [Fact]
    public async Task AFolderWithoutInputs()
    {
        string empty = Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName;
        AssertFailed(await Cli.RunAsync("read", empty, "--out", Out), 3, "empty");
    }

    [Fact]
    public async Task APdfWithoutPages()
    {
        string path = Write("none.pdf", """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
            trailer<</Root 1 0 R>>
            """);
        AssertFailed(await Cli.RunAsync("read", path, "--out", Out), 3, "no page");
    }

    [Fact]
    public async Task APictureOfAbsurdSize()
    {
        // A PNG that claims 20,000 × 20,000 px and holds next to nothing: only its head is ever looked at.
        byte[] png =
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
            0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20, 8, 2, 0, 0, 0, 0x7B, 0x1F, 0xA9, 0xB6,
            0, 0, 0, 8, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 3, 0, 0, 0, 0, 1, 0, 0, 0, 0,
            0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
        ];
        string path = Path.Combine(_folder, "huge.png");
        await File.WriteAllBytesAsync(path, png, TestContext.Current.CancellationToken);
        AssertFailed(await Cli.RunAsync("read", path, "--out", Out), 3, "20,000");
    }

    [Fact]
    public async Task APasswordThatIsMissingOrWrong()
    {
        string path = Path.Combine(_folder, "locked.pdf");
        if (!await QpdfEncryptAsync(Sample(), path))
        {
            Assert.Skip("qpdf is not installed: no encrypted PDF to try.");
        }

        AssertFailed(await Cli.RunAsync("read", path, "--out", Out), 4, "--password");
        AssertFailed(await Cli.RunAsync("read", path, "--out", Out, "--password", "guess"), 4, "password");
        CliResult opened = await Cli.RunAsync("read", path, "--out", Out, "--password", "bí mật", "--pages", "1", "--model", "fast");
        Assert.True(opened.Code == 0, opened.All);
        Assert.DoesNotContain("bí mật", await File.ReadAllTextAsync(Path.Combine(Out, "locked", "document.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PagesThatTheFileDoesNotHave() =>
        AssertFailed(await Cli.RunAsync("read", Sample(), "--pages", "90-95", "--out", Out), 3, "--pages");

    [Theory]
    [InlineData(new[] { "read" }, "no input, no folder")]
    [InlineData(new[] { "read", "a.pdf", "--out", "o", "--jobs", "0" }, "a pool of nobody")]
    [InlineData(new[] { "read", "a.pdf", "--out", "o", "--pages", "5-2" }, "pages backwards")]
    [InlineData(new[] { "read", "a.pdf", "--out", "o", "--model", "brilliant" }, "no such model")]
    [InlineData(new[] { "read", "a.pdf", "--out", "o", "--translator", "oracle" }, "no such engine")]
    [InlineData(new[] { "raed" }, "a command that is not one")]
    public async Task ACommandLineThatIsWrong(string[] args, string reason)
    {
        CliResult result = await Cli.RunAsync(args);
        Assert.True(result.Code == 2, $"{reason}: {result.Code}, {result.All}");
        Assert.DoesNotContain("   at ", result.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANetworkEngineWithoutLeave()
    {
        CliResult result = await Cli.RunAsync("read", Sample(), "--out", Out, "--translator", "azure");
        AssertFailed(result, 7, "--allow-network");
    }

    [Fact]
    public async Task AFolderThatHoldsSomethingElse()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "desk")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "thesis.docx"), "x", TestContext.Current.CancellationToken);
        AssertFailed(await Cli.RunAsync("read", Sample(), "--out", folder), 5, "already holds");
        Assert.Equal(["thesis.docx"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task AFolderThatCannotBeWrittenTo() =>
        AssertFailed(await Cli.RunAsync("read", Sample(), "--out", "/proc/dau"), 5, "/proc/dau");

    [Fact]
    public async Task OneBadFileDoesNotStopTheOthers()
    {
        string input = Directory.CreateDirectory(Path.Combine(_folder, "in")).FullName;
        await File.WriteAllTextAsync(Path.Combine(input, "a-bad.pdf"), "%PDF-1.4 cut", TestContext.Current.CancellationToken);
        File.Copy(Sample(), Path.Combine(input, "good.pdf"));
        CliResult result = await Cli.RunAsync("read", input, "--out", Out, "--model", "fast");
        Assert.True(result.Code == 8, result.All);
        Assert.True(File.Exists(Path.Combine(Out, "good", "reader.html")));
        Assert.Contains("a-bad.pdf", result.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADiskThatIsFull()
    {
        if (!File.Exists("/usr/bin/bwrap"))
        {
            Assert.Skip("bubblewrap is not installed: no small disk to fill.");
        }

        // A disk of 96 KiB: less than one page picture.
        var start = new ProcessStartInfo("/usr/bin/bwrap", ["--dev-bind", "/", "/", "--size", "98304", "--tmpfs", "/mnt", Cli.Program, "read", Sample(), "--out", "/mnt/case", "--model", "fast"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        CliResult result = await Cli.FinishAsync(process);
        if (result.Errors.StartsWith("bwrap:", StringComparison.Ordinal))
        {
            Assert.Skip("bubblewrap may not make a small disk here: " + result.Errors.Trim());
        }

        AssertFailed(result, 5, "full");
    }

    [Fact]
    public async Task CtrlCKeepsWhatWasReadAndTheNextRunGoesOn()
    {
        string input = Directory.CreateDirectory(Path.Combine(_folder, "many")).FullName;
        for (int copy = 1; copy <= 6; copy++)
        {
            File.Copy(Sample(), Path.Combine(input, $"letter{copy}.pdf"));
        }

        using Process process = Cli.Start("read", input, "--out", Out, "--jobs", "1", "--model", "fast");
        var said = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.AppendLine(line);
            if (line.StartsWith("[3/", StringComparison.Ordinal))
            {
                using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
                break;
            }
        }

        CliResult stopped = await Cli.FinishAsync(process);
        Assert.True(stopped.Code == 130, said + stopped.All);
        Assert.Contains("goes on from there", stopped.All, StringComparison.Ordinal);
        string list = await File.ReadAllTextAsync(Path.Combine(Out, "index.html"), TestContext.Current.CancellationToken);
        Assert.Equal(Directory.GetFiles(Out, "document.json", SearchOption.AllDirectories).Length, list.Split("/reader.html\"").Length - 1);

        CliResult again = await Cli.RunAsync("read", input, "--out", Out, "--model", "fast");
        Assert.True(again.Code == 0, again.All);
        Assert.Equal(6, Directory.GetFiles(Out, "reader.html", SearchOption.AllDirectories).Length);
        Assert.Empty(Directory.GetDirectories(Out, ".reading", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(Out, "*.part", SearchOption.AllDirectories));
    }

    private static void AssertFailed(CliResult result, int code, string says)
    {
        Assert.True(result.Code == code, $"exit code {result.Code}: {result.All}");
        Assert.Contains(says, result.All, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", result.All, StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>A sample letter of one page.</summary>
    private static string Sample() => Samples.OnePage();

    private static async Task<bool> QpdfEncryptAsync(string from, string to)
    {
        if (!File.Exists("/usr/bin/qpdf"))
        {
            return false;
        }

        using Process qpdf = Process.Start("/usr/bin/qpdf", ["--encrypt", "bí mật", "owner", "256", "--", from, to]);
        await qpdf.WaitForExitAsync(TestContext.Current.CancellationToken);
        return qpdf.ExitCode == 0;
    }
}
