using CsCheck;
using Dau.Vision.Cleaning;
using Size = OpenCvSharp.Size;

namespace Dau.Vision.Tests.Cleaning;

public sealed class PageFrameTests
{
    [Fact]
    public void Ink_found_in_the_work_frame_lies_where_its_box_on_the_picture_says()
    {
        Gen.Select(Gen.Double[-5, 5], Gen.Int[0, 1], Gen.Int[250, 500], Gen.Int[250, 700]).Sample((skew, big, x, y) =>
        {
            // One black block on the picture, warped as a page is; where it comes out is then mapped back.
            using var picture = new Mat(1000, 800, MatType.CV_8UC1, Scalar.White);
            picture.Rectangle(new Rect(x, y, 40, 12), Scalar.Black, -1);
            PageFrame frame = PageFrame.Skewed(picture.Size(), skew) with { Scale = big + 1, Border = 10 };
            double[,] map = frame.WorkToPicture();
            using var matrix = Mat.FromPixelData(2, 3, MatType.CV_64FC1, new[] { map[0, 0], map[0, 1], map[0, 2], map[1, 0], map[1, 1], map[1, 2] });
            using var work = new Mat();
            Cv2.WarpAffine(picture, work, matrix, frame.WorkSize, InterpolationFlags.Linear | InterpolationFlags.WarpInverseMap, BorderTypes.Constant, Scalar.White);
            PixelBox centre = frame.ToPicture(CentreOf(work));
            Assert.InRange(centre.X, x + 20 - 3, x + 20 + 3);
            Assert.InRange(centre.Y, y + 6 - 3, y + 6 + 3);
        }, iter: 40, seed: "0000KOIPe603");
    }

    [Fact]
    public void A_box_on_the_picture_holds_the_turned_box_and_little_more() =>
        Gen.Select(Gen.Double[-15, 15], Gen.Int[100, 500], Gen.Int[100, 700], Gen.Int[10, 120]).Sample((skew, x, y, width) =>
        {
            PageFrame frame = PageFrame.Skewed(new Size(900, 1200), skew) with { Border = 10 };
            PixelBox box = frame.ToPicture(new PixelBox(x, y, width, 30));
            double sine = Math.Abs(Math.Sin(skew * Math.PI / 180));
            double cosine = Math.Cos(skew * Math.PI / 180);
            Assert.InRange(box.Width, (width * cosine) + (30 * sine) - 2, (width * cosine) + (30 * sine) + 2);
            Assert.InRange(box.Height, (30 * cosine) + (width * sine) - 2, (30 * cosine) + (width * sine) + 2);
        });

    [Fact]
    public void A_slightly_skewed_page_that_was_not_resampled_is_straight_in_the_layout_frame()
    {
        PageFrame frame = PageFrame.Skewed(new Size(1600, 2200), 0.3) with { Border = 10, IsStraightened = false };
        // Two words of one line that falls by 0.3° to the right.
        double fall = Math.Tan(0.3 * Math.PI / 180) * 1200;
        PixelBox left = frame.ToLayout(new PixelBox(110, 510, 60, 30));
        PixelBox right = frame.ToLayout(new PixelBox(1310, 510 + (int)Math.Round(fall), 60, 30));
        Assert.InRange(right.Y - left.Y, -1, 1);
        Assert.Equal(new PixelBox(100, 500, 60, 30), frame.ToPicture(new PixelBox(110, 510, 60, 30)));
    }

    private static PixelBox CentreOf(Mat work)
    {
        using Mat inverse = ~work;
        Moments moments = Cv2.Moments(inverse);
        return new PixelBox((int)Math.Round(moments.M10 / moments.M00), (int)Math.Round(moments.M01 / moments.M00), 0, 0);
    }
}
