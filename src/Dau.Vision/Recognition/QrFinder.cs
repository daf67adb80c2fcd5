using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>
/// Finds QR codes: square, dense patches of 12 to 60 mm on the small view, in which alone a decoder is asked. What a code holds is noted and never opened.
/// </summary>
internal static class QrFinder
{
    private const double Smallest = 12;
    private const double Largest = 60;
    private const double LeastFill = 0.72;
    private const double Margin = 2.5;

    /// <summary>The codes on a page, on its picture.</summary>
    public static IReadOnlyList<Mark> Find(WorkPage page, PageView view)
    {
        var marks = new List<Mark>();
        foreach (Rect patch in Patches(view.Ink, view.Dpi / 25.4))
        {
            int margin = (int)(Margin / 25.4 * page.WorkDpi);
            Rect box = new Rect((int)(patch.X * view.Factor) - margin, (int)(patch.Y * view.Factor) - margin, (int)(patch.Width * view.Factor) + (2 * margin), (int)(patch.Height * view.Factor) + (2 * margin))
                .Intersect(new Rect(0, 0, page.Grey.Width, page.Grey.Height));
            using Mat cut = page.Grey.SubMat(box);
            if (Decode(cut) is { } payload)
            {
                marks.Add(new Mark(MarkKind.QrCode, page.Frame.ToPicture(PixelBox.FromEdges(box.Left + margin, box.Top + margin, box.Right - margin, box.Bottom - margin)), "black", payload.Length == 0 ? null : payload));
            }
        }

        return marks;
    }

    /// <summary>What the code in a picture holds; empty where one is seen but cannot be read, null where there is none.</summary>
    internal static string? Decode(Mat grey)
    {
        using var detector = new QRCodeDetector();
        // Enlarged a little, small modules are told apart; a code that is cut at the edge of the patch needs its quiet zone.
        foreach (double scale in new[] { 1.0, 2.0 })
        {
            using var larger = new Mat();
            Cv2.Resize(grey, larger, new Size(), scale, scale, InterpolationFlags.Cubic);
            string payload = detector.DetectAndDecode(larger, out Point2f[] corners);
            if (payload.Length > 0)
            {
                return payload;
            }

            if (scale > 1 && corners.Length == 4)
            {
                return "";
            }
        }

        return null;
    }

    private static List<Rect> Patches(Mat ink, double millimetre)
    {
        using var closed = new Mat();
        // Modules are up to 1.5 mm wide.
        int reach = Math.Max(3, (int)Math.Round(1.6 * millimetre)) | 1;
        using Mat kernel = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(reach, reach));
        Cv2.MorphologyEx(ink, closed, MorphTypes.Close, kernel);
        Cv2.MorphologyEx(closed, closed, MorphTypes.Open, kernel);
        var patches = new List<Rect>();
        foreach ((Rect box, int area) in Components.Of(closed))
        {
            double ratio = box.Width / (double)box.Height;
            if (ratio is > 0.82 and < 1.22 && box.Width >= Smallest * millimetre && box.Width <= Largest * millimetre && area > LeastFill * box.Width * box.Height)
            {
                patches.Add(box);
            }
        }

        return patches;
    }
}
