using Dau.Vision.Cleaning;
using Dau.Vision.Recognition;

namespace Dau.Vision.Tests.Recognition;

public sealed class PageDoubtTests
{
    [Theory]
    [InlineData(100, 0, 0, false)] // a page that was read well
    [InlineData(100, 6, 0, false)] // a few weak words: the corrector's business
    [InlineData(100, 12, 0, true)] // many: a blurred photo
    [InlineData(8, 1, 0, false)] // a line or two prove nothing
    [InlineData(100, 0, 0.3, true)] // print that no word accounts for
    public void A_page_is_doubted_for_weak_running_text_and_for_unread_print(int words, int weak, double unread, bool doubted)
    {
        Word[] page = [.. Enumerable.Range(0, words).Select(i => Make("chính", i < weak ? 0.7 : 0.96, i / 10))];
        Assert.Equal(doubted, PageDoubt.Of(page, unread, 0).Warning is not null);
    }

    [Theory]
    [InlineData(20, 79, true)] // print that was looked at the wrong way round
    [InlineData(116, 34, false)] // a fax with its dirt
    [InlineData(0, 8, false)] // the back of a sheet
    public void A_page_is_doubted_where_most_of_what_was_read_was_dropped(int words, int dropped, bool doubted)
    {
        Word[] page = [.. Enumerable.Range(0, words).Select(i => Make("chính", 0.96, i / 10))];
        Assert.Equal(doubted, PageDoubt.Of(page, 0, dropped).Warning is not null);
    }

    [Fact]
    public void A_second_reading_is_doubted_sooner_because_smoothing_flatters_it()
    {
        Word[] page = [.. Enumerable.Range(0, 100).Select(i => Make("chính", i < 7 ? 0.7 : 0.96, i / 10))];
        Assert.Null(PageDoubt.Of(page, 0, 0).Warning);
        Assert.NotNull((PageDoubt.Of(page, 0, 0) with { IsSecond = true }).Warning);
    }

    [Fact]
    public void Short_lines_do_not_count_because_headers_and_signatures_are_weak_on_good_pages_too()
    {
        Word[] page = [.. Enumerable.Range(0, 40).Select(i => Make("hiện", i < 20 ? 0.95 : 0.2, i < 20 ? 0 : i))];
        Assert.Null(PageDoubt.Of(page, 0, 0).Warning);
    }

    [Fact]
    public void A_line_of_print_without_words_is_unread_and_a_line_under_a_mark_is_not()
    {
        var picture = new Mat(1100, 800, MatType.CV_8UC1, Scalar.White);
        foreach (int y in new[] { 200, 300, 400 })
        {
            for (int x = 100; x < 600; x += 12)
            {
                picture.Rectangle(new Rect(x, y, 7, 12), Scalar.Black, -1);
            }
        }

        using var page = new WorkPage(picture, 100);
        using PageView view = PageView.Make(page);
        PixelBox[] words = [new PixelBox(95, 190, 520, 30), new PixelBox(95, 290, 520, 30)];
        Assert.Equal(1 / 3.0, UnreadInk.Share(view, words, [], page.Frame), 2);
        Assert.Equal(0, UnreadInk.Share(view, words, [new Mark(MarkKind.Seal, new PixelBox(90, 380, 540, 60), "red", null)], page.Frame), 2);
    }

    private static Word Make(string text, double confidence, int line) => new() { Id = "p1w1", Ocr = text, Source = text, Box = default, Confidence = confidence, Line = line };
}
