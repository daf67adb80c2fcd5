using OpenCvSharp;

namespace Dau.Vision.Rasterising;

/// <summary>Makes the smaller picture that the reader page shows.</summary>
internal static class PreviewEncoder
{
    // Wide enough to read small print at twice the size it is shown at; a page of A4 then takes 100 to 250 KB.
    private const int Width = 1240;
    private const int Quality = 68;

    /// <summary>A JPEG of the picture, at most 1,240 px wide.</summary>
    /// <param name="picture">The page's picture.</param>
    /// <param name="pngBytes">Size of its PNG file.</param>
    /// <returns>Empty where the JPEG would not be smaller than the PNG.</returns>
    public static byte[] Encode(Mat picture, int pngBytes)
    {
        using Mat small = Shrink(picture);
        Cv2.ImEncode(".jpg", small, out byte[] jpeg, new ImageEncodingParam(ImwriteFlags.JpegQuality, Quality));
        return jpeg.Length < pngBytes ? jpeg : [];
    }

    private static Mat Shrink(Mat picture)
    {
        if (picture.Width <= Width)
        {
            return picture.Clone();
        }

        // By a whole number first, which is quick and exact; what is left is less than a half, where a straight line between neighbours loses nothing.
        int whole = picture.Width / Width;
        Mat halved = whole > 1 ? picture.Resize(new Size(picture.Width / whole, picture.Height / whole), interpolation: InterpolationFlags.Area) : picture;
        try
        {
            return halved.Resize(new Size(Width, (int)Math.Round(picture.Height * (double)Width / picture.Width)), interpolation: InterpolationFlags.Linear);
        }
        finally
        {
            if (!ReferenceEquals(halved, picture))
            {
                halved.Dispose();
            }
        }
    }
}
