using Dau.Input;
using Dau.Output;

namespace Dau.Tests.Output;

public sealed class CaseFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dau-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void RefusesAFolderWithSomebodyElsesFiles()
    {
        File.WriteAllText(Path.Combine(_folder, "thesis.docx"), "x");
        Assert.Contains("already holds files", Assert.Throws<OutputException>(() => CaseFolder.Open(_folder, replace: false)).Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void OpensItsOwnFolderAgain()
    {
        CaseFolder.Open(_folder, replace: false);
        File.WriteAllText(Path.Combine(_folder, "index.html"), "x");
        Assert.Equal(_folder, CaseFolder.Open(_folder, replace: false).Path);
    }

    [Fact]
    public void RefusesAFileInPlaceOfAFolder()
    {
        string file = Path.Combine(_folder, "a");
        File.WriteAllText(file, "x");
        Assert.Contains("is a file", Assert.Throws<OutputException>(() => CaseFolder.Open(file, replace: false)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/in/thu.pdf", "thu", "the name without its extension")]
    [InlineData("/in/...pdf", "document", "nothing is left of the name, and '..' would be the folder above")]
    [InlineData("/in/.hidden.pdf", "hidden", "a folder that file managers hide is lost to the user")]
    [InlineData("/in/a\u0007b.pdf", "a_b", "control characters are not for folder names")]
    [InlineData("/in/a\\..\\b.pdf", "a_.._b", "a path on other systems")]
    public async Task NamesTheDocumentsFolderSafely(string path, string expected, string reason)
    {
        string folder = await CaseFolder.Open(_folder, replace: false).FolderForAsync(Input(path), TestContext.Current.CancellationToken);
        Assert.True(Path.Combine(_folder, expected) == folder, $"{reason}: {folder}");
    }

    [Fact]
    public async Task KeepsTwoInputsOfOneNameApart()
    {
        var folder = CaseFolder.Open(_folder, replace: false);
        var names = new List<string?>();
        foreach (string path in new[] { "/x/a.pdf", "/y/a.pdf", "/y/A.png" })
        {
            names.Add(Path.GetFileName(await folder.FolderForAsync(Input(path), TestContext.Current.CancellationToken)));
        }

        Assert.Equal(["a", "a-2", "A-3"], names);
    }

    private static InputFile Input(string path) => new()
    {
        Path = path, Format = InputFormat.Pdf, Sha256 = "00", Bytes = 1, PageCount = 1, Pages = [],
    };

}
