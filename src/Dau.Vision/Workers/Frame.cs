using System.Buffers.Binary;

namespace Dau.Vision.Workers;

/// <summary>A message on a worker's pipe: four letters, two lengths (little-endian), JSON, bytes.</summary>
/// <param name="Json">UTF-8.</param>
/// <param name="Blob">Empty where the message has none.</param>
internal readonly record struct Frame(ReadOnlyMemory<byte> Json, ReadOnlyMemory<byte> Blob)
{
    /// <summary>Longest JSON that is taken from a pipe.</summary>
    public const int MostJson = 128 << 20;

    /// <summary>Longest blob that is taken from a pipe.</summary>
    public const int MostBlob = 1 << 30;

    private const int HeaderLength = 12;
    private const uint Magic = 0x31554144; // "DAU1"

    /// <summary>Writes the frame and flushes.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] header = new byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), Json.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Blob.Length);
        await stream.WriteAsync(header, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(Json, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(Blob, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a frame.</summary>
    /// <returns>Null where the pipe ended before one began.</returns>
    /// <exception cref="InvalidDataException">What came is no frame, is too long or is cut off.</exception>
    public static async Task<Frame?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] header = new byte[HeaderLength];
        int got = await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (got == 0)
        {
            return null;
        }

        int json = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4));
        int blob = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8));
        if (got < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic || json is < 0 or > MostJson || blob is < 0 or > MostBlob)
        {
            throw new InvalidDataException("The pipe holds something else than a message.");
        }

        try
        {
            return new Frame(await ReadBytesAsync(stream, json, cancellationToken).ConfigureAwait(false), await ReadBytesAsync(stream, blob, cancellationToken).ConfigureAwait(false));
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException("The message is cut off.", error);
        }
    }

    private static async Task<byte[]> ReadBytesAsync(Stream stream, int length, CancellationToken cancellationToken)
    {
        if (length == 0)
        {
            return [];
        }

        byte[] bytes = GC.AllocateUninitializedArray<byte>(length);
        await stream.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return bytes;
    }
}
