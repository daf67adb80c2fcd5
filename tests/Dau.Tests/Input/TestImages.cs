using System.Buffers.Binary;
using System.Text;

namespace Dau.Tests.Input;

/// <summary>Writes picture files of which only the headers mean anything.</summary>
internal static class TestImages
{
    public static byte[] Png(int width, int height, int? dpi = null)
    {
        var file = new List<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk("IHDR", [.. Big(width), .. Big(height), 1, 0, 0, 0, 0]);
        if (dpi is { } dots)
        {
            int perMetre = (int)Math.Round(dots / 0.0254);
            Chunk("pHYs", [.. Big(perMetre), .. Big(perMetre), 1]);
        }

        Chunk("IDAT", [0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]);
        Chunk("IEND", []);
        return [.. file];

        void Chunk(string type, byte[] data)
        {
            byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
            file.AddRange(Big(data.Length));
            file.AddRange(body);
            file.AddRange(Big((int)Crc(body)));
        }
    }

    /// <summary>A JPEG with a JFIF resolution, or with an EXIF orientation.</summary>
    public static byte[] Jpeg(int width, int height, int? dpi = null, int? orientation = null, bool camera = false)
    {
        var file = new List<byte>([0xFF, 0xD8]);
        if (dpi is { } dots)
        {
            Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 1, .. Big16(dots), .. Big16(dots), 0, 0]);
        }

        if (orientation is not null || camera)
        {
            // A big-endian TIFF: IFD0 at 8 with orientation and the link to the sub-directory, which holds the exposure time.
            byte[] exif =
            [
                .. "Exif\0\0"u8, .. "MM\0*"u8, .. Big(8), .. Big16(2),
                .. Big16(0x0112), .. Big16(3), .. Big(1), .. Big16(orientation ?? 1), 0, 0,
                .. Big16(0x8769), .. Big16(4), .. Big(1), .. Big(38), .. Big(0),
                .. Big16(camera ? 1 : 0), .. Big16(0x829A), .. Big16(5), .. Big(1), .. Big(56), .. Big(0), .. Big(1), .. Big(60),
            ];
            Segment(0xE1, exif);
        }

        Segment(0xC0, [8, .. Big16(height), .. Big16(width), 1, 1, 0x11, 0]);
        Segment(0xDA, [1, 1, 0, 0, 63, 0]);
        file.AddRange(Enumerable.Repeat((byte)0x55, 400));
        file.AddRange([0xFF, 0xD9]);
        return [.. file];

        void Segment(byte marker, byte[] data)
        {
            file.AddRange([0xFF, marker, .. Big16(data.Length + 2), .. data]);
        }
    }

    /// <summary>A little-endian TIFF with a page of each size; the last link goes to <paramref name="lastLink"/>.</summary>
    public static byte[] Tiff((int Width, int Height, int Dpi)[] pages, uint lastLink = 0)
    {
        const int Page = 2 + (6 * 12) + 4 + 8 + 16;
        byte[] file = new byte[8 + (pages.Length * Page)];
        "II*\0"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), pages.Length == 0 ? 0u : 8u);
        foreach ((int index, (int width, int height, int dpi)) in pages.Index())
        {
            int at = 8 + (index * Page);
            int data = at + 2 + (6 * 12) + 4;
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), 6);
            Entry(0, 256, 4, (uint)width);
            Entry(1, 257, 4, (uint)height);
            Entry(2, 273, 4, (uint)data + 8);
            Entry(3, 279, 4, 16);
            Entry(4, 282, 5, (uint)data);
            Entry(5, 296, 3, 2);
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + 2 + (6 * 12)), index + 1 < pages.Length ? (uint)(at + Page) : lastLink);
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(data), (uint)dpi);
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(data + 4), 1);

            void Entry(int place, ushort tag, ushort type, uint value)
            {
                Span<byte> entry = file.AsSpan(at + 2 + (place * 12));
                BinaryPrimitives.WriteUInt16LittleEndian(entry, tag);
                BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], type);
                BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], 1);
                BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], value);
            }
        }

        return file;
    }

    /// <summary>An extended WebP with nothing in it but its size.</summary>
    public static byte[] WebP(int width, int height)
    {
        byte[] body = [.. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, .. Little24(width - 1), .. Little24(height - 1)];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body];
    }

    private static byte[] Little24(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    private static byte[] Big(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] Big16(int value) => [(byte)(value >> 8), (byte)value];

    private static uint Crc(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
