using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dau.Translation.Neural.Marian;

/// <summary>Which pieces may come out where given pieces go in: the output layer then has a thousand rows and not thirty thousand.</summary>
internal sealed class Shortlist
{
    private const ulong Magic = 0xF11A48D5013417F5;
    private const int Head = 6 * sizeof(ulong);

    // The reference works on eight outputs at a time and fills its list up to that.
    private const int Unit = 8;

    private readonly int[] _starts;
    private readonly int[] _lists;
    private readonly int _frequent;
    private readonly int _pieces;

    /// <summary>Reads a list for a vocabulary.</summary>
    /// <exception cref="InvalidDataException">It is damaged or for another vocabulary.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Shortlist(ReadOnlySpan<byte> bytes, int pieces)
    {
        if (bytes.Length < Head || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException("it is no binary shortlist");
        }

        var head = MemoryMarshal.Cast<byte, ulong>(bytes[..Head]);
        var (frequent, offsets, ids) = (head[2], head[4], head[5]);
        if (offsets != (ulong)pieces + 1 || frequent > (ulong)pieces || ids > (ulong)bytes.Length / sizeof(uint)
            || (ulong)bytes.Length != Head + (offsets * sizeof(ulong)) + (ids * sizeof(uint)))
        {
            throw new InvalidDataException($"its sizes do not fit together, or it is not for a vocabulary of {pieces} pieces");
        }

        (_frequent, _pieces) = ((int)frequent, pieces);
        _starts = new int[pieces + 1];
        var at = MemoryMarshal.Cast<byte, ulong>(bytes.Slice(Head, _starts.Length * sizeof(ulong)));
        for (var i = 0; i < _starts.Length; i++)
        {
            if (at[i] > ids || (i > 0 && at[i] < at[i - 1]))
            {
                throw new InvalidDataException("its offsets are out of order");
            }

            _starts[i] = (int)at[i];
        }

        _lists = MemoryMarshal.Cast<byte, int>(bytes[(Head + (_starts.Length * sizeof(ulong)))..]).ToArray();
        foreach (var piece in _lists)
        {
            if ((uint)piece >= (uint)pieces)
            {
                throw new InvalidDataException("it names a piece that is not in the vocabulary");
            }
        }
    }

    /// <summary>Longest list that can come out for so many pieces of source.</summary>
    public int Most => _pieces;

    /// <summary>Pieces that may come out for a source, ascending.</summary>
    /// <param name="source">The source's pieces with the end of the sentence.</param>
    /// <param name="set">A bit for each piece of the vocabulary; comes back clear.</param>
    /// <param name="target">Takes the pieces.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Collect(ReadOnlySpan<int> source, Span<ulong> set, Span<int> target)
    {
        var count = 0;
        for (var piece = 0; piece < _frequent; piece++)
        {
            Add(piece, set, ref count);
        }

        foreach (var piece in source)
        {
            Add(piece, set, ref count);
            foreach (var other in _lists.AsSpan(_starts[piece].._starts[piece + 1]))
            {
                Add(other, set, ref count);
            }
        }

        for (var piece = _frequent; count % Unit != 0 && piece < _pieces; piece++)
        {
            Add(piece, set, ref count);
        }

        var at = 0;
        for (var word = 0; word < set.Length; word++)
        {
            for (var bits = set[word]; bits != 0; bits &= bits - 1)
            {
                target[at++] = (word * 64) + BitOperations.TrailingZeroCount(bits);
            }

            set[word] = 0;
        }

        return at;
    }

    private static void Add(int piece, Span<ulong> set, ref int count)
    {
        var bit = 1UL << (piece & 63);
        if ((set[piece >> 6] & bit) == 0)
        {
            set[piece >> 6] |= bit;
            count++;
        }
    }
}
