using System.Globalization;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>Stretches faint print to black on white. The engine normalises lines by itself, but not where a line is a single number in much white.</summary>
internal sealed class LevelCleaner : IPageCleaner
{
    private const double InkShare = 0.01;
    private const int FullContrast = 235;
    private const int LeastContrast = 40;

    public void Clean(WorkPage page)
    {
        if (page.Kind is PictureKind.Bilevel)
        {
            return;
        }

        (int ink, int paper) = Levels(page.Grey);
        if (paper - ink is >= FullContrast or < LeastContrast)
        {
            return;
        }

        double scale = 255.0 / (paper - ink);
        var stretched = new Mat();
        page.Grey.ConvertTo(stretched, MatType.CV_8U, scale, -ink * scale);
        page.ReplaceGrey(stretched);
        page.Report(string.Create(CultureInfo.InvariantCulture, $"contrast {scale:0.0} ×"));
    }

    /// <summary>How dark the darkest hundredth of the page is, and the commonest brightness of paper.</summary>
    private static (int Ink, int Paper) Levels(Mat grey)
    {
        using var histogram = new Mat();
        Cv2.CalcHist([grey], [0], null, histogram, 1, [256], [new Rangef(0, 256)]);
        double total = grey.Width * (double)grey.Height;
        double sum = 0;
        int ink = 0;
        while (ink < 255 && (sum += histogram.At<float>(ink)) < InkShare * total)
        {
            ink++;
        }

        int paper = Enumerable.Range(128, 127).MaxBy(level => histogram.At<float>(level));
        return (ink, paper);
    }
}
