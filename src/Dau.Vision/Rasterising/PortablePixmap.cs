using System.Globalization;
using System.Text;
using OpenCvSharp;

namespace Dau.Vision.Rasterising;

/// <summary>Reads a binary PGM (P5) or PPM (P6) picture with 8 bits a sample from a pipe, never more than its header announces.</summary>
internal static class PortablePixmap
{
    /// <exception cref="InvalidDataException">It is none, it is cut off, or it is over the limit.</exception>
    public static Mat Read(Stream stream, long maxPixels)
    {
        string kind = ReadToken(stream);
        int channels = kind switch { "P5" => 1, "P6" => 3, _ => throw new InvalidDataException("No picture came out.") };
        int width = ReadNumber(stream);
        int height = ReadNumber(stream);
        if (ReadNumber(stream) != 255)
        {
            throw new InvalidDataException("The picture has an unknown depth.");
        }

        if ((long)width * height > maxPixels)
        {
            throw new InvalidDataException($"The picture has {width} × {height} pixels, more than the limit.");
        }

        var picture = new Mat(height, width, channels == 1 ? MatType.CV_8UC1 : MatType.CV_8UC3);
        try
        {
            ReadPixels(stream, picture, (long)width * channels);
            if (channels == 3)
            {
                Cv2.CvtColor(picture, picture, ColorConversionCodes.RGB2BGR);
            }

            return picture;
        }
        catch
        {
            picture.Dispose();
            throw;
        }
    }

    private static unsafe void ReadPixels(Stream stream, Mat picture, long rowBytes)
    {
        int height = picture.Height;
        for (int y = 0; y < height; y++)
        {
            try
            {
                stream.ReadExactly(new Span<byte>((void*)picture.Ptr(y), (int)rowBytes));
            }
            catch (EndOfStreamException error)
            {
                throw new InvalidDataException("The picture is cut off.", error);
            }
        }
    }

    private static int ReadNumber(Stream stream) =>
        int.TryParse(ReadToken(stream), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new InvalidDataException("The picture's header is damaged.");

    private static string ReadToken(Stream stream)
    {
        var token = new StringBuilder();
        while (token.Length < 12)
        {
            int next = stream.ReadByte();
            if (next is -1 or ' ' or '\n' or '\t' or '\r')
            {
                return token.ToString();
            }

            token.Append((char)next);
        }

        throw new InvalidDataException("The picture's header is damaged.");
    }
}
