using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>Rows of ink without white between them: mostly a line of text.</summary>
internal readonly record struct Band(int Top, int Bottom, int Left, int Right)
{
    public int Height => Bottom - Top;
}

/// <summary>Questions that layout asks of a small black-and-white view of a page.</summary>
internal sealed class InkView
{
    private const double RuleShare = 0.35;
    private readonly Mat _mask;
    private readonly double _millimetre;
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly int[] _count;

    public InkView(Mat mask, double dpi)
    {
        (_mask, Width, Height, _millimetre) = (mask, mask.Width, mask.Height, dpi / 25.4);
        (_first, _last, _count) = (new int[Height], new int[Height], new int[Height]);
        Measure();
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>First row with ink; 0 for an empty page.</summary>
    public int FirstInk => Math.Max(0, Array.FindIndex(_first, static x => x >= 0));

    /// <summary>Last row with ink; -1 for an empty page.</summary>
    public int LastInk => Array.FindLastIndex(_first, static x => x >= 0);

    public int Px(double millimetres) => Math.Max(1, (int)Math.Round(millimetres * _millimetre));

    public bool HasInkOnBothSides(int row, int x) => _first[row] >= 0 && _first[row] < x && _last[row] > x;

    /// <summary>The ink, broadened sideways: where it is white, there is a white window of <paramref name="width"/> around.</summary>
    public Mat Widened(int width)
    {
        var closed = new Mat();
        using Mat kernel = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(width, 1));
        Cv2.Dilate(_mask, closed, kernel);
        return closed;
    }

    /// <summary>Pixels of ink in a row.</summary>
    public int InkAt(int row) => _count[Math.Clamp(row, 0, Height - 1)];

    /// <summary>The emptiest row from <paramref name="row"/> upwards to <paramref name="limit"/>; the first that is white.</summary>
    public int WhiteRowAtOrAbove(int row, int limit)
    {
        int best = Math.Clamp(row, 0, Height - 1);
        for (int y = best; y >= Math.Max(0, limit) && _count[best] > 0; y--)
        {
            best = _count[y] < _count[best] ? y : best;
        }

        return best;
    }

    /// <summary>The emptiest row from <paramref name="row"/> downwards to <paramref name="limit"/>; the first that is white.</summary>
    public int WhiteRowAtOrBelow(int row, int limit)
    {
        int best = Math.Clamp(row, 0, Height - 1);
        for (int y = best; y <= Math.Min(limit, Height - 1) && _count[best] > 0; y++)
        {
            best = _count[y] < _count[best] ? y : best;
        }

        return best;
    }

    /// <summary>Whether a long printed line runs within a millimetre of a row.</summary>
    public bool HasRuleAt(int row)
    {
        int reach = Px(1.2);
        for (int y = Math.Max(0, row - reach); y <= Math.Min(Height - 1, row + reach); y++)
        {
            if (LongestRun(y) > RuleShare * Width)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The lines of a part of the page.</summary>
    public List<Band> Bands(int top, int bottom, int left, int right)
    {
        var bands = new List<Band>();
        int start = -1;
        (int first, int last) = (int.MaxValue, -1);
        for (int y = top; y <= bottom; y++)
        {
            (int rowFirst, int rowLast) = y < bottom ? InkEnds(y, left, right) : (-1, -1);
            if (rowFirst >= 0)
            {
                start = start < 0 ? y : start;
                (first, last) = (Math.Min(first, rowFirst), Math.Max(last, rowLast));
            }
            else if (start >= 0)
            {
                if (y - start >= Px(1.2))
                {
                    bands.Add(new Band(start, y, first, last + 1));
                }

                (start, first, last) = (-1, int.MaxValue, -1);
            }
        }

        return bands;
    }

    private (int First, int Last) InkEnds(int row, int left, int right)
    {
        ReadOnlySpan<byte> pixels = Row(row)[left..right];
        int first = pixels.IndexOfAnyExcept((byte)0);
        return first < 0 ? (-1, -1) : (left + first, left + pixels.LastIndexOfAnyExcept((byte)0));
    }

    private int LongestRun(int row)
    {
        int longest = 0;
        int run = 0;
        foreach (byte pixel in Row(row))
        {
            run = pixel != 0 ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private unsafe ReadOnlySpan<byte> Row(int row) => new((byte*)_mask.Data + (row * (nint)_mask.Step()), Width);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Measure()
    {
        for (int y = 0; y < Height; y++)
        {
            ReadOnlySpan<byte> row = Row(y);
            _first[y] = row.IndexOfAnyExcept((byte)0);
            _last[y] = row.LastIndexOfAnyExcept((byte)0);
            _count[y] = _first[y] < 0 ? 0 : row.Length - row.Count((byte)0);
        }
    }
}
