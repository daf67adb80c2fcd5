using System.Runtime.CompilerServices;
using Dau.Vision.Cleaning.Photo;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>
/// Ties three frames together: the <em>picture</em> (upright, as stored), the <em>layout</em> frame (straightened, same size) and the <em>work</em> frame
/// (what the engine is shown: layout, enlarged, with a border).
/// </summary>
internal sealed record PageFrame
{
    /// <summary>Size of the picture and of the layout frame, px.</summary>
    public required Size Size { get; init; }

    /// <summary>How far the lines run off the horizontal, degrees, clockwise positive.</summary>
    public double SkewDegrees { get; init; }

    /// <summary>Whether the work frame is straightened as the layout frame is; else it lies as the picture does.</summary>
    public bool IsStraightened { get; init; } = true;

    /// <summary>Work pixels per layout pixel.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>White border around the work frame, work pixels.</summary>
    public int Border { get; init; }

    /// <summary>Layout to picture, 3 × 3, row by row: a rotation for a deskewed page, any homography for a flattened photo.</summary>
    public required IReadOnlyList<double> LayoutToPicture { get; init; }

    /// <summary>What lines of text still run up and down in the layout frame before they are levelled; null for a page whose lines are straight.</summary>
    public LineBend? Bend { get; init; }

    /// <summary>Layout pixels per pixel of the picture, on the paper; other than 1 on photos only.</summary>
    public double Zoom { get; init; } = 1;

    /// <summary>The frame of a picture that nothing was done to.</summary>
    public static PageFrame Plain(Size size) => new() { Size = size, LayoutToPicture = [1, 0, 0, 0, 1, 0, 0, 0, 1] };

    /// <summary>The frame of a picture whose lines run off by <paramref name="skewDegrees"/>: layout is the picture turned back about its centre.</summary>
    public static PageFrame Skewed(Size size, double skewDegrees)
    {
        (double sine, double cosine) = Math.SinCos(skewDegrees * Math.PI / 180);
        double x = size.Width / 2.0;
        double y = size.Height / 2.0;
        return new PageFrame
        {
            Size = size,
            SkewDegrees = skewDegrees,
            LayoutToPicture = [cosine, -sine, x - (cosine * x) + (sine * y), sine, cosine, y - (sine * x) - (cosine * y), 0, 0, 1],
        };
    }

    /// <summary>Size of the work frame, px.</summary>
    public Size WorkSize => new((int)Math.Round(Size.Width * Scale) + (2 * Border), (int)Math.Round(Size.Height * Scale) + (2 * Border));

    /// <summary>Work to picture, 3 × 3, as OpenCV's warps take it with the inverse-map flag.</summary>
    public double[,] WorkToPicture()
    {
        IReadOnlyList<double> h = IsStraightened ? LayoutToPicture : [1, 0, 0, 0, 1, 0, 0, 0, 1];
        double s = 1 / Scale;
        // Pixel centres, not corners, are what a warp maps.
        double o = ((0.5 - Border) * s) - 0.5;
        return new[,]
        {
            { h[0] * s, h[1] * s, ((h[0] + h[1]) * o) + h[2] },
            { h[3] * s, h[4] * s, ((h[3] + h[4]) * o) + h[5] },
            { h[6] * s, h[7] * s, ((h[6] + h[7]) * o) + h[8] },
        };
    }

    /// <summary>A box of the work frame in the layout frame.</summary>
    public PixelBox ToLayout(PixelBox work)
    {
        (double left, double top, double right, double bottom) = Unscale(work);
        if (IsStraightened)
        {
            return Clamp(left, top, right, bottom);
        }

        // Off by a fraction of a degree only: the box moves, its shape stays.
        (double x, double y) = MapBack((left + right) / 2, (top + bottom) / 2);
        (double halfWidth, double halfHeight) = ((right - left) / 2, (bottom - top) / 2);
        return Clamp(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    /// <summary>A box of the work frame on the picture: the smallest upright box around the turned one.</summary>
    public PixelBox ToPicture(PixelBox work)
    {
        (double left, double top, double right, double bottom) = Unscale(work);
        if (!IsStraightened)
        {
            return Clamp(left, top, right, bottom);
        }

        ReadOnlySpan<(double X, double Y)> corners = [Map(left, top), Map(right, top), Map(left, bottom), Map(right, bottom)];
        (double minX, double minY, double maxX, double maxY) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach ((double x, double y) in corners)
        {
            (minX, maxX, minY, maxY) = (Math.Min(minX, x), Math.Max(maxX, x), Math.Min(minY, y), Math.Max(maxY, y));
        }

        return Clamp(minX, minY, maxX, maxY);
    }

    private (double Left, double Top, double Right, double Bottom) Unscale(PixelBox work) =>
        ((work.X - Border) / Scale, (work.Y - Border) / Scale, (work.Right - Border) / Scale, (work.Bottom - Border) / Scale);

    /// <summary>From picture to layout, where layout is the picture turned.</summary>
    private (double X, double Y) MapBack(double x, double y)
    {
        IReadOnlyList<double> h = LayoutToPicture;
        (x, y) = (x - h[2], y - h[5]);
        return ((h[0] * x) + (h[3] * y), (h[1] * x) + (h[4] * y));
    }

    /// <summary>A place of the picture in the work frame; the lines' bend is left out.</summary>
    public (double X, double Y) ToWork(double x, double y)
    {
        if (IsStraightened)
        {
            using Mat forward = Mat.FromPixelData(3, 3, MatType.CV_64FC1, LayoutToPicture.ToArray());
            using Mat back = forward.Inv();
            double w = (back.At<double>(2, 0) * x) + (back.At<double>(2, 1) * y) + back.At<double>(2, 2);
            (x, y) = (
                ((back.At<double>(0, 0) * x) + (back.At<double>(0, 1) * y) + back.At<double>(0, 2)) / w,
                ((back.At<double>(1, 0) * x) + (back.At<double>(1, 1) * y) + back.At<double>(1, 2)) / w);
        }

        return ((x * Scale) + Border, (y * Scale) + Border);
    }

    /// <summary>The smallest upright box of the work frame around a box of the picture; the lines' bend is left out.</summary>
    public PixelBox ToWork(PixelBox picture)
    {
        ReadOnlySpan<(double X, double Y)> corners = [ToWork(picture.X, picture.Y), ToWork(picture.Right, picture.Y), ToWork(picture.X, picture.Bottom), ToWork(picture.Right, picture.Bottom)];
        (double left, double top, double right, double bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach ((double x, double y) in corners)
        {
            (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
        }

        return PixelBox.FromEdges((int)left, (int)top, (int)right, (int)bottom);
    }

    /// <summary>Where on the picture each pixel of some rows of the work frame lies.</summary>
    /// <param name="mapX">Filled with x, 32-bit floats; its width is that of the part.</param>
    /// <param name="mapY">Filled with y.</param>
    /// <param name="left">First column of the work frame.</param>
    /// <param name="top">First row of the work frame.</param>
    /// <param name="rows">How many rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillMap(Mat mapX, Mat mapY, int left, int top, int rows)
    {
        double[] h = IsStraightened ? [.. LayoutToPicture] : [1, 0, 0, 0, 1, 0, 0, 0, 1];
        int width = mapX.Width;
        double[] xs = [.. Enumerable.Range(left, width).Select(x => (x + 0.5 - Border) / Scale)];
        double[] same = [.. xs.Select(x => Bend?.At(x, 0) ?? 0)];
        double[] growing = [.. xs.Select(x => Bend?.At(x, 1) ?? 0)];
        for (int row = 0; row < rows; row++)
        {
            double level = (top + row + 0.5 - Border) / Scale;
            double v = LineBend.Place(level, Size.Height);
            Span<float> toX = mapX.RowSpan<float>(row);
            Span<float> toY = mapY.RowSpan<float>(row);
            for (int i = 0; i < width; i++)
            {
                double x = xs[i];
                double y = level + same[i] + (v * growing[i]);
                double w = 1 / ((h[6] * x) + (h[7] * y) + h[8]);
                // Pixel centres, not corners, are what a warp maps.
                toX[i] = (float)((((h[0] * x) + (h[1] * y) + h[2]) * w) - 0.5);
                toY[i] = (float)((((h[3] * x) + (h[4] * y) + h[5]) * w) - 0.5);
            }
        }
    }

    private (double X, double Y) Map(double x, double y)
    {
        IReadOnlyList<double> h = LayoutToPicture;
        y += Bend?.Offset(x, y) ?? 0;
        double w = (h[6] * x) + (h[7] * y) + h[8];
        return (((h[0] * x) + (h[1] * y) + h[2]) / w, ((h[3] * x) + (h[4] * y) + h[5]) / w);
    }

    private PixelBox Clamp(double left, double top, double right, double bottom) => PixelBox.FromEdges(
        (int)Math.Clamp(Math.Round(left), 0, Size.Width),
        (int)Math.Clamp(Math.Round(top), 0, Size.Height),
        (int)Math.Clamp(Math.Round(right), 0, Size.Width),
        (int)Math.Clamp(Math.Round(bottom), 0, Size.Height));
}
