using Dau.Correction;
using Dau.Model;

namespace Dau.Tests.Correction;

public sealed class CalibrationTests
{
    private static readonly Token s_letters = new(TokenKind.Letters, 0, 4, false);

    [Fact]
    public void The_table_has_a_weight_for_every_feature() =>
        Assert.Equal(Calibration.Features.Count, CorrectionTable.Lines("confidence.tsv").Skip(1).Select(static line => line.Split('\t')[0]).Intersect(Calibration.Features).Count());

    [Fact]
    public void What_the_engine_is_surer_of_is_surer() => Assert.True(Probability(0.95) > Probability(0.4) + 0.01);

    [Fact]
    public void A_rival_reading_makes_a_word_less_sure()
    {
        Candidate[] readings = [new(5, "quyên", 0), new(6, "quyền", 4)];
        double near = Probability(0.9, new WordDecision(0, false, readings, [0, 1.2f], 1, false)), far = Probability(0.9, new WordDecision(0, false, readings, [0, -7], 0, false));
        Assert.True(near < far - 0.05, $"{near} and {far}");
    }

    private static double Probability(double engine, WordDecision? decision = null) => Calibration.Shipped.Probability(Calibration.Of(
        new Word { Id = "p1w1", Ocr = "quyên", Source = "quyên", Box = new PixelBox(0, 0, 9, 9), Confidence = engine }, s_letters, true, decision));
}
