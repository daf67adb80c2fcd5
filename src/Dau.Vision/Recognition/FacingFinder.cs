using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>
/// Finds two facing pages in one picture: a broad white gutter, or the shadow of a spine, runs down its middle from top to bottom, and lines of text stand on both
/// sides. A table that lies on its side has rows that cross the middle; so has the text below a letterhead of two columns.
/// </summary>
internal static class FacingFinder
{
    private const double Broad = 1.15;
    private const double Narrowest = 0.5;
    private const double Broadest = 0.95;
    private const double From = 0.42;
    private const double To = 0.58;
    private const double GutterAlone = 20;
    private const double GutterAtSpine = 7;
    private const double BroadestSpine = 9;
    private const double SpineShare = 0.6;
    private const double SpineMargin = 2;
    private const double WideLine = 0.5;
    private const int LeastLines = 3;
    private const int LeastWideLines = 9;

    /// <summary>The column of the view at which the right page begins; null where there is one page.</summary>
    public static int? Find(PageView view)
    {
        (int width, int height) = (view.Text.Width, view.Text.Height);
        if (width < Broad * height || width / 2.0 / height is < Narrowest or > Broadest)
        {
            return null;
        }

        double millimetre = view.Dpi / 25.4;
        using Mat text = view.Text.Clone();
        bool spine = EraseSpine(text, millimetre);
        (int from, int to) = Gutter(text, spine);
        int middle = (from + to) / 2;
        if (to - from < (spine ? GutterAtSpine : GutterAlone) * millimetre || middle < From * width || middle > To * width)
        {
            return null;
        }

        var ink = new InkView(text, view.Dpi);
        List<Band> left = ink.Bands(0, height, 0, middle), right = ink.Bands(0, height, middle, width);
        int wide = left.Concat(right).Count(band => band.Right - band.Left > WideLine * middle);
        return Math.Min(left.Count, right.Count) >= LeastLines && wide >= LeastWideLines ? middle : null;
    }

    /// <summary>The zones of a page; of two facing ones, the left page's before the right one's.</summary>
    /// <param name="view">The page.</param>
    /// <param name="size">Of the page, work pixels.</param>
    /// <param name="number">Of the page, from 1.</param>
    /// <param name="gutter">From <see cref="Find"/>.</param>
    public static IReadOnlyList<Zone> Zones(PageView view, Size size, int number, int? gutter)
    {
        if (gutter is not { } middle)
        {
            return ZoneFinder.Find(view, size, number);
        }

        int x = (int)Math.Round(middle * view.Factor);
        using PageView left = Side(view, 0, middle), right = Side(view, middle, view.Text.Width);
        return
        [
            .. ZoneFinder.Find(left, new Size(x, size.Height), number),
            .. ZoneFinder.Find(right, new Size(size.Width - x, size.Height), number + 1).Select(zone => zone with
            {
                Box = Moved(zone.Box, x), WiderBox = zone.WiderBox is { } wider ? Moved(wider, x) : null, Row = Moved(zone.Row, x),
            }),
        ];
    }

    private static PixelBox Moved(PixelBox box, int x) => box with { X = box.X + x };

    private static PageView Side(PageView view, int from, int to)
    {
        PageView side = view.Columns(from, to);
        EraseSpine(side.Text, view.Dpi / 25.4);
        return side;
    }

    /// <summary>Takes what is tall and thin near the middle, or at the edge of a side, out of the text.</summary>
    private static bool EraseSpine(Mat text, double millimetre)
    {
        bool found = false;
        int margin = (int)(SpineMargin * millimetre);
        foreach ((Rect box, _) in Components.Of(text))
        {
            if (box.Height >= SpineShare * text.Height && box.Width <= BroadestSpine * millimetre)
            {
                text.Rectangle(Rect.Inflate(box, margin, margin), Scalar.Black, -1);
                found = true;
            }
        }

        return found;
    }

    /// <summary>The widest white run of columns around the middle.</summary>
    private static (int From, int To) Gutter(Mat text, bool spine)
    {
        using var columns = new Mat();
        Cv2.Reduce(text, columns, ReduceDimension.Row, ReduceTypes.Sum, MatType.CV_32S);
        columns.GetArray(out int[] sums);
        // A few specks do not close it; the ends of a spine neither.
        int white = (int)(255 * text.Height * (spine ? 0.01 : 0.003));
        (int from, int to, int start) = (0, 0, -1);
        int end = sums.Length * 2 / 3;
        for (int x = sums.Length / 3; x <= end; x++)
        {
            if (x < end && sums[x] <= white)
            {
                start = start < 0 ? x : start;
            }
            else if (start >= 0)
            {
                (from, to) = x - start > to - from ? (start, x) : (from, to);
                start = -1;
            }
        }

        return (from, to);
    }
}
