using Dau.Vision.Traces;
using OpenCvSharp;

namespace Dau.Vision.Tests.Traces;

/// <summary>Pages with print, noise, dust and coloured fringes, with and without a pattern of yellow dots that repeats.</summary>
public sealed class PrinterDotFinderTests
{
    private const int Dpi = 300;
    private const double Millimetre = Dpi / 25.4;

    // OpenCV's IMWRITE_JPEG_SAMPLING_FACTOR, which its wrapper has no name for.
    private const int SamplingFactor = 7;

    [Theory]
    [InlineData(false, "as scanned")]
    [InlineData(true, "as a good JPEG with full colour")]
    public void A_pattern_that_repeats_is_found(bool jpeg, string reason)
    {
        using Mat page = Paper(seed: 1);
        Pattern(page);
        using Mat seen = jpeg ? Compressed(page) : page.Clone();

        PrinterDots dots = PrinterDotFinder.Find(seen, Dpi);

        Assert.True(dots.Outcome == PrinterDotOutcome.Found, $"{reason}: {dots}");
        Assert.InRange(Math.Abs(Math.IEEERemainder(dots.StepX, 12.7)), 0, 0.7);
    }

    [Fact]
    public void Print_noise_and_yellow_dust_are_no_pattern()
    {
        using Mat page = Paper(seed: 2);
        var random = new Random(3);
        for (int i = 0; i < 900; i++)
        {
            Dot(page, random.NextDouble() * 200, random.NextDouble() * 280);
        }

        Assert.Equal(PrinterDotOutcome.NotSeen, PrinterDotFinder.Find(page, Dpi).Outcome);
    }

    [Fact]
    public void A_page_without_dots_has_none()
    {
        using Mat page = Paper(seed: 4);
        using Mat compressed = Compressed(page);

        Assert.Equal(PrinterDotOutcome.NotSeen, PrinterDotFinder.Find(page, Dpi).Outcome);
        Assert.Equal(PrinterDotOutcome.NotSeen, PrinterDotFinder.Find(compressed, Dpi).Outcome);
    }

    [Fact]
    public void Coarse_pictures_are_not_judged()
    {
        using Mat page = Paper(seed: 5);
        Pattern(page);

        Assert.Equal(PrinterDotOutcome.TooCoarse, PrinterDotFinder.Find(page, 200).Outcome);
    }

    // Lines of bars for print, with a coloured fringe at one side, and a grain.
    private static Mat Paper(int seed)
    {
        (int width, int height) = ((int)(210 * Millimetre), (int)(297 * Millimetre));
        var page = new Mat(height, width, MatType.CV_8UC3, new Scalar(236, 242, 244));
        var random = new Random(seed);
        for (int y = 300; y < height - 300; y += 75)
        {
            for (int x = 350; x < width - 250; x += 30 + random.Next(50))
            {
                int stroke = 8 + random.Next(24);
                Cv2.Rectangle(page, new Rect(x - 2, y, stroke + 4, 34), new Scalar(190, 215, 225), -1);
                Cv2.Rectangle(page, new Rect(x, y, stroke, 34), new Scalar(30, 30, 34), -1);
            }
        }

        using var grain = new Mat(page.Size(), MatType.CV_16SC3);
        Cv2.SetTheRNG((ulong)seed);
        Cv2.Randn(grain, Scalar.All(0), Scalar.All(1.6));
        using var grained = new Mat();
        page.ConvertTo(grained, MatType.CV_16SC3);
        Cv2.Add(grained, grain, grained);
        grained.ConvertTo(page, MatType.CV_8UC3);
        return page;
    }

    // A cell of 15 by 8 places, 0.8 by 1.5 mm apart, a sixth of them set: the same in every cell.
    private static void Pattern(Mat page)
    {
        var random = new Random(77);
        (int X, int Y)[] set = [.. Enumerable.Range(0, 15).SelectMany(static x => Enumerable.Range(0, 8).Select(y => (x, y))).Where(_ => random.Next(6) == 0)];
        for (double left = 5; left < 195; left += 12.7)
        {
            for (double top = 5; top < 285; top += 12.7)
            {
                foreach ((int x, int y) in set)
                {
                    Dot(page, left + x * 0.8, top + y * 1.5);
                }
            }
        }
    }

    // A dot as a scanner's optics blur it.
    private static void Dot(Mat page, double x, double y)
    {
        (int column, int row) = ((int)(x * Millimetre), (int)(y * Millimetre));
        if (row < 2 || column < 2 || row > page.Height - 3 || column > page.Width - 3)
        {
            return;
        }

        for (int dy = -1; dy <= 1; dy++)
        {
            for (int dx = -1; dx <= 1; dx++)
            {
                Vec3b pixel = page.At<Vec3b>(row + dy, column + dx);
                int weaker = dx == 0 && dy == 0 ? 1 : dx == 0 || dy == 0 ? 2 : 4;
                page.Set(row + dy, column + dx, new Vec3b((byte)Math.Max(0, pixel.Item0 - 48 / weaker), (byte)Math.Max(0, pixel.Item1 - 4 / weaker), pixel.Item2));
            }
        }
    }

    private static Mat Compressed(Mat page)
    {
        Cv2.ImEncode(".jpg", page, out byte[] bytes, new ImageEncodingParam(ImwriteFlags.JpegQuality, 92), new ImageEncodingParam((ImwriteFlags)SamplingFactor, 0x111111));
        return Cv2.ImDecode(bytes, ImreadModes.Color);
    }
}
