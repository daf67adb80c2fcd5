using OpenCvSharp;

namespace Dau.ScanForge.Scanning;

/// <summary>Shadows and glare on a photographed page.</summary>
internal static class Lighting
{
    /// <summary>A shadow whose edge crosses the picture.</summary>
    /// <param name="picture">BGR, changed in place.</param>
    /// <param name="depth">Share of the light that is taken away.</param>
    /// <param name="softness">Width of the edge as a share of the picture.</param>
    /// <param name="random">Where it lies.</param>
    public static void Shadow(Mat picture, double depth, double softness, ForgeRandom random)
    {
        int rows = picture.Rows, columns = picture.Cols;
        double angle = random.Between(0.0, Math.PI * 2), offset = random.Between(-0.2, 0.3), bend = random.Between(0.0, 0.08);
        double ex = Math.Cos(angle), ey = Math.Sin(angle);
        using Mat factor = new(rows, columns, MatType.CV_32FC1);
        for (int y = 0; y < rows; y++)
        {
            Span<float> row = factor.RowSpan<float>(y);
            double v = ((double)y / rows) - 0.5;
            for (int x = 0; x < columns; x++)
            {
                double u = ((double)x / columns) - 0.5;
                double wave = bend * Math.Sin((u * ey * 8) - (v * ex * 8));
                row[x] = (float)(1 - (depth / (1 + Math.Exp(-((u * ex) + (v * ey) - offset + wave) / softness))));
            }
        }

        Effects.Multiply(picture, factor);
    }

    /// <summary>A bright patch that washes print out a little.</summary>
    public static void Glare(Mat picture, ForgeRandom random)
    {
        int rows = picture.Rows, columns = picture.Cols;
        using Mat patch = new(rows, columns, MatType.CV_8UC3, Scalar.All(0));
        Point centre = new(columns * random.Between(0.25, 0.75), rows * random.Between(0.25, 0.75));
        Cv2.Ellipse(patch, centre, new Size(columns / 9, columns / 14), random.Between(0, 180), 0, 360, Scalar.All(random.Between(60, 105)), -1);
        using Mat small = new();
        Cv2.Resize(patch, small, new Size(columns / 8, rows / 8), 0, 0, InterpolationFlags.Area);
        Cv2.GaussianBlur(small, small, default, columns / 120.0);
        Cv2.Resize(small, patch, new Size(columns, rows));
        Cv2.Add(picture, patch, picture);
    }
}
