using System.Runtime.InteropServices;

namespace Dau.Translation.Draft.Model;

/// <summary>
/// An array of the tables, which stays where it is: pinned in memory where they were just unpacked, in the mapped file where they were read from one. The
/// garbage collector would copy tens of megabytes from generation to generation.
/// </summary>
internal readonly unsafe struct Column<T>
    where T : unmanaged
{
    private readonly T* _start;
    private readonly object _owner;

    /// <summary>An array of its own, all zero.</summary>
    public Column(int length)
    {
        var array = GC.AllocateArray<T>(length, pinned: true);
        _start = (T*)Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        (_owner, Length) = (array, length);
    }

    /// <param name="start">Its first element.</param>
    /// <param name="length">How many it has.</param>
    /// <param name="owner">What keeps the memory alive.</param>
    public Column(T* start, int length, object owner)
    {
        _start = start;
        (_owner, Length) = (owner, length);
    }

    /// <summary>How many elements it has.</summary>
    public int Length { get; }

    /// <summary>All of it.</summary>
    public Span<T> Span => new(_start, Length);

    /// <summary>An element; the tables' own numbers are within bounds, which the checksum vouches for.</summary>
    public ref T this[int at] => ref _start[at];
}
