using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>Makes a line of print near a seal fit to be read by itself.</summary>
internal static class LinePicture
{
    private const double LeastInk = 190;
    private const double Speck = 0.45;
    private const double LoneSpeck = 0.8;
    private const double Alone = 1.2;

    /// <summary>A cut without specks and without what stands mostly above or below the line: lettering of the seal, the line next to it. The caller's to dispose.</summary>
    /// <param name="cut">8 bits, black on white.</param>
    /// <param name="top">Where the line begins, px of the cut.</param>
    /// <param name="bottom">Where it ends.</param>
    /// <param name="millimetre">Pixels of a millimetre.</param>
    public static Mat Clean(Mat cut, int top, int bottom, double millimetre)
    {
        using Mat ink = cut.Threshold(LeastInk, 255, ThresholdTypes.BinaryInv);
        using Mat gone = Mat.Zeros(cut.Size(), MatType.CV_8UC1);
        using var labels = new Mat();
        Rect[] parts = [.. Components.Of(ink, labels).Select(static part => part.Box)];
        for (int i = 0; i < parts.Length; i++)
        {
            Rect part = parts[i];
            if (Math.Min(part.Bottom, bottom) - Math.Max(part.Top, top) < part.Height / 2.0 || Size(part) < Speck * millimetre || IsLoneSpeck(part))
            {
                using Mat own = labels.SubMat(part);
                using Mat mask = new();
                Cv2.Compare(own, new Scalar(i + 1), mask, CmpTypes.EQ);
                using Mat target = gone.SubMat(part);
                target.SetTo(Scalar.White, mask);
            }
        }

        // The grey edge of a letter goes with it.
        using Mat kept = new();
        Cv2.Subtract(ink, gone, kept);
        Cv2.Dilate(gone, gone, null);
        Cv2.Dilate(kept, kept, null);
        gone.SetTo(Scalar.Black, kept);
        Mat clean = cut.Clone();
        clean.SetTo(Scalar.White, gone);
        return clean;

        bool IsLoneSpeck(Rect part) => Size(part) < LoneSpeck * millimetre && !Array.Exists(parts, other =>
            Size(other) >= LoneSpeck * millimetre && Math.Max(other.Left - part.Right, part.Left - other.Right) < Alone * millimetre);
    }

    /// <summary>Slits that a ring left in letters closed, edges smoothed. The caller's to dispose.</summary>
    public static Mat Heal(Mat layer)
    {
        using Mat nib = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(3, 3));
        var healed = new Mat();
        Cv2.MorphologyEx(layer, healed, MorphTypes.Open, nib);
        Cv2.GaussianBlur(healed, healed, default, 0.6);
        return healed;
    }

    private static int Size(Rect part) => Math.Max(part.Width, part.Height);
}
