using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Rasterising;

/// <summary>
/// Packs a page's picture as PNG: quickly rather than tightly, with one bit a pixel where that is all it holds. Shades are packed by the runtime's zlib, which takes a third
/// of the time of OpenCV's own: one filter for all rows (what differs from the row above) and run lengths.
/// </summary>
internal static class PngEncoder
{
    private const byte Up = 2;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly ZLibCompressionOptions Quickly = new() { CompressionLevel = 1, CompressionStrategy = ZLibCompressionStrategy.RunLengthEncoding };

    public static byte[] Encode(Mat picture, PictureKind kind)
    {
        if (kind is PictureKind.Colour)
        {
            using Mat colour = picture.CvtColor(ColorConversionCodes.BGR2RGB);
            return PackQuickly(colour);
        }

        Mat grey = picture.Channels() == 1 ? picture : picture.ExtractChannel(1);
        try
        {
            return kind is PictureKind.Bilevel ? PackBits(grey) : PackQuickly(grey);
        }
        finally
        {
            if (!ReferenceEquals(grey, picture))
            {
                grey.Dispose();
            }
        }
    }

    private static byte[] PackBits(Mat grey)
    {
        Cv2.ImEncode(".png", grey, out byte[] png, new ImageEncodingParam(ImwriteFlags.PngCompression, 6), new ImageEncodingParam(ImwriteFlags.PngBilevel, 1));
        return png;
    }

    private static byte[] PackQuickly(Mat picture)
    {
        using var png = new MemoryStream((int)Math.Min(int.MaxValue / 2, picture.Total() * picture.Channels() / 2) + 1024);
        png.Write(Signature);
        byte[] header = new byte[13]; // width, height, 8 bits, grey or colour, and the only compression, filtering and order that matter
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        header[8] = 8;
        header[9] = picture.Channels() == 3 ? (byte)2 : (byte)0;
        WriteChunk(png, "IHDR"u8, header);
        using (var pixels = new MemoryStream((int)(picture.Total() * picture.Channels() / 2)))
        {
            Deflate(picture, pixels);
            WriteChunk(png, "IDAT"u8, pixels.GetBuffer().AsSpan(0, (int)pixels.Length));
        }

        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static unsafe void Deflate(Mat picture, MemoryStream to)
    {
        using var zlib = new ZLibStream(to, Quickly, leaveOpen: true);
        (int width, int height) = (picture.Width * picture.Channels(), picture.Height);
        byte[] line = new byte[width + 1];
        line[0] = Up;
        ReadOnlySpan<byte> above = new byte[width];
        for (int y = 0; y < height; y++)
        {
            var row = new ReadOnlySpan<byte>((void*)picture.Ptr(y), width);
            Subtract(row, above, line.AsSpan(1));
            zlib.Write(line);
            above = row;
        }
    }

    private static void Subtract(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> difference)
    {
        int i = 0;
        for (int step = Vector<byte>.Count; i + step <= row.Length; i += step)
        {
            (new Vector<byte>(row[i..]) - new Vector<byte>(above[i..])).CopyTo(difference[i..]);
        }

        for (; i < row.Length; i++)
        {
            difference[i] = unchecked((byte)(row[i] - above[i]));
        }
    }

    private static void WriteChunk(MemoryStream to, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        to.Write(number);
        to.Write(name);
        to.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, PngChecksum.Of(name, data));
        to.Write(number);
    }
}
