namespace Dau.Translation.Draft.Model;

/// <summary>From 64-bit keys to their order of arrival, with open addressing: small and quick to fill.</summary>
internal sealed class HashIndex
{
    private readonly ulong[] _keys;
    private readonly int[] _values;
    private readonly int _mask;

    public HashIndex(int capacity)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, (capacity * 3L / 2) + 1));
        _keys = new ulong[size];
        _values = new int[size];
        _mask = size - 1;
    }

    /// <summary>The key of a sequence that grows by a word.</summary>
    public static ulong Extend(ulong key, int word)
    {
        var mixed = (key ^ ((ulong)(uint)word + 0x9E3779B97F4A7C15UL)) * 0xD6E8FEB86659FD93UL;
        mixed ^= mixed >> 32;
        mixed *= 0xD6E8FEB86659FD93UL;
        return (mixed ^ (mixed >> 29)) | 1;
    }

    /// <summary>Sets the value of a key.</summary>
    public void Set(ulong key, int value)
    {
        var at = (int)(key >> 7) & _mask;
        while (_keys[at] != 0 && _keys[at] != key)
        {
            at = (at + 1) & _mask;
        }

        _keys[at] = key;
        _values[at] = value;
    }

    /// <summary>The value of a key; -1 for an unknown one.</summary>
    public int Find(ulong key)
    {
        var at = (int)(key >> 7) & _mask;
        while (_keys[at] is var found && found != 0)
        {
            if (found == key)
            {
                return _values[at];
            }

            at = (at + 1) & _mask;
        }

        return -1;
    }
}
