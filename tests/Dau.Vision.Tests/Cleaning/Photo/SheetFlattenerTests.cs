using CsCheck;
using Dau.ScanForge.Output;
using Dau.Vision.Cleaning;
using Dau.Vision.Cleaning.Photo;
using Size = OpenCvSharp.Size;

namespace Dau.Vision.Tests.Cleaning.Photo;

public sealed class SheetFlattenerTests
{
    [Fact]
    public void Ink_of_a_bent_sheet_lies_where_its_box_on_the_photo_says() =>
        Gen.Select(Gen.Float[-60, 60].Array[8], Gen.Double[-0.06, 0.06].Array[12], Gen.Int[350, 800], Gen.Int[400, 1100], Gen.Double[0.7, 1.6]).Sample((off, slopes, x, y, scale) =>
        {
            // One black block on the photo, flattened as a sheet is; where it comes out is then mapped back.
            using var picture = new Mat(1500, 1200, MatType.CV_8UC1, Scalar.White);
            picture.Rectangle(new Rect(x, y, 30, 14), Scalar.Black, -1);
            var sheet = new Sheet(new(100 + off[0], 80 + off[1]), new(1100 + off[2], 80 + off[3]), new(1100 + off[4], 1420 + off[5]), new(100 + off[6], 1420 + off[7]), 1);
            PageFrame frame = SheetFrame.Make(sheet, picture.Size(), sheet.Dpi) with
            {
                Scale = scale, Border = 10, Bend = new LineBend { Width = 1200, Height = 1500, Slopes = slopes },
            };
            using Mat work = SheetFrame.Warp(picture, frame, InterpolationFlags.Linear);
            using Mat inverse = ~work;
            using Mat ink = inverse.Threshold(100, 255, ThresholdTypes.Binary);
            Rect box = Cv2.BoundingRect(ink);
            PixelBox back = frame.ToPicture(new PixelBox(box.X, box.Y, box.Width, box.Height));
            Assert.InRange(back.X + (back.Width / 2.0), x + 15 - 3, x + 15 + 3);
            Assert.InRange(back.Y + (back.Height / 2.0), y + 7 - 3, y + 7 + 3);
        }, iter: 60);

    [Theory]
    [InlineData("photo", 40)]
    [InlineData("photo-hard", 41)]
    [InlineData("photo-hard", 45)]
    public void Lines_of_a_photo_are_straight_once_it_is_flattened(string condition, int seed)
    {
        ForgedPhoto photo = ForgedPhoto.Make(condition, seed);
        using WorkPage page = photo.Clean();
        using Mat mask = InkMask.Make(page.Grey, page.WorkDpi, 100, out double factor);
        // Of every line that fills the width, the left, middle and right thirds must have their densest row at one height.
        foreach ((double left, double right) in Lines(photo.Truth, page, factor))
        {
            Assert.InRange(right - left, -3.5, 3.5);
        }
    }

    [Fact]
    public void The_smoother_rendering_of_a_photo_has_less_noise_on_its_paper_and_lies_as_the_first_did()
    {
        using WorkPage page = ForgedPhoto.Make("photo", 40).Clean();
        PageFrame frame = page.Frame;
        double before = Grain(page.Grey);
        Assert.True(SheetFlattener.Soften(page));
        Assert.True(Grain(page.Grey) < 0.8 * before);
        Assert.Equal(frame, page.Frame);
    }

    [Fact]
    public void A_scan_has_no_smoother_rendering()
    {
        using var page = new WorkPage(new Mat(300, 200, MatType.CV_8UC1, Scalar.White), 100);
        Mat grey = page.Grey;
        Assert.False(SheetFlattener.Soften(page));
        Assert.Same(grey, page.Grey);
    }

    /// <summary>How much neighbouring pixels of the paper differ, levels.</summary>
    private static double Grain(Mat grey)
    {
        using var change = new Mat();
        using var paper = new Mat();
        Cv2.Laplacian(grey, change, MatType.CV_16S);
        using Mat size = Cv2.Abs(change);
        using var smooth = new Mat();
        Cv2.GaussianBlur(grey, smooth, default, 4);
        Cv2.Threshold(smooth, paper, 240, 255, ThresholdTypes.Binary);
        return Cv2.Mean(size, paper).Val0;
    }

    /// <summary>Heights of first and last words of long lines in the flattened picture, px at 100 dpi; from the truth's boxes, mapped by brute force.</summary>
    private static IEnumerable<(double Left, double Right)> Lines(TruthPage truth, WorkPage page, double factor)
    {
        var words = truth.Words.Where(static w => w.Block is not null && !w.Handwritten && w.Text.All(char.IsLetter)).ToList();
        for (int i = 0; i + 8 < words.Count; i++)
        {
            // Words of one line follow one another to the right.
            int end = i;
            while (end + 1 < words.Count && words[end + 1].Box.X > words[end].Box.X && words[end + 1].Block == words[i].Block)
            {
                end++;
            }

            if (end - i >= 8)
            {
                yield return (Height(words[i].Box, page) / factor, Height(words[end].Box, page) / factor);
            }

            i = end;
        }
    }

    private static double Height(PixelBox box, WorkPage page)
    {
        // A box's lower edge holds the baseline, or a dot or tail below it: the middle is steadier.
        (double x, double y) = (box.X + (box.Width / 2.0), box.Y + (box.Height / 2.0));
        (double best, double at) = (double.MaxValue, 0);
        Size size = page.Frame.WorkSize;
        for (int wy = 0; wy < size.Height; wy += 6)
        {
            for (int wx = 0; wx < size.Width; wx += 12)
            {
                PixelBox there = page.Frame.ToPicture(new PixelBox(wx, wy, 1, 1));
                double far = Math.Abs(there.X - x) + Math.Abs(there.Y - y);
                (best, at) = far < best ? (far, wy) : (best, at);
            }
        }

        return at;
    }
}
