using OpenCvSharp;

namespace Dau.ScanForge.Scanning;

/// <summary>A phone's photo of a sheet on a table: about 200 dpi, mild perspective, a soft shadow, JPEG.</summary>
internal sealed class PhotoScan : ICondition
{
    public int Dpi => 200;

    public int DrawDpi => 300;

    public bool Colour => true;

    public ScannedPage Scan(Mat drawn, ForgeRandom random)
    {
        double width = drawn.Cols * (double)Dpi / DrawDpi, height = drawn.Rows * (double)Dpi / DrawDpi;
        Size size = new((int)(width * 1.16), (int)(height * 1.12));
        Point2f[] from = [new(0, 0), new(drawn.Cols, 0), new(drawn.Cols, drawn.Rows), new(0, drawn.Rows)];
        double turn = random.Between(-3.0, 3.0);
        Point2f[] to = [.. Corners(width, height, size, turn, random)];
        using Mat matrix = Cv2.GetPerspectiveTransform(from, to);
        double[] toScan = Transforms.FromMat(matrix);

        Mat picture = Table(size, random.Fork("table"));
        using Mat sheet = drawn.Clone();
        Effects.Blur(sheet, random.Between(0.6, 1.1));
        Effects.Paper(sheet, random.Between(0.9, 0.96), 0.01, random.Fork("paper"));
        using Mat mask = new(drawn.Rows, drawn.Cols, MatType.CV_8UC1, Scalar.All(255));
        using Mat warped = new();
        using Mat warpedMask = new();
        Cv2.WarpPerspective(sheet, warped, matrix, size, InterpolationFlags.Area, BorderTypes.Replicate);
        Cv2.WarpPerspective(mask, warpedMask, matrix, size, InterpolationFlags.Nearest);
        warped.CopyTo(picture, warpedMask);
        Shade(picture, random.Fork("light"));
        Effects.Noise(picture, random.Between(2.0, 4.0), random.Fork("noise"));
        return new ScannedPage(picture, Transforms.Map(Transforms.Chain(Transforms.Scale(DrawDpi / 72.0), toScan)), Storage.Jpeg, random.Between(62, 78));
    }

    private static IEnumerable<Point2f> Corners(double width, double height, Size size, double turn, ForgeRandom random)
    {
        double left = (size.Width - width) / 2, top = (size.Height - height) / 2;
        PointMap rotate = Transforms.Map(Transforms.Rotation(turn, size.Width / 2.0, size.Height / 2.0));
        (double X, double Y)[] corners = [(left, top), (left + width, top), (left + width, top + height), (left, top + height)];
        foreach ((double x, double y) in corners)
        {
            (double rx, double ry) = rotate(x + random.Between(-0.022, 0.022) * width, y + (random.Between(-0.016, 0.016) * height));
            yield return new Point2f((float)Math.Clamp(rx, 4, size.Width - 4), (float)Math.Clamp(ry, 4, size.Height - 4));
        }
    }

    private static Mat Table(Size size, ForgeRandom random)
    {
        Scalar wood = random.Chance(0.5) ? new Scalar(62, 88, 122) : new Scalar(72, 76, 84);
        Mat table = new(size, MatType.CV_8UC3, wood);
        using Mat grain = new(size.Height, size.Width, MatType.CV_32FC1);
        using (Mat stripes = Effects.Field(new Size(size.Width, size.Height), 3, random))
        using (Mat fine = Effects.Field(new Size(size.Width, size.Height), 90, random))
        {
            Cv2.AddWeighted(stripes, 0.12, fine, 0.05, 1, grain);
        }

        Effects.Multiply(table, grain);
        return table;
    }

    /// <summary>Light that falls off across the picture and the soft shadow of a hand or head.</summary>
    private static void Shade(Mat picture, ForgeRandom random)
    {
        int rows = picture.Rows, columns = picture.Cols;
        using Mat factor = new(rows, columns, MatType.CV_32FC1);
        double angle = random.Between(0.0, Math.PI * 2), fall = random.Between(0.12, 0.3);
        double edgeAngle = random.Between(0.0, Math.PI * 2), depth = random.Between(0.35, 0.6), softness = random.Between(0.04, 0.14);
        double offset = random.Between(-0.12, 0.2);
        double dx = Math.Cos(angle), dy = Math.Sin(angle), ex = Math.Cos(edgeAngle), ey = Math.Sin(edgeAngle);
        for (int y = 0; y < rows; y++)
        {
            Span<float> row = factor.RowSpan<float>(y);
            double v = ((double)y / rows) - 0.5;
            for (int x = 0; x < columns; x++)
            {
                double u = ((double)x / columns) - 0.5;
                double light = 1 - (fall * ((u * dx) + (v * dy) + 0.5));
                double wave = 0.05 * Math.Sin((u * ey * 9) - (v * ex * 9));
                double shadow = 1 / (1 + Math.Exp(-((u * ex) + (v * ey) - offset + wave) / softness));
                row[x] = (float)(light * (1 - (depth * shadow)));
            }
        }

        Effects.Multiply(picture, factor);
    }
}
