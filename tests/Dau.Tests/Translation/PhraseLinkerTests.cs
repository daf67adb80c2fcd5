using Dau.Model;
using Dau.Translation;
using Dau.Translation.Draft;
using Dau.Translation.Links;

namespace Dau.Tests.Translation;

public sealed class PhraseLinkerTests
{
    private const string Source = "Ủy ban nhân dân tỉnh gửi công văn số 1.284 đến các sở, ngành.";
    private const string Target = "The provincial People's Committee sends official letter no. 1,284 to departments and sectors.";

    private static readonly IReadOnlyList<Link> Found = PhraseLinker.Of(DraftEngines.Load().Engine).Find(Source, Translators.Locks.Find(Source), Target);

    [Theory]
    [InlineData("1.284", "1,284", "a locked number became its rendering")]
    [InlineData("công văn", "official letter", "a phrase of the tables")]
    [InlineData("Ủy ban nhân dân tỉnh", "provincial People's Committee", "a phrase in another order")]
    public void PhrasesAreFoundAgain(string source, string target, string why) => Assert.True(
        Found.Any(l => Text(Source, l.Source).Contains(source, StringComparison.Ordinal) && Text(Target, l.Target).Contains(target, StringComparison.Ordinal)),
        $"{why}: {string.Join("; ", Found.Select(l => $"{Text(Source, l.Source)} → {Text(Target, l.Target)}"))}");

    [Fact]
    public void NoLinkLiesOverAnother()
    {
        for (var i = 1; i < Found.Count; i++)
        {
            Assert.True(Found[i].Target.Start >= Found[i - 1].Target.End);
        }

        var sources = Found.OrderBy(static l => l.Source.Start).ToList();
        for (var i = 1; i < sources.Count; i++)
        {
            Assert.True(sources[i].Source.Start >= sources[i - 1].Source.End);
        }
    }

    [Fact]
    public void WithoutTablesLocksAreLinked()
    {
        var link = Assert.Single(new PhraseLinker(null).Find(Source, Translators.Locks.Find(Source), Target));
        Assert.Equal("1,284", Text(Target, link.Target));
    }

    private static string Text(string text, TextSpan span) => text[span.Start..span.End];
}
