using Dau.Vision.Cleaning;
using Dau.Vision.Interop;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>Reads what a boxed stamp says where the page's reading left it out: set straight, without its frame; on colour scans in red ink alone.</summary>
internal sealed class StampReader(TesseractEngine engine, WorkPage page)
{
    /// <summary>A word that is read with less does not count as read.</summary>
    public const double Sure = 0.6;

    private const double Margin = 1;
    private const int Border = 12;

    /// <summary>The words of a stamp, in work pixels; empty where they cannot be read with confidence.</summary>
    /// <param name="stamp">Where it is on the picture.</param>
    public IReadOnlyList<EngineWord> Read(PixelBox stamp)
    {
        Rect part = Around(stamp);
        if (part.Width < 2 * Border || part.Height < 2 * Border)
        {
            return [];
        }

        using Mat layer = page.Kind is PictureKind.Colour ? SignerLayers.Red(page, part) : page.Grey.SubMat(part).Clone();
        using Mat? print = WithoutFrame(layer);
        if (print is null)
        {
            return [];
        }

        engine.SetPicture(print, page.WorkDpi);
        return [.. engine.Read(new PixelBox(0, 0, print.Width, print.Height), SegmentationMode.SingleBlock)
            .Where(static word => word.Confidence >= Sure && word.Text.Count(char.IsLetter) > 1)
            .Select(word => word with { Box = word.Box with { X = word.Box.X - Border + part.X, Y = word.Box.Y - Border + part.Y }, Line = 0 })];
    }

    private Rect Around(PixelBox box)
    {
        (double X, double Y)[] corners = [page.Frame.ToWork(box.X, box.Y), page.Frame.ToWork(box.Right, box.Y), page.Frame.ToWork(box.X, box.Bottom), page.Frame.ToWork(box.Right, box.Bottom)];
        int margin = (int)(Margin * page.WorkDpi / 25.4);
        (int left, int top) = ((int)corners.Min(static c => c.X) - margin, (int)corners.Min(static c => c.Y) - margin);
        var part = new Rect(left, top, (int)corners.Max(static c => c.X) + margin - left, (int)corners.Max(static c => c.Y) + margin - top);
        return part.Intersect(new Rect(0, 0, page.Grey.Width, page.Grey.Height));
    }

    /// <summary>The print inside the frame, turned as the frame stands, with a white border; null where there is no frame. The caller's to dispose.</summary>
    internal static Mat? WithoutFrame(Mat layer)
    {
        using Mat ink = layer.Threshold(150, 255, ThresholdTypes.BinaryInv);
        Cv2.FindContours(ink, out Point[][] contours, out _, RetrievalModes.External, ContourApproximationModes.ApproxSimple);
        Point[]? frame = contours.MaxBy(static c => Cv2.BoundingRect(c).Width);
        if (frame is null || Cv2.BoundingRect(frame).Width < 0.7 * layer.Width)
        {
            return null;
        }

        RotatedRect box = Cv2.MinAreaRect(frame);
        (double angle, double high) = box.Size.Width < box.Size.Height ? (box.Angle - 90, box.Size.Width) : (box.Angle, box.Size.Height);
        angle -= 180 * Math.Round(angle / 180); // never upside down
        double wide = Math.Max(box.Size.Width, box.Size.Height);
        using Mat turn = Cv2.GetRotationMatrix2D(box.Center, angle, 1);
        using var straight = new Mat();
        Cv2.WarpAffine(layer, straight, turn, layer.Size(), InterpolationFlags.Cubic, BorderTypes.Constant, Scalar.White);

        // Inside the frame nothing but print: what touches the sides of the cut is the frame's.
        Rect inside = new Rect((int)(box.Center.X - (wide / 2)), (int)(box.Center.Y - (high / 2)), (int)wide, (int)high).Intersect(new Rect(0, 0, layer.Width, layer.Height));
        using Mat print = straight.SubMat(inside).Clone();
        using Mat dark = print.Threshold(190, 255, ThresholdTypes.BinaryInv);
        using var labels = new Mat();
        int label = 0;
        foreach ((Rect piece, _) in Components.Of(dark, labels))
        {
            label++;
            if (piece.Width > 0.7 * inside.Width || piece.Height > 0.8 * inside.Height)
            {
                using var mask = new Mat();
                Cv2.Compare(labels, new Scalar(label), mask, CmpTypes.EQ);
                Cv2.Dilate(mask, mask, null);
                print.SetTo(Scalar.White, mask);
            }
        }

        var bordered = new Mat();
        Cv2.CopyMakeBorder(print, bordered, Border, Border, Border, Border, BorderTypes.Constant, Scalar.White);
        return bordered;
    }
}
