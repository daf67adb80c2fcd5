using Dau.Translation;

namespace Dau.Tests.Translation;

public sealed class TranslatorsTests
{
    [Fact]
    public void Azure_is_refused_without_leave()
    {
        var e = Assert.Throws<TranslationException>(() => Translators.Create(new TranslationOptions { Engine = "azure" }, TimeProvider.System, static _ => "x"));
        Assert.Contains("--allow-network", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Azure_names_the_variables_it_needs()
    {
        var e = Assert.Throws<TranslationException>(() => Translators.Create(new TranslationOptions { Engine = "azure", AllowNetwork = true }, TimeProvider.System, static _ => null));
        Assert.Contains("AZURE_TRANSLATOR_KEY", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.org", "the key and the text would travel in the clear")]
    [InlineData("ftp://example.org", "no web address")]
    [InlineData("nonsense", "no address")]
    public void An_unsafe_endpoint_is_refused(string endpoint, string reason)
    {
        var e = Assert.Throws<TranslationException>(() => Translators.Create(
            new TranslationOptions { Engine = "azure", AllowNetwork = true }, TimeProvider.System, name => name.EndsWith("ENDPOINT", StringComparison.Ordinal) ? endpoint : "x"));
        Assert.True(e.Message.Contains("AZURE_TRANSLATOR_ENDPOINT", StringComparison.Ordinal), reason);
    }

    [Fact]
    public void An_unknown_engine_is_named_with_the_known_ones()
    {
        var e = Assert.Throws<TranslationException>(() => Translators.Create(new TranslationOptions { Engine = "babel" }, TimeProvider.System));
        Assert.Contains("draft, azure, libreTranslate, chat, none", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_translates_nothing()
    {
        var batch = await Translators.Create(new TranslationOptions { Engine = "none" }, TimeProvider.System)
            .TranslateAsync([new SegmentSource("s1", "Số: 1/A-B", Dau.Model.Section.Header, Dau.Model.BlockKind.Number)], TestContext.Current.CancellationToken);
        Assert.Null(Assert.Single(batch.Translations).Target);
    }
}
