using Dau.Input;

namespace Dau.Tests.Input;

public sealed class InputFinderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_folder_gives_its_letters_in_order_and_nothing_else()
    {
        foreach (string name in (string[])["b.pdf", "A.PDF", "notes.txt", ".hidden.pdf", "sub/c.tif", ".git/d.pdf", "case/.dau-case.json", "case/e/document.pdf", "sub/z/f.jpeg"])
        {
            _folder.File(name, [1]);
        }

        Assert.Equal(["A.PDF", "b.pdf", "sub/c.tif", "sub/z/f.jpeg"], InputFinder.Find([_folder.Path]).Select(path => Path.GetRelativePath(_folder.Path, path)));
    }

    [Fact]
    public void A_named_file_is_taken_whatever_its_extension_and_only_once()
    {
        string file = _folder.File("scan.bin", [1]);
        Assert.Equal([file], InputFinder.Find([file, file]));
    }

    [Fact]
    public void A_link_back_to_the_folder_is_not_followed()
    {
        _folder.File("sub/a.pdf", [1]);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "sub", "back"), _folder.Path);
        Assert.Single(InputFinder.Find([_folder.Path]));
    }

    [Fact]
    public void A_folder_that_was_covered_by_an_earlier_path_is_no_error()
    {
        _folder.File("sub/a.pdf", [1]);
        Assert.Single(InputFinder.Find([_folder.Path, Path.Combine(_folder.Path, "sub")]));
    }

    [Fact]
    public void Nothing_to_read_is_said_clearly()
    {
        _folder.File("notes.txt", [1]);
        _folder.File("case/.dau-case.json", [1]);
        Assert.Contains("nothing to read", Fails(_folder.Path), StringComparison.Ordinal);
        Assert.Contains("does not exist", Fails(Path.Combine(_folder.Path, "x")), StringComparison.Ordinal);
        Assert.Contains("is a case", Fails(Path.Combine(_folder.Path, "case")), StringComparison.Ordinal);
        Assert.Contains("No input", Fails(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Fails(params string[] paths) => Assert.Throws<InputException>(() => InputFinder.Find(paths)).Message;
}
