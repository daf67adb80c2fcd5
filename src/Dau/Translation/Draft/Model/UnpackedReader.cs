using System.Runtime.InteropServices;

namespace Dau.Translation.Draft.Model;

/// <summary>Reads arrays as they lie in memory; by the checksum they can be told to be what was written.</summary>
internal sealed class UnpackedReader(Stream stream)
{
    private readonly Checksum _checksum = new();

    /// <summary>Of all that was read.</summary>
    public ulong Checksum => _checksum.Value;

    /// <summary>The next array.</summary>
    /// <exception cref="InvalidDataException">The file is shorter than it says.</exception>
    public T[] Array<T>()
        where T : unmanaged
    {
        var count = 0;
        Fill(MemoryMarshal.AsBytes(new Span<int>(ref count)));
        if (count < 0 || (long)count * Marshal.SizeOf<T>() > stream.Length - stream.Position)
        {
            throw new InvalidDataException("It is shorter than it says.");
        }

        // Pinned: among the small objects tens of megabytes would be copied from generation to generation.
        var array = GC.AllocateUninitializedArray<T>(count, pinned: true);
        Fill(MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }

    private void Fill(Span<byte> bytes)
    {
        stream.ReadExactly(bytes);
        _checksum.Add(bytes);
    }
}
