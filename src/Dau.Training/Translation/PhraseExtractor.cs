using System.Runtime.InteropServices;
using Dau.Translation.Draft.Model;

namespace Dau.Training.Translation;

/// <summary>Collects the phrase pairs that agree with the alignment (Koehn, Och and Marcu 2003) and scores them.</summary>
internal sealed class PhraseExtractor(Vocabulary sourceWords, Vocabulary targetWords)
{
    private const int LongestTarget = 7;
    private const int OptionsKept = 12;
    private const float Discount = 0.5f;

    // An English so much rarer than a phrase's usual one is never chosen.
    private const double Rarest = 3;

    // The longest phrases are kept where they were seen more than once: what they say, shorter ones say together.
    private const double SeenOnce = -0.65;

    private const float OrientationPrior = 0.5f;

    private readonly PhraseSet _sources = new();
    private readonly PhraseSet _targets = new();
    private readonly Dictionary<long, Tally> _pairs = new(MixedKeys.Instance);
    private readonly LexicalTable _lexical = new();

    /// <summary>All pairs worth keeping, grouped by their Vietnamese.</summary>
    /// <param name="pairs">The pairs of sentences.</param>
    /// <param name="alignments">Links of each pair, by one method or several: what several agree on counts more than what one of them saw.</param>
    public IEnumerable<IGrouping<int, PhrasePair>> Extract(IReadOnlyList<SentencePair> pairs, params IReadOnlyList<(int Source, int Target)[]>[] alignments)
    {
        var shares = pairs.Select(p => p with { Weight = p.Weight / alignments.Length }).ToList();
        foreach (var links in alignments)
        {
            for (var i = 0; i < shares.Count; i++)
            {
                _lexical.Add(shares[i], links[i]);
            }
        }

        foreach (var links in alignments)
        {
            for (var i = 0; i < shares.Count; i++)
            {
                Collect(shares[i], links[i]);
            }
        }

        return Score();
    }

    private void Collect(SentencePair pair, (int Source, int Target)[] links)
    {
        var (rows, columns) = (pair.Source.Length, pair.Target.Length);
        var linkedTarget = new bool[columns];
        foreach (var (_, j) in links)
        {
            linkedTarget[j] = true;
        }

        for (var start = 0; start < rows; start++)
        {
            for (var end = start + 1; end <= Math.Min(rows, start + PhraseTable.Longest); end++)
            {
                var (low, high) = (columns, -1);
                foreach (var (i, j) in links)
                {
                    if (i >= start && i < end)
                    {
                        (low, high) = (Math.Min(low, j), Math.Max(high, j));
                    }
                }

                if (high < 0 || high - low >= LongestTarget || Array.Exists(links, l => l.Target >= low && l.Target <= high && (l.Source < start || l.Source >= end)))
                {
                    continue;
                }

                for (var from = low; from >= 0 && (from == low || !linkedTarget[from]); from--)
                {
                    for (var to = high; to < columns && to - from < LongestTarget && (to == high || !linkedTarget[to]); to++)
                    {
                        Add(pair, links, start, end, from, to + 1);
                    }
                }
            }
        }
    }

    private void Add(SentencePair pair, (int Source, int Target)[] links, int start, int end, int from, int to)
    {
        // Locks must stand on both sides, those of a kind in the same order: nothing else tells the decoder which is which.
        var last = -1;
        for (var i = start; i < end; i++)
        {
            if (pair.Fixed[i] is >= 0 and var twin)
            {
                if (twin < from || twin >= to || twin < last)
                {
                    return;
                }

                last = twin;
            }
        }

        var source = _sources.Add(pair.Source.AsSpan(start, end - start));
        var target = _targets.Add(pair.Target.AsSpan(from, to - from));
        var key = ((long)source << 32) | (uint)target;
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, key, out _);
        tally ??= new Tally();
        var (forward, backward) = _lexical.Weigh(pair, links, start, end, from, to);
        tally.Count += pair.Weight;
        tally.Times++;
        tally.Forward = Math.Max(tally.Forward, forward);
        tally.Backward = Math.Max(tally.Backward, backward);
        tally.Before[Orientation(links, start, end, from - 1)] += pair.Weight;
        tally.After[Orientation(links, start, end, to)] += pair.Weight;
    }

    // The neighbour of a phrase in English: tied to the source just before it or at its end (monotone order), just on the other side (swapped), or elsewhere.
    private static int Orientation((int Source, int Target)[] links, int start, int end, int neighbour)
    {
        var (before, after, any) = (neighbour < 0 && start == 0, false, false);
        foreach (var (i, j) in links)
        {
            if (j == neighbour)
            {
                any = true;
                before |= i == start - 1;
                after |= i == end;
            }
        }

        return before ? 0 : after ? 1 : any ? 2 : 3;
    }

    private IEnumerable<IGrouping<int, PhrasePair>> Score()
    {
        var sourceTotals = new float[_sources.Count];
        var targetTotals = new float[_targets.Count];
        foreach (var (key, value) in _pairs)
        {
            sourceTotals[(int)(key >> 32)] += value.Count;
            targetTotals[(int)key] += value.Count;
        }

        return _pairs
            .Where(p => IsWorth(_sources[(int)(p.Key >> 32)], _targets[(int)p.Key], p.Value.Count))
            .Select(p => (Id: (int)(p.Key >> 32), Target: (int)p.Key, p.Value))
            .GroupBy(static p => p.Id)
            .SelectMany(group => group
                .Select(p => (p.Id, Pair: new PhrasePair(_sources[p.Id], _targets[p.Target],
                [
                    Math.Log(p.Value.Discounted / sourceTotals[p.Id]), Math.Log(Math.Max(p.Value.Forward, 1e-6f)),
                    Math.Log(p.Value.Discounted / targetTotals[p.Target]), Math.Log(Math.Max(p.Value.Backward, 1e-6f)),
                    .. Share(p.Value.Before, 0, 1), .. Share(p.Value.After, 1, 0),
                ])))
                .OrderByDescending(static p => p.Pair.Scores[0] + (0.5 * (p.Pair.Scores[1] + p.Pair.Scores[2] + p.Pair.Scores[3])))
                .Take(OptionsKept))
            .GroupBy(static p => p.Id, static p => p.Pair)
            .SelectMany(static g => g.Where(p => p.Scores[0] >= g.Max(static q => q.Scores[0]) - Rarest), static (g, p) => (g.Key, Pair: p))
            .GroupBy(static p => p.Key, static p => p.Pair)
            .Where(static g => !(g.First().Source.Length == PhraseTable.Longest && g.Count() == 1 && g.First().Scores[0] < SeenOnce));
    }

    // A number that is not in the source must never come out of a phrase.
    private bool AddsNumber(int[] source, int[] target) =>
        Array.Exists(target, w => targetWords[w] is var word && word.Any(char.IsDigit) && !Array.Exists(source, s => sourceWords[s] == word.ToLowerInvariant()));

    // A long phrase seen once outside the register says little and takes room.
    private bool IsWorth(int[] source, int[] target, float count) => !AddsNumber(source, target) && (
        count >= 1.5f || (source.Length <= 3 && target.Length <= 4 && Math.Abs(source.Length - target.Length) <= 2 && !(source.Length == 1 && Slots.Is(sourceWords[source[0]]))));

    /// <summary>Logarithms of the shares of monotone, swapped and other order.</summary>
    private static IEnumerable<double> Share(float[] counts, int monotone, int swapped)
    {
        // Prior: nine tenths monotone, as over the whole corpus.
        var total = counts[0] + counts[1] + counts[2] + (OrientationPrior * 6);
        return
        [
            Math.Log((counts[monotone] + (OrientationPrior * 4)) / total), Math.Log((counts[swapped] + OrientationPrior) / total),
            Math.Log((counts[2] + OrientationPrior) / total),
        ];
    }

    private sealed class Tally
    {
        public float Count;
        public int Times;
        public float Forward;
        public float Backward;

        public float[] Before { get; } = new float[4];

        public float[] After { get; } = new float[4];

        public float Discounted => Count * (Times - Discount) / Times;
    }

    private sealed class PhraseSet
    {
        private readonly Dictionary<ulong, int> _ids = [];
        private readonly List<int[]> _phrases = [];

        public int Count => _phrases.Count;

        public int[] this[int id] => _phrases[id];

        public int Add(ReadOnlySpan<int> words)
        {
            var key = (ulong)words.Length << 56;
            foreach (var word in words)
            {
                key = HashIndex.Extend(key, word);
            }

            if (!_ids.TryGetValue(key, out var id))
            {
                _ids.Add(key, id = _phrases.Count);
                _phrases.Add(words.ToArray());
            }

            return id;
        }
    }
}
