using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using OpenCvSharp;

namespace Dau.Vision.Rasterising;

/// <summary>
/// Decodes one page of a TIFF file. OpenCV's wrapper can only decode all of them, or the first; so the file is mapped copy-on-write and the pointer in its header,
/// which says where the first page's directory is, is bent to the page that is asked for.
/// </summary>
internal static class TiffPages
{
    /// <param name="path">The file.</param>
    /// <param name="number">The page, from 1.</param>
    /// <returns>Null where there is no such page or it cannot be decoded.</returns>
    public static unsafe Mat? Decode(string path, int number)
    {
        long length = new FileInfo(path).Length;
        if (length is < 8 or > int.MaxValue)
        {
            return null;
        }

        // Opened for reading alone: asked for a copy on write by its path, the file would be opened for writing, which the sandbox forbids.
        using FileStream stream = File.OpenRead(path);
        using var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        using MemoryMappedViewAccessor view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.CopyOnWrite);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            var bytes = new Span<byte>(start + view.PointerOffset, (int)length);
            return PointAt(bytes, number) ? Cv2.ImDecode((ReadOnlySpan<byte>)bytes, ImreadModes.Unchanged) : null;
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    /// <summary>Makes page <paramref name="number"/> the first of the file that <paramref name="tiff"/> holds.</summary>
    /// <returns>False where the chain of pages ends before it or is damaged.</returns>
    internal static bool PointAt(Span<byte> tiff, int number)
    {
        bool little = tiff[0] == 'I';
        bool big = Read(tiff, 2, 2, little) == 43;
        int width = big ? 8 : 4;
        int header = big ? 8 : 4;
        long directory = Read(tiff, header, width, little);
        for (int page = 1; page < number; page++)
        {
            // A directory: how many entries, the entries, where the next directory is.
            long entries = Read(tiff, directory, big ? 8 : 2, little);
            if (entries is < 0 or > 65_535)
            {
                return false;
            }

            directory = Read(tiff, directory + (big ? 8 + (entries * 20) : 2 + (entries * 12)), width, little);
        }

        if (directory <= 0 || directory >= tiff.Length)
        {
            return false;
        }

        Span<byte> pointer = tiff.Slice(header, width);
        if (big)
        {
            Write64(pointer, directory, little);
        }
        else
        {
            Write32(pointer, (uint)directory, little);
        }

        return true;
    }

    private static long Read(ReadOnlySpan<byte> tiff, long offset, int width, bool little)
    {
        if (offset <= 0 || offset + width > tiff.Length)
        {
            return -1;
        }

        ReadOnlySpan<byte> field = tiff.Slice((int)offset, width);
        return width switch
        {
            2 => little ? BinaryPrimitives.ReadUInt16LittleEndian(field) : BinaryPrimitives.ReadUInt16BigEndian(field),
            4 => little ? BinaryPrimitives.ReadUInt32LittleEndian(field) : BinaryPrimitives.ReadUInt32BigEndian(field),
            _ => little ? BinaryPrimitives.ReadInt64LittleEndian(field) : BinaryPrimitives.ReadInt64BigEndian(field),
        };
    }

    private static void Write32(Span<byte> field, uint value, bool little)
    {
        if (little)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(field, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(field, value);
        }
    }

    private static void Write64(Span<byte> field, long value, bool little)
    {
        if (little)
        {
            BinaryPrimitives.WriteInt64LittleEndian(field, value);
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(field, value);
        }
    }
}
