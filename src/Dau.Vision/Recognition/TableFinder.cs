using Dau.Vision.Cleaning;
using Dau.Vision.Interop;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>A table with printed lines.</summary>
/// <param name="Box">Around its outer lines, work pixels.</param>
/// <param name="Cells">What lies between the lines, row by row, work pixels; cells without ink are left out.</param>
internal sealed record RuledTable(PixelBox Box, IReadOnlyList<Zone> Cells);

/// <summary>
/// Finds ruled tables, so that each cell is read by itself: read as a whole, the engine takes lines for letters and loses the decimal commas of narrow columns.
/// The cells are the white islands in the net of lines; a gap in a line joins two of them, which costs their order and nothing else.
/// </summary>
internal static class TableFinder
{
    // Millimetres.
    private const double ShortestHorizontal = 8;
    private const double ShortestVertical = 6;
    private const double ThickestLine = 1.6;
    private const double WidestGap = 5;
    private const double LeastWidth = 40;
    private const double LeastHeight = 10;
    private const double LeastCellSide = 3;
    private const double Margin = 1.5;

    private const int LeastCells = 4;
    private const double LeastFilled = 0.7;
    private const double LeastCovered = 0.75;

    public static IReadOnlyList<RuledTable> Find(PageView view)
    {
        double millimetre = view.Dpi / 25.4;
        using Mat net = Net(view.Ink, millimetre);
        var tables = new List<RuledTable>();
        foreach (Rect box in Islands(net, 255).Select(static island => island.Box))
        {
            if (box.Width >= LeastWidth * millimetre && box.Height >= LeastHeight * millimetre && Read(view, net, box, millimetre) is { } table)
            {
                tables.Add(table);
            }
        }

        return [.. tables.OrderBy(static table => table.Box.Y)];
    }

    /// <summary>The lines: what is left of the ink when all that is shorter than a line, or thicker, is taken away.</summary>
    private static Mat Net(Mat ink, double millimetre)
    {
        Mat net = Lines(ink, new Size((int)(ShortestHorizontal * millimetre), 1), new Size(1, (int)(ThickestLine * millimetre)), new Size((int)(WidestGap * millimetre), 1));
        using Mat down = Lines(ink, new Size(1, (int)(ShortestVertical * millimetre)), new Size((int)(ThickestLine * millimetre), 1), new Size(1, (int)(WidestGap * millimetre)));
        Cv2.BitwiseOr(net, down, net);
        // Corners that do not quite meet are closed.
        using Mat join = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(3, 3));
        Cv2.Dilate(net, net, join);
        return net;
    }

    private static Mat Lines(Mat ink, Size length, Size thick, Size gap)
    {
        Mat lines = RuleFinder.Long(ink, length);
        using Mat kernel = Cv2.GetStructuringElement(MorphShapes.Rect, thick);
        using var solid = new Mat();
        Cv2.MorphologyEx(lines, solid, MorphTypes.Open, kernel);
        Cv2.Subtract(lines, solid, lines);
        // A fax loses pieces of a line.
        using Mat bridge = Cv2.GetStructuringElement(MorphShapes.Rect, gap);
        Cv2.MorphologyEx(lines, lines, MorphTypes.Close, bridge);
        return lines;
    }

    private static RuledTable? Read(PageView view, Mat net, Rect box, double millimetre)
    {
        // A side without a line of its own ends where the lines across end.
        using Mat part = net.SubMat(box).Clone();
        part.Rectangle(new Rect(0, 0, box.Width, box.Height), Scalar.White);
        List<Rect> cells = [];
        double covered = Cv2.CountNonZero(part);
        foreach ((Rect cell, int area) in Islands(part, 0))
        {
            if (cell.Width < LeastCellSide * millimetre || cell.Height < LeastCellSide * millimetre || area < LeastFilled * cell.Width * cell.Height)
            {
                continue;
            }

            covered += (double)cell.Width * cell.Height;
            cells.Add(new Rect(cell.X + box.X, cell.Y + box.Y, cell.Width, cell.Height));
        }

        // A frame around a text, or the edge of a page, is no table; neither is a net in which much of the paper is neither line nor cell.
        if (cells.Count < LeastCells || covered < LeastCovered * box.Width * box.Height || HasNeighbours(view, box))
        {
            return null;
        }

        return new RuledTable(view.ToWork(box), [.. InReadingOrder(cells).Select(cell => ToZone(view, cell.Box, cell.Row, millimetre)).OfType<Zone>()]);
    }

    /// <summary>Whether text stands left or right of the table: cutting the page at the table would lose it.</summary>
    private static bool HasNeighbours(PageView view, Rect box)
    {
        int width = view.Text.Width;
        int margin = (int)(view.Dpi / 25.4);
        return view.HasText(view.ToWork(new Rect(0, box.Y, Math.Max(1, box.X - margin), box.Height)))
            || (box.Right + margin < width && view.HasText(view.ToWork(new Rect(box.Right + margin, box.Y, width - box.Right - margin, box.Height))));
    }

    /// <summary>By rows: cells of which the middle of one lies within the other stand level.</summary>
    private static IEnumerable<(Rect Box, Rect Row)> InReadingOrder(List<Rect> cells)
    {
        List<Rect> rest = [.. cells.OrderBy(static cell => cell.Y + (cell.Height / 2))];
        while (rest.Count > 0)
        {
            // The lowest cell sets how far its row reaches; one that spans rows is read with the first of them.
            Rect first = rest.MinBy(static cell => cell.Y + Math.Min(cell.Height, 1));
            int bottom = rest.Where(cell => cell.Y < first.Y + (first.Height / 2)).Min(static cell => cell.Bottom);
            List<Rect> row = [.. rest.Where(cell => cell.Y + Math.Min(cell.Height, bottom - first.Y) / 2 < bottom && cell.Y < bottom).OrderBy(static cell => cell.X)];
            foreach (Rect cell in row)
            {
                yield return (cell, row[0]);
            }

            rest.RemoveAll(row.Contains);
        }
    }

    private static Zone? ToZone(PageView view, Rect cell, Rect row, double millimetre)
    {
        using Mat part = view.Text.SubMat(cell);
        Rect ink = Cv2.BoundingRect(part);
        if (ink.Height < 2 || ink.Width < 1)
        {
            return null;
        }

        // Much white around a few digits misleads the engine.
        int margin = (int)Math.Round(Margin * millimetre);
        var tight = new Rect(cell.X + ink.X - margin, cell.Y + ink.Y - margin, ink.Width + (2 * margin), ink.Height + (2 * margin));
        return new Zone(view.ToWork(tight.Intersect(cell)), SegmentationMode.SingleBlock, WiderBox: view.ToWork(cell)) { Row = view.ToWork(row) };
    }

    /// <summary>Connected parts of one value, with the number of their pixels.</summary>
    private static IReadOnlyList<Component> Islands(Mat mask, byte value)
    {
        using var wanted = new Mat();
        Cv2.InRange(mask, new Scalar(value), new Scalar(value), wanted);
        return Components.Of(wanted, value == 0 ? PixelConnectivity.Connectivity4 : PixelConnectivity.Connectivity8);
    }
}
