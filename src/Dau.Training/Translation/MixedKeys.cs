namespace Dau.Training.Translation;

/// <summary>Spreads keys that are made of two or more small numbers: their own hash would be the two halves joined by XOR, and nearly all would clash.</summary>
internal sealed class MixedKeys : IEqualityComparer<long>, IEqualityComparer<ulong>
{
    public static readonly MixedKeys Instance = new();

    public bool Equals(long x, long y) => x == y;

    public bool Equals(ulong x, ulong y) => x == y;

    public int GetHashCode(long key) => GetHashCode((ulong)key);

    public int GetHashCode(ulong key)
    {
        var mixed = (key ^ (key >> 31)) * 0x9E3779B97F4A7C15UL;
        return (int)((mixed ^ (mixed >> 29)) >> 16);
    }
}
