using CsCheck;
using Dau.Vision.Cleaning;
using Dau.Vision.Recognition;

namespace Dau.Vision.Tests.Recognition;

public sealed class SealRingTests
{
    private const double Millimetre = 200 / 25.4;

    [Fact]
    public void A_ring_is_traced_from_a_rough_place_though_print_runs_through_it() =>
        Gen.Select(Gen.Double[-6, 6], Gen.Double[-6, 6], Gen.Double[-6, 6], Gen.Int[2, 6]).Sample((dx, dy, dr, thickness) =>
        {
            using var ink = new Mat(500, 700, MatType.CV_8UC1, Scalar.Black);
            ink.Circle(new Point(250, 220), 136 - (thickness / 2), Scalar.White, thickness);
            Cv2.PutText(ink, "NGUYEN VAN HAI", new Point(180, 372), HersheyFonts.HersheyDuplex, 1.4, Scalar.White, 3);
            SealRing ring = SealRing.Trace(ink, new Seal(250 + dx, 220 + dy, 136 + dr), Millimetre);
            Assert.InRange(ring.X, 248, 252);
            Assert.InRange(ring.Y, 218, 222);
            Assert.InRange(ring.Outer, 134, 138.5);
            Assert.InRange(ring.Thickness, thickness - 1.5, thickness + 2.5);
        }, iter: 40);

    [Fact]
    public void Rings_go_and_strokes_that_run_through_them_stay()
    {
        using var layer = new Mat(500, 700, MatType.CV_8UC1, Scalar.White);
        layer.Circle(new Point(250, 220), 134, Scalar.Black, 5);
        layer.Circle(new Point(250, 220), 120, Scalar.Black, 2);
        layer.Line(new Point(250, 335), new Point(250, 380), Scalar.Black, 4);
        RingEraser.Erase(layer, new SealRing(250, 220, 136.5, 5), Millimetre);
        Assert.Equal(255, layer.At<byte>(220, 250 - 134));
        Assert.Equal(255, layer.At<byte>(220, 250 - 120));
        Assert.All(Enumerable.Range(340, 36), y => Assert.True(layer.At<byte>(y, 250) < 150, $"row {y} of the stroke"));
    }

    [Fact]
    public void A_line_of_print_is_cleared_of_its_neighbours_and_of_specks()
    {
        using var cut = new Mat(80, 400, MatType.CV_8UC1, Scalar.White);
        cut.Rectangle(new Rect(20, 0, 60, 18), Scalar.Black, -1);
        cut.Rectangle(new Rect(40, 30, 100, 24), Scalar.Black, -1);
        cut.Rectangle(new Rect(144, 22, 5, 5), Scalar.Black, -1);
        cut.Rectangle(new Rect(300, 45, 5, 5), Scalar.Black, -1);
        using Mat clean = LinePicture.Clean(cut, 20, 60, Millimetre);
        Assert.Equal((255, 0, 0, 255), (clean.At<byte>(8, 40), clean.At<byte>(40, 80), clean.At<byte>(24, 146), clean.At<byte>(47, 302)));
    }

    [Theory]
    [InlineData(250, 360, 200, 30, true)] // a name over the lower edge
    [InlineData(200, 400, 300, 30, false)] // a name below
    [InlineData(420, 200, 100, 30, false)] // beside
    public void A_band_meets_the_ring_or_does_not(int x, int y, int width, int height, bool meets) =>
        Assert.Equal(meets, new SealRing(250, 220, 145, 4).Meets(new Rect(x, y, width, height)));
}
