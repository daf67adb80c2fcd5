using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>
/// Lists the connected parts of a mask from the runs of ink in its rows. OpenCV numbers every pixel, white ones too; most of a page is white, and where no such numbers
/// are wanted this takes less time.
/// </summary>
internal sealed class RunLabels
{
    private readonly List<int> _parents = [];
    private readonly List<Component> _parts = [];

    /// <param name="mask">8 bits, 0 where there is no ink.</param>
    /// <param name="reach">How far a run may lie beside one of the row above and belong to it: 1 px where corners join, else 0.</param>
    public static IReadOnlyList<Component> Parts(Mat mask, int reach)
    {
        var labels = new RunLabels();
        labels.Scan(mask, reach);
        return labels.Merged();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Scan(Mat mask, int reach)
    {
        (int width, int height) = (mask.Width, mask.Height);
        List<(int From, int To, int Label)> above = [], level = [];
        for (int y = 0; y < height; y++)
        {
            var row = new ReadOnlySpan<byte>((void*)mask.Ptr(y), width);
            int next = 0;
            for (int x = 0; row[x..].IndexOfAnyExcept((byte)0) is var gap and >= 0;)
            {
                int from = x + gap;
                int length = row[from..].IndexOf((byte)0);
                x = length < 0 ? width : from + length;
                while (next < above.Count && above[next].To + reach <= from)
                {
                    next++;
                }

                int label = -1;
                for (int i = next; i < above.Count && above[i].From < x + reach; i++)
                {
                    label = label < 0 ? Root(above[i].Label) : Join(label, Root(above[i].Label));
                }

                level.Add((from, x, Note(label, new Component(new Rect(from, y, x - from, 1), x - from))));
            }

            (above, level) = (level, above);
            level.Clear();
        }
    }

    /// <summary>Adds a run to a part, or begins one with it.</summary>
    private int Note(int label, Component run)
    {
        if (label < 0)
        {
            _parents.Add(_parents.Count);
            _parts.Add(run);
            return _parents.Count - 1;
        }

        _parts[label] = Union(_parts[label], run);
        return label;
    }

    private int Root(int label)
    {
        while (_parents[label] != label)
        {
            label = _parents[label] = _parents[_parents[label]];
        }

        return label;
    }

    private int Join(int one, int other)
    {
        (int first, int second) = one < other ? (one, other) : (other, one);
        _parents[second] = first;
        return first;
    }

    private List<Component> Merged()
    {
        for (int i = 0; i < _parts.Count; i++)
        {
            if (_parents[i] != i)
            {
                int root = Root(i);
                _parts[root] = Union(_parts[root], _parts[i]);
            }
        }

        return [.. _parts.Where((_, i) => _parents[i] == i)];
    }

    private static Component Union(Component one, Component other)
    {
        (Rect a, Rect b) = (one.Box, other.Box);
        return new Component(
            Rect.FromLTRB(Math.Min(a.Left, b.Left), Math.Min(a.Top, b.Top), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom)), one.Area + other.Area);
    }
}
