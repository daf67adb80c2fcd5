using Dau.Vision.Recognition;

namespace Dau.Vision.Tests.Recognition;

public sealed class WordAlternativesTests
{
    [Fact]
    public void Readings_are_products_of_letters_likeliest_first()
    {
        Symbol[] symbols = [new("t", 0.9, [new("l", 0.1)]), new("ô", 0.6, [new("ố", 0.3), new("ổ", 0.1)])];
        IReadOnlyList<Alternative> others = WordAlternatives.Build("tô", symbols);
        Assert.Equal([new("tố", 0.27), new("tổ", 0.09), new("lô", 0.06), new("lố", 0.03), new("lổ", 0.01)], others);
    }

    [Fact]
    public void A_word_without_choices_has_no_alternatives() =>
        Assert.Empty(WordAlternatives.Build("ta", [new("t", 0.9, []), new("a", 0.9, [])]));
}
