using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Dau.Translation.Draft.Model;

/// <summary>Writes arrays as they lie in memory, for <see cref="UnpackedReader"/>.</summary>
internal sealed class UnpackedWriter(Stream stream) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Write<T>(T[] array)
        where T : unmanaged
    {
        var count = array.Length;
        Add(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in count)));
        Add(MemoryMarshal.AsBytes(array.AsSpan()));
    }

    /// <summary>SHA-256 of all that was written.</summary>
    public byte[] Hash() => _hash.GetHashAndReset();

    public void Dispose() => _hash.Dispose();

    private void Add(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        stream.Write(bytes);
    }
}
