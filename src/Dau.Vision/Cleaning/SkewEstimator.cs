using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>
/// Finds how far lines of text run off the horizontal: the angle at which the lower edges of the ink, projected on the vertical, pile up most.
/// Long printed lines are left out, so that a table's frame does not outvote the text.
/// </summary>
internal static class SkewEstimator
{
    /// <summary>The largest skew that is looked for, degrees.</summary>
    public const double Most = 15;

    private const int MostPoints = 60_000;
    private const int MostCoarsePoints = 20_000;
    private const int LeastPoints = 200;
    private const double CoarseStep = 0.25;
    private const double FineStep = 0.02;

    /// <param name="mask">Ink, 255 on 0, about 150 dpi.</param>
    /// <param name="limit">Largest angle to look for, degrees.</param>
    /// <returns>The angle, degrees, clockwise positive, and how far its peak stands out (1 for not at all).</returns>
    public static (double Degrees, double Contrast) Estimate(Mat mask, double limit = Most)
    {
        (int[] xs, int[] ys) = LowerEdges(mask);
        if (xs.Length < LeastPoints)
        {
            return (0, 1);
        }

        int steps = (int)Math.Round(limit / CoarseStep);
        (int[] fewXs, int[] fewYs) = Thin(xs, ys, MostCoarsePoints);
        double[] coarse = new double[(2 * steps) + 1];
        int[] bins = new int[(2 * mask.Height) + (2 * mask.Width)];
        for (int i = 0; i < coarse.Length; i++)
        {
            coarse[i] = Score(fewXs, fewYs, (i - steps) * CoarseStep, 2, bins, mask.Width);
        }

        int best = Array.IndexOf(coarse, coarse.Max());
        double[] sorted = [.. coarse.Order()];
        double contrast = coarse[best] / Math.Max(1, sorted[sorted.Length / 2]);
        double around = (best - steps) * CoarseStep;
        double fineAngle = around;
        double fineScore = 0;
        for (double angle = around - (1.5 * CoarseStep); angle <= around + (1.5 * CoarseStep); angle += FineStep)
        {
            double score = Score(xs, ys, angle, 1, bins, mask.Width);
            if (score > fineScore)
            {
                (fineScore, fineAngle) = (score, angle);
            }
        }

        return (fineAngle, contrast);
    }

    /// <summary>How sharply lower edges pile up along lines, at the best angle; grows with how much the ink looks like lines of text.</summary>
    public static double Sharpness(Mat mask, double limit)
    {
        (int[] xs, int[] ys) = LowerEdges(mask);
        if (xs.Length < LeastPoints)
        {
            return 0;
        }

        (xs, ys) = Thin(xs, ys, MostCoarsePoints);

        int[] bins = new int[(2 * mask.Height) + (2 * mask.Width)];
        double best = 0;
        for (double angle = -limit; angle <= limit; angle += 2 * CoarseStep)
        {
            best = Math.Max(best, Score(xs, ys, angle, 2, bins, mask.Width));
        }

        return best / xs.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Score(int[] xs, int[] ys, double degrees, int binHeight, int[] bins, int width)
    {
        Array.Clear(bins);
        double slope = Math.Tan(degrees * Math.PI / 180);
        // Fixed point; the offset keeps bins positive.
        int step = (int)Math.Round(slope * 65536 / binHeight);
        int unit = 65536 / binHeight;
        int offset = width / binHeight;
        for (int i = 0; i < xs.Length; i++)
        {
            bins[(((ys[i] * unit) - (xs[i] * step)) >> 16) + offset]++;
        }

        double sum = 0;
        for (int i = 1; i < bins.Length; i++)
        {
            double rise = bins[i] - bins[i - 1];
            sum += rise * rise;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe (int[] Xs, int[] Ys) LowerEdges(Mat mask)
    {
        var xs = new List<int>(MostPoints);
        var ys = new List<int>(MostPoints);
        int width = mask.Width;
        int height = mask.Height;
        int longRun = width / 16;
        for (int y = 0; y < height - 1; y++)
        {
            byte* row = (byte*)mask.Ptr(y);
            byte* below = (byte*)mask.Ptr(y + 1);
            int runStart = -1;
            for (int x = 0; x <= width; x++)
            {
                bool edge = x < width && row[x] != 0 && below[x] == 0;
                if (edge && runStart < 0)
                {
                    runStart = x;
                }
                else if (!edge && runStart >= 0)
                {
                    if (x - runStart < longRun)
                    {
                        for (int i = runStart; i < x; i++)
                        {
                            xs.Add(i);
                            ys.Add(y);
                        }
                    }

                    runStart = -1;
                }
            }
        }

        return Thin([.. xs], [.. ys], MostPoints);
    }

    /// <summary>Every n-th point, so that there are at most so many.</summary>
    private static (int[] Xs, int[] Ys) Thin(int[] xs, int[] ys, int most)
    {
        int every = (xs.Length / most) + 1;
        return every == 1 ? (xs, ys) : ([.. xs.Where((_, i) => i % every == 0)], [.. ys.Where((_, i) => i % every == 0)]);
    }
}
