using Dau.Model;
using Dau.Output.ReaderPage;

namespace Dau.Tests.Output;

public sealed class ReaderLookupTests
{
    private static readonly DocumentRecord Letter = SampleDocument.Letter();

    [Fact]
    public void A_block_that_runs_over_a_page_break_stands_on_both_pages_with_its_own_segments()
    {
        Block body = Letter.Blocks.First(static block => block.Section == Section.Body);
        Segment second = body.Segments[1] with { WordIds = [Letter.Pages[1].Words[0].Id] };
        DocumentRecord letter = Letter with { Blocks = [body with { Segments = [body.Segments[0], second] }] };
        var lookup = new Lookup(letter);
        Assert.Equal(body.Segments[0].Id, Assert.Single(lookup.On(1)).Segments.Single().Id);
        Assert.Equal(second.Id, Assert.Single(lookup.On(2)).Segments.Single().Id);
    }

    [Fact]
    public void A_word_that_correction_settled_is_not_doubtful_any_more()
    {
        var lookup = new Lookup(Letter);
        Word changed = lookup.Word(Letter.Corrections[0].Word)! with { Confidence = 0.2 };
        Assert.False(lookup.IsDoubtful(changed));
        Assert.True(lookup.IsDoubtful(changed with { Id = "p1w999" }));
        Assert.False(lookup.IsDoubtful(changed with { Id = "p1w999", Source = "–" }));
        Assert.Equal(1, lookup.CountDoubtful());
    }

    [Theory]
    [InlineData("p12w3", 12)]
    [InlineData("w3", null)]
    [InlineData("pw3", null)]
    [InlineData("p-1w3", null)]
    public void The_page_is_read_off_a_word_s_id(string id, int? page) => Assert.Equal(page, Lookup.PageOf(id));
}
