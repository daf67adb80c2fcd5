using System.Globalization;
using Dau.Vision.Cleaning.Photo;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>Turns the page upright by quarters. Where its shapes leave a doubt, a strip of it is read both ways and the better reading decides.</summary>
/// <param name="readability">How well a grey picture of some lines reads; higher is better.</param>
internal sealed class OrientationCleaner(Func<Mat, int, double> readability) : IPageCleaner
{
    private const int MeasuringDpi = WorkPage.InkDpi;
    private const double StripMillimetres = 30;

    public void Clean(WorkPage page)
    {
        // Of a photo, the flattened sheet is judged; its shape stays what it is under quarter turns.
        using Mat? flat = page.Sheet is { } sheet ? Flatten(page, sheet) : null;
        (Mat grey, int dpi) = flat is null ? (page.Grey, page.Dpi) : (flat, MeasuringDpi);
        using PageInk? own = flat is null ? null : InkOf(flat);
        PageInk ink = own ?? page.Ink();
        (int degrees, double certainty) = OrientationFinder.Find(ink);
        if (certainty < OrientationFinder.Sure && Cv2.CountNonZero(ink.Mask) > 200)
        {
            degrees = ReadBothWays(grey, dpi, ink, degrees);
        }

        if (degrees != 0)
        {
            page.Turn(degrees);
            page.Report(string.Create(CultureInfo.InvariantCulture, $"turned {degrees}°"));
        }
    }

    private static Mat Flatten(WorkPage page, Sheet sheet)
    {
        PageFrame frame = SheetFrame.Make(sheet, page.Picture.Size(), page.Dpi);
        return SheetFrame.Warp(page.Grey, frame with { Scale = MeasuringDpi / (page.Dpi * frame.Zoom) }, InterpolationFlags.Linear);
    }

    private static PageInk InkOf(Mat flat)
    {
        Mat mask = InkMask.Make(flat, MeasuringDpi, MeasuringDpi, out double factor);
        mask.Rectangle(new Rect(0, 0, mask.Width, mask.Height), Scalar.Black, mask.Width / 20); // the paper's edge is no text
        return new PageInk(mask, factor);
    }

    private int ReadBothWays(Mat grey, int dpi, PageInk ink, int degrees)
    {
        bool lying = degrees is 90 or 270;
        using Mat strip = CutStrip(grey, ink.Mask, ink.Factor, lying);
        using var first = new Mat();
        using var second = new Mat();
        if (lying)
        {
            Cv2.Rotate(strip, first, RotateFlags.Rotate90Clockwise);
        }
        else
        {
            strip.CopyTo(first);
        }

        Cv2.Rotate(first, second, RotateFlags.Rotate180);
        bool upsideDown = readability(second, dpi) > readability(first, dpi);
        return (lying ? 90 : 0) + (upsideDown ? 180 : 0);
    }

    /// <summary>The part of the page, as high as a few lines, that holds the most ink.</summary>
    private static Mat CutStrip(Mat grey, Mat mask, double factor, bool lying)
    {
        using var profile = new Mat();
        Cv2.Reduce(mask, profile, lying ? ReduceDimension.Row : ReduceDimension.Column, ReduceTypes.Sum, MatType.CV_32S);
        int length = lying ? mask.Width : mask.Height;
        int strip = Math.Min(length, (int)(StripMillimetres / 25.4 * MeasuringDpi));
        long sum = 0;
        long most = -1;
        int best = 0;
        for (int i = 0; i < length; i++)
        {
            sum += lying ? profile.At<int>(0, i) : profile.At<int>(i, 0);
            sum -= i < strip ? 0 : lying ? profile.At<int>(0, i - strip) : profile.At<int>(i - strip, 0);
            if (i >= strip - 1 && sum > most)
            {
                (most, best) = (sum, i - strip + 1);
            }
        }

        (int from, int size) = ((int)(best * factor), (int)(strip * factor));
        var box = lying ? new Rect(from, 0, size, grey.Height) : new Rect(0, from, grey.Width, size);
        return grey.SubMat(box.Intersect(new Rect(0, 0, grey.Width, grey.Height))).Clone();
    }
}
