using Dau.Correction;
using Dau.Model;
using Dau.Tests.Input;

namespace Dau.Tests.Correction;

public sealed class ShippedCorrectorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_model_that_ships_is_read_and_named()
    {
        var corrector = new ShippedCorrector();
        Assert.Empty(corrector.Correct([], new CorrectionOptions()).Warnings);
        Tool? tool = await corrector.DescribeAsync();
        Assert.Equal(64, tool?.ModelSha256?.Length);
    }

    public static TheoryData<string, string> Damages => new()
    {
        { "cut", "checksum" },
        { "bit", "checksum" },
        { "other", "not a language model" },
        { "empty", "not a language model" },
        { "gone", "missing" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_model_that_cannot_be_used_leaves_the_spelling_rules_and_says_how_to_make_another(string damage, string why)
    {
        byte[] model = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "vi.lm"), TestContext.Current.CancellationToken);
        string path = Path.Combine(_folder.Path, "vi.lm");
        if (damage != "gone")
        {
            byte[] damaged = damage switch
            {
                "cut" => model[..(model.Length / 2)],
                "bit" => [.. model[..5000], (byte)(model[5000] ^ 1), .. model[5001..]],
                "other" => "not a model, but long enough to look at for a mark"u8.ToArray(),
                _ => [],
            };
            await File.WriteAllBytesAsync(path, damaged, TestContext.Current.CancellationToken);
        }

        var corrector = new ShippedCorrector(path);
        var word = new Word { Id = "p1w1", Ocr = "luât", Source = "luât", Box = new PixelBox(0, 0, 9, 9), Alternatives = [new Alternative("luật", 0.2)] };
        CorrectedText text = corrector.Correct([new Page { Number = 1, Words = [word] }], new CorrectionOptions());
        string warning = Assert.Single(text.Warnings);
        Assert.Contains(why, warning, StringComparison.Ordinal);
        Assert.Contains("language-model --shared", warning, StringComparison.Ordinal);
        Assert.Equal("luật", text.Pages[0].Words[0].Source);
        Assert.Null(await corrector.DescribeAsync());
    }

    public void Dispose() => _folder.Dispose();
}
