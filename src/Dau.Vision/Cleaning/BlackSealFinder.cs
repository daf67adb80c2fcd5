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
    private const int MostMoved = 6;
    private const double Astray = 4;

    /// <summary>Seals of a part of what the engine is shown, in work pixels; where it holds none, one that reaches out of it, upwards and to the left, over the titles.</summary>
    public static IReadOnlyList<Seal> Find(Mat grey, int dpi, PixelBox part)
    {
        int reach = (int)(LargestRadius * dpi / 25.4);
        IReadOnlyList<Seal> inside = FindIn(grey, dpi, new Rect(part.X, part.Y, part.Width, part.Height));
        return inside.Count > 0 ? inside : FindIn(grey, dpi, Rect.FromLTRB(part.X - reach, part.Y - reach, part.Right, part.Bottom));
    }

    private static IReadOnlyList<Seal> FindIn(Mat grey, int dpi, Rect part)
    {
        Rect box = part.Intersect(new Rect(0, 0, grey.Width, grey.Height));
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
        List<Seal> seals = Seals(ink, circles.Take(MostCircles).Select(static circle => circle.Center), millimetre);
        // A title, a signature and a name across the ring pull the middle aside.
        return seals.Count > 0 ? seals : Seals(ink, circles.Take(MostMoved).Select(circle => Centred(ink, circle.Center, millimetre)), millimetre);
    }

    private static List<Seal> Seals(Mat ink, IEnumerable<Point2f> centres, double millimetre)
    {
        var seals = new List<Seal>();
        foreach (Point2f centre in centres)
        {
            // Text is ink all around at every radius; beyond a seal's ring there is paper, but for a signature and a title.
            if (OuterRing(ink, centre, millimetre) is { Coverage: >= LeastCoverage, Radius: var radius } && Coverage(ink, centre, radius + (1.6 * millimetre)) < 0.55
                && !seals.Exists(known => Math.Abs(known.X - centre.X) + Math.Abs(known.Y - centre.Y) < radius))
            {
                seals.Add(new Seal(centre.X, centre.Y, radius, false));
            }
        }

        return seals;
    }

    /// <summary>The widest circle about a point that is inked nearly all around; where there is none, the one that is inked most.</summary>
    private static (double Radius, double Coverage) OuterRing(Mat ink, Point2f centre, double millimetre)
    {
        (double Radius, double Coverage) best = default;
        for (double radius = LargestRadius * millimetre; radius >= SmallestRadius * millimetre && best.Coverage < LeastCoverage; radius -= 0.5)
        {
            double coverage = Coverage(ink, centre, radius);
            best = coverage > best.Coverage ? (radius, coverage) : best;
        }

        return best;
    }

    /// <summary>The point near another about which a circle is inked most, step by step.</summary>
    private static Point2f Centred(Mat ink, Point2f start, double millimetre)
    {
        Point2f centre = start;
        double best = OuterRing(ink, centre, millimetre).Coverage;
        for (float step = 2; step >= 1; step /= 2)
        {
            while (best < LeastCoverage && centre.DistanceTo(start) < Astray * millimetre)
            {
                (Point2f near, double coverage) = Neighbours(centre, step).Select(point => (point, OuterRing(ink, point, millimetre).Coverage)).MaxBy(static found => found.Coverage);
                if (coverage <= best)
                {
                    break;
                }

                (centre, best) = (near, coverage);
            }
        }

        return centre;
    }

    private static IEnumerable<Point2f> Neighbours(Point2f centre, float step) =>
        new[] { (-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1) }.Select(way => new Point2f(centre.X + (way.Item1 * step), centre.Y + (way.Item2 * step)));

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
