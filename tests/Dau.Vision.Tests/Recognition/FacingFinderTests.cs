using Dau.ScanForge;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using Dau.Vision.Cleaning;
using Dau.Vision.Recognition;

namespace Dau.Vision.Tests.Recognition;

/// <summary>Two pages in one picture are read one after the other; other broad pages are not parted.</summary>
public sealed class FacingFinderTests
{
    [Fact]
    public void The_left_page_is_read_before_the_right_one_and_boxes_stay_on_the_picture()
    {
        (Page page, Truth truth) = ForgedPage.Read(OfficeLetters.InternalAffairs, new ScanOptions { Condition = "office", Seed = 4, Facing = true }, 1);
        Assert.NotNull(page.FacingAt);
        Assert.InRange(page.FacingAt.Value, page.Width * 0.47, page.Width * 0.53);
        Assert.Contains("facing pages read one after the other", page.Cleaning);
        bool[] right = [.. page.Words.Where(static word => word.Ocr.Count(char.IsLetter) > 2).Select(word => word.Layout.CentreX > page.FacingAt)];
        Assert.Equal(Array.IndexOf(right, true), right.Count(static r => !r));

        // Lengths of a word's box may differ from those of its ink by what the engine adds; its middle may not.
        Word[] sure = [.. page.Words.Where(static word => word.Confidence > 0.9 && word.Ocr.Length > 4)];
        IEnumerable<double> off = sure.Select(word => truth.Pages[0].Words.Where(other => other.Text == word.Ocr)
            .Select(other => Math.Max(Math.Abs(other.Box.CentreX - word.Box.CentreX), Math.Abs(other.Box.CentreY - word.Box.CentreY))).DefaultIfEmpty(0).Min());
        Assert.True(off.Order().ElementAt(sure.Length * 9 / 10) <= 3);
    }

    [Fact]
    public void A_single_page_is_not_parted()
    {
        ForgedDocument made = Forge.MakeDocument(OfficeLetters.InternalAffairs, new ScanOptions { Condition = "office", Seed = 4 });
        Assert.Null(Find(Cv2.ImDecode(made.Pages[0].Data, ImreadModes.Grayscale), made.Truth.Dpi));
    }

    [Theory]
    [InlineData(true, false)] // two columns of lines, far apart, and nothing across: facing pages
    [InlineData(false, true)] // a heading and a line across the middle: a page with a letterhead of two columns
    public void Lines_across_the_middle_forbid_it(bool expected, bool across)
    {
        var picture = new Mat(827, 1169, MatType.CV_8UC1, Scalar.White);
        for (int y = 100; y < 700; y += 28)
        {
            Line(picture, 110, 480, y);
            Line(picture, 690, 1060, y);
        }

        for (int y = 400; across && y < 700; y += 28)
        {
            Line(picture, 110, 1060, y);
        }

        Assert.Equal(expected, Find(picture, 100) is not null);
    }

    [Fact]
    public void A_ruled_table_on_its_side_is_not_parted()
    {
        var picture = new Mat(827, 1169, MatType.CV_8UC1, Scalar.White);
        for (int y = 100; y < 700; y += 28)
        {
            Line(picture, 110, 480, y);
            Line(picture, 690, 1060, y);
            picture.Rectangle(new Rect(100, y + 16, 970, 2), Scalar.Black, -1);
        }

        Assert.Null(Find(picture, 100));
    }

    private static void Line(Mat picture, int from, int to, int y)
    {
        for (int x = from; x < to; x += 10)
        {
            picture.Rectangle(new Rect(x, y, 6, 9), Scalar.Black, -1);
        }
    }

    private static int? Find(Mat picture, int dpi)
    {
        using var page = new WorkPage(picture, dpi);
        using PageView view = PageView.Make(page);
        return FacingFinder.Find(view);
    }
}
