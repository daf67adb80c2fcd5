using Dau.Translation.Draft.Model;

namespace Dau.Training.Translation;

/// <summary>
/// Groups the syllables of Vietnamese into words, the longest known one first: "đối thoại" is tied to "dialogue" as one word, where each of its syllables
/// alone would be tied to many others.
/// </summary>
internal static class WordGroups
{
    private const int Longest = 4;

    /// <summary>The pairs with words in the place of syllables, and for each pair where its words start.</summary>
    /// <param name="pairs">Pairs of syllables and English words.</param>
    /// <param name="words">Words of several syllables, in small letters, each syllable by its number.</param>
    public static (List<SentencePair> Pairs, List<int[]> Starts) Group(IReadOnlyList<SentencePair> pairs, HashSet<ulong> words)
    {
        var numbers = new Dictionary<ulong, int>(MixedKeys.Instance);
        var (grouped, starts) = (new List<SentencePair>(pairs.Count), new List<int[]>(pairs.Count));
        foreach (var pair in pairs)
        {
            var (source, first, twins) = (new List<int>(), new List<int>(), new List<int>());
            for (var i = 0; i < pair.Source.Length;)
            {
                var count = Math.Min(Longest, pair.Source.Length - i);
                while (count > 1 && !words.Contains(Key(pair.Source.AsSpan(i, count))))
                {
                    count--;
                }

                var key = Key(pair.Source.AsSpan(i, count));
                if (!numbers.TryGetValue(key, out var number))
                {
                    numbers.Add(key, number = numbers.Count);
                }

                source.Add(number);
                first.Add(i);
                twins.Add(count == 1 ? pair.Fixed[i] : -1);
                i += count;
            }

            grouped.Add(pair with { Source = [.. source], Fixed = [.. twins] });
            starts.Add([.. first, pair.Source.Length]);
        }

        return (grouped, starts);
    }

    /// <summary>Links of words as links of their syllables.</summary>
    public static (int Source, int Target)[] Spread((int Source, int Target)[] links, int[] starts) =>
        [.. links.SelectMany(l => Enumerable.Range(starts[l.Source], starts[l.Source + 1] - starts[l.Source]).Select(i => (i, l.Target))).Order()];

    /// <summary>A word's key.</summary>
    public static ulong Key(ReadOnlySpan<int> syllables)
    {
        var key = (ulong)syllables.Length << 56;
        foreach (var syllable in syllables)
        {
            key = HashIndex.Extend(key, syllable);
        }

        return key;
    }
}
