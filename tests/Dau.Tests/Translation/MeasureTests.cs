using Dau.Benchmarks.Measures;

namespace Dau.Tests.Translation;

public sealed class MeasureTests
{
    [Theory]
    [InlineData("ab", "ab", 100, "equal; orders that neither reaches are left out")]
    [InlineData("a b", "ab", 100, "spaces are ignored")]
    [InlineData("abc", "abd", 38.889, "(2/3 + 1/2 + 0) / 3")]
    [InlineData("abc", "xyz", 0, "nothing in common")]
    [InlineData("", "abc", 0, "nothing there")]
    public void Chrf_is_the_mean_of_orders(string candidate, string reference, double score, string reason)
    {
        var chrf = new Chrf();
        chrf.Add(candidate, reference);
        Assert.True(Math.Abs(chrf.Score - score) < 0.001, $"{reason}: {chrf.Score}");
    }

    [Theory]
    [InlineData("a b c d", "a b c d", 100, "equal")]
    [InlineData("a b c d e q", "a b x d e f", 22.957, "4/6 · 2/5 · 1/(2·4) · 1/(4·3), fourth root")]
    [InlineData("a b c d", "a b c d e", 77.880, "too short: e^(1 - 5/4)")]
    [InlineData("x y z w", "a b c d", 0, "nothing in common")]
    public void Bleu_is_that_of_sacrebleu(string candidate, string reference, double score, string reason)
    {
        var bleu = new Bleu();
        bleu.Add(candidate, reference);
        Assert.True(Math.Abs(bleu.Score - score) < 0.001, $"{reason}: {bleu.Score}");
    }

    [Fact]
    public void Bleu_cuts_as_13a_does() =>
        Assert.Equal(
            ["The", "\"", "rate", "\"", "rose", "3.5", "%", "(", "12", "/", "UBND-NC", ")", ",", "to", "$", "1,284.5", "-", "6", ";", "a", ",", "b", "No", ".", "5"],
            Bleu.Tokenise("The \"rate\" rose 3.5% (12/UBND-NC), to $1,284.5-6; a,b No.5"));
}
