using Dau.Model;
using Dau.Translation.Draft.Decoding;

namespace Dau.Tests.Translation.Draft;

public sealed class AgreementTests
{
    private static readonly HashSet<string> Words = new("store plan supplement submit apply need proceed carry report be string".Split(' '), StringComparer.Ordinal);

    [Theory]
    [InlineData("issue a order today", "issue an order today", "a vowel follows")]
    [InlineData("An decision is made", "A decision is made", "a consonant follows")]
    [InlineData("a one-year term, a unit, a European, an hour, an honour", "a one-year term, a unit, a European, an hour, an honour", "letters that sound otherwise stay")]
    [InlineData("must not storing firecrackers", "must not store firecrackers", "a verb after must")]
    [InlineData("Must not storing or trading", "Must not store or trading", "at the start of a sentence")]
    [InlineData("shall planning and should submitting", "shall plan and should submit", "doubled letters")]
    [InlineData("could not supplemented at", "could not be supplemented at", "a participle after could not")]
    [InlineData("may applied for", "may be applied for", "y becomes i")]
    [InlineData("must proceed, may need to, must bring", "must proceed, may need to, must bring", "no participles, no gerunds")]
    [InlineData("the storing of it, was supplemented", "the storing of it, was supplemented", "no modal verb")]
    public void Words_that_do_not_agree_are_put_right(string text, string expected, string reason)
    {
        var last = text.LastIndexOf(' ') + 1;
        var (made, links) = new Agreement(Words.Contains).Restore(text, [new Link(new TextSpan(0, 4), new TextSpan(last, text.Length))]);
        Assert.True(made == expected, $"{reason}: {made}");
        Assert.Equal(expected[(expected.LastIndexOf(' ') + 1)..], made[links[0].Target.Start..links[0].Target.End]);
    }
}
