using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>Pale letters across a page.</summary>
/// <param name="Mask">255 where they are; the caller's to dispose.</param>
/// <param name="Factor">Pixels of the page per pixel of the mask.</param>
/// <param name="Box">Around them, in pixels of the mask.</param>
/// <param name="Tone">How bright they are, 0 to 255.</param>
internal sealed record Watermark(Mat Mask, double Factor, Rect Box, int Tone) : IDisposable
{
    public void Dispose() => Mask.Dispose();
}

/// <summary>
/// Finds large pale letters that run across a page at a slant. Their strokes are broader than those of print: a closing that fills print with paper leaves them, and
/// they show as patches of one tone, paler than print, that stand along one slanting line.
/// </summary>
internal static class WatermarkFinder
{
    private const int ClosingDpi = 100;
    private const int ViewDpi = 50;

    // Millimetres.
    private const double BroadestPrint = 1.8;
    private const double BroadestStroke = 13;
    private const double SmallestLetter = 4;
    private const double LargestLetter = 75;
    private const double LeastArea = 8;
    private const double OffLine = 11;
    private const double ShortestLine = 60;
    private const double Edge = 4;

    // Levels of grey below the paper.
    private const int Palest = 7;
    private const int Darkest = 120;

    private const int LeastLetters = 4;
    private const int MostPatches = 90;
    private const double LeastShare = 0.6;
    private const double MostUneven = 0.4;
    private const double Flattest = 15;
    private const double Steepest = 68;

    /// <summary>The watermark; null where there is none.</summary>
    /// <param name="grey">8 bits, black on white.</param>
    /// <param name="dpi">Its resolution.</param>
    public static Watermark? Find(Mat grey, int dpi)
    {
        using Mat paper = Reduce(grey, dpi, ClosingDpi);
        Close(paper, BroadestPrint * ClosingDpi / 25.4);
        using Mat view = Reduce(paper, ClosingDpi, ViewDpi);
        using Mat ground = view.Clone();
        Close(ground, BroadestStroke * ViewDpi / 25.4);
        using var below = new Mat();
        Cv2.Subtract(ground, view, below);
        using var pale = new Mat();
        Cv2.InRange(below, new Scalar(Palest), new Scalar(Darkest), pale);
        if (Cv2.CountNonZero(pale) < LeastLetters * LeastArea * Square(ViewDpi / 25.4))
        {
            return null;
        }

        using var labels = new Mat();
        const double Millimetre = ViewDpi / 25.4;
        List<(int Label, Component Part)> patches = [.. Components.Of(pale, labels).Select(static (part, i) => (i + 1, part)).Where(patch =>
            Math.Max(patch.part.Box.Width, patch.part.Box.Height) is var size && size >= SmallestLetter * Millimetre && size <= LargestLetter * Millimetre
            && patch.part.Area >= LeastArea * Square(Millimetre) && IsInside(patch.part.Box, pale.Size(), Edge * Millimetre))];
        if (patches.Count is < LeastLetters or > MostPatches || Line(patches, Millimetre) is not { Count: >= LeastLetters } letters)
        {
            return null;
        }

        Mat mask = Of(labels, letters);
        Rect box = letters.Select(static letter => letter.Part.Box).Aggregate(static (a, b) => a.Union(b));
        using Mat core = mask.Erode(null);
        Cv2.MeanStdDev(below, out Scalar depth, out Scalar spread, core);
        double share = letters.Sum(static letter => (double)letter.Part.Area) / patches.Sum(static patch => (double)patch.Part.Area);
        if (share < LeastShare || spread.Val0 > MostUneven * depth.Val0 || !AreOfOneSize(letters))
        {
            mask.Dispose();
            return null;
        }

        return new Watermark(mask, dpi / (double)ViewDpi, box, (int)Math.Round(Cv2.Mean(view, core).Val0));
    }

    /// <summary>Whether a patch stays off the page's edge, where scanners leave shadows.</summary>
    private static bool IsInside(Rect box, Size page, double edge) => box.Left >= edge && box.Top >= edge && box.Right <= page.Width - edge && box.Bottom <= page.Height - edge;

    private static bool AreOfOneSize(List<(int Label, Component Part)> letters)
    {
        int[] sizes = [.. letters.Select(static letter => Math.Max(letter.Part.Box.Width, letter.Part.Box.Height)).Order()];
        int usual = sizes[sizes.Length / 2];
        return sizes.Count(size => size * 2 >= usual && size <= usual * 2) >= LeastLetters;
    }

    /// <summary>The patches along the slanting line that passes through most of their area.</summary>
    private static List<(int Label, Component Part)> Line(List<(int Label, Component Part)> patches, double millimetre)
    {
        List<(int, Component)> best = [];
        long most = 0;
        for (int i = 0; i < patches.Count; i++)
        {
            for (int j = i + 1; j < patches.Count; j++)
            {
                (Point a, Point b) = (Middle(patches[i].Part), Middle(patches[j].Part));
                double length = Math.Sqrt(Square(b.X - a.X) + Square(b.Y - a.Y));
                double slant = Math.Atan2(Math.Abs(b.Y - a.Y), Math.Abs(b.X - a.X)) * 180 / Math.PI;
                if (length < ShortestLine * millimetre || slant is < Flattest or > Steepest)
                {
                    continue;
                }

                List<(int Label, Component Part)> on = [.. patches.Where(patch =>
                    Math.Abs(((b.X - a.X) * (double)(Middle(patch.Part).Y - a.Y)) - ((b.Y - a.Y) * (double)(Middle(patch.Part).X - a.X))) <= OffLine * millimetre * length)];
                long area = on.Sum(static patch => (long)patch.Part.Area);
                if (area > most)
                {
                    (best, most) = (on, area);
                }
            }
        }

        return best;
    }

    private static Mat Of(Mat labels, List<(int Label, Component Part)> letters)
    {
        var mask = new Mat(labels.Size(), MatType.CV_8UC1, Scalar.Black);
        foreach ((int label, Component part) in letters)
        {
            using Mat from = labels.SubMat(part.Box);
            using Mat to = mask.SubMat(part.Box);
            using var own = new Mat();
            Cv2.Compare(from, new Scalar(label), own, CmpTypes.EQ);
            to.SetTo(Scalar.White, own);
        }

        return mask;
    }

    private static Mat Reduce(Mat from, int dpi, int target)
    {
        var small = new Mat();
        double share = Math.Min(1, target / (double)dpi);
        Cv2.Resize(from, small, new Size(Math.Max(1, (int)(from.Width * share)), Math.Max(1, (int)(from.Height * share))), 0, 0, InterpolationFlags.Area);
        return small;
    }

    private static void Close(Mat picture, double reach)
    {
        int size = Math.Max(3, (int)Math.Round(reach)) | 1;
        using Mat kernel = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(size, size));
        Cv2.MorphologyEx(picture, picture, MorphTypes.Close, kernel);
    }

    private static Point Middle(Component part) => new(part.Box.X + (part.Box.Width / 2), part.Box.Y + (part.Box.Height / 2));

    private static double Square(double value) => value * value;
}
