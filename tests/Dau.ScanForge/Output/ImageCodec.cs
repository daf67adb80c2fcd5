using Dau.ScanForge.Scanning;
using OpenCvSharp;

namespace Dau.ScanForge.Output;

/// <summary>Packs pictures for a PDF.</summary>
internal static class ImageCodec
{
    public static PdfImage Encode(ScannedPage scan, int dpi) => scan.Storage switch
    {
        Storage.Jpeg => Jpeg(scan.Picture, dpi, scan.Quality),
        Storage.Bilevel => Bilevel(scan.Picture, dpi),
        _ => Lossless(scan.Picture, dpi),
    };

    private static PdfImage Jpeg(Mat picture, int dpi, int quality)
    {
        Cv2.ImEncode(".jpg", picture, out byte[] bytes, new ImageEncodingParam(ImwriteFlags.JpegQuality, quality));
        return new PdfImage(picture.Cols, picture.Rows, dpi, "DCTDecode", picture.Channels() == 1 ? "DeviceGray" : "DeviceRGB", 8, bytes);
    }

    private static unsafe PdfImage Bilevel(Mat picture, int dpi)
    {
        int width = picture.Cols, height = picture.Rows;
        int stride = (width + 7) / 8;
        byte[] packed = new byte[stride * height];
        for (int y = 0; y < height; y++)
        {
            byte* row = (byte*)picture.Ptr(y);
            for (int x = 0; x < width; x++)
            {
                if (row[x] >= 128)
                {
                    packed[(y * stride) + (x / 8)] |= (byte)(0x80 >> (x % 8));
                }
            }
        }

        return new PdfImage(width, height, dpi, "FlateDecode", "DeviceGray", 1, ImagePdf.Deflate(packed));
    }

    /// <summary>Grey where the page has no colour: a third of the size.</summary>
    private static unsafe PdfImage Lossless(Mat picture, int dpi)
    {
        bool colour = HasColour(picture);
        using Mat ready = new();
        Cv2.CvtColor(picture, ready, colour ? ColorConversionCodes.BGR2RGB : ColorConversionCodes.BGR2GRAY);
        byte[] bytes = new ReadOnlySpan<byte>((void*)ready.Data, (int)(ready.Total() * ready.ElemSize())).ToArray();
        return new PdfImage(ready.Cols, ready.Rows, dpi, "FlateDecode", colour ? "DeviceRGB" : "DeviceGray", 8, ImagePdf.Deflate(bytes));
    }

    private static bool HasColour(Mat picture)
    {
        Mat[] channels = Cv2.Split(picture);
        try
        {
            using Mat difference = new();
            Cv2.Absdiff(channels[0], channels[2], difference);
            Cv2.MinMaxLoc(difference, out double _, out double most);
            return most > 12;
        }
        finally
        {
            Array.ForEach(channels, static c => c.Dispose());
        }
    }
}
