using Dau.ScanForge;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using Dau.Vision.Cleaning;

namespace Dau.Vision.Tests.Cleaning;

public sealed class MarkTests
{
    [Fact]
    public void Seal_stamp_and_handwriting_are_reported_where_they_stand_and_nothing_else()
    {
        ForgedDocument made = Forge.MakeDocument(OfficeLetters.InternalAffairs, new ScanOptions { Condition = "office", Seed = 3 });
        for (int i = 0; i < made.Pages.Count; i++)
        {
            using var page = new WorkPage(Cv2.ImDecode(made.Pages[i].Data, ImreadModes.Color), made.Truth.Dpi);
            PageCleaning.Clean(page, static (_, _) => 0);
            List<Mark> found = [.. page.Marks];
            foreach (TruthMark truth in made.Truth.Marks.Where(mark => mark.Page == i + 1 && mark.Kind != MarkKind.Signature))
            {
                Mark mark = Assert.Single(found, mark => mark.Kind == truth.Kind && Shared(mark.Box, truth.Box) > 0.4);
                Assert.Equal(truth.Colour, mark.Colour);
                found.Remove(mark);
            }

            Assert.Empty(found);
        }
    }

    [Theory]
    [InlineData(40, 10, true)] // a stamp's frame
    [InlineData(40, 26, true)] // the receiver's
    [InlineData(4, 10, false)] // a letter
    [InlineData(100, 12, false)] // a ruled heading
    public void A_frame_is_a_stamp_by_its_size(int width, int height, bool stamp)
    {
        const double Millimetre = 64 / 25.4;
        using var red = new Mat(700, 530, MatType.CV_8UC1, Scalar.Black);
        red.Rectangle(new Rect(60, 60, (int)(width * Millimetre), (int)(height * Millimetre)), Scalar.White, 2);
        Assert.Equal(stamp ? 1 : 0, StampFinder.Find(red, Millimetre).Count);
    }

    [Fact]
    public void A_frame_with_a_side_missing_is_no_stamp()
    {
        const double Millimetre = 64 / 25.4;
        using var red = new Mat(700, 530, MatType.CV_8UC1, Scalar.Black);
        red.Rectangle(new Rect(60, 60, 100, 25), Scalar.White, 2);
        red.Rectangle(new Rect(150, 50, 20, 50), Scalar.Black, -1);
        Assert.Empty(StampFinder.Find(red, Millimetre));
    }

    private static double Shared(PixelBox a, PixelBox b)
    {
        double width = Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X);
        double height = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y);
        return width <= 0 || height <= 0 ? 0 : width * height / Math.Min(a.Width * (double)a.Height, b.Width * (double)b.Height);
    }
}
