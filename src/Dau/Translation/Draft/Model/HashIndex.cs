namespace Dau.Translation.Draft.Model;

/// <summary>
/// From 64-bit keys to their order of arrival, with open addressing. An entry is one word, so that a look costs one miss of the processor's cache: the
/// upper 40 bits of the key and the value + 1 below. The place comes from the lower bits, so that nearly the whole key is compared.
/// </summary>
internal sealed class HashIndex
{
    private const int ValueBits = 24;
    private const ulong ValueMask = (1UL << ValueBits) - 1;

    private readonly Column<ulong> _entries;

    /// <exception cref="InvalidDataException">More keys than an index may hold.</exception>
    public HashIndex(int capacity)
        : this(new Column<ulong>((int)((capacity * 5L / 3) + 1)))
    {
        if (capacity >= (int)ValueMask)
        {
            throw new InvalidDataException("The tables have more entries than their index can hold.");
        }
    }

    private HashIndex(Column<ulong> entries) => _entries = entries;

    /// <summary>The key of a sequence that grows by a word.</summary>
    public static ulong Extend(ulong key, int word)
    {
        var mixed = (key ^ ((ulong)(uint)word + 0x9E3779B97F4A7C15UL)) * 0xD6E8FEB86659FD93UL;
        mixed ^= mixed >> 32;
        mixed *= 0xD6E8FEB86659FD93UL;
        return (mixed ^ (mixed >> 29)) | 1;
    }

    /// <summary>Reads an index that <see cref="Save"/> wrote.</summary>
    public static HashIndex Load(UnpackedReader reader) => new(reader.Column<ulong>());

    public void Save(UnpackedWriter writer) => writer.Write(_entries.Span);

    /// <summary>Sets the value of a key.</summary>
    public void Set(ulong key, int value)
    {
        var at = Place(key);
        while (_entries[at] != 0 && !Matches(_entries[at], key))
        {
            at = at + 1 == _entries.Length ? 0 : at + 1;
        }

        _entries[at] = (key & ~ValueMask) | (uint)(value + 1);
    }

    /// <summary>The value of a key; -1 for an unknown one.</summary>
    public int Find(ulong key)
    {
        var at = Place(key);
        while (_entries[at] is var entry && entry != 0)
        {
            if (Matches(entry, key))
            {
                return (int)(entry & ValueMask) - 1;
            }

            at = at + 1 == _entries.Length ? 0 : at + 1;
        }

        return -1;
    }

    private static bool Matches(ulong entry, ulong key) => (entry ^ key) >> ValueBits == 0;

    private int Place(ulong key) => (int)(((key & uint.MaxValue) * (ulong)_entries.Length) >> 32);
}
