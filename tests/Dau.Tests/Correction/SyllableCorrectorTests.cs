using Dau.Correction;
using Dau.Model;

namespace Dau.Tests.Correction;

public sealed class SyllableCorrectorTests
{
    private static readonly SyllableCorrector s_corrector = new();

    [Fact]
    public void An_impossible_syllable_with_one_lawful_reading_is_repaired_and_logged()
    {
        CorrectedText text = Correct(Word("luât", "luật", "luâi"));
        Assert.Equal("luật", text.Pages[0].Words[0].Source);
        Assert.Equal("luât", text.Pages[0].Words[0].Ocr);
        Model.Correction correction = Assert.Single(text.Corrections);
        Assert.Equal(("p1w1", "luât", "luật", "spelling"), (correction.Word, correction.Before, correction.After, correction.Reason));
        Assert.InRange(correction.Confidence, 0.5, 1);
    }

    [Fact]
    public void The_engine_s_choices_for_a_single_letter_are_readings_too()
    {
        Word word = Word("luât,") with
        {
            Symbols = [Symbol("l"), Symbol("u"), new Symbol("â", 0.6, [new Alternative("ậ", 0.3), new Alternative("ă", 0.1), new Alternative("ấ", 0)]), Symbol("t"), Symbol(",")],
        };
        Assert.Equal("luật,", Correct(word).Pages[0].Words[0].Source);
    }

    [Theory]
    [InlineData("quyên", "quyền", "lawful: only context could tell")]
    [InlineData("luât", "luật|luất", "two lawful readings")]
    [InlineData("luât", "luâi", "no lawful reading")]
    [InlineData("internet", "internét", "foreign")]
    [InlineData("Luât", "Luật", "a capital may begin a name")]
    [InlineData("QĐ-TTg", "QĐ-TTĝ", "a code")]
    [InlineData("12/2023/NĐ-CP", "12/2023/ND-CP", "a number")]
    [InlineData("luât2", "luật2", "digits")]
    [InlineData("luât", "Luật", "the case differs")]
    [InlineData("luât,", "luật.", "the punctuation differs")]
    public void Everything_else_stays_as_read(string read, string readings, string reason)
    {
        CorrectedText text = Correct(Word(read, readings.Split('|')));
        Assert.True(text.Pages[0].Words[0].Source == read && text.Corrections.Count == 0, reason);
    }

    [Fact]
    public void Switched_off_it_only_composes()
    {
        CorrectedText text = s_corrector.Correct([Page(Word("luât", "luật"), Word("quye\u0302\u0300n"))], new CorrectionOptions { Enabled = false });
        Assert.Equal(["luât", "quyền"], text.Pages[0].Words.Select(word => word.Source));
        Assert.Empty(text.Corrections);
    }

    [Fact]
    public void A_text_layer_is_never_touched()
    {
        CorrectedText text = s_corrector.Correct([Page(Word("luât", "luật")) with { Origin = TextOrigin.TextLayer }], new CorrectionOptions());
        Assert.Equal("luât", text.Pages[0].Words[0].Source);
    }

    private static CorrectedText Correct(params Word[] words) => s_corrector.Correct([Page(words)], new CorrectionOptions());

    private static Page Page(params Word[] words) => new() { Number = 1, Words = words };

    private static Word Word(string read, params string[] readings) => new()
    {
        Id = "p1w1",
        Ocr = read,
        Source = read,
        Box = new PixelBox(0, 0, 10, 10),
        Confidence = 0.6,
        Alternatives = [.. readings.Select(reading => new Alternative(reading, 0.2))],
    };

    private static Symbol Symbol(string text) => new(text, 0.99, []);
}
