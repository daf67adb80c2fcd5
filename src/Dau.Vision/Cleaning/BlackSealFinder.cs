using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>
/// Finds round seals by their shape where colour does not tell, as on 1-bit and grey scans: rings of 11 to 20 mm radius that are inked nearly all around.
/// </summary>
internal static class BlackSealFinder
{
    private const double SmallestRadius = 11;
    private const double LargestRadius = 20;
    private const int ViewDpi = 72;
    private const int Angles = 72;
    private const double LeastCoverage = 0.86;
    private const int MostCircles = 16;

    /// <summary>Seals of a part of what the engine is shown, in work pixels.</summary>
    public static IReadOnlyList<Seal> Find(Mat grey, int dpi, PixelBox part)
    {
        Rect box = new Rect(part.X, part.Y, part.Width, part.Height).Intersect(new Rect(0, 0, grey.Width, grey.Height));
        if (box.Width < dpi || box.Height < dpi)
        {
            return [];
        }

        using Mat cut = grey.SubMat(box);
        using Mat ink = InkMask.Make(cut, dpi, ViewDpi, out double factor);
        return [.. Find(ink, ViewDpi / 25.4).Select(seal => seal with { X = (seal.X * factor) + box.X, Y = (seal.Y * factor) + box.Y, Radius = seal.Radius * factor })];
    }

    /// <summary>Seals in pixels of the view.</summary>
    internal static IReadOnlyList<Seal> Find(Mat ink, double millimetre)
    {
        using var soft = new Mat();
        Cv2.GaussianBlur(ink, soft, new Size(5, 5), 0);
        int smallest = (int)(SmallestRadius * millimetre * 0.8);
        CircleSegment[] circles = Cv2.HoughCircles(soft, HoughModes.Gradient, 1, 8 * millimetre, 120, 26, smallest, (int)(LargestRadius * millimetre));
        var seals = new List<Seal>();
        foreach (CircleSegment circle in circles.Take(MostCircles))
        {
            for (double radius = LargestRadius * millimetre; radius >= SmallestRadius * millimetre; radius -= 0.5)
            {
                if (Coverage(ink, circle.Center, radius) < LeastCoverage)
                {
                    continue;
                }

                // Text is ink all around at every radius; beyond a seal's ring there is paper, but for a signature and a title.
                bool alone = Coverage(ink, circle.Center, radius + (1.6 * millimetre)) < 0.55;
                if (alone && !seals.Exists(known => Math.Abs(known.X - circle.Center.X) + Math.Abs(known.Y - circle.Center.Y) < radius))
                {
                    seals.Add(new Seal(circle.Center.X, circle.Center.Y, radius, false));
                }

                break;
            }
        }

        return seals;
    }

    private static double Coverage(Mat ink, Point2f centre, double radius)
    {
        (int width, int height) = (ink.Width, ink.Height);
        int covered = 0;
        for (int i = 0; i < Angles; i++)
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / Angles);
            for (int step = -1; step <= 1; step++)
            {
                int x = (int)Math.Round(centre.X + (cosine * (radius + step)));
                int y = (int)Math.Round(centre.Y + (sine * (radius + step)));
                if (x >= 0 && y >= 0 && x < width && y < height && ink.At<byte>(y, x) != 0)
                {
                    covered++;
                    break;
                }
            }
        }

        return covered / (double)Angles;
    }
}
