using Dau.Vision.Cleaning;
using Dau.Vision.Recognition;

namespace Dau.Vision.Tests.Recognition;

/// <summary>Faults of reading that the pixels decide: strokes of numerals, raised digits, rows of dots, specks beside the text.</summary>
public sealed class GlyphTests
{
    [Theory]
    [InlineData(1, true, 1)] // I with its serifs
    [InlineData(2, true, 2)]
    [InlineData(3, true, 3)]
    [InlineData(3, false, 3)] // without serifs
    public void Strokes_of_a_numeral_are_counted(int strokes, bool serifs, int expected)
    {
        using Mat page = Paper();
        for (int i = 0; i < strokes; i++)
        {
            Stem(page, 60 + (i * 18), serifs ? 4 : 0, serifs ? 4 : 0);
        }

        Assert.Equal(expected, NumeralStrokes.Count(page, new PixelBox(56, 50, 18 * strokes, 40)));
    }

    [Fact]
    public void A_one_with_its_flag_is_no_numeral()
    {
        using Mat page = Paper();
        Stem(page, 60, 7, 0);
        Assert.Null(NumeralStrokes.Count(page, new PixelBox(52, 50, 14, 40)));
    }

    [Fact]
    public void A_slanting_stroke_is_none_of_an_I()
    {
        using Mat page = Paper();
        page.Line(new Point(60, 50), new Point(72, 90), Scalar.Black, 5);
        page.Line(new Point(84, 50), new Point(72, 90), Scalar.Black, 5);
        Assert.Null(NumeralStrokes.Count(page, new PixelBox(56, 50, 32, 40)));
    }

    [Fact]
    public void A_numeral_before_a_heading_in_capitals_is_mended_and_the_reading_kept_beside_it()
    {
        using Mat picture = Paper();
        Enumerable.Range(0, 3).ToList().ForEach(i => Stem(picture, 60 + (i * 18), 4, 4));
        using var page = new WorkPage(picture.Clone(), 300);
        EngineWord[] words = [Word("II.", new PixelBox(56, 50, 60, 40)), Word("ĐÁNH", new PixelBox(130, 50, 90, 40))];
        EngineWord mended = NumeralStrokes.Mend(words, page)[0];
        Assert.Equal("III.", mended.Text);
        Assert.Equal("II.", mended.Other?.Text);
        using var coarse = new WorkPage(picture.Clone(), 100);
        Assert.Same(words, NumeralStrokes.Mend(words, coarse));
        Assert.Equal("II.", NumeralStrokes.Mend([words[0], words[1] with { Text = "Đánh" }], page)[0].Text);
    }

    [Theory]
    [InlineData(true, "I.")] // I. MỤC ĐÍCH read as 1
    [InlineData(false, "I")] // no dot is made up
    public void A_one_that_is_an_I_gets_its_dot_where_there_is_one(bool dot, string expected)
    {
        using Mat picture = Paper();
        Stem(picture, 60, 4, 4);
        if (dot)
        {
            picture.Rectangle(new Rect(78, 85, 5, 5), Scalar.Black, -1);
        }

        using var page = new WorkPage(picture.Clone(), 300);
        Assert.Equal(expected, NumeralStrokes.Mend([Word("1", new PixelBox(56, 50, 14, 40)), Word("MỤC", new PixelBox(130, 50, 90, 40))], page)[0].Text);
    }

    [Theory]
    [InlineData("m2", 16, "m²")] // ends well above the foot of the m
    [InlineData("m2", 34, "m2")] // on the line
    [InlineData("116/2016/NĐ-CP1", 16, "116/2016/NĐ-CP¹")] // the mark of a footnote
    [InlineData("BCA-P4", 34, "BCA-P4")] // a division's number
    public void A_digit_is_raised_where_it_stands_above_the_line(string text, int bottom, string expected)
    {
        using Mat picture = Paper();
        picture.Rectangle(new Rect(60, 62, 40, 28), Scalar.Black, -1);
        picture.Rectangle(new Rect(104, 50 + bottom - 16, 10, 22), Scalar.Black, -1);
        using var page = new WorkPage(picture.Clone(), 300);
        Assert.Equal(expected, RaisedDigits.Mend([Word(text, new PixelBox(58, 48, 60, 44))], page)[0].Text);
    }

    [Fact]
    public void A_lone_dot_in_the_margin_is_a_speck_and_the_one_that_ends_a_sentence_is_not()
    {
        using var picture = new Mat(600, 900, MatType.CV_8UC1, Scalar.White);
        picture.Rectangle(new Rect(100, 100, 600, 40), Scalar.Black, -1);
        using var page = new WorkPage(picture.Clone(), 100);
        using PageView view = PageView.Make(page);
        EngineWord far = Word(".", new PixelBox(560, 110, 6, 6)), text = Word("sau", new PixelBox(200, 100, 90, 40)), near = Word(".", new PixelBox(294, 130, 6, 6));
        Assert.Equal(["sau"], WordFilter.Filter([text, far], view).Select(static word => word.Text));
        Assert.Equal(["sau", "."], WordFilter.Filter([text, near], view).Select(static word => word.Text));
    }

    private static Mat Paper() => new(140, 400, MatType.CV_8UC1, Scalar.White);

    private static void Stem(Mat page, int x, int left, int right)
    {
        page.Rectangle(new Rect(x, 50, 5, 40), Scalar.Black, -1);
        page.Rectangle(new Rect(x - left, 50, 5 + left + right, 3), Scalar.Black, -1);
        page.Rectangle(new Rect(x - left, 87, 5 + left + right, 3), Scalar.Black, -1);
    }

    private static EngineWord Word(string text, PixelBox box) => new(text, box, 0.9, 0, []);
}
