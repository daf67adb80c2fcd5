using Dau.Translation.Draft;
using Dau.Translation.Draft.Decoding;

namespace Dau.Tests.Translation;

public sealed class DraftEnginesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dau-draft").FullName;

    [Fact]
    public void The_program_comes_with_tables() => Assert.IsType<PhraseEngine>(DraftEngines.Load().Engine);

    // What the issue allows for phrases and language model together.
    [Fact]
    public void The_tables_take_at_most_forty_megabytes() => Assert.InRange(new FileInfo(DraftEngines.DefaultPath).Length, 1_000_000, 40_000_000);

    [Fact]
    public void Missing_tables_give_a_gloss_and_a_warning() => IsGloss(Path.Combine(_folder, "none.bin"));

    [Theory]
    [InlineData(0, "empty")]
    [InlineData(20, "head only")]
    [InlineData(100_000, "cut off")]
    public void Damaged_tables_give_a_gloss_and_a_warning(int length, string reason)
    {
        var path = Path.Combine(_folder, reason + ".bin");
        File.WriteAllBytes(path, File.ReadAllBytes(DraftEngines.DefaultPath)[..length]);
        IsGloss(path);
    }

    [Fact]
    public void A_single_wrong_byte_is_noticed()
    {
        var bytes = File.ReadAllBytes(DraftEngines.DefaultPath);
        bytes[bytes.Length / 2] ^= 1;
        var path = Path.Combine(_folder, "byte.bin");
        File.WriteAllBytes(path, bytes);
        IsGloss(path);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void IsGloss(string path)
    {
        var (engine, warnings) = DraftEngines.Load(path);
        Assert.IsType<WordGloss>(engine);
        Assert.Contains("word gloss", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Contains("gloss", engine.Render("Đề nghị báo cáo", []).Flags);
    }
}
