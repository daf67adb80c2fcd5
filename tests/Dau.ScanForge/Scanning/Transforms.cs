using OpenCvSharp;

namespace Dau.ScanForge.Scanning;

/// <summary>Straight and projective maps, kept as 3×3 matrices in row order.</summary>
internal static class Transforms
{
    /// <summary>From points to pixels of a page drawn at a resolution.</summary>
    public static double[] Scale(double factor) => [factor, 0, 0, 0, factor, 0, 0, 0, 1];

    /// <summary>First <paramref name="first"/>, then <paramref name="then"/>.</summary>
    public static double[] Chain(double[] first, double[] then)
    {
        double[] product = new double[9];
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                for (int k = 0; k < 3; k++)
                {
                    product[(row * 3) + column] += then[(row * 3) + k] * first[(k * 3) + column];
                }
            }
        }

        return product;
    }

    /// <summary>A turn about a centre, in degrees, clockwise on the picture.</summary>
    public static double[] Rotation(double degrees, double centreX, double centreY)
    {
        double angle = degrees * Math.PI / 180, cos = Math.Cos(angle), sin = Math.Sin(angle);
        return [cos, -sin, centreX - (cos * centreX) + (sin * centreY), sin, cos, centreY - (sin * centreX) - (cos * centreY), 0, 0, 1];
    }

    public static PointMap Map(double[] m) => (x, y) =>
    {
        double w = (m[6] * x) + (m[7] * y) + m[8];
        return (((m[0] * x) + (m[1] * y) + m[2]) / w, ((m[3] * x) + (m[4] * y) + m[5]) / w);
    };

    public static Mat ToMat(double[] m)
    {
        Mat mat = new(3, 3, MatType.CV_64FC1);
        for (int i = 0; i < 9; i++)
        {
            mat.Set(i / 3, i % 3, m[i]);
        }

        return mat;
    }

    public static double[] FromMat(Mat mat) => [.. Enumerable.Range(0, 9).Select(i => mat.At<double>(i / 3, i % 3))];
}
