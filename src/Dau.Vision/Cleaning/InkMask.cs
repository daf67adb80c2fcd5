using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>A small black-and-white view of a page that its geometry is judged on.</summary>
internal static class InkMask
{
    /// <summary>Where ink is (255), reduced to about <paramref name="targetDpi"/>.</summary>
    /// <param name="grey">8 bits, black on white.</param>
    /// <param name="dpi">Its resolution.</param>
    /// <param name="targetDpi">The resolution wanted.</param>
    /// <param name="factor">Pixels of <paramref name="grey"/> per pixel of the mask.</param>
    public static Mat Make(Mat grey, int dpi, int targetDpi, out double factor)
    {
        factor = Math.Max(1, dpi / (double)targetDpi);
        var small = new Mat();
        if (factor > 1)
        {
            Cv2.Resize(grey, small, new Size(Math.Max(1, (int)(grey.Width / factor)), Math.Max(1, (int)(grey.Height / factor))), 0, 0, InterpolationFlags.Area);
        }
        else
        {
            grey.CopyTo(small);
        }

        // Light is divided out at this scale, so that a shadow is not ink: what is darker than its surroundings is.
        using var paper = new Mat();
        int reach = Math.Max(9, targetDpi / 6) | 1;
        using Mat kernel = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(reach, reach));
        Cv2.MorphologyEx(small, paper, MorphTypes.Close, kernel);
        Cv2.Divide(small, paper, small, 255);
        double threshold = Cv2.Threshold(small, paper, 0, 255, ThresholdTypes.BinaryInv | ThresholdTypes.Otsu);
        Cv2.Threshold(small, small, Math.Clamp(threshold, 110, 200), 255, ThresholdTypes.BinaryInv);
        return small;
    }
}
