using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>A round seal on the picture.</summary>
/// <param name="X">Centre, px.</param>
/// <param name="Y">Centre, px.</param>
/// <param name="Radius">Of its outer ring, px.</param>
/// <param name="IsRed">Whether it is red; else it is black, as on 1-bit scans.</param>
internal readonly record struct Seal(double X, double Y, double Radius, bool IsRed = true);

/// <summary>Finds round red seals: circles of 11 to 20 mm radius whose ring is red nearly all around.</summary>
internal static class SealFinder
{
    private const double SmallestRadius = 11;
    private const double LargestRadius = 20;
    private const int Angles = 72;
    private const double LeastCoverage = 0.62;

    /// <summary>The seals, in pixels of the picture that the masks were made of.</summary>
    public static IReadOnlyList<Seal> Find(ColourMasks masks)
    {
        (Mat red, double factor, double millimetre) = (masks.Red, masks.Factor, masks.Millimetre);
        if (Cv2.CountNonZero(red) < 20 * millimetre * millimetre)
        {
            return [];
        }

        using var soft = new Mat();
        Cv2.GaussianBlur(red, soft, new Size(5, 5), 0);
        CircleSegment[] circles = Cv2.HoughCircles(soft, HoughModes.Gradient, 1, 12 * millimetre, 100, 14, (int)(SmallestRadius * millimetre * 0.8), (int)(LargestRadius * millimetre));
        var seals = new List<Seal>();
        foreach (CircleSegment circle in circles.Take(12))
        {
            // The inner ring is found as easily as the outer one: the largest radius that is covered is the seal's.
            double radius = Enumerable.Range(0, (int)((LargestRadius - (SmallestRadius * 0.8)) * millimetre) + 1)
                .Select(step => (LargestRadius * millimetre) - step)
                .FirstOrDefault(candidate => Coverage(red, circle.Center, candidate, millimetre) >= LeastCoverage);
            if (radius >= SmallestRadius * millimetre && !seals.Exists(known => Math.Abs(known.X - (circle.Center.X * factor)) + Math.Abs(known.Y - (circle.Center.Y * factor)) < radius * factor))
            {
                seals.Add(new Seal(circle.Center.X * factor, circle.Center.Y * factor, radius * factor));
            }
        }

        return seals;
    }

    private static double Coverage(Mat red, Point2f centre, double radius, double millimetre)
    {
        (int width, int height) = (red.Width, red.Height);
        int reach = Math.Max(1, (int)Math.Round(0.9 * millimetre));
        int covered = 0;
        for (int i = 0; i < Angles; i++)
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / Angles);
            for (int step = -reach; step <= reach; step++)
            {
                int x = (int)Math.Round(centre.X + (cosine * (radius + step)));
                int y = (int)Math.Round(centre.Y + (sine * (radius + step)));
                if (x >= 0 && y >= 0 && x < width && y < height && red.At<byte>(y, x) != 0)
                {
                    covered++;
                    break;
                }
            }
        }

        return covered / (double)Angles;
    }
}
