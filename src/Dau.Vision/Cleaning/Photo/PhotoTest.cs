using OpenCvSharp;

namespace Dau.Vision.Cleaning.Photo;

/// <summary>Tells at little cost whether a picture may be a photo of paper rather than a scan: on a scan nearly all that is not print has the paper's own brightness.</summary>
internal static class PhotoTest
{
    private const double PaperBand = 0.12;
    private const double ScanShare = 0.86;

    /// <param name="closed">From <see cref="SheetFinder.CloseText"/>.</param>
    public static bool MayBePhoto(Mat closed) => PaperShare(closed) < ScanShare;

    /// <summary>The share of a picture whose brightness is within an eighth of its commonest one.</summary>
    internal static double PaperShare(Mat closed)
    {
        using var grey = new Mat();
        Cv2.CvtColor(closed, grey, ColorConversionCodes.BGR2GRAY);
        using var histogram = new Mat();
        Cv2.CalcHist([grey], [0], null, histogram, 1, [256], [new Rangef(0, 256)]);
        histogram.GetArray(out float[] counts);
        double best = 0;
        for (int level = 100; level < 256; level++)
        {
            int from = (int)(level * (1 - PaperBand));
            int to = Math.Min(255, (int)(level * (1 + PaperBand)));
            double sum = 0;
            for (int i = from; i <= to; i++)
            {
                sum += counts[i];
            }

            best = Math.Max(best, sum);
        }

        return best / (grey.Width * (double)grey.Height);
    }
}
