using Dau.Vision.Cleaning;
using Dau.Vision.Cleaning.Photo;

namespace Dau.Vision.Tests.Cleaning.Photo;

public sealed class SheetFinderTests
{
    // Seeds of hard photos that between them have every effect: light and dark desk, clutter, cut-off corner, curl, folds, glare, shaken hand.
    public static TheoryData<string, int> Photos => new(("photo", 40), ("photo-hard", 41), ("photo-hard", 44), ("photo-hard", 45));

    [Theory]
    [MemberData(nameof(Photos))]
    public void The_sheet_holds_the_text_and_little_else(string condition, int seed)
    {
        ForgedPhoto photo = ForgedPhoto.Make(condition, seed);
        using WorkPage page = photo.Clean();
        Sheet sheet = Assert.IsType<Sheet>(page.Sheet);
        int held = photo.Truth.Words.Count(word => Cv2.PointPolygonTest(sheet.Corners, Middle(word.Box), false) >= 0);
        Assert.True(held >= 0.985 * photo.Truth.Words.Count, $"{held} of {photo.Truth.Words.Count} words");
        double found = Cv2.ContourArea(sheet.Corners);
        double made = Cv2.ContourArea(Corners(photo));
        Assert.InRange(found / made, 0.85, 1.2);
    }

    [Theory]
    [InlineData("clean")]
    [InlineData("office")]
    [InlineData("office-hard")] // dark edges and coffee: uneven, but a scan
    public void A_scan_is_left_alone(string condition)
    {
        ForgedPhoto? scan = condition == "clean" ? null : ForgedPhoto.Make(condition, 40);
        using var page = new WorkPage(scan?.Picture ?? TextPicture.Load(), scan?.Truth.Dpi ?? TextPicture.Dpi);
        using Mat before = page.Grey.Clone();
        new SheetCleaner().Clean(page);
        new SheetFlattener().Clean(page);
        Assert.Null(page.Sheet);
        Assert.Null(page.Warning);
        Assert.Empty(page.Steps);
        Assert.Equal(0, Cv2.Norm(before, page.Grey));
    }

    [Fact]
    public void Paper_whose_edges_do_not_show_is_read_whole_and_said_to_be()
    {
        // Text in a shadow that covers half the picture, on nothing that has an edge.
        using Mat text = TextPicture.Turned(12);
        using var light = new Mat(text.Size(), MatType.CV_32FC1);
        int width = light.Width;
        for (int x = 0; x < width; x++)
        {
            using Mat column = light.ColRange(x, x + 1);
            column.SetTo(Scalar.All(1 - (0.6 / (1 + Math.Exp((x - (width / 2.0)) / 90.0)))));
        }

        using var wide = new Mat();
        text.ConvertTo(wide, MatType.CV_32FC1);
        Cv2.Multiply(wide, light, wide);
        var picture = new Mat();
        wide.ConvertTo(picture, MatType.CV_8UC1);
        using var page = new WorkPage(picture, TextPicture.Dpi);
        PageCleaning.Clean(page, static (_, _) => 0);
        Assert.Equal(0, page.Sheet?.Certainty);
        Assert.NotNull(page.Warning);
        using Mat mask = InkMask.Make(page.Grey, page.WorkDpi, 150, out _);
        Assert.InRange(SkewEstimator.Estimate(mask).Degrees, -0.3, 0.3);
    }

    [Theory]
    [InlineData("photo", 40, 90)]
    [InlineData("photo-hard", 44, 180)]
    [InlineData("photo-hard", 45, 270)]
    public void A_photo_that_lies_is_turned_upright(string condition, int seed, int turn)
    {
        using WorkPage page = ForgedPhoto.Make(condition, seed, turn).Clean();
        Assert.Equal((360 - turn) % 360, page.RotationDegrees);
    }

    private static Point2f Middle(PixelBox box) => new(box.X + (box.Width / 2f), box.Y + (box.Height / 2f));

    private static Point2f[] Corners(ForgedPhoto photo) =>
        [.. photo.Truth.Corners.Chunk(2).Select(static pair => new Point2f((float)pair[0], (float)pair[1]))];
}
