using Dau.Translation.Draft;
using Dau.Translation.Draft.Decoding;
using Dau.Translation.Draft.Model;
using Dau.Translation.Terms;

namespace Dau.Tests.Translation;

public sealed class UnpackedTablesTests : IDisposable
{
    private const string Text = "Đề nghị các đơn vị báo cáo kết quả trước ngày 15 hằng tháng.";

    // Made once for the whole class: unpacking takes seconds.
    private static readonly Lazy<byte[]> Good = new(() =>
    {
        using var test = new UnpackedTablesTests();
        test.Open();
        return File.ReadAllBytes(test.Unpacked);
    });

    private readonly string _folder = Directory.CreateTempSubdirectory("dau-tables").FullName;

    private string Unpacked => Path.Combine(_folder, "draft.tables");

    [Fact]
    public void What_was_unpacked_says_the_same_as_what_is_packed()
    {
        var first = Open();
        Assert.True(File.Exists(Unpacked));
        Assert.Single(Directory.GetFiles(_folder));
        using var packed = File.OpenRead(DraftEngines.DefaultPath);
        var expected = Render(DraftModel.Read(packed));
        Assert.Contains("report", expected, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(expected, Render(first));
        Assert.Equal(expected, Render(Open()));
    }

    [Theory]
    [InlineData(0, "version")]
    [InlineData(20, "the packed tables' own hash: these are of others")]
    [InlineData(45, "checksum of the arrays")]
    [InlineData(5_000_000, "a byte of the arrays")]
    public void A_file_that_does_not_fit_is_made_anew(int at, string reason)
    {
        var bad = (byte[])Good.Value.Clone();
        bad[at] ^= 1;
        File.WriteAllBytes(Unpacked, bad);
        Open();
        Assert.True(Good.Value.AsSpan().SequenceEqual(File.ReadAllBytes(Unpacked)), reason);
    }

    [Fact]
    public void A_file_that_was_cut_off_is_made_anew()
    {
        File.WriteAllBytes(Unpacked, Good.Value[..(Good.Value.Length / 2)]);
        Open();
        Assert.Equal(Good.Value.Length, new FileInfo(Unpacked).Length);
    }

    [Fact]
    public void Where_nobody_may_write_it_goes_without() =>
        Assert.NotEmpty(Render(UnpackedTables.Open(DraftEngines.DefaultPath, Path.Combine(_folder, "no such folder", "draft.tables"))));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private DraftModel Open() => UnpackedTables.Open(DraftEngines.DefaultPath, Unpacked);

    private static string Render(DraftModel model) => new PhraseEngine(model, Termbase.Default).Render(Text, []).Text;
}
