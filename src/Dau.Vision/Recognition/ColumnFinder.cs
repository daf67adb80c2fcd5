using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>Text that stands in two columns side by side.</summary>
/// <param name="Top">First row.</param>
/// <param name="Bottom">One past the last row.</param>
/// <param name="X">Middle of the white gutter.</param>
internal readonly record struct ColumnSplit(int Top, int Bottom, int X);

/// <summary>
/// Finds where a letter stands in two columns: its header (issuer | motto) and its end (recipients | signer). The sign is a white gutter that
/// runs down the middle of the page between lines on both sides of it.
/// </summary>
/// <remarks>Works on a small view of the page, where one millimetre is about four pixels.</remarks>
internal sealed class ColumnFinder
{
    private const double LeftMost = 0.26;
    private const double RightMost = 0.66;
    private const double Widening = 1.3;
    private const double WidestGutter = 60;
    private const double TallestLine = 6;

    private readonly InkView _ink;

    /// <param name="mask">Ink, 255 on 0, without specks and without the scan's dark edges.</param>
    /// <param name="dpi">Its resolution.</param>
    public ColumnFinder(Mat mask, double dpi) => _ink = new InkView(mask, dpi);

    /// <summary>The header's two columns; null where there are none.</summary>
    /// <param name="firstPage">Whether the page opens the document: elsewhere more is asked of a header.</param>
    public ColumnSplit? FindHeader(bool firstPage)
    {
        int top = _ink.FirstInk;
        int latestStart = Math.Max(top + _ink.Px(4), (int)(_ink.Height * 0.16));
        int leastPaired = _ink.Px(firstPage ? 4.5 : 6);
        Gutter? gutter = Widest(2.0, 0, (int)(_ink.Height * 0.45), static run => run.Paired, run =>
            run.Paired >= leastPaired && run.Top <= latestStart && run.Bottom > top + _ink.Px(6) && (firstPage || LooksLikeHeader(run)));
        if (gutter is not { } found)
        {
            return null;
        }

        // What stands below the left column's end in the right half alone is a title in the middle of the page.
        List<Band> left = _ink.Bands(found.Top, found.Bottom, 0, found.X);
        if (left.Count > 1 && left[^1].Bottom >= found.Bottom - 1 && left[^1].Height < _ink.Px(TallestLine))
        {
            left.RemoveAt(left.Count - 1); // the line in which the gutter ends, perhaps behind a wide space: it runs across both halves and must stay whole
        }

        int leftEnd = left.Count == 0 ? found.Bottom : left[^1].Bottom;
        int bottom = _ink.WhiteRowAtOrAbove(Math.Min(found.Bottom, leftEnd + _ink.Px(3)), leftEnd - _ink.Px(1));
        return new ColumnSplit(WhiteTop(found.Top), bottom, found.X);
    }

    /// <summary>Recipients and signer at the letter's end; null where they are not on this page.</summary>
    /// <param name="from">First row to look at.</param>
    public ColumnSplit? FindSignature(int from)
    {
        // Below them there is nothing but a page number or an address.
        int leastBottom = _ink.LastInk - _ink.Px(14);
        Gutter? gutter = Widest(3.5, from, _ink.Height, static run => run.Bottom - run.Top, run =>
            run.Bottom >= leastBottom && run.Bottom - run.Top >= _ink.Px(14) && LooksLikeSignature(run));
        if (gutter is not { } found)
        {
            return null;
        }

        return new ColumnSplit(WhiteTop(found.Top), found.Bottom, found.X);
    }

    /// <summary>A gutter begins below the ink that it meets first; the lines beside it may begin a little higher or lower.</summary>
    private int WhiteTop(int top)
    {
        int below = _ink.WhiteRowAtOrBelow(top, top + _ink.Px(3));
        int above = _ink.WhiteRowAtOrAbove(top, top - _ink.Px(4));
        return _ink.InkAt(below) <= _ink.InkAt(above) ? below : above;
    }

    /// <summary>On a later page a list without lines looks much like a header; but a header is short and its columns are centred.</summary>
    private bool LooksLikeHeader(Gutter run)
    {
        if (run.Bottom - run.Top > _ink.Px(70))
        {
            return false;
        }

        List<Band> right = _ink.Bands(run.Top, run.Bottom, run.X, _ink.Width);
        List<Band> left = _ink.Bands(run.Top, run.Bottom, 0, run.X);
        return left.Count >= 2 && right.Count is >= 2 and <= 5 && IsCentred(left) && IsCentred(right);
    }

    private bool LooksLikeSignature(Gutter run)
    {
        List<Band> left = _ink.Bands(run.Top, run.Bottom, 0, run.X);
        List<Band> right = _ink.Bands(run.Top, run.Bottom, run.X, _ink.Width);
        if (left.Count < 2 || right.Count < 1 || Math.Min(left[^1].Bottom, right[^1].Bottom) - Math.Max(left[0].Top, right[0].Top) < _ink.Px(4))
        {
            return false;
        }

        // A table without lines: every line has its partner on the other side, and nothing stands lower on the right, neither seal nor name.
        int partnered = left.Count(line => right.Any(other =>
            other.Height <= 2.5 * line.Height && Math.Min(line.Bottom, other.Bottom) - Math.Max(line.Top, other.Top) > 0.5 * Math.Min(line.Height, other.Height)));
        bool signed = right[^1].Bottom > left[^1].Bottom + _ink.Px(12) || right.Exists(band => band.Height > _ink.Px(15));
        return (signed || partnered < 0.75 * left.Count) && !_ink.HasRuleAt(run.Top) && !_ink.HasRuleAt(run.Bottom);
    }

    private static bool IsCentred(List<Band> bands) =>
        Spread(bands, static band => (band.Left + band.Right) / 2.0) < Spread(bands, static band => band.Left);

    private static double Spread(List<Band> bands, Func<Band, double> place)
    {
        double mean = bands.Average(place);
        return bands.Average(band => Math.Abs(place(band) - mean));
    }

    private readonly record struct Gutter(int Top, int Bottom, int X, int Paired);

    /// <summary>The best gutter that <paramref name="suits"/>; among nearly as good ones the widest, in its middle.</summary>
    private Gutter? Widest(double leastWidth, int from, int to, Func<Gutter, int> merit, Func<Gutter, bool> suits)
    {
        Gutter? best = null;
        for (double width = leastWidth; width < WidestGutter; width *= Widening)
        {
            using Mat closed = _ink.Widened(_ink.Px(width));
            var found = new List<Gutter>();
            for (int x = (int)(_ink.Width * LeftMost); x < (int)(_ink.Width * RightMost); x++)
            {
                AddWhiteRuns(found, closed, x, from, to);
            }

            Gutter? wider = found
                .Where(run => merit(run) > 0)
                .GroupBy(static run => (run.Top, run.Bottom))
                .Select(static same => same.ElementAt(same.Count() / 2))
                .OrderByDescending(merit)
                .Where(suits)
                .Select(static run => (Gutter?)run)
                .FirstOrDefault();
            if (wider is not { } candidate || (best is { } known && merit(candidate) < 0.92 * merit(known)))
            {
                break;
            }

            best = candidate;
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void AddWhiteRuns(List<Gutter> runs, Mat closed, int x, int from, int to)
    {
        int least = _ink.Px(9);
        int start = -1;
        int paired = 0;
        nint step = (nint)closed.Step();
        byte* pixel = (byte*)closed.Data + (from * step) + x;
        for (int y = from; y <= to; y++, pixel += step)
        {
            if (y < to && *pixel == 0)
            {
                (start, paired) = start < 0 ? (y, 0) : (start, paired);
                paired += _ink.HasInkOnBothSides(y, x) ? 1 : 0;
            }
            else if (start >= 0)
            {
                if (y - start >= least)
                {
                    runs.Add(new Gutter(start, y, x, paired));
                }

                start = -1;
            }
        }
    }
}
