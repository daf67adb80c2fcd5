using System.Runtime.CompilerServices;
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

    // What one kind of text says of a phrase is mixed with what all say, as if that had been seen so often.
    private const float Belief = 2;

    private readonly PhraseSet _sources = new();
    private readonly PhraseSet _targets = new();
    private readonly Dictionary<long, Tally> _pairs = new(MixedKeys.Instance);
    private readonly LexicalTable _lexical = new();

    /// <summary>All pairs worth keeping, grouped by their Vietnamese.</summary>
    /// <param name="pairs">The pairs of sentences.</param>
    /// <param name="alignments">Links of each pair, by one method or several: what several agree on counts more than what one of them saw.</param>
    public IEnumerable<IGrouping<int, PhrasePair>> Extract(IReadOnlyList<SentencePair> pairs, params IReadOnlyList<(int Source, int Target)[]>[] alignments)
    {
        List<LinkedPair> Linked(int i) => [.. alignments.Select(links => new LinkedPair(pairs[i] with { Weight = pairs[i].Weight / alignments.Length }, links[i]))];
        for (var i = 0; i < pairs.Count; i++)
        {
            Linked(i).ForEach(_lexical.Add);
        }

        for (var i = 0; i < pairs.Count; i++)
        {
            Linked(i).ForEach(linked => Collect(linked, i));
        }

        return Score();
    }

    private void Collect(LinkedPair linked, int number)
    {
        var (rows, columns) = (linked.Pair.Source.Length, linked.Pair.Target.Length);
        var (forward, backward) = _lexical.Weigh(linked);
        for (var start = 0; start < rows; start++)
        {
            var (low, high) = (columns, -1);
            for (var end = start + 1; end <= Math.Min(rows, start + PhraseTable.Longest); end++)
            {
                foreach (var j in linked.TargetsOf(end - 1))
                {
                    (low, high) = (Math.Min(low, j), Math.Max(high, j));
                }

                if (high < 0 || high - low >= LongestTarget || !IsClosed(linked, start, end, low, high))
                {
                    continue;
                }

                for (var from = low; from >= 0 && (from == low || linked.SourcesOf(from).Count == 0); from--)
                {
                    for (var to = high; to < columns && to - from < LongestTarget && (to == high || linked.SourcesOf(to).Count == 0); to++)
                    {
                        Add(linked, number, start, end, from, to + 1, forward, backward);
                    }
                }
            }
        }
    }

    // Whether what the English comes from lies all in the phrase.
    private static bool IsClosed(LinkedPair linked, int start, int end, int low, int high)
    {
        for (var j = low; j <= high; j++)
        {
            foreach (var i in linked.SourcesOf(j))
            {
                if (i < start || i >= end)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Add(LinkedPair linked, int number, int start, int end, int from, int to, float[] forward, float[] backward)
    {
        // Locks must stand on both sides, those of a kind in the same order: nothing else tells the decoder which is which.
        var (pair, last) = (linked.Pair, -1);
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
        tally.Count += pair.Weight;
        tally.Times++;
        tally.Official += pair.Origin == Origin.Official ? pair.Weight : 0;
        tally.General += pair.Origin == Origin.General ? pair.Weight : 0;
        tally.See(number);
        tally.Forward = Math.Max(tally.Forward, Product(forward, from, to));
        tally.Backward = Math.Max(tally.Backward, Product(backward, start, end));
        tally.Before[Orientation(linked, start, end, from - 1)] += pair.Weight;
        tally.After[Orientation(linked, start, end, to)] += pair.Weight;
    }

    private static float Product(float[] factors, int from, int to)
    {
        var product = 1f;
        for (var i = from; i < to; i++)
        {
            product *= factors[i];
        }

        return product;
    }

    // The neighbour of a phrase in English: tied to the source just before it or at its end (monotone order), just on the other side (swapped), or elsewhere.
    private static int Orientation(LinkedPair linked, int start, int end, int neighbour)
    {
        if (neighbour < 0 || neighbour >= linked.Pair.Target.Length)
        {
            return neighbour < 0 && start == 0 ? 0 : 3;
        }

        var sources = linked.SourcesOf(neighbour);
        return sources.Contains(start - 1) ? 0 : sources.Contains(end) ? 1 : sources.Count > 0 ? 2 : 3;
    }

    private IEnumerable<IGrouping<int, PhrasePair>> Score()
    {
        var sourceTotals = new float[_sources.Count];
        var officialTotals = new float[_sources.Count];
        var generalTotals = new float[_sources.Count];
        var targetTotals = new float[_targets.Count];
        foreach (var (key, value) in _pairs)
        {
            sourceTotals[(int)(key >> 32)] += value.Count;
            officialTotals[(int)(key >> 32)] += value.Official;
            generalTotals[(int)(key >> 32)] += value.General;
            targetTotals[(int)key] += value.Count;
        }

        return _pairs
            .Where(p => IsWorth(_sources[(int)(p.Key >> 32)], _targets[(int)p.Key], p.Value.Count))
            .Select(p => (Id: (int)(p.Key >> 32), Target: (int)p.Key, p.Value))
            .GroupBy(static p => p.Id)
            .SelectMany(group => group
                .Select(p => (p.Id, Share: p.Value.Discounted / sourceTotals[p.Id], p.Target, p.Value))
                .Select(p => (p.Id, Pair: new PhrasePair(_sources[p.Id], _targets[p.Target],
                [
                    Math.Log(p.Share), Math.Log(Math.Max(p.Value.Forward, 1e-6f)),
                    Math.Log(p.Value.Discounted / targetTotals[p.Target]), Math.Log(Math.Max(p.Value.Backward, 1e-6f)),
                    Math.Log((p.Value.Official + (Belief * p.Share)) / (officialTotals[p.Id] + Belief)),
                    Math.Log((p.Value.General + (Belief * p.Share)) / (generalTotals[p.Id] + Belief)),
                    .. Share(p.Value.Before, 0, 1), .. Share(p.Value.After, 1, 0),
                ], p.Value.Seen)))
                .OrderByDescending(static p => Usual(p.Pair) + (0.5 * (p.Pair.Scores[1] + p.Pair.Scores[2] + p.Pair.Scores[3])))
                .Take(OptionsKept))
            .GroupBy(static p => p.Id, static p => p.Pair)
            .SelectMany(static g => g.Where(p => Usual(p) >= g.Max(Usual) - Rarest), static (g, p) => (g.Key, Pair: p))
            .GroupBy(static p => p.Key, static p => p.Pair)
            .Where(static g => !(g.First().Source.Length == PhraseTable.Longest && g.Count() == 1 && g.First().Scores[0] < SeenOnce));
    }

    // How usual an English is where it is most so.
    private static double Usual(PhrasePair pair) => Math.Max(pair.Scores[0], Math.Max(pair.Scores[4], pair.Scores[5]));

    // A number that is not in the source must never come out of a phrase.
    private bool AddsNumber(int[] source, int[] target) =>
        Array.Exists(target, w => targetWords[w] is var word && word.Any(char.IsDigit) && !Array.Exists(source, s => sourceWords[s] == word.ToLowerInvariant()));

    // A long phrase seen once outside the register says little and takes room.
    private bool IsWorth(int[] source, int[] target, float count) => !AddsNumber(source, target) && (
        count >= 1.5f || (source.Length <= 3 && target.Length <= 4 && Math.Abs(source.Length - target.Length) <= 2 && !(source.Length == 1 && Slots.Is(sourceWords[source[0]]))));

    /// <summary>Logarithms of the shares of monotone, swapped and other order.</summary>
    private static double[] Share(in Directions counts, int monotone, int swapped)
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
        public float Official;
        public float General;
        private int _sentences;
        private int _last = -1;

        public Directions Before;
        public Directions After;

        public byte Seen => (byte)((_sentences switch { 1 => PhraseTable.SeenOnce, 2 => PhraseTable.SeenTwice, _ => 0 }) | (Official + General > 0 ? 0 : PhraseTable.DictionaryOnly));

        // Sentences come one after the other.
        public void See(int sentence)
        {
            _sentences += sentence == _last ? 0 : 1;
            _last = sentence;
        }

        public float Discounted => Count * (Times - Discount) / Times;
    }

    [InlineArray(4)]
    private struct Directions
    {
        private float _first;
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
