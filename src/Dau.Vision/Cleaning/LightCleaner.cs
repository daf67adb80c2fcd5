using System.Globalization;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>Divides uneven light out: the paper's brightness is estimated at quarter scale by closing (which removes the ink) and smoothing.</summary>
internal sealed class LightCleaner : IPageCleaner
{
    private const int Reduction = 4;
    private const double EvenSpread = 14;

    public void Clean(WorkPage page)
    {
        if (page.Kind is not PictureKind.Bilevel && page.Sheet is null)
        {
            Even(page);
        }
    }

    /// <summary>Evens out what the engine is shown, where it is uneven.</summary>
    public static void Even(WorkPage page)
    {
        using Mat paper = EstimatePaper(page.Grey, page.WorkDpi);
        double spread = Spread(paper);
        if (spread <= EvenSpread)
        {
            return;
        }

        using var full = new Mat();
        Cv2.Resize(paper, full, page.Grey.Size(), 0, 0, InterpolationFlags.Linear);
        var even = new Mat();
        Cv2.Divide(page.Grey, full, even, 255);
        page.ReplaceGrey(even);
        page.Report(string.Create(CultureInfo.InvariantCulture, $"light evened out ({spread:0} levels)"));
    }

    /// <summary>Each channel of a colour picture divided by its paper: even light, and paper that is white.</summary>
    public static void EvenColours(Mat colour, int dpi)
    {
        Mat[] channels = colour.Split();
        foreach (Mat channel in channels)
        {
            using Mat paper = EstimatePaper(channel, dpi);
            using var full = new Mat();
            Cv2.Resize(paper, full, channel.Size(), 0, 0, InterpolationFlags.Linear);
            Cv2.Divide(channel, full, channel, 255);
        }

        Cv2.Merge(channels, colour);
        foreach (Mat channel in channels)
        {
            channel.Dispose();
        }
    }

    private static Mat EstimatePaper(Mat grey, int dpi)
    {
        var small = new Mat();
        Cv2.Resize(grey, small, new Size(Math.Max(1, grey.Width / Reduction), Math.Max(1, grey.Height / Reduction)), 0, 0, InterpolationFlags.Area);
        // About 3.5 mm: more than the width of a stroke or a bold letter's counter, less than a shadow's edge.
        int reach = Math.Max(7, (int)Math.Round(41.0 / 300 * dpi / Reduction * 1.6)) | 1;
        using Mat kernel = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(reach, reach));
        Cv2.MorphologyEx(small, small, MorphTypes.Close, kernel);
        Cv2.MedianBlur(small, small, reach);
        Cv2.GaussianBlur(small, small, new Size(reach, reach), 0);
        return small;
    }

    /// <summary>Levels between the 2nd and the 98th percentile of the paper's brightness.</summary>
    private static double Spread(Mat paper)
    {
        using var histogram = new Mat();
        Cv2.CalcHist([paper], [0], null, histogram, 1, [256], [new Rangef(0, 256)]);
        double total = paper.Width * (double)paper.Height;
        double sum = 0;
        int low = -1;
        for (int level = 0; level < 256; level++)
        {
            sum += histogram.At<float>(level);
            if (low < 0 && sum >= 0.02 * total)
            {
                low = level;
            }

            if (sum >= 0.98 * total)
            {
                return level - low;
            }
        }

        return 0;
    }
}
