using Dau.Benchmarks.Measures;
using Dau.Model;

namespace Dau.EndToEnd.Tests.Measures;

/// <summary>A wrong ruler makes every figure wrong: each measure against a case counted by hand.</summary>
public sealed class MeasuresTests
{
    [Theory]
    [InlineData("Khánh Hoà", "Khánh Hòa", "the older tone placement")]
    [InlineData("thuỷ lợi", "thủy lợi", "in uy too")]
    [InlineData("quý, khoẻ, hoàng", "quý, khỏe, hoàng", "not after q, and not before a final consonant")]
    [InlineData("“A” – ‘b’  c", "\"A\" - 'b' c", "one kind of quote, dash and space")]
    public void Normal_form(string text, string normal, string reason) => Assert.True(normal == NormalForm.Of(text), $"{reason}: {NormalForm.Of(text)}");

    [Fact]
    public void Text_around_the_body_costs_nothing_and_a_wrong_mark_is_counted_apart()
    {
        SyllableErrors errors = SyllableErrors.Measure("quyền của công dân ta", "Số: 12 quyên của cong dân rất ta Nơi nhận");

        Assert.Equal((5, 3, 2), (errors.Syllables, errors.Errors, errors.MarkErrors));
    }

    [Fact]
    public void A_line_that_the_retyped_truth_lacks_is_left_out()
    {
        RetypedTruth measured = RetypedTruth.Measure(
            "Điều này nói rõ trách nhiệm của từng cơ quan nhà nước",
            ["nói rõ trách nhiêm của từng cơ quan", "một dòng tám chữ hoàn toàn không có ở đấy", "quá ngắn"]);

        Assert.Equal((2, 1), (measured.Lines, measured.Placed));
        Assert.Equal((8, 1, 1), (measured.Errors.Syllables, measured.Errors.Errors, measured.Errors.MarkErrors));
    }

    [Fact]
    public void Blocks_count_where_they_stand_in_their_section()
    {
        Block[] read = [BlockOf(Section.Body, "Một đoạn văn bản dài vừa phải"), BlockOf(Section.Body, "Giám đốc"), BlockOf(Section.Header, "UBND TỈNH")];

        BlockScore score = BlockScore.Measure([(Section.Body, "Một đoạn văn bản dài vừa phải"), (Section.Signature, "Giám đốc"), (Section.Header, "UBND TỈNH")], read);

        Assert.Equal(new SectionScore(1, 1, 9, 7), score.Sections[Section.Body]);
        Assert.Equal(new SectionScore(1, 0, 0, 0), score.Sections[Section.Signature]);
        Assert.Equal("Giám đốc", Assert.Single(score.Missed).Text);
    }

    [Fact]
    public void A_handwritten_number_must_be_right_or_marked()
    {
        DocumentFacts truth = new() { Number = "171/GM-SYT" };

        FactResult marked = Number(FactScore.Measure(truth, ["number"], new DocumentFacts { Number = "177/GM-SYT", Uncertain = ["number"] }));
        FactResult sure = Number(FactScore.Measure(truth, ["number"], new DocumentFacts { Number = "177/GM-SYT" }));

        Assert.True(marked.IsRight && !marked.IsWrongAndSure);
        Assert.True(!sure.IsRight && sure.IsWrongAndSure);
    }

    [Fact]
    public void Lists_are_scored_by_F1() => Assert.Equal(2 * 1 / 3.0, FactScore.F1(["Như trên;", "Lưu: VT."], ["Như trên;"]), 6);

    private static FactResult Number(FactScore score) => score.Results.Single(static r => r.Fact == "number");

    private static Block BlockOf(Section section, string text) => new()
    {
        Id = "b1", Section = section, Kind = BlockKind.Paragraph, Page = 1, Box = default,
        Segments = [new Segment { Id = "s1", WordIds = [], Ocr = text, Source = text }],
    };
}
