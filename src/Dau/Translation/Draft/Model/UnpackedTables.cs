using System.Buffers.Binary;

namespace Dau.Translation.Draft.Model;

/// <summary>
/// The tables as they lie in memory, in a file beside the packed ones: unpacking takes a second and a half and three times the memory, mapping this a
/// twentieth. Made by the first run that may write there; one that is missing, damaged or of other tables is made anew. Layout: version, head of the packed
/// file, checksum of the rest, the arrays.
/// </summary>
internal static class UnpackedTables
{
    private const byte Version = 4;

    // What stands before the arrays, which begin at a multiple of eight.
    private static readonly int s_head = 1 + DraftModel.Head + sizeof(ulong) + UnpackedReader.Padding(1 + DraftModel.Head + sizeof(ulong));

    /// <summary>The tables of a packed file, read from the unpacked one where that fits.</summary>
    /// <exception cref="IOException">The packed file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged or of another version.</exception>
    public static DraftModel Open(string packed, string unpacked)
    {
        using var file = File.OpenRead(packed);
        var stamp = new byte[1 + DraftModel.Head];
        stamp[0] = Version;
        if (file.ReadAtLeast(stamp.AsSpan(1), DraftModel.Head, throwOnEndOfStream: false) == DraftModel.Head && TryLoad(unpacked, stamp) is { } ready)
        {
            return ready;
        }

        file.Position = 0;
        var model = DraftModel.Read(file);
        TrySave(model, unpacked, stamp);
        return model;
    }

    private static DraftModel? TryLoad(string path, byte[] stamp)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var head = new byte[s_head];
            file.ReadExactly(head);
            return head.AsSpan().StartsWith(stamp) && ChecksumOf(file) == BinaryPrimitives.ReadUInt64LittleEndian(head.AsSpan(stamp.Length))
                ? DraftModel.Load(new UnpackedReader(file, s_head)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    // Of the rest of the file, read through a small buffer: what is only checked takes no memory.
    private static ulong ChecksumOf(FileStream file)
    {
        var checksum = new Checksum();
        var buffer = new byte[1 << 18];
        for (int read; (read = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            checksum.Add(buffer.AsSpan(0, read));
        }

        return checksum.Value;
    }

    // A program that lies where nobody may write, or on a full disk, goes on without.
    private static void TrySave(DraftModel model, string path, byte[] stamp)
    {
        var part = $"{path}.{Environment.ProcessId}.part";
        try
        {
            using (var file = File.Create(part))
            {
                file.Write(new byte[s_head]);
                model.Save(new UnpackedWriter(file));
                file.Position = s_head;
                var checksum = new byte[sizeof(ulong)];
                BinaryPrimitives.WriteUInt64LittleEndian(checksum, ChecksumOf(file));
                file.Position = 0;
                file.Write(stamp);
                file.Write(checksum);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            try
            {
                File.Delete(part);
            }
            catch (Exception again) when (again is IOException or UnauthorizedAccessException)
            {
                // What is left of it harms nobody.
            }
        }
    }
}
