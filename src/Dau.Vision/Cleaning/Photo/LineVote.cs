using System.Runtime.CompilerServices;

namespace Dau.Vision.Cleaning.Photo;

/// <summary>A straight line: the points whose projection on the normal is <paramref name="Offset"/>.</summary>
/// <param name="Nx">Unit normal.</param>
/// <param name="Ny">Unit normal.</param>
/// <param name="Offset">px from the origin along the normal.</param>
/// <param name="IsBorder">Whether it is the picture's own edge: paper that runs out of the picture ends there.</param>
internal readonly record struct Line(float Nx, float Ny, float Offset, bool IsBorder = false)
{
    /// <summary>Where two lines cross; null for parallel ones.</summary>
    public (float X, float Y)? Cross(Line other)
    {
        float det = (Nx * other.Ny) - (Ny * other.Nx);
        return MathF.Abs(det) < 0.2f ? null : (((Offset * other.Ny) - (other.Offset * Ny)) / det, ((Nx * other.Offset) - (other.Nx * Offset)) / det);
    }
}

/// <summary>Finds straight lines by a vote of edge points, each for lines across its own direction only.</summary>
internal static class LineVote
{
    private const int Steps = 180;
    private const int Spread = 5;
    private const int Coarse = 2;
    private const int Most = 14;

    /// <returns>The lines with most votes: those that run more across than down, and those that run more down.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (List<Line> Level, List<Line> Upright) Find(List<(short X, short Y, float Angle)> points, int width, int height)
    {
        // Measured from the middle, lines that are nearly the same lie near each other in the vote.
        (float cx, float cy) = (width / 2f, height / 2f);
        int reach = ((int)Math.Sqrt((width * width) + (height * height)) / 2) + 2;
        int bins = (2 * reach / Coarse) + 3;
        int[] votes = new int[Steps * bins];
        float[] cosine = [.. Enumerable.Range(0, Steps).Select(static i => MathF.Cos(i * MathF.PI / Steps))];
        float[] sine = [.. Enumerable.Range(0, Steps).Select(static i => MathF.Sin(i * MathF.PI / Steps))];
        foreach ((short x, short y, float angle) in points)
        {
            int middle = (int)MathF.Round(angle * Steps / MathF.PI);
            for (int step = middle - Spread; step <= middle + Spread; step++)
            {
                int i = (step + Steps) % Steps;
                int bin = (int)((((x - cx) * cosine[i]) + ((y - cy) * sine[i]) + reach) / Coarse);
                votes[(i * bins) + bin]++;
            }
        }

        // A line between two bins, or a slightly curved one, gives its votes to several.
        int[] smooth = new int[votes.Length];
        for (int i = 0; i < Steps; i++)
        {
            for (int bin = 1; bin < bins - 1; bin++)
            {
                int at = (i * bins) + bin;
                smooth[at] = votes[at - 1] + votes[at] + votes[at + 1];
            }
        }

        bool IsLevel(int i) => Math.Abs(i - (Steps / 2)) < Steps / 4;
        return (Peaks(smooth, bins, i => IsLevel(i), cosine, sine, reach, width, height), Peaks(smooth, bins, i => !IsLevel(i), cosine, sine, reach, width, height));
    }

    private static List<Line> Peaks(int[] votes, int bins, Func<int, bool> wanted, float[] cosine, float[] sine, int reach, int width, int height)
    {
        int least = Math.Min(width, height) / 12;
        List<(int Votes, int Step, int Bin)> tall = [];
        for (int i = 0; i < Steps; i++)
        {
            for (int bin = 1; wanted(i) && bin < bins - 1; bin++)
            {
                int at = (i * bins) + bin;
                if (votes[at] >= least && votes[at] >= votes[at - 1] && votes[at] >= votes[at + 1])
                {
                    tall.Add((votes[at], i, bin));
                }
            }
        }

        tall.Sort(static (a, b) => b.Votes.CompareTo(a.Votes));
        var kept = new List<(int Step, int Bin)>();
        foreach ((_, int step, int bin) in tall)
        {
            if (kept.Count == Most)
            {
                break;
            }

            if (!kept.Exists(k => IsNear(k.Step, k.Bin, step, bin, bins)))
            {
                kept.Add((step, bin));
            }
        }

        return [.. kept.Select(k => new Line(cosine[k.Step], sine[k.Step], (k.Bin * Coarse) - reach + (Coarse / 2f) + (cosine[k.Step] * width / 2) + (sine[k.Step] * height / 2)))];
    }

    private static bool IsNear(int step, int bin, int otherStep, int otherBin, int bins)
    {
        int turn = Math.Abs(step - otherStep);
        if (turn > Steps / 2)
        {
            // Past half a turn the same line has its normal the other way.
            (turn, otherBin) = (Steps - turn, bins - otherBin);
        }

        return turn <= 3 && Math.Abs(bin - otherBin) <= 4;
    }
}
