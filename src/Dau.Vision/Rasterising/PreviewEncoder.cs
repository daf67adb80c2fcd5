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
        using Mat small = picture.Width <= Width
            ? picture.Clone()
            : picture.Resize(new Size(Width, (int)Math.Round(picture.Height * (double)Width / picture.Width)), interpolation: InterpolationFlags.Area);
        Cv2.ImEncode(".jpg", small, out byte[] jpeg, new ImageEncodingParam(ImwriteFlags.JpegQuality, Quality));
        return jpeg.Length < pngBytes ? jpeg : [];
    }
}
