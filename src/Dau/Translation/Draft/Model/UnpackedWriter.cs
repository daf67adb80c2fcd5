using System.Runtime.InteropServices;

namespace Dau.Translation.Draft.Model;

/// <summary>Writes arrays as they lie in memory, for <see cref="UnpackedReader"/>.</summary>
internal sealed class UnpackedWriter(Stream stream)
{
    public void Write<T>(ReadOnlySpan<T> array)
        where T : unmanaged
    {
        long count = array.Length;
        var bytes = MemoryMarshal.AsBytes(array);
        stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in count)));
        stream.Write(bytes);

        // Numbers of eight bytes stand at multiples of eight.
        stream.Write(stackalloc byte[UnpackedReader.Padding(bytes.Length)]);
    }
}
