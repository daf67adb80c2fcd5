using System.Globalization;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>
/// Straightens the page, enlarges it where its resolution is low, and sets it in a white border (without one, the engine's layout analysis collapses now and then).
/// All in one resampling: each further one would blur the marks.
/// </summary>
internal sealed class Straightener : IPageCleaner
{
    private const int Border = 10;
    private const double LeastSkew = 0.08;
    private const double LeastResampled = 0.35;
    private const double LeastContrast = 1.25;

    public void Clean(WorkPage page)
    {
        if (page.Sheet is not null)
        {
            return; // a photo has been flattened
        }

        double skew = Measure(page);
        double scale = Upscaling.Factor(page.Kind, page.Dpi);
        // The engine copes with a slight skew better than with marks that a resampling has blurred: then only the layout is straightened.
        bool resample = Math.Abs(skew) >= LeastResampled || scale != 1;
        PageFrame frame = PageFrame.Skewed(page.Picture.Size(), skew) with { Scale = scale, Border = Border, IsStraightened = resample };
        var work = new Mat();
        if (!resample)
        {
            Cv2.CopyMakeBorder(page.Grey, work, Border, Border, Border, Border, BorderTypes.Constant, Scalar.White);
        }
        else
        {
            double[,] map = frame.WorkToPicture();
            using var matrix = Mat.FromPixelData(2, 3, MatType.CV_64FC1, new[] { map[0, 0], map[0, 1], map[0, 2], map[1, 0], map[1, 1], map[1, 2] });
            Cv2.WarpAffine(page.Grey, work, matrix, frame.WorkSize, InterpolationFlags.Cubic | InterpolationFlags.WarpInverseMap, BorderTypes.Constant, Scalar.White);
        }

        page.ReplaceGrey(work, frame);
        if (skew != 0)
        {
            page.Report(string.Create(CultureInfo.InvariantCulture, $"deskew {skew:0.0#}°"));
        }

        if (scale != 1)
        {
            page.Report(string.Create(CultureInfo.InvariantCulture, $"enlarged ×{scale:0.#}"));
        }
    }

    private static double Measure(WorkPage page)
    {
        (double degrees, double contrast) = page.Ink().Skew;
        return contrast < LeastContrast || Math.Abs(degrees) < LeastSkew ? 0 : Math.Round(degrees, 2);
    }
}
