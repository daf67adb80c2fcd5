using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>Where ink stands on paper: along lines of text these places pile up. Long printed lines are left out, so that a table's frame does not outvote the text.</summary>
internal sealed class LowerEdges
{
    private const int MostPoints = 60_000;

    private LowerEdges(int[] xs, int[] ys, Size size) => (Xs, Ys, Size) = (xs, ys, size);

    public int[] Xs { get; }

    public int[] Ys { get; }

    /// <summary>Of the mask.</summary>
    public Size Size { get; }

    public int Count => Xs.Length;

    /// <param name="mask">Ink, 255 on 0.</param>
    public static LowerEdges Of(Mat mask)
    {
        (List<int> xs, List<int> ys) = Collect(mask);
        return new LowerEdges([.. xs], [.. ys], mask.Size()).Thin(MostPoints);
    }

    /// <summary>Every n-th of them, so that there are at most so many.</summary>
    public LowerEdges Thin(int most)
    {
        int every = (Count / most) + 1;
        return every == 1 ? this : new LowerEdges(Every(Xs, every), Every(Ys, every), Size);
    }

    private static int[] Every(int[] all, int step)
    {
        int[] few = new int[(all.Length + step - 1) / step];
        for (int i = 0; i < few.Length; i++)
        {
            few[i] = all[i * step];
        }

        return few;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe (List<int> Xs, List<int> Ys) Collect(Mat mask)
    {
        var xs = new List<int>(MostPoints);
        var ys = new List<int>(MostPoints);
        int width = mask.Width;
        int longRun = width / 16;
        using var edges = new Mat();
        using (Mat upper = mask.SubMat(0, Math.Max(1, mask.Height - 1), 0, width), lower = mask.SubMat(Math.Min(1, mask.Height - 1), mask.Height, 0, width))
        {
            Cv2.Subtract(upper, lower, edges);
        }

        int height = edges.Height;
        for (int y = 0; y < height; y++)
        {
            var row = new ReadOnlySpan<byte>((void*)edges.Ptr(y), width);
            for (int x = 0; row[x..].IndexOfAnyExcept((byte)0) is var gap and >= 0;)
            {
                int from = x + gap;
                int length = row[from..].IndexOf((byte)0);
                int to = length < 0 ? width : from + length;
                for (int i = from; i < to && to - from < longRun; i++)
                {
                    xs.Add(i);
                    ys.Add(y);
                }

                x = to;
            }
        }

        return (xs, ys);
    }
}
