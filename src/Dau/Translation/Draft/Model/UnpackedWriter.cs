using System.Runtime.InteropServices;

namespace Dau.Translation.Draft.Model;

/// <summary>Writes arrays as they lie in memory, for <see cref="UnpackedReader"/>.</summary>
internal sealed class UnpackedWriter(Stream stream)
{
    private readonly Checksum _checksum = new();

    /// <summary>Of all that was written.</summary>
    public ulong Checksum => _checksum.Value;

    public void Write<T>(T[] array)
        where T : unmanaged
    {
        var count = array.Length;
        Add(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in count)));
        Add(MemoryMarshal.AsBytes(array.AsSpan()));
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        _checksum.Add(bytes);
        stream.Write(bytes);
    }
}
