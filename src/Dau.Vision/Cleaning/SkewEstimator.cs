using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>
/// Finds how far lines of text run off the horizontal: the angle at which the lower edges of the ink, projected on the vertical, pile up most.
/// </summary>
internal static class SkewEstimator
{
    /// <summary>The largest skew that is looked for, degrees.</summary>
    public const double Most = 15;

    private const int MostCoarsePoints = 20_000;
    private const int LeastPoints = 200;
    private const double CoarseStep = 0.25;
    private const double FineStep = 0.02;

    /// <param name="mask">Ink, 255 on 0, about 150 dpi.</param>
    /// <param name="limit">Largest angle to look for, degrees.</param>
    /// <returns>The angle, degrees, clockwise positive, and how far its peak stands out (1 for not at all).</returns>
    public static (double Degrees, double Contrast) Estimate(Mat mask, double limit = Most) => Estimate(LowerEdges.Of(mask), limit);

    /// <param name="edges">Of ink at about 150 dpi.</param>
    /// <param name="limit">Largest angle to look for, degrees.</param>
    /// <returns>As above.</returns>
    public static (double Degrees, double Contrast) Estimate(LowerEdges edges, double limit = Most)
    {
        if (edges.Count < LeastPoints)
        {
            return (0, 1);
        }

        int steps = (int)Math.Round(limit / CoarseStep);
        int[] bins = Bins(edges);
        LowerEdges few = edges.Thin(MostCoarsePoints);
        double[] coarse = new double[(2 * steps) + 1];
        for (int i = 0; i < coarse.Length; i++)
        {
            coarse[i] = Score(few, (i - steps) * CoarseStep, 2, bins);
        }

        int best = Array.IndexOf(coarse, coarse.Max());
        double[] sorted = [.. coarse.Order()];
        double contrast = coarse[best] / Math.Max(1, sorted[sorted.Length / 2]);
        double around = (best - steps) * CoarseStep;
        (double fineAngle, double fineScore) = (around, 0);
        for (double angle = around - (1.5 * CoarseStep); angle <= around + (1.5 * CoarseStep); angle += FineStep)
        {
            double score = Score(edges, angle, 1, bins);
            if (score > fineScore)
            {
                (fineScore, fineAngle) = (score, angle);
            }
        }

        return (fineAngle, contrast);
    }

    /// <summary>How sharply lower edges pile up along lines, at the best angle; grows with how much the ink looks like lines of text.</summary>
    public static double Sharpness(LowerEdges edges, double limit)
    {
        if (edges.Count < LeastPoints)
        {
            return 0;
        }

        LowerEdges few = edges.Thin(MostCoarsePoints);
        int[] bins = Bins(edges);
        double best = 0;
        for (double angle = -limit; angle <= limit; angle += 2 * CoarseStep)
        {
            best = Math.Max(best, Score(few, angle, 2, bins));
        }

        return best / few.Count;
    }

    private static int[] Bins(LowerEdges edges) => new int[2 * (edges.Size.Height + edges.Size.Width)];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Score(LowerEdges edges, double degrees, int binHeight, int[] bins)
    {
        (int[] xs, int[] ys, int width) = (edges.Xs, edges.Ys, edges.Size.Width);
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
}
