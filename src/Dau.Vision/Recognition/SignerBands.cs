using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>Finds lines of print above and below a seal: rows of ink as high as letters.</summary>
internal static class SignerBands
{
    private const double Lowest = 1.6;
    private const double Highest = 10.5;
    private const double Shortest = 11;

    /// <summary>Bands in pixels of the layer, those that reach its left edge left out: they are lines of the body.</summary>
    /// <param name="layer">8 bits, black on white, with the seal.</param>
    /// <param name="ring">The seal's, in pixels of the layer.</param>
    /// <param name="millimetre">Pixels of a millimetre.</param>
    public static IEnumerable<Rect> Find(Mat layer, SealRing ring, double millimetre)
    {
        using Mat print = layer.Clone();
        ring.EraseDisk(print);
        SignerLayers.TakeStrokes(print, millimetre);
        using Mat ink = print.Threshold(150, 255, ThresholdTypes.BinaryInv);
        using Mat whole = layer.Clone();
        RingEraser.Erase(whole, ring, millimetre);
        using Mat all = whole.Threshold(150, 255, ThresholdTypes.BinaryInv);
        return
        [
            .. new[] { (0.0, ring.Y - (0.45 * ring.Outer)), (ring.Y + (0.45 * ring.Outer), (double)layer.Height) }
                .SelectMany(range => Bands(ink, (int)range.Item1, (int)range.Item2, millimetre))
                .Where(band => band.X > 1.5 * millimetre)
                .Select(band => Widen(all, band, millimetre)),
        ];
    }

    /// <summary>With the letters beside a band that run into the seal or into a stroke of the pen.</summary>
    private static Rect Widen(Mat all, Rect band, double millimetre)
    {
        using Mat rows = all.SubMat(band.Top, band.Bottom, 0, all.Width);
        using var columns = new Mat();
        Cv2.Reduce(rows, columns, ReduceDimension.Row, ReduceTypes.Sum, MatType.CV_32S);
        columns.GetArray(out int[] sum);
        int gap = (int)(2.2 * millimetre);
        (int left, int right) = (band.Left, band.Right - 1);
        for (int x = left - 1; x >= Math.Max(0, left - gap) && left > band.Left - (22 * millimetre); x--)
        {
            left = sum[x] > 2 * 255 ? x : left;
        }

        for (int x = right + 1; x < Math.Min(sum.Length, right + gap) && right < band.Right + (30 * millimetre); x++)
        {
            right = sum[x] > 2 * 255 ? x : right;
        }

        return new Rect(left, band.Y, right - left + 1, band.Height);
    }

    private static List<Rect> Bands(Mat ink, int top, int bottom, double millimetre)
    {
        (top, bottom) = (Math.Max(0, top), Math.Min(ink.Height, bottom));
        var bands = new List<Rect>();
        if (bottom - top < 2 * millimetre)
        {
            return bands;
        }

        using Mat part = ink.SubMat(top, bottom, 0, ink.Width);
        using var sums = new Mat();
        Cv2.Reduce(part, sums, ReduceDimension.Column, ReduceTypes.Sum, MatType.CV_32S);
        sums.GetArray(out int[] rows);
        // A row of print has ink of a few letters at least; a stroke that crosses leaves less.
        int least = (int)(255 * 1.4 * millimetre);
        int start = -1;
        for (int y = 0; y <= rows.Length; y++)
        {
            if (y < rows.Length && rows[y] >= least)
            {
                start = start < 0 ? y : start;
            }
            else if (start >= 0)
            {
                Add(start, y);
                start = -1;
            }
        }

        return bands;

        void Add(int from, int to)
        {
            if (to - from < Lowest * millimetre || to - from > Highest * millimetre)
            {
                return;
            }

            using Mat band = part.SubMat(from, to, 0, part.Width);
            using var columns = new Mat();
            Cv2.Reduce(band, columns, ReduceDimension.Row, ReduceTypes.Sum, MatType.CV_32S);
            columns.GetArray(out int[] sum);
            int left = Array.FindIndex(sum, static value => value > 255);
            int right = Array.FindLastIndex(sum, static value => value > 255);
            if (right - left >= Shortest * millimetre)
            {
                // Marks above and tails below have too little ink to show in the rows.
                int marks = (int)(1.1 * millimetre);
                int upper = Math.Max(0, top + from - marks);
                bands.Add(new Rect(left, upper, right - left + 1, Math.Min(ink.Height, top + to + (marks / 2)) - upper));
            }
        }
    }
}
