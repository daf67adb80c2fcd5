using Dau.Vision.Interop;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>
/// Cuts a page into the parts that are read one after another: left and right column of the header, what follows, recipients and signer, what is below.
/// The engine mixes columns in every page mode, so they are told apart before.
/// </summary>
internal static class ZoneFinder
{
    /// <param name="view">The page.</param>
    /// <param name="size">Of the page, work pixels.</param>
    /// <param name="number">Of the page, from 1.</param>
    public static IReadOnlyList<Zone> Find(PageView view, Size size, int number)
    {
        var whole = new PixelBox(0, 0, size.Width, size.Height);
        var finder = new ColumnFinder(view.Text, view.Dpi);
        ColumnSplit? header = finder.FindHeader(number == 1);
        ColumnSplit? end = finder.FindSignature(header?.Bottom ?? 0);
        if (number > 1 && header is { } head && finder.FindSignature(0) is { } signed && signed.Top < head.Bottom)
        {
            (header, end) = (null, signed); // recipients and titles down to the seal look like a header
        }

        IReadOnlyList<RuledTable> tables = TableFinder.Find(view);
        if (header is null && end is null && tables.Count == 0)
        {
            return [new Zone(whole, SegmentationMode.Auto)];
        }

        var zones = new List<Zone>();
        int done = 0;
        foreach (ColumnSplit split in new[] { header, end }.OfType<ColumnSplit>())
        {
            // At the signer, seal and signature make the engine take whole lines for a picture, unless it is told that all is one block of text; told so, it may
            // read the strokes into the lines. Neither wins always, and the zone is small.
            SegmentationMode right = split == end ? SegmentationMode.SingleBlock : SegmentationMode.SingleColumn;
            SegmentationMode? other = split == end ? SegmentationMode.SingleColumn : null;
            int top = Math.Min(Scale(split.Top), whole.Bottom);
            int bottom = Math.Min(Scale(split.Bottom), whole.Bottom);
            int x = Scale(split.X);
            AddWithTables(done, top);
            AddIfInked(PixelBox.FromEdges(0, top, x, bottom), SegmentationMode.SingleColumn);
            AddIfInked(PixelBox.FromEdges(x, top, whole.Right, bottom), right, other);
            done = bottom;
        }

        AddWithTables(done, whole.Bottom);
        return zones;

        // A stretch of the page's whole width: what is between its tables, and the cells of each.
        void AddWithTables(int from, int to)
        {
            foreach (RuledTable table in tables.Where(table => table.Box.Y >= from && table.Box.Bottom <= to))
            {
                AddIfInked(PixelBox.FromEdges(0, from, whole.Right, table.Box.Y), SegmentationMode.Auto);
                zones.AddRange(table.Cells);
                from = table.Box.Bottom;
            }

            AddIfInked(PixelBox.FromEdges(0, from, whole.Right, to), SegmentationMode.Auto);
        }

        int Scale(int value) => (int)Math.Round(value * view.Factor);

        void AddIfInked(PixelBox box, SegmentationMode mode, SegmentationMode? otherMode = null)
        {
            if (box.Height >= 8 && view.HasText(box))
            {
                zones.Add(new Zone(box, mode, otherMode) { IsSigner = otherMode is not null });
            }
        }
    }
}
