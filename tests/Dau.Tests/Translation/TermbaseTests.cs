using Dau.Translation.Terms;

namespace Dau.Tests.Translation;

public sealed class TermbaseTests
{
    private static readonly TermEntry[] Entries =
    [
        .. TermFile.ReadEmbedded("termbase.organs.tsv"), .. TermFile.ReadEmbedded("termbase.phrases.tsv"), .. TermFile.ReadEmbedded("termbase.additions.tsv"),
    ];

    [Fact]
    public void No_term_stands_in_two_entries()
    {
        var twice = Entries.GroupBy(static e => e.Source, StringComparer.Ordinal).Where(static g => g.Count() > 1).Select(static g => g.Key);
        Assert.Empty(twice);
    }

    [Fact]
    public void Every_entry_is_whole_and_normal()
    {
        Assert.True(Entries.Length > 5000);
        Assert.All(Entries, static e =>
        {
            Assert.False(string.IsNullOrWhiteSpace(e.Source) || string.IsNullOrWhiteSpace(e.Target) || string.IsNullOrWhiteSpace(e.Domain), e.Source);
            Assert.True(e.Source.IsNormalized() && e.Source.Trim() == e.Source && e.Target.Trim() == e.Target, e.Source);
        });
    }

    [Fact]
    public void No_term_has_two_renderings_in_one_domain() => Assert.Empty(TermCheck.Contradictions(Termbase.ShippedEntries()));

    [Fact]
    public void All_that_was_written_for_the_project_is_taken_in()
    {
        if (Shared.Find("parallel/termbase") is not { } folder)
        {
            Assert.Skip("The termbase as it was written does not lie beside this checkout.");
            return;
        }

        var known = Entries.Select(static e => Termbase.Key(e.Source)).ToHashSet(StringComparer.Ordinal);
        string[] written = [.. Directory.GetFiles(folder, "*.tsv").SelectMany(File.ReadAllLines).Where(static l => l.Length > 0).Select(static l => l.Split('\t')[0].Normalize())];
        Assert.True(written.Length > 5600);
        Assert.DoesNotContain(written, w => !known.Contains(Termbase.Key(w)));
    }

    [Theory]
    [InlineData("Chi cục Thuế", "Tax Branch", "the Circular's word, not Sub-department")]
    [InlineData("Hội Nông dân", "Farmers' Union", "its own English name")]
    [InlineData("UBND tỉnh", "Provincial People's Committee", "abbreviated form of an entry")]
    [InlineData("SỞ Y TẾ", "Department of Health", "capitals do not matter")]
    [InlineData("ĐẾN", "INCOMING", "the stamp")]
    [InlineData("con voi xanh", null, "no term")]
    public void Finds_terms(string source, string? english, string reason) =>
        Assert.True(Termbase.Default.Find(source)?.Target == english, $"{reason}: {Termbase.Default.Find(source)?.Target}");

    [Fact]
    public void A_stamp_is_not_the_word_spelt_like_it() => Assert.NotEqual("INCOMING", Termbase.Default.Find("đến")?.Target);
}
