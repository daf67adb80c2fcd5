namespace Dau.Training.SyllableModel;

/// <summary>
/// Finds the corpus's own faults, so that they do not protect the same faults in what is read: official texts on the web were scanned once themselves, and
/// "thâm quyên" stands in them beside "thẩm quyền", 98 times to 46,000. An n-gram is a misprint where another of the same letters is far more frequent.
/// </summary>
internal static class Misprints
{
    /// <summary>So many times as frequent is the other where it differs in one word.</summary>
    private const int RatioOfOne = 60;

    /// <summary>The same where it differs in more words.</summary>
    private const int RatioOfMore = 150;

    /// <summary>A trigram seen less than this falls with a pair in it that is a misprint; a more frequent one speaks for itself ("có quan hệ" beside "cơ quan").</summary>
    private const int Rare = 10;

    /// <summary>Which trigrams are misprints.</summary>
    /// <param name="keys">The trigrams, rising.</param>
    /// <param name="counts">How often each occurs.</param>
    /// <param name="vocabulary">The words.</param>
    public static bool[] Find(ulong[] keys, int[] counts, Vocabulary vocabulary)
    {
        bool[] misprint = FindIn(keys, counts, vocabulary);
        var table = new CountTable();
        for (int i = 0; i < keys.Length; i++)
        {
            table.Add(keys[i] & 0xFFFF_FFFF, counts[i]);
        }

        (ulong[] pairs, int[] pairCounts) = table.TakeSorted();
        bool[] bad = FindIn(pairs, pairCounts, vocabulary);
        HashSet<uint> badPairs = [.. pairs.Where((_, i) => bad[i]).Select(static pair => (uint)pair)];
        for (int i = 0; i < keys.Length; i++)
        {
            misprint[i] |= counts[i] < Rare && (badPairs.Contains((uint)keys[i]) || badPairs.Contains((uint)(keys[i] >> 16)));
        }

        return misprint;
    }

    private static bool[] FindIn(ulong[] keys, int[] counts, Vocabulary vocabulary)
    {
        ulong[] letters = Array.ConvertAll(keys, Letters);
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(letters, order);
        bool[] found = new bool[keys.Length];
        for (int start = 0; start < order.Length;)
        {
            int end = start, most = order[start];
            for (; end < order.Length && letters[end] == letters[start]; end++)
            {
                most = counts[order[end]] > counts[most] ? order[end] : most;
            }

            for (int i = start; i < end; i++)
            {
                int one = order[i];
                found[one] = one != most && counts[most] >= (long)counts[one] * (Differences(keys[one], keys[most]) == 1 ? RatioOfOne : RatioOfMore);
            }

            start = end;
        }

        return found;

        ulong Letters(ulong key) =>
            ((ulong)vocabulary.Letters[(int)(key >> 32)] << 32) | ((ulong)vocabulary.Letters[(int)(key >> 16) & 0xFFFF] << 16) | vocabulary.Letters[(int)key & 0xFFFF];
    }

    private static int Differences(ulong a, ulong b)
    {
        ulong both = a ^ b;
        return ((both & 0xFFFF) != 0 ? 1 : 0) + ((both & 0xFFFF_0000) != 0 ? 1 : 0) + ((both >> 32) != 0 ? 1 : 0);
    }
}
