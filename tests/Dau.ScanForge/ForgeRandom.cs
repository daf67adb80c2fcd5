namespace Dau.ScanForge;

/// <summary>A stream of numbers that depends on its seed alone (SplitMix64): the same on every machine and every runtime, unlike <see cref="Random"/>.</summary>
public sealed class ForgeRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15UL;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 up to, not including, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(NextBits() % (ulong)limit);

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>A number from <paramref name="low"/> up to <paramref name="high"/>.</summary>
    public double Between(double low, double high) => low + ((high - low) * Unit());

    /// <summary>A number from 0 up to 1.</summary>
    public double Unit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True in the given share of calls.</summary>
    public bool Chance(double share) => Unit() < share;

    /// <summary>Roughly normal, mean 0, deviation 1 (four uniform parts: cheap, and never beyond ±3.5).</summary>
    public double Normal()
    {
        ulong bits = NextBits();
        double sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        return (sum - 131070) / 37837.0;
    }

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>That many different items in random order; all of them where there are fewer.</summary>
    public IReadOnlyList<T> PickMany<T>(IReadOnlyList<T> items, int count)
    {
        List<T> rest = [.. items];
        List<T> chosen = [];
        while (chosen.Count < count && rest.Count > 0)
        {
            int at = Below(rest.Count);
            chosen.Add(rest[at]);
            rest.RemoveAt(at);
        }

        return chosen;
    }

    /// <summary>A stream of its own for a named purpose, so that drawing more numbers for one thing does not move another.</summary>
    public ForgeRandom Fork(string purpose)
    {
        ulong hash = 14695981039346656037UL;
        foreach (char c in purpose)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return new ForgeRandom(new ForgeRandom(_state ^ hash).NextBits());
    }
}
