using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dau.Translation.Draft.Model;

/// <summary>
/// Gives the arrays of a mapped file as they lie there: nothing is copied, and only what is looked up takes memory. The file may be replaced by another
/// while it is in use, as a rename does, but not be written over.
/// </summary>
internal sealed unsafe class UnpackedReader
{
    private const int Alignment = sizeof(ulong);

    private readonly SafeMemoryMappedViewHandle _view;
    private readonly byte* _start;
    private readonly long _length;
    private long _at;

    /// <param name="file">The file, open for reading.</param>
    /// <param name="at">Where the first array begins.</param>
    public UnpackedReader(FileStream file, long at)
    {
        (_at, _length) = (at, file.Length);
        using var mapping = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        using var accessor = mapping.CreateViewAccessor(0, _length, MemoryMappedFileAccess.Read);
        _view = accessor.SafeMemoryMappedViewHandle;

        // Taken once and never given back: the view lives as long as an array of it.
        _view.AcquirePointer(ref _start);
    }

    /// <summary>How many bytes of nothing follow so many bytes.</summary>
    public static int Padding(long bytes) => (int)(-bytes & (Alignment - 1));

    /// <summary>The next array.</summary>
    /// <exception cref="InvalidDataException">The file is shorter than it says.</exception>
    public Column<T> Column<T>()
        where T : unmanaged
    {
        var count = _at + sizeof(long) <= _length ? *(long*)(_start + _at) : -1;
        if (count < 0 || count > (_length - _at - sizeof(long)) / sizeof(T))
        {
            throw new InvalidDataException("It is shorter than it says.");
        }

        var first = (T*)(_start + _at + sizeof(long));
        _at += sizeof(long) + (count * sizeof(T));
        _at += Padding(_at);
        return new Column<T>(first, (int)count, _view);
    }
}
