using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Dau.Translation.Draft.Model;

/// <summary>Reads arrays as they lie in memory, and checks at the end that they are what was written.</summary>
internal sealed class UnpackedReader(Stream stream) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

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

    /// <summary>Whether all that was read has this SHA-256.</summary>
    public bool Has(ReadOnlySpan<byte> hash) => _hash.GetHashAndReset().AsSpan().SequenceEqual(hash);

    public void Dispose() => _hash.Dispose();

    private void Fill(Span<byte> bytes)
    {
        stream.ReadExactly(bytes);
        _hash.AppendData(bytes);
    }
}
