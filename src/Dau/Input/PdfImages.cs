using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using Page = UglyToad.PdfPig.Content.Page;

namespace Dau.Input;

/// <summary>The pictures on a PDF page: what part of it they cover, and their resolution.</summary>
internal sealed class PdfImages
{
    /// <summary>Coverage is counted in a grid of this many cells a side.</summary>
    private const int Grid = 64;

    /// <summary>More pictures than a page of a scan has strips; the rest is not looked at.</summary>
    private const int MaxImages = 5_000;

    /// <summary>The highest resolution counts when pictures of at least that resolution cover this share of the page.</summary>
    private const double RealShare = 0.05;

    /// <summary>Edges of one picture and of the page that are this near are the same edge, share of the page's side.</summary>
    private const double EdgeTolerance = 0.005;

    private readonly List<Placed> _images = [];
    private readonly bool[] _covered = new bool[Grid * Grid];

    private PdfImages()
    {
    }

    /// <summary>No picture covers any real share of the page.</summary>
    public bool IsEmpty => Coverage < 0.02;

    /// <summary>Share of the page that pictures cover, 0 to 1.</summary>
    public double Coverage => _covered.Count(static cell => cell) / (double)_covered.Length;

    /// <summary>The resolution at which to draw the page, dots per inch, <see cref="PdfResolution.Least"/> to <see cref="PdfResolution.Most"/>.</summary>
    public int Resolution
    {
        get
        {
            double own = OwnResolution();
            return own <= 0 ? PdfResolution.BornDigital : (int)Math.Clamp(Math.Round(own * PdfResolution.Factor(own)), PdfResolution.Least, PdfResolution.Most);
        }
    }

    /// <summary>Finds the pictures of a page.</summary>
    public static PdfImages Of(Page page, PdfPageBox box)
    {
        var found = new PdfImages();
        foreach (IPdfImage image in page.GetImages().Take(MaxImages))
        {
            PdfRectangle bounds = image.BoundingBox;
            double across = Length(bounds.BottomLeft, bounds.BottomRight);
            double down = Length(bounds.BottomLeft, bounds.TopLeft);
            if (image.WidthInSamples < 1 || image.HeightInSamples < 1 || !(across > 0) || !(down > 0) || !double.IsFinite(across + down))
            {
                continue;
            }

            bool turned = Math.Abs(bounds.BottomRight.Y - bounds.BottomLeft.Y) > Math.Abs(bounds.BottomRight.X - bounds.BottomLeft.X);
            double left = Min(bounds, static point => point.X) / box.Width;
            double right = Max(bounds, static point => point.X) / box.Width;
            double bottom = Min(bounds, static point => point.Y) / box.Height;
            double top = Max(bounds, static point => point.Y) / box.Height;
            found.Cover(left, right, bottom, top);
            (left, right, bottom, top) = (Math.Max(0, left), Math.Min(1, right), Math.Max(0, bottom), Math.Min(1, top));
            found._images.Add(new Placed(
                left, right, bottom, top,
                turned ? image.HeightInSamples : image.WidthInSamples,
                turned ? image.WidthInSamples : image.HeightInSamples,
                image.WidthInSamples / (across / PdfPageBox.PointsPerInch),
                image.HeightInSamples / (down / PdfPageBox.PointsPerInch)));
        }

        return found;
    }

    /// <summary>
    /// The own pixels of a scan that is one picture over the whole page, times the whole factor that brings them to 150–400 dpi; null for other pages.
    /// Drawn at this size a scan keeps its pixels as they are.
    /// </summary>
    public (int Width, int Height)? OwnSize(PdfPageBox box)
    {
        Placed[] real = [.. _images.Where(static image => image.Share > RealShare)];
        if (real is not [{ IsWholePage: true } scan] || Math.Abs(scan.DpiX - scan.DpiY) > 0.02 * scan.DpiX)
        {
            return null;
        }

        // The smaller of both factors keeps the picture square; they differ by less than 2 %.
        double factor = PdfResolution.Factor(Math.Max(scan.DpiX, scan.DpiY));
        (int width, int height) = ((int)Math.Round(scan.Columns * factor), (int)Math.Round(scan.Rows * factor));
        return box.DpiOf(width) is >= PdfResolution.Least and <= PdfResolution.Most ? (Math.Max(1, width), Math.Max(1, height)) : null;
    }

    /// <summary>Whether a point lies on a picture.</summary>
    /// <param name="x">Share of the page's width from the left.</param>
    /// <param name="y">Share of the page's height from the bottom.</param>
    public bool Covers(double x, double y) => x is >= 0 and < 1 && y is >= 0 and < 1 && _covered[((int)(y * Grid) * Grid) + (int)(x * Grid)];

    private double OwnResolution()
    {
        double share = 0;
        foreach (Placed image in _images.OrderByDescending(static image => image.Dpi))
        {
            share += image.Share;
            if (share >= RealShare)
            {
                return image.Dpi;
            }
        }

        return _images.Count == 0 ? 0 : _images.MaxBy(static image => image.Share)!.Dpi;
    }

    private void Cover(double left, double right, double bottom, double top)
    {
        for (int row = 0; row < Grid; row++)
        {
            double y = (row + 0.5) / Grid;
            if (y < bottom || y > top)
            {
                continue;
            }

            for (int column = 0; column < Grid; column++)
            {
                double x = (column + 0.5) / Grid;
                _covered[(row * Grid) + column] |= x >= left && x <= right;
            }
        }
    }

    private static double Length(PdfPoint a, PdfPoint b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private static double Min(PdfRectangle bounds, Func<PdfPoint, double> side) =>
        Math.Min(Math.Min(side(bounds.BottomLeft), side(bounds.BottomRight)), Math.Min(side(bounds.TopLeft), side(bounds.TopRight)));

    private static double Max(PdfRectangle bounds, Func<PdfPoint, double> side) =>
        Math.Max(Math.Max(side(bounds.BottomLeft), side(bounds.BottomRight)), Math.Max(side(bounds.TopLeft), side(bounds.TopRight)));

    /// <summary>A picture in its place: edges as shares of the page from its lower left corner, columns and rows of pixels as they are shown.</summary>
    private sealed record Placed(double Left, double Right, double Bottom, double Top, int Columns, int Rows, double DpiX, double DpiY)
    {
        public double Share => Math.Max(0, Right - Left) * Math.Max(0, Top - Bottom);

        public double Dpi => Math.Max(DpiX, DpiY);

        public bool IsWholePage => Left < EdgeTolerance && Bottom < EdgeTolerance && Right > 1 - EdgeTolerance && Top > 1 - EdgeTolerance;
    }
}
