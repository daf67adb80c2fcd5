using Dau.Model;
using Dau.Translation.Draft;
using Dau.Translation.Templates;

namespace Dau.Tests.Translation;

public sealed class GerundTests
{
    [Theory]
    [InlineData("establish an inspection team", "establishing an inspection team", "a verb")]
    [InlineData("assigns duty shifts", "assigning duty shifts", "a verb that agrees with nobody")]
    [InlineData("issue the Regulation", "issuing the Regulation", "a verb in -e")]
    [InlineData("to establish the Appraisal Team", "establishing the Appraisal Team", "an infinitive")]
    [InlineData("submit the dossier", "submitting the dossier", "a verb that doubles its last letter")]
    [InlineData("oversee the election", "oversee the election", "no verb of the list")]
    [InlineData("report the payment of benefits", "reporting the payment of benefits", "verb and noun: an article follows")]
    [InlineData("report on the payment", "report on the payment", "verb and noun: the noun")]
    [InlineData("increase in tuition fees", "increase in tuition fees", "the noun of a verb")]
    [InlineData("in implementation of Decision No. 5", "implementing Decision No. 5", "what the draft makes of a verb before a document")]
    [InlineData("religious activities", "religious activities", "no verb")]
    [InlineData("approve", "approve", "one word alone")]
    public void A_verb_that_begins_takes_the_form_in_ing(string text, string expected, string reason)
    {
        var first = text.Split(' ')[0].Length;
        var links = new List<Link> { new(new TextSpan(0, 5), new TextSpan(0, first)), new(new TextSpan(6, 9), new TextSpan(Math.Min(first + 1, text.Length - 1), text.Length)) };
        var made = Gerund.Of(new Rendering(text, links, 1, []));
        Assert.True(made.Text == expected, $"{reason}: {made.Text}");
        Assert.Equal(expected.Split(' ')[0], made.Text[made.Links[0].Target.Start..made.Links[0].Target.End]);
        Assert.Equal(expected.Length, made.Links[1].Target.End);
    }
}
