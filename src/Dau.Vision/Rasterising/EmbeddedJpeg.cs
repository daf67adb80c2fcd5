using OpenCvSharp;

namespace Dau.Vision.Rasterising;

/// <summary>Decodes a page that lies in its PDF as one JPEG.</summary>
internal static class EmbeddedJpeg
{
    /// <summary>The picture; null where there is no such JPEG or it is not what inspection saw, so that the page has to be drawn.</summary>
    public static Mat? Decode(PageSource source)
    {
        if (source.Page.Jpeg is not { } jpeg)
        {
            return null;
        }

        byte[] bytes = new byte[jpeg.Length];
        using (FileStream file = File.OpenRead(source.Path))
        {
            file.Position = jpeg.Start;
            if (file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            {
                return null;
            }
        }

        // Unchanged: a JPEG inside a PDF is not turned by its EXIF data.
        Mat picture = Cv2.ImDecode(bytes, ImreadModes.Unchanged);
        if (picture.Width == source.Page.Width && picture.Height == source.Page.Height && picture.Depth() == MatType.CV_8U && picture.Channels() is 1 or 3)
        {
            return picture;
        }

        picture.Dispose();
        return null;
    }
}
