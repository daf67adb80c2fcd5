using Dau.Translation;
using Dau.Translation.Draft;
using Dau.Translation.Draft.Decoding;
using Dau.Translation.Draft.Model;
using Dau.Translation.Terms;

namespace Dau.Tests.Translation.Draft;

public sealed class TermOptionsTests
{
    private static readonly DraftModel Model = ((PhraseEngine)DraftEngines.Load().Engine).Model;

    [Theory]
    [InlineData("Sở Y tế Kiên Giang", "$place Department of Health", "a department of a province")]
    [InlineData("Công an huyện Cư Kuin", "$place district Public Security", "a body whose level stands before its name")]
    [InlineData("Công an thành phố Hải Phòng", "$place City Public Security", "a city, not a municipality, after its name")]
    [InlineData("Trưởng Công an huyện Cư Kuin", "Chief of the $place district Public Security", "the police are the place's, not their chief")]
    public void A_body_is_named_with_the_place_it_is_of(string text, string english, string reason)
    {
        var made = OfPlace(text);
        Assert.True(made.Contains(english), $"{reason}: {string.Join("; ", made)}");
    }

    [Theory]
    [InlineData("Luật Đất đai Kiên Giang", "a law is no body")]
    [InlineData("Phó Giám đốc Kiên Giang", "a post without its body")]
    [InlineData("Sở Y tế, Kiên Giang", "a comma between")]
    [InlineData("Sở Y tế ngày 05/6/2023", "a date is no place")]
    public void Other_terms_are_not(string text, string reason) => Assert.True(OfPlace(text).Count == 0, reason);

    private static List<string> OfPlace(string text)
    {
        var (terms, tokens) = (new TermOptions(Termbase.Default, Model, Model.Official), SourceToken.Cut(text, Translators.Locks.Find(text)));
        return [.. terms.Options(terms.Find(tokens), tokens).Where(static o => o.Locks.Any(static l => l is not null))
            .Select(o => string.Join(' ', o.Target.Select(w => Model.Target[w])).Replace(" 's", "'s", StringComparison.Ordinal))];
    }
}
