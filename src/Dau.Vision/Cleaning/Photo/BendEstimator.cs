using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace Dau.Vision.Cleaning.Photo;

/// <summary>
/// Measures how lines of text rise and fall across a sheet: strips side by side are moved against each other until their lines meet, window by window, and a smooth
/// bend is fitted to the steps between them.
/// </summary>
internal static class BendEstimator
{
    private const int Strip = 24;
    private const int Window = 88;
    private const int Reach = 9;
    private const int LeastInk = 60;
    private const double LeastMatch = 0.45;
    private const int LeastSteps = 12;
    private const int Rounds = 3;

    private readonly record struct Step(double U, double V, double Slope, double Weight);

    /// <param name="mask">Ink of the flattened sheet, 255 on 0, about 100 dpi.</param>
    /// <returns>The bend in the mask's frame; null where there is too little text to tell, or nothing to be won.</returns>
    public static LineBend? Estimate(Mat mask)
    {
        LineBend? bend = null;
        double best = Straightness(mask);
        Mat straight = mask.Clone();
        for (int round = 0; round < Rounds; round++)
        {
            List<Step> steps = Measure(straight);
            if (steps.Count < LeastSteps)
            {
                break;
            }

            LineBend found = new() { Width = mask.Width, Height = mask.Height, Slopes = Fit(steps) };
            LineBend both = bend is null ? found : bend.And(found);
            Mat bent = Straighten(mask, both);
            double straightness = Straightness(bent);
            if (straightness <= best * 1.01)
            {
                bent.Dispose();
                break;
            }

            straight.Dispose();
            (straight, bend, best) = (bent, both, straightness);
        }

        straight.Dispose();
        return bend;
    }

    /// <summary>The mask with its lines made level.</summary>
    internal static Mat Straighten(Mat mask, LineBend bend)
    {
        using var mapX = new Mat(mask.Size(), MatType.CV_32FC1);
        using var mapY = new Mat(mask.Size(), MatType.CV_32FC1);
        (int width, int height) = (mask.Width, mask.Height);
        double[] all = [.. Enumerable.Range(0, width).Select(x => bend.At(x, 0))];
        double[] growing = [.. Enumerable.Range(0, width).Select(x => bend.At(x, 1))];
        for (int y = 0; y < height; y++)
        {
            double v = LineBend.Place(y, height);
            Span<float> xs = mapX.RowSpan<float>(y);
            Span<float> ys = mapY.RowSpan<float>(y);
            for (int x = 0; x < width; x++)
            {
                (xs[x], ys[x]) = (x, (float)(y + all[x] + (v * growing[x])));
            }
        }

        var straight = new Mat();
        Cv2.Remap(mask, straight, mapX, mapY, InterpolationFlags.Nearest, BorderTypes.Constant, Scalar.Black);
        return straight;
    }

    /// <summary>How sharply rows of ink are told from rows without.</summary>
    private static double Straightness(Mat mask)
    {
        int[] rows = Profile(mask, 0, mask.Width);
        double sum = 0;
        for (int y = 1; y < rows.Length; y++)
        {
            double rise = rows[y] - rows[y - 1];
            sum += rise * rise;
        }

        return sum;
    }

    private static List<Step> Measure(Mat mask)
    {
        (int width, int height) = (mask.Width, mask.Height);
        int strips = width / Strip;
        int[][] profiles = [.. Enumerable.Range(0, strips).Select(i => Smooth(Profile(mask, i * Strip, (i + 1) * Strip)))];
        var steps = new List<Step>();
        for (int i = 0; i + 1 < strips; i++)
        {
            for (int top = Reach; top + Window + Reach < height; top += Window / 2)
            {
                if (Match(profiles[i], profiles[i + 1], top) is { } match)
                {
                    double u = LineBend.Place((i + 1) * Strip, width);
                    steps.Add(new Step(u, LineBend.Place(top + (Window / 2.0), height), match.Shift / Strip, match.Weight));
                }
            }
        }

        return steps;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Shift, double Weight)? Match(int[] left, int[] right, int top)
    {
        double[] scores = new double[(2 * Reach) + 1];
        double leftSum = 0;
        double leftSquare = 0;
        for (int y = top; y < top + Window; y++)
        {
            leftSum += left[y];
            leftSquare += (double)left[y] * left[y];
        }

        double leftSpread = leftSquare - (leftSum * leftSum / Window);
        for (int shift = -Reach; shift <= Reach; shift++)
        {
            double sum = 0;
            double square = 0;
            double both = 0;
            for (int y = top; y < top + Window; y++)
            {
                int other = right[y + shift];
                sum += other;
                square += (double)other * other;
                both += (double)left[y] * other;
            }

            double spread = square - (sum * sum / Window);
            if (leftSum < LeastInk * 4 || sum < LeastInk * 4 || spread <= 0 || leftSpread <= 0)
            {
                return null;
            }

            scores[shift + Reach] = (both - (leftSum * sum / Window)) / Math.Sqrt(leftSpread * spread);
        }

        int best = Array.IndexOf(scores, scores.Max());
        if (scores[best] < LeastMatch || best == 0 || best == 2 * Reach)
        {
            return null;
        }

        double bow = scores[best - 1] - (2 * scores[best]) + scores[best + 1];
        double between = bow == 0 ? 0 : 0.5 * (scores[best - 1] - scores[best + 1]) / bow;
        return (best - Reach + between, scores[best] * scores[best]);
    }

    /// <summary>Weighted least squares on Legendre terms; steep terms are held back, and steps that do not fit lose their weight.</summary>
    private static double[] Fit(List<Step> steps)
    {
        const int Terms = LineBend.Across * LineBend.Down;
        double[] weights = [.. steps.Select(static step => step.Weight)];
        double[] solution = new double[Terms];
        for (int round = 0; round < 5; round++)
        {
            using var normal = new Mat(Terms, Terms, MatType.CV_64FC1, Scalar.All(0));
            using var right = new Mat(Terms, 1, MatType.CV_64FC1, Scalar.All(0));
            double total = weights.Sum();
            for (int i = 0; i < steps.Count; i++)
            {
                double[] row = Row(steps[i]);
                for (int a = 0; a < Terms; a++)
                {
                    right.At<double>(a) += weights[i] * row[a] * steps[i].Slope;
                    for (int b = 0; b < Terms; b++)
                    {
                        normal.At<double>(a, b) += weights[i] * row[a] * row[b];
                    }
                }
            }

            for (int a = 0; a < Terms; a++)
            {
                int across = a % LineBend.Across;
                normal.At<double>(a, a) += total * ((0.0006 * across * across) + (a / LineBend.Across * 0.01) + 1e-6);
            }

            using var answer = new Mat();
            Cv2.Solve(normal, right, answer, DecompTypes.Cholesky);
            answer.GetArray(out solution);
            double[] misses = [.. steps.Select(step => Math.Abs(step.Slope - Row(step).Zip(solution, static (a, b) => a * b).Sum()))];
            double middle = Math.Max(0.008, misses.Order().ElementAt(misses.Length / 2));
            for (int i = 0; i < weights.Length; i++)
            {
                double off = misses[i] / (4 * middle);
                weights[i] = off >= 1 ? 0 : steps[i].Weight * (1 - (off * off)) * (1 - (off * off));
            }
        }

        return solution;
    }

    private static double[] Row(Step step)
    {
        double[] row = new double[LineBend.Across * LineBend.Down];
        for (int j = 0; j < LineBend.Across; j++)
        {
            double value = LineBend.Legendre(j, step.U);
            (row[j], row[LineBend.Across + j]) = (value, value * step.V);
        }

        return row;
    }

    private static int[] Profile(Mat mask, int from, int to)
    {
        using Mat part = mask.SubMat(0, mask.Height, from, to);
        using var sums = new Mat();
        Cv2.Reduce(part, sums, ReduceDimension.Column, ReduceTypes.Sum, MatType.CV_32S);
        sums.GetArray(out int[] rows);
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] /= 255;
        }

        return rows;
    }

    private static int[] Smooth(int[] rows) =>
        [.. rows.Select((row, i) => rows[Math.Max(0, i - 1)] + (2 * row) + rows[Math.Min(rows.Length - 1, i + 1)])];
}
