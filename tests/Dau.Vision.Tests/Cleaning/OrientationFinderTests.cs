using Dau.Vision.Cleaning;

namespace Dau.Vision.Tests.Cleaning;

public sealed class OrientationFinderTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(90, 270)] // lies on its right side: turned three quarters more
    [InlineData(180, 180)]
    [InlineData(270, 90)]
    public void A_page_is_turned_upright(int turned, int expected)
    {
        using Mat page = Quarter(TextPicture.Load(), turned);
        using var ink = new PageInk(InkMask.Make(page, TextPicture.Dpi, 150, out double factor), factor);
        (int degrees, double certainty) = OrientationFinder.Find(ink);
        Assert.Equal(expected, degrees);
        Assert.True(certainty > OrientationFinder.Sure, $"In doubt: {certainty}.");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(90, 270)]
    public void The_edge_of_the_sheet_does_not_turn_a_page_of_few_lines(int turned, int expected)
    {
        using Mat text = TextPicture.Load();
        var page = new Mat(text.Size(), MatType.CV_8UC1, Scalar.White);
        var lines = new Rect(0, 0, text.Width, text.Height / 4);
        using (Mat from = text.SubMat(lines), to = page.SubMat(lines))
        {
            from.CopyTo(to);
        }

        int height = page.Height;
        for (int y = 0; y < height; y += 18)
        {
            page.Rectangle(new Rect(40, y, 4, 14), Scalar.Black, -1);
        }

        using Mat lying = Quarter(page, turned);
        using var ink = new PageInk(InkMask.Make(lying, TextPicture.Dpi, 150, out double factor), factor);
        Assert.Equal(expected, OrientationFinder.Find(ink).Degrees);
    }

    [Theory]
    [InlineData(1.0, 5.0)] // better as it is
    [InlineData(5.0, 1.0)] // better the other way round
    public void In_doubt_the_better_reading_decides(double asItIs, double turned)
    {
        // Bars have no top and no bottom.
        var picture = new Mat(1200, 900, MatType.CV_8UC1, Scalar.White);
        for (int y = 200; y < 600; y += 40)
        {
            for (int x = 100; x < 800; x += 25)
            {
                picture.Rectangle(new Rect(x, y, 14, 20), Scalar.Black, -1);
            }
        }

        using var page = new WorkPage(picture, 150);
        int asked = 0;
        new OrientationCleaner((_, _) => asked++ == 0 ? turned : asItIs).Clean(page);
        Assert.Equal(2, asked);
    }

    private static Mat Quarter(Mat page, int degrees)
    {
        if (degrees == 0)
        {
            return page;
        }

        var turned = new Mat();
        Cv2.Rotate(page, turned, degrees switch { 90 => RotateFlags.Rotate90Clockwise, 180 => RotateFlags.Rotate180, _ => RotateFlags.Rotate90Counterclockwise });
        page.Dispose();
        return turned;
    }
}
