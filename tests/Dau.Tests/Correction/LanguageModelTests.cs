using Dau.Correction;

namespace Dau.Tests.Correction;

public sealed class LanguageModelTests
{
    /// <summary>"a b" is listed, "a b c" is listed, everything else backs off.</summary>
    private static readonly LanguageModelData s_data = new()
    {
        Words = ["", "", "", "ma", "má", "mạ"],
        UnigramProbability = [255, 80, 80, 16, 32, 48],
        UnigramBackoff = [50, 50, 50, 50, 50, 50],
        BigramStart = [0, 0, 0, 0, 1, 2, 2],
        BigramWord = [4, 5],
        BigramProbability = [8, 16],
        BigramBackoff = [75, 50],
        TrigramStart = [0, 1, 1],
        TrigramWord = [5],
        TrigramProbability = [4],
    };

    [Theory]
    [InlineData(3, 4, 5, -0.25, "the trigram itself")]
    [InlineData(3, 4, 3, -1 + -1, "back-off of the known pair, no pair (má, ma): its own back-off of 0 and the single word")]
    [InlineData(3, 4, 4, -1 + -2, "likewise")]
    [InlineData(5, 4, 5, -1, "unknown context: the pair (má, mạ)")]
    [InlineData(5, 5, 3, -1, "nothing known but the word")]
    public void Scores_back_off(int first, int second, int third, double expected, string reason)
    {
        var model = new LanguageModel(s_data);
        Assert.True(Math.Abs(expected - model.Score(model.Context(first, second), second, third)) < 1e-4, reason);
    }

    [Fact]
    public void A_file_says_what_was_written()
    {
        LanguageModelData read = LanguageModelData.Read(s_data.ToFile());
        Assert.Equal(s_data.Words, read.Words);
        Assert.Equal(s_data.BigramStart, read.BigramStart);
        Assert.Equal(s_data.BigramWord, read.BigramWord);
        Assert.Equal(s_data.TrigramStart, read.TrigramStart);
        Assert.Equal(s_data.TrigramWord, read.TrigramWord);
        Assert.Equal(s_data.TrigramProbability, read.TrigramProbability);
    }

    [Fact]
    public void Words_of_the_same_letters_are_found()
    {
        var model = new LanguageModel(s_data);
        Assert.Equal([3, 4, 5], model.WithLetters("ma").ToArray());
        Assert.Equal(LanguageModel.Unknown, model.IdOf("mà"));
    }

    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("thuỷ", "thủy")]
    [InlineData("quý", "quý")]
    [InlineData("hoàn", "hoàn")]
    [InlineData("hoa", "hoa")]
    public void Tones_are_placed_the_old_way(string syllable, string old)
    {
        Assert.Equal(old, TonePlacement.ToOld(syllable));
        Assert.Equal(old, TonePlacement.ToOld(TonePlacement.ToNew(old)));
    }
}
