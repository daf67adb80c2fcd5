using Dau.Input;
using OpenCvSharp;

namespace Dau.Vision.Rasterising;

/// <summary>Decodes an image file with OpenCV. The turn that EXIF asks for is left to the caller.</summary>
internal static class ImageDecoder
{
    public static Mat Decode(PageSource source)
    {
        // The header's size was held against the limit before; OpenCV reads the same header, and the process's memory limit stands behind it.
        using Mat? raw = source.Format is InputFormat.Tiff ? TiffPages.Decode(source.Path, source.Page.Number) : Cv2.ImRead(source.Path, ImreadModes.Unchanged);
        if (raw is null || raw.Empty())
        {
            throw new RasteriseException("The picture is damaged: it cannot be decoded.");
        }

        Mat picture = ToEightBits(raw);
        if (source.Format is not InputFormat.Tiff || (picture.Width == source.Page.Width && picture.Height == source.Page.Height))
        {
            return picture;
        }

        // A fax has oblong pixels. On three such letters linear steps between rows lost 6 of 2,129 words, doubled rows 15, rows as they are 555.
        using (picture)
        {
            var square = new Mat();
            Cv2.Resize(picture, square, new Size(source.Page.Width, source.Page.Height), 0, 0, InterpolationFlags.Linear);
            return square;
        }
    }

    private static Mat ToEightBits(Mat raw)
    {
        using var eight = new Mat();
        double scale = raw.Depth() switch { MatType.CV_16U => 1 / 257.0, MatType.CV_32F or MatType.CV_64F => 255.0, _ => 1 };
        raw.ConvertTo(eight, MatType.MakeType(MatType.CV_8U, raw.Channels()), scale);
        switch (eight.Channels())
        {
            case 1:
            case 3:
                return eight.Clone();
            case 4:
                return BlendOverWhite(eight);
            default:
                return eight.ExtractChannel(0);
        }
    }

    /// <summary>Where a picture is transparent, paper shows through.</summary>
    private static Mat BlendOverWhite(Mat picture)
    {
        Mat[] channels = picture.Split();
        using Mat inverse = ~channels[3];
        using var alpha = new Mat();
        Cv2.Merge([channels[3], channels[3], channels[3]], alpha);
        using var colour = new Mat();
        Cv2.Merge([channels[0], channels[1], channels[2]], colour);
        using var paper = new Mat();
        Cv2.Merge([inverse, inverse, inverse], paper);
        var blended = new Mat();
        Cv2.Multiply(colour, alpha, blended, 1 / 255.0);
        Cv2.Add(blended, paper, blended);
        foreach (Mat channel in channels)
        {
            channel.Dispose();
        }

        return blended;
    }
}
