using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>The outer ring of a seal, as exactly as it can be traced, so that it can be taken away without the letters beside it.</summary>
/// <param name="X">Centre, px of the layer.</param>
/// <param name="Y">Centre.</param>
/// <param name="Outer">Outer radius.</param>
/// <param name="Thickness">Of its line, px.</param>
internal readonly record struct SealRing(double X, double Y, double Outer, double Thickness)
{
    /// <summary>Rays along which a ring is looked for.</summary>
    public const int Angles = 144;

    /// <summary>Traces a ring from where a seal was found roughly.</summary>
    /// <param name="ink">255 on 0.</param>
    /// <param name="seal">In pixels of <paramref name="ink"/>.</param>
    /// <param name="millimetre">Pixels of a millimetre.</param>
    public static SealRing Trace(Mat ink, Seal seal, double millimetre)
    {
        (double x, double y, double radius) = (seal.X, seal.Y, seal.Radius);
        double reach = 1.6 * millimetre;
        double thickness = 0.5 * millimetre;
        for (int round = 0; round < 4; round++)
        {
            List<(double X, double Y, double Thickness)> points = Points(ink, x, y, radius, reach);
            if (points.Count < Angles / 3 || Fit(points) is not { } fit)
            {
                break;
            }

            (x, y, radius) = fit;
            thickness = points.Select(static p => p.Thickness).Order().ElementAt(points.Count / 2);
            reach = Math.Max(0.4 * millimetre, reach * 0.6);
        }

        return new SealRing(x, y, radius, Math.Clamp(thickness, 1, 1.2 * millimetre));
    }

    /// <summary>Whether the ring runs through a box.</summary>
    public bool Meets(Rect box)
    {
        double nearX = Math.Clamp(X, box.Left, box.Right) - X;
        double nearY = Math.Clamp(Y, box.Top, box.Bottom) - Y;
        return Math.Sqrt((nearX * nearX) + (nearY * nearY)) < Outer;
    }

    /// <summary>Paints the whole seal white.</summary>
    public void EraseDisk(Mat layer) => layer.Circle(new Point(Math.Round(X), Math.Round(Y)), (int)Math.Ceiling(Outer) + 2, Scalar.White, -1);

    private static List<(double X, double Y, double Thickness)> Points(Mat ink, double cx, double cy, double radius, double reach)
    {
        (int width, int height) = (ink.Width, ink.Height);
        var points = new List<(double, double, double)>();
        for (int i = 0; i < Angles; i++)
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / Angles);
            double start = -1;
            for (double r = radius + reach; r >= radius - (2 * reach); r -= 0.5)
            {
                int x = (int)Math.Round(cx + (cosine * r));
                int y = (int)Math.Round(cy + (sine * r));
                bool inked = x >= 0 && y >= 0 && x < width && y < height && ink.At<byte>(y, x) != 0;
                if (inked && start < 0)
                {
                    if (r < radius - reach)
                    {
                        break;
                    }

                    start = r;
                }
                else if (!inked && start >= 0)
                {
                    points.Add((cx + (cosine * start), cy + (sine * start), start - r));
                    break;
                }
            }
        }

        return points;
    }

    /// <summary>The circle through most of the points; those far off are left out in turn.</summary>
    private static (double X, double Y, double Radius)? Fit(List<(double X, double Y, double Thickness)> points)
    {
        List<(double X, double Y, double Thickness)> kept = points;
        (double X, double Y, double Radius)? circle = null;
        for (int round = 0; round < 4; round++)
        {
            if (kept.Count < Angles / 4)
            {
                return circle;
            }

            using var left = new Mat(kept.Count, 3, MatType.CV_64FC1);
            using var right = new Mat(kept.Count, 1, MatType.CV_64FC1);
            for (int i = 0; i < kept.Count; i++)
            {
                (left.At<double>(i, 0), left.At<double>(i, 1), left.At<double>(i, 2)) = (kept[i].X, kept[i].Y, 1);
                right.At<double>(i) = (kept[i].X * kept[i].X) + (kept[i].Y * kept[i].Y);
            }

            using var answer = new Mat();
            if (!Cv2.Solve(left, right, answer, DecompTypes.SVD))
            {
                return circle;
            }

            (double x, double y) = (answer.At<double>(0) / 2, answer.At<double>(1) / 2);
            double radius = Math.Sqrt(Math.Max(0, answer.At<double>(2) + (x * x) + (y * y)));
            circle = (x, y, radius);
            double Miss((double X, double Y, double Thickness) p) => Math.Abs(Math.Sqrt(((p.X - x) * (p.X - x)) + ((p.Y - y) * (p.Y - y))) - radius);
            double middle = kept.Select(Miss).Order().ElementAt(kept.Count / 2);
            kept = [.. points.Where(p => Miss(p) <= Math.Max(1.2, 2.5 * middle))];
        }

        return circle;
    }
}
