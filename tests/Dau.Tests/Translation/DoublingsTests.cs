using Dau.Model;
using Dau.Translation.Draft.Decoding;

namespace Dau.Tests.Translation;

public sealed class DoublingsTests
{
    [Theory]
    [InlineData("Decisions No. 5703/QĐ-BYT of the Ministry", "Decision No. 5703/QĐ-BYT of the Ministry", "one number, one decision")]
    [InlineData("Decisions Nos. 5 and 6", "Decisions Nos. 5 and 6", "two of them")]
    [InlineData("of the The Government", "of the Government", "the article of a name after another")]
    [InlineData("Pursuant to Pursuant to Official Letter", "Pursuant to Official Letter", "a formula twice")]
    [InlineData("the the results of of it", "the results of it", "words twice")]
    [InlineData("the Director,; the Chief;;", "the Director; the Chief;", "marks on marks")]
    [InlineData("to the theatre, in information", "to the theatre, in information", "words that begin alike")]
    public void What_stands_once_too_often_goes(string text, string expected, string reason)
    {
        var last = text.LastIndexOf(' ') + 1;
        var (made, links) = Doublings.TakeOut(text, [new Link(new TextSpan(0, 4), new TextSpan(last, text.Length))]);
        Assert.True(made == expected, $"{reason}: {made}");
        Assert.Equal(expected[(expected.LastIndexOf(' ') + 1)..], made[links[0].Target.Start..links[0].Target.End]);
    }

    [Theory]
    [InlineData("CONTENT AND FORMS OF", "CONTENT AND FORMS", "a preposition with no noun")]
    [InlineData("requests of the.", "requests.", "before the full stop")]
    [InlineData("what it consists of is clear", "what it consists of is clear", "not at the end")]
    public void Articles_with_no_noun_go_from_the_end(string text, string expected, string reason)
    {
        var (made, links) = Doublings.TakeOut(text, [new Link(new TextSpan(0, 4), new TextSpan(0, text.Length))]);
        Assert.True(made == expected, $"{reason}: {made}");
        Assert.Equal(expected.Length, links[0].Target.End);
    }
}
