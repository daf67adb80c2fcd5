using Dau.Vision.Cleaning;
using Dau.Vision.Recognition;
using SkiaSharp;

namespace Dau.Vision.Tests.Cleaning;

/// <summary>Rows of dots are taken out; dots that are text, or parts of letters, stay as they were.</summary>
public sealed class LeaderCleanerTests
{
    [Theory]
    [InlineData("Điều 5 ........................... 7", 1, "a leader to a page's number")]
    [InlineData("Họ tên: ............ Sinh năm: ........", 2, "blanks to be filled in")]
    [InlineData("Số: ...... /QĐ-UBND", 1, "a blank in a number")]
    [InlineData("Họ tên: ………… Cấp bậc: …………", 2, "blanks set with ellipses")]
    [InlineData("Kính gửi: . . . . . . . . . .", 1, "dots that are spaced")]
    [InlineData("“Thực hiện…” và “các việc khác...” rồi thôi", 0, "ellipses in quotations")]
    [InlineData("Địa chỉ: ị ị ị ị ị ị ị ị ạ ạ ạ ạ ạ ạ", 0, "dots below letters in a row")]
    [InlineData("iiiiiiiiii ìììì íííííí ïïïïïï", 0, "dots above letters in a row")]
    [InlineData("1.250.000.000.000.000 đồng", 0, "points between digits")]
    [InlineData("Mục 1.1.1.1.1.1.1.1 và I.I.I.I.I.I.I", 0, "points between numerals")]
    [InlineData("8:30 : 9:30 : 10:30 : 11:30 : 12:30", 0, "colons")]
    [InlineData("- - - - - - - - - - - -", 0, "dashes")]
    public void A_row_of_dots_goes_and_dots_of_the_text_stay(string text, int leaders, string why)
    {
        foreach (int dpi in new[] { 150, 200, 300 })
        {
            using var page = new WorkPage(Print(text, dpi), dpi);
            Rect[] before = Small(page.Grey);
            new LeaderCleaner().Clean(page);
            Assert.True(leaders == page.Leaders.Count(), $"{why} at {dpi} dpi: {page.Leaders.Count()} leaders");
            Assert.Equal(leaders > 0, page.Steps.Count == 1);
            Assert.Equal(before.Where(dot => !page.Leaders.Any(leader => leader.X - 2 <= dot.X && dot.Right <= leader.Right + 2 && leader.Y - 2 <= dot.Y && dot.Bottom <= leader.Bottom + 2)), Small(page.Grey));
        }
    }

    [Theory]
    [InlineData(2, 1)] // dotted: dots closer than those of a leader ever stand
    [InlineData(9, 2)] // broken
    public void Rules_of_tables_stay(int length, int gap)
    {
        using Mat picture = Print("Tên hàng", 150);
        for (int x = 40; x < 700; x += length + gap)
        {
            picture.Rectangle(new Rect(x, 150, length, 2), Scalar.Black, -1);
        }

        using var page = new WorkPage(picture.Clone(), 150);
        new LeaderCleaner().Clean(page);
        Assert.Empty(page.Steps);
    }

    [Theory]
    [InlineData(150, 1, 4, 0.14)]
    [InlineData(200, 2, 5, 0.14)]
    [InlineData(300, 3, 7, 0.14)]
    public void A_dotted_line_below_words_goes_and_the_letters_on_it_stay(int dpi, int dot, int step, double belowBaseline)
    {
        const string Text = "Ông: Vũ Thị Ngự, hộ khẩu tại phường Lộc Hạ, quận Ngọc";
        using Mat plain = Print(Text, dpi);
        using Mat lined = plain.Clone();
        int y = (int)((dpi / 2.0) + (belowBaseline * dpi * 13 / 72) + dot);
        for (int x = dpi / 4; x < 5 * dpi; x += step)
        {
            // Where a letter goes below the line the dots run into it.
            lined.Rectangle(new Rect(x, y, dot, dot), Scalar.Black, -1);
        }

        using var page = new WorkPage(lined.Clone(), dpi);
        new LeaderCleaner().Clean(page);
        Assert.Contains("dotted lines below words", Assert.Single(page.Steps), StringComparison.Ordinal);

        // What is left is the print: nearly all the dots are gone, and no ink of the letters.
        using Mat extra = new(), lost = new(), tooMuch = new();
        Cv2.Subtract(plain, page.Grey, extra);
        Cv2.Subtract(page.Grey, plain, lost);
        Cv2.Subtract(plain, lined, tooMuch);
        Assert.True(Dark(extra) < 0.3 * Dark(tooMuch), $"{Dark(extra)} of {Dark(tooMuch)} pixels of the line are left");
        Assert.True(Dark(lost) < 0.002 * Ink(plain), $"{Dark(lost)} of {Ink(plain)} pixels of print were taken");

        static int Dark(Mat difference)
        {
            using var mask = new Mat();
            Cv2.Threshold(difference, mask, 100, 255, ThresholdTypes.Binary);
            return Cv2.CountNonZero(mask);
        }

        static int Ink(Mat print)
        {
            using var mask = new Mat();
            Cv2.Threshold(print, mask, 128, 255, ThresholdTypes.BinaryInv);
            return Cv2.CountNonZero(mask);
        }
    }

    [Fact]
    public void The_dots_of_a_blank_on_a_slant_are_filled_with_the_papers_tone()
    {
        using Mat flat = Print("Họ tên: .................... Điện thoại:", 200);
        using Mat matrix = Cv2.GetRotationMatrix2D(new Point2f(flat.Width / 2f, flat.Height / 2f), 3, 1);
        var picture = new Mat();
        Cv2.WarpAffine(flat, picture, matrix, flat.Size(), InterpolationFlags.Linear, BorderTypes.Constant, Scalar.White);
        Cv2.Min(picture, new Mat(picture.Size(), picture.Type(), new Scalar(222)), picture);
        using var page = new WorkPage(picture, 200);
        new LeaderCleaner().Clean(page);
        PixelBox leader = Assert.Single(page.Leaders);
        using Mat row = page.Grey.SubMat(new Rect(leader.X, leader.Y, leader.Width, leader.Height));
        row.MinMaxLoc(out double darkest, out double brightest);
        Assert.InRange(darkest, 190, 222); // it was under 60
        Assert.Equal(222, brightest);
    }

    [Fact]
    public void A_taken_leader_is_an_ellipsis_in_its_line()
    {
        EngineWord[] words = [Word("tên:", 100, 0), Word("Sinh", 500, 0), Word("Nhập", 100, 1) with { Box = new PixelBox(100, 200, 80, 40) }];
        PixelBox[] leaders = [new(200, 132, 90, 6), new(310, 132, 150, 6), new(600, 132, 50, 6), new(100, 400, 500, 6)];
        IReadOnlyList<EngineWord> all = LeaderWords.Insert(words, leaders);
        Assert.Equal(["tên:", "…", "Sinh", "…", "Nhập"], all.Select(static word => word.Text));
        Assert.Equal([0, 0, 0, 0, 1], all.Select(static word => word.Line));
        Assert.Equal(new PixelBox(200, 132, 260, 6), all[1].Box);
        Assert.Equal(words, LeaderWords.Insert(words, []));
    }

    private static EngineWord Word(string text, int x, int line) => new(text, new PixelBox(x, 100, 80, 40), 0.9, line, []);

    /// <summary>The text in 13 points over lines of other text, by which the size of letters is judged.</summary>
    private static Mat Print(string text, int dpi)
    {
        using var face = SKTypeface.FromFile("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf");
        using var font = new SKFont(face, 13f * dpi / 72);
        using var bitmap = new SKBitmap(7 * dpi, 2 * dpi, SKColorType.Gray8, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.Clear(SKColors.White);
        canvas.DrawText(text, dpi / 4f, dpi / 2f, SKTextAlign.Left, font, paint);
        canvas.DrawText("Căn cứ Nghị định số 30 của Chính phủ về công tác văn thư", dpi / 4f, dpi * 1.7f, SKTextAlign.Left, font, paint);
        using Mat view = Mat.FromPixelData(bitmap.Height, bitmap.Width, MatType.CV_8UC1, bitmap.GetPixels(), bitmap.RowBytes);
        return view.Clone();
    }

    private static Rect[] Small(Mat picture)
    {
        using var ink = new Mat();
        Cv2.Threshold(picture, ink, 150, 255, ThresholdTypes.BinaryInv);
        return [.. Components.Of(ink).Select(static part => part.Box).OrderBy(static box => box.X).ThenBy(static box => box.Y)];
    }
}
