using Dau.Vision.Cleaning;
using Dau.Vision.Cleaning.Photo;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>Renderings of the place around a seal, each with some of its inks; 8 bits, black on white.</summary>
internal static class SignerLayers
{
    /// <summary>The renderings; the caller's to dispose.</summary>
    /// <param name="page">The page.</param>
    /// <param name="part">Which part, in work pixels.</param>
    public static IEnumerable<Mat> Make(WorkPage page, Rect part)
    {
        if (page.Kind is not PictureKind.Colour)
        {
            yield return page.Grey.SubMat(part).Clone();
            yield break;
        }

        using Mat colour = Colours(page, part);
        yield return SealCleaner.Brightest(colour);
        yield return Red(colour);
    }

    /// <summary>Takes away what is too tall or too long for a word and mostly empty: strokes of a pen, what is left of a ring.</summary>
    public static void TakeStrokes(Mat layer, double millimetre)
    {
        const double TallestLetter = 6.5;
        const double LongestWord = 40;
        const double PrintRow = 2.6;
        int least = (int)(255 * PrintRow * millimetre);
        using Mat ink = layer.Threshold(150, 255, ThresholdTypes.BinaryInv);
        using var labels = new Mat();
        int label = 0;
        foreach ((Rect box, int area) in Components.Of(ink, labels))
        {
            label++;
            (int width, int height) = (box.Width, box.Height);
            if ((height > TallestLetter * millimetre || width > LongestWord * millimetre) && area < 0.3 * width * height)
            {
                using Mat part = labels.SubMat(box);
                using Mat mask = new();
                Cv2.Compare(part, new Scalar(label), mask, CmpTypes.EQ);
                // Where a stroke runs through a line of print, the rows of that line hold far more ink, and stay.
                using var sums = new Mat();
                Cv2.Reduce(mask, sums, ReduceDimension.Column, ReduceTypes.Sum, MatType.CV_32S);
                for (int y = 0; y < height; y++)
                {
                    if (sums.At<int>(y) >= least)
                    {
                        mask.RowSpan<byte>(y).Clear();
                    }
                }

                using Mat target = layer.SubMat(box);
                target.SetTo(Scalar.White, mask);
            }
        }
    }

    /// <summary>Blue ink of a part, 255 on 0.</summary>
    public static Mat Blue(WorkPage page, Rect part)
    {
        const int LeastBlue = 28;
        using Mat colour = Colours(page, part);
        Mat[] channels = colour.Split();
        var blue = new Mat();
        Cv2.Max(channels[1], channels[2], blue);
        Cv2.Subtract(channels[0], blue, blue);
        Cv2.Threshold(blue, blue, LeastBlue, 255, ThresholdTypes.Binary);
        foreach (Mat channel in channels)
        {
            channel.Dispose();
        }

        return blue;
    }

    /// <summary>Red ink of a part, black on white.</summary>
    public static Mat Red(WorkPage page, Rect part)
    {
        using Mat colour = Colours(page, part);
        return Red(colour);
    }

    private static Mat Colours(WorkPage page, Rect part) =>
        page.FlatColour is { } flat ? flat.SubMat(part).Clone() : SheetFrame.Warp(page.Picture, page.Frame, part, InterpolationFlags.Linear);

    /// <summary>Red ink, black on white.</summary>
    private static Mat Red(Mat colour)
    {
        Mat[] channels = colour.Split();
        var red = new Mat();
        Cv2.Max(channels[0], channels[1], red);
        Cv2.Subtract(channels[2], red, red);
        red.ConvertTo(red, MatType.CV_8U, -2.2, 255 + 25);
        foreach (Mat channel in channels)
        {
            channel.Dispose();
        }

        return red;
    }
}
