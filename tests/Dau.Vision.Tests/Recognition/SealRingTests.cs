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

    [Theory]
    [InlineData(250, 360, 200, 30, true)] // a name over the lower edge
    [InlineData(200, 400, 300, 30, false)] // a name below
    [InlineData(420, 200, 100, 30, false)] // beside
    public void A_band_meets_the_ring_or_does_not(int x, int y, int width, int height, bool meets) =>
        Assert.Equal(meets, new SealRing(250, 220, 145, 4).Meets(new Rect(x, y, width, height)));
}
