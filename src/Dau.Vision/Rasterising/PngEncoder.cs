using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Rasterising;

/// <summary>Packs a page's picture as PNG: quickly rather than tightly, with one bit a pixel where that is all it holds.</summary>
internal static class PngEncoder
{
    public static byte[] Encode(Mat picture, PictureKind kind)
    {
        if (kind is PictureKind.Colour)
        {
            return Pack(picture, new ImageEncodingParam(ImwriteFlags.PngCompression, 1));
        }

        Mat grey = picture.Channels() == 1 ? picture : picture.ExtractChannel(1);
        try
        {
            return kind is PictureKind.Bilevel
                ? Pack(grey, new ImageEncodingParam(ImwriteFlags.PngCompression, 6), new ImageEncodingParam(ImwriteFlags.PngBilevel, 1))
                : Pack(grey, new ImageEncodingParam(ImwriteFlags.PngCompression, 1));
        }
        finally
        {
            if (!ReferenceEquals(grey, picture))
            {
                grey.Dispose();
            }
        }
    }

    private static byte[] Pack(Mat picture, params ImageEncodingParam[] how)
    {
        Cv2.ImEncode(".png", picture, out byte[] png, how);
        return png;
    }
}
