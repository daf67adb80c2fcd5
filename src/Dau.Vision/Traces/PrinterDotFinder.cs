using OpenCvSharp;

namespace Dau.Vision.Traces;

/// <summary>
/// Looks for the tracking dots that many colour laser printers lay over a page: yellow, a tenth of a millimetre wide, in a pattern that repeats every few
/// centimetres and codes the printer's serial number and the time. Small yellow specks are gathered away from ink, and the one displacement is sought that
/// carries most of them onto others: dust and paper do not repeat. It does not decode the pattern, and says nothing where picture or compression are too coarse.
/// </summary>
internal static class PrinterDotFinder
{
    /// <summary>Below this a dot is smaller than a pixel.</summary>
    internal const int LeastDpi = 280;

    private const int LeastDots = 40;
    private const int MostDots = 20000;

    /// <summary>The share of the dots that the pattern's step must carry onto another dot; chance carries a few in a hundred.</summary>
    private const double LeastRepeated = 0.3;

    /// <summary>How much yellower than the paper around it a dot is, of 255.</summary>
    private const int LeastYellow = 7;

    private const double DotMillimetres = 0.35, InkMargin = 0.5, LeastStep = 3, MostStep = 45, Bin = 0.3;

    /// <summary>Looks at a page's picture.</summary>
    /// <param name="path">A PNG file that this program wrote.</param>
    /// <param name="dpi">Its resolution.</param>
    public static PrinterDots Find(string path, int dpi)
    {
        using Mat picture = Cv2.ImRead(path, ImreadModes.Unchanged);
        return picture.Channels() < 3 ? new PrinterDots(PrinterDotOutcome.NoColour) : Find(picture, dpi);
    }

    /// <summary>Looks at a picture.</summary>
    /// <param name="picture">Blue, green, red.</param>
    /// <param name="dpi">Its resolution.</param>
    public static PrinterDots Find(Mat picture, int dpi)
    {
        if (dpi < LeastDpi)
        {
            return new PrinterDots(PrinterDotOutcome.TooCoarse);
        }

        double millimetre = dpi / 25.4;
        List<(double X, double Y)> dots = Dots(picture, millimetre);
        if (dots.Count < LeastDots || dots.Count > MostDots || FollowsBlocks(dots, millimetre))
        {
            return new PrinterDots(PrinterDotOutcome.NotSeen, dots.Count);
        }

        (double across, double acrossShare) = Step(dots, static d => (d.X, d.Y));
        (double down, double downShare) = Step(dots, static d => (d.Y, d.X));
        return Math.Max(acrossShare, downShare) < LeastRepeated || Math.Min(acrossShare, downShare) < LeastRepeated / 2
            ? new PrinterDots(PrinterDotOutcome.NotSeen, dots.Count)
            : new PrinterDots(PrinterDotOutcome.Found, dots.Count, across, down);
    }

    // Middles of small yellow specks on bare paper, mm.
    private static List<(double X, double Y)> Dots(Mat picture, double millimetre)
    {
        Mat[] channels = picture.Split();
        using var yellow = new Mat();
        using var bright = new Mat();
        Cv2.Min(channels[1], channels[2], bright);
        Cv2.Subtract(bright, channels[0], yellow);

        // A dot covers a few pixels, the grain of a scan one.
        Cv2.GaussianBlur(yellow, yellow, new Size(3, 3), 0);
        using var around = new Mat();
        int reach = (int)(2 * millimetre) | 1;
        Cv2.Blur(yellow, around, new Size(reach, reach));
        Cv2.Subtract(yellow, around, yellow);
        using var ink = new Mat();
        Cv2.Threshold(bright, ink, 150, 255, ThresholdTypes.BinaryInv);
        int margin = (int)(2 * InkMargin * millimetre) | 1;
        using Mat block = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(margin, margin));
        Cv2.Dilate(ink, ink, block);
        using Mat deviation = yellow.Threshold(Math.Max(LeastYellow, 5 * Spread(yellow, ink)), 255, ThresholdTypes.Binary);
        deviation.SetTo(Scalar.All(0), ink);
        using var labels = new Mat();
        using var stats = new Mat();
        using var middles = new Mat();
        int count = Cv2.ConnectedComponentsWithStats(deviation, labels, stats, middles);
        double widest = DotMillimetres * millimetre;
        List<(double X, double Y)> dots = [];
        for (int i = 1; i < count; i++)
        {
            if (stats.At<int>(i, (int)ConnectedComponentsTypes.Width) <= widest && stats.At<int>(i, (int)ConnectedComponentsTypes.Height) <= widest)
            {
                dots.Add((middles.At<double>(i, 0) / millimetre, middles.At<double>(i, 1) / millimetre));
            }
        }

        foreach (Mat channel in channels)
        {
            channel.Dispose();
        }

        return dots;
    }

    // The spread of the bare paper's grain: one pixel in twenty is off by more than 1.65 of it.
    private static double Spread(Mat yellow, Mat ink)
    {
        using var paper = new Mat();
        Cv2.BitwiseNot(ink, paper);
        using var histogram = new Mat();
        Cv2.CalcHist([yellow], [0], paper, histogram, 1, [256], [new Rangef(0, 256)]);
        double seen = 0, all = Cv2.CountNonZero(paper);
        int value = 0;
        while (value < 255 && (seen += histogram.At<float>(value)) < 0.95 * all)
        {
            value++;
        }

        return value / 1.65;
    }

    // JPEG works in blocks of 8 pixels: specks that keep to its grid are its own.
    private static bool FollowsBlocks(List<(double X, double Y)> dots, double millimetre) =>
        Crowded(dots.Select(d => d.X), millimetre) || Crowded(dots.Select(d => d.Y), millimetre);

    private static bool Crowded(IEnumerable<double> places, double millimetre)
    {
        int[] counts = new int[8];
        int all = 0;
        foreach (double place in places)
        {
            counts[(int)Math.Round(place * millimetre) % 8]++;
            all++;
        }

        return counts.Max() > 0.5 * all;
    }

    // The displacement along one axis that carries most dots onto others.
    private static (double Step, double Share) Step(List<(double X, double Y)> dots, Func<(double X, double Y), (double Along, double Off)> axis)
    {
        (double Along, double Off)[] points = [.. dots.Select(axis).OrderBy(static p => p.Along)];
        int[] counts = new int[(int)(MostStep / Bin) + 2];
        for (int i = 0; i < points.Length; i++)
        {
            for (int j = i + 1; j < points.Length && points[j].Along - points[i].Along < MostStep; j++)
            {
                if (Math.Abs(points[j].Off - points[i].Off) < Bin)
                {
                    counts[(int)((points[j].Along - points[i].Along) / Bin)]++;
                }
            }
        }

        // A step may fall on the border of two bins.
        (double step, double share) best = (0, 0);
        for (int i = (int)(LeastStep / Bin); i + 1 < counts.Length; i++)
        {
            double within = points.Count(p => p.Along + (i + 1) * Bin < points[^1].Along);
            double share = within < LeastDots / 2.0 ? 0 : (counts[i] + counts[i + 1]) / within;
            best = share > best.share ? ((i + 1) * Bin, share) : best;
        }

        return best;
    }
}
