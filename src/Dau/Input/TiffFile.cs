using System.Buffers.Binary;

namespace Dau.Input;

/// <summary>The directories of a TIFF 6.0 file. Every read is checked against the file's length.</summary>
/// <param name="stream">The file; seekable.</param>
internal sealed class TiffFile(Stream stream)
{
    public const int ImageWidth = 256;
    public const int ImageLength = 257;
    public const int StripOffsets = 273;
    public const int Orientation = 274;
    public const int StripByteCounts = 279;
    public const int XResolution = 282;
    public const int YResolution = 283;
    public const int ResolutionUnit = 296;
    public const int TileOffsets = 324;
    public const int TileByteCounts = 325;

    /// <summary>More values than any sane picture has strips; the rest of a longer list is not looked at.</summary>
    private const int MaxValues = 65_536;

    private readonly bool _bigEndian = ReadByte(stream, 0) == (byte)'M';

    /// <summary>Where the first directory is; 0 for none.</summary>
    public long FirstDirectory => stream.Length >= 8 ? UInt32(4) : 0;

    /// <summary>Whether a whole directory can stand there.</summary>
    public bool HasDirectory(long place) => place >= 8 && place + 2 <= stream.Length && place + 2 + (12L * UInt16(place)) <= stream.Length;

    /// <summary>Where the directory after this one is; 0 for the last, or where the file ends.</summary>
    public long NextDirectory(long place)
    {
        long link = place + 2 + (12L * UInt16(place));
        return link + 4 <= stream.Length ? UInt32(link) : 0;
    }

    /// <summary>The values of the tags that are looked at.</summary>
    public IReadOnlyDictionary<int, double[]> Tags(long directory)
    {
        var tags = new Dictionary<int, double[]>();
        int count = UInt16(directory);
        for (int i = 0; i < count; i++)
        {
            long entry = directory + 2 + (12L * i);
            int tag = UInt16(entry);
            if (tag is ImageWidth or ImageLength or StripOffsets or Orientation or StripByteCounts or XResolution or YResolution or ResolutionUnit or TileOffsets
                or TileByteCounts)
            {
                tags[tag] = Values(entry);
            }
        }

        return tags;
    }

    /// <summary>Whether the file is long enough to hold the picture's strips or tiles.</summary>
    public bool DataIsThere(IReadOnlyDictionary<int, double[]> tags)
    {
        bool tiled = tags.ContainsKey(TileOffsets);
        double[] offsets = tags.GetValueOrDefault(tiled ? TileOffsets : StripOffsets, []);
        double[] counts = tags.GetValueOrDefault(tiled ? TileByteCounts : StripByteCounts, []);
        return offsets.Length > 0 && !offsets.Where((offset, i) => offset + (i < counts.Length ? counts[i] : 1) > stream.Length).Any();
    }

    private double[] Values(long entry)
    {
        int type = UInt16(entry + 2);
        long count = UInt32(entry + 4);
        int size = type switch { 1 => 1, 3 => 2, 4 => 4, 5 => 8, _ => 0 };
        if (size == 0 || count is 0 or > uint.MaxValue)
        {
            return [];
        }

        long place = size * count <= 4 ? entry + 8 : UInt32(entry + 8);
        if (place + (size * count) > stream.Length)
        {
            return [];
        }

        double[] values = new double[Math.Min(count, MaxValues)];
        for (int i = 0; i < values.Length; i++)
        {
            long at = place + ((long)size * i);
            values[i] = type switch
            {
                1 => ReadByte(stream, at),
                3 => UInt16(at),
                4 => UInt32(at),
                _ => UInt32(at + 4) == 0 ? 0 : UInt32(at) / (double)UInt32(at + 4),
            };
        }

        return values;
    }

    private int UInt16(long place)
    {
        Span<byte> bytes = stackalloc byte[2];
        Read(place, bytes);
        return _bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
    }

    private long UInt32(long place)
    {
        Span<byte> bytes = stackalloc byte[4];
        Read(place, bytes);
        return _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    private void Read(long place, Span<byte> bytes)
    {
        stream.Position = place;
        stream.ReadExactly(bytes);
    }

    private static byte ReadByte(Stream stream, long place)
    {
        stream.Position = place;
        return (byte)Math.Max(0, stream.ReadByte());
    }
}
