using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>Takes a pale watermark out of what the engine is shown: within its letters, their tone becomes the paper's white and what is darker stays print.</summary>
internal sealed class WatermarkCleaner : IPageCleaner
{
    private const double Margin = 1.5;

    /// <summary>Levels by which noise makes the tone uneven.</summary>
    private const int Noise = 10;

    private const int LeastTint = 8;

    public void Clean(WorkPage page)
    {
        // On a black-and-white scan its letters are as black as print, or gone.
        if (page.Kind is PictureKind.Bilevel || WatermarkFinder.Find(page.Grey, page.WorkDpi) is not { } watermark)
        {
            return;
        }

        using (watermark)
        {
            Mat grey = page.Grey.Clone();
            Fade(grey, watermark, page.WorkDpi);
            Rect box = watermark.Box;
            double f = watermark.Factor;
            page.ReplaceGrey(grey);
            // Of a coloured one, pieces were taken for handwriting or for a stamped name.
            page.DropMarks(mark => mark.Kind is MarkKind.Handwriting or MarkKind.NameStamp && IsOn(watermark, page.Frame.ToWork(mark.Box)));
            PixelBox place = page.Frame.ToPicture(PixelBox.FromEdges((int)(box.Left * f), (int)(box.Top * f), (int)(box.Right * f), (int)(box.Bottom * f)));
            page.AddMark(new Mark(MarkKind.Watermark, place, ColourOf(page.Picture, place, watermark.Tone), null));
            page.Report("watermark taken out");
        }
    }

    /// <summary>The tint of what is about as bright as the watermark.</summary>
    private static string ColourOf(Mat picture, PixelBox box, int tone)
    {
        if (picture.Channels() == 1)
        {
            return "grey";
        }

        using Mat part = picture.SubMat(new Rect(box.X, box.Y, box.Width, box.Height));
        using Mat grey = part.CvtColor(ColorConversionCodes.BGR2GRAY);
        using var own = new Mat();
        Cv2.InRange(grey, new Scalar(tone - Noise), new Scalar(tone + Noise), own);
        Scalar mean = Cv2.Mean(part, own);
        return mean.Val2 - Math.Max(mean.Val0, mean.Val1) > LeastTint ? "red" : mean.Val0 - Math.Max(mean.Val1, mean.Val2) > LeastTint ? "blue" : "grey";
    }

    /// <summary>Whether the watermark fills much of a box, as its own pieces do; handwriting that crosses it does not lie within its strokes.</summary>
    private static bool IsOn(Watermark watermark, PixelBox work)
    {
        double f = watermark.Factor;
        Rect place = new Rect((int)(work.X / f), (int)(work.Y / f), (int)(work.Width / f), (int)(work.Height / f)).Intersect(new Rect(0, 0, watermark.Mask.Width, watermark.Mask.Height));
        if (place.Width < 1 || place.Height < 1)
        {
            return false;
        }

        using Mat part = watermark.Mask.SubMat(place);
        return Cv2.CountNonZero(part) > 0.4 * place.Width * place.Height;
    }

    private static void Fade(Mat grey, Watermark watermark, int dpi)
    {
        double scale = 255.0 / Math.Max(1, watermark.Tone - Noise);
        int margin = (int)(Margin * dpi / 25.4 / watermark.Factor);
        using Mat wide = watermark.Mask.Clone();
        using Mat kernel = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size((2 * margin) + 1, (2 * margin) + 1));
        Cv2.Dilate(wide, wide, kernel);
        Rect box = watermark.Box;
        var part = Rect.FromLTRB(box.Left - margin, box.Top - margin, box.Right + margin, box.Bottom + margin).Intersect(new Rect(0, 0, wide.Width, wide.Height));
        double f = watermark.Factor;
        Rect place = new Rect((int)(part.X * f), (int)(part.Y * f), (int)(part.Width * f), (int)(part.Height * f)).Intersect(new Rect(0, 0, grey.Width, grey.Height));
        using Mat small = wide.SubMat(part);
        using var mask = new Mat();
        Cv2.Resize(small, mask, place.Size, 0, 0, InterpolationFlags.Nearest);
        using Mat target = grey.SubMat(place);
        using var faded = new Mat();
        target.ConvertTo(faded, MatType.CV_8U, scale);
        faded.CopyTo(target, mask);
    }
}
