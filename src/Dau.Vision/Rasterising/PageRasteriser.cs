using Dau.Input;
using OpenCvSharp;

namespace Dau.Vision.Rasterising;

/// <summary>Makes the picture of a page, as the file holds it: 8 bits, one channel (grey) or three (blue, green, red).</summary>
internal static class PageRasteriser
{
    /// <exception cref="RasteriseException">There is no picture to be had, or it is over a limit.</exception>
    public static Mat Rasterise(PageSource source)
    {
        if ((long)source.Page.Width * source.Page.Height > source.MaxPixels || source.Page.Width < 1 || source.Page.Height < 1)
        {
            throw new RasteriseException($"The page's picture would be {source.Page.Width} × {source.Page.Height} pixels, more than the limit of {source.MaxPixels} pixels.");
        }

        Mat picture = source.Format is InputFormat.Pdf ? EmbeddedJpeg.Decode(source) ?? PdfRasteriser.Rasterise(source) : ImageDecoder.Decode(source);
        if ((long)picture.Width * picture.Height > source.MaxPixels)
        {
            picture.Dispose();
            throw new RasteriseException($"The page's picture turned out larger than the limit of {source.MaxPixels} pixels.");
        }

        return picture;
    }
}
