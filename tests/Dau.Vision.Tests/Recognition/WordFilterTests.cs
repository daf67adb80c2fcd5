using Dau.Vision.Cleaning;
using Dau.Vision.Recognition;

namespace Dau.Vision.Tests.Recognition;

public sealed class WordFilterTests
{
    [Theory]
    [InlineData("Số", 0.95, true)] // a word
    [InlineData("7", 0.6, true)] // a digit read with some confidence
    [InlineData("Hà", 0.3, false)] // a line of which nothing can be believed
    [InlineData("-", 0.9, false)] // a line without letter or digit
    public void A_line_stays_when_something_on_it_was_read_with_confidence(string text, double confidence, bool stays) =>
        Assert.Equal(stays, Filter(new EngineWord(text, new PixelBox(20, 20, 60, 30), confidence, 0, [])).Count == 1);

    [Fact]
    public void A_box_without_ink_is_dropped() =>
        Assert.Empty(Filter(new EngineWord("ma", new PixelBox(300, 300, 60, 30), 0.99, 0, [])));

    [Fact]
    public void Specks_are_taken_off_the_ends_and_lines_are_counted_anew()
    {
        IReadOnlyList<EngineWord> kept = Filter(
            new EngineWord("~", new PixelBox(20, 20, 10, 10), 0.1, 0, []),
            new EngineWord("„", new PixelBox(20, 20, 10, 10), 0.2, 3, []),
            new EngineWord("-", new PixelBox(20, 20, 10, 10), 0.8, 3, []),
            new EngineWord("Lưu", new PixelBox(20, 20, 60, 30), 0.9, 3, []));
        Assert.Equal([("-", 0), ("Lưu", 0)], kept.Select(word => (word.Text, word.Line)));
    }

    private static IReadOnlyList<EngineWord> Filter(params EngineWord[] words)
    {
        var picture = new Mat(400, 400, MatType.CV_8UC1, Scalar.White);
        picture.Rectangle(new Rect(15, 15, 80, 50), Scalar.Black, -1);
        using var page = new WorkPage(picture, 150);
        using PageView view = PageView.Make(page);
        return WordFilter.Filter(words, view);
    }
}
