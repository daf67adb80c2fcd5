using Dau.Vision.Recognition;

namespace Dau.Vision.Tests.Recognition;

public sealed class SecondLookTests
{
    [Theory]
    [InlineData("VYêu", 0.5, "Yêu", 0.97, "Yêu", PageDoubt.MostConfidence, "the surer reading, still in doubt")]
    [InlineData("chi", 0.7, "chỉ", 0.6, "chi", 0.7, "the less sure reading changes nothing")]
    [InlineData("chi", 0.7, "chi", 0.95, "chi", 0.7, "a reading that agrees changes nothing: how sure pages are is measured on first readings")]
    [InlineData("1O", 0.6, "10", 0.9, "10", NumberCheck.Ceiling, "a number that reads in two ways is doubted more than a word")]
    [InlineData("751/STNMT", 0.5, "751/S5TNMT", 0.9, "751/STNMT", 0.5, "codes are left alone: read by themselves they come out worse")]
    [InlineData("I.", 0.5, "I", 0.9, "I.", 0.5, "a mark lost is no better reading")]
    public void Of_two_readings_the_surer_one_stands_and_the_other_is_kept(string first, double sure, string second, double surer, string wanted, double confidence, string reason)
    {
        EngineWord word = SecondLook.Surer(Word(first, sure), Word(second, surer) with { Line = 7 });
        Assert.True(word.Text == wanted, reason);
        Assert.Equal(confidence, word.Confidence, 6);
        Assert.Equal(0, word.Line);
        Assert.Equal(wanted == first ? null : first, word.Other?.Text);
    }

    private static EngineWord Word(string text, double confidence) => new(text, new PixelBox(0, 0, 10, 10), confidence, 0, []);
}
