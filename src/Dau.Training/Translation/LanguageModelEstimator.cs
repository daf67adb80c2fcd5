using Dau.Translation.Draft.Model;

namespace Dau.Training.Translation;

/// <summary>
/// Interpolated Kneser–Ney (Chen and Goodman 1999), written as a back-off model, twice over the same sequences: once with official text counting most, once
/// with other text. The longest sequences are counted as often as they stand, shorter ones by the words seen before them.
/// </summary>
/// <param name="share">What text of the other kind counts.</param>
/// <param name="threshold">What a sequence of three or more words must tell, in natural logarithms over all its occurrences, to be kept.</param>
internal sealed class LanguageModelEstimator(double share, double threshold)
{
    /// <summary>A sequence: words, logarithms of the probability and of the back-off weight.</summary>
    public sealed record Entry(int[] Words, (double Official, double General) Probability, (double Official, double General) BackOff);

    private const int Order = LanguageModel.Order;
    private const int Kinds = 2;

    // A sequence is a node: its first words are its parent, those without the first its suffix. Node 0 is the empty one.
    private readonly Dictionary<ulong, int> _children = new(MixedKeys.Instance);
    private readonly List<int> _word = [-1];
    private readonly List<int> _parent = [0];
    private readonly List<int> _suffix = [0];
    private readonly List<byte> _length = [0];
    private readonly List<double>[] _seen = [[0], [0]];

    /// <summary>Counts a sentence.</summary>
    public void Add(ReadOnlySpan<int> sentence, int start, int end, bool isOfficial)
    {
        // Sequences that end at the word before: of one word, two, …
        Span<int> before = stackalloc int[Order];
        Span<int> now = stackalloc int[Order];
        var known = 1;
        before[0] = Child(0, 0, start);
        for (var i = 0; i <= sentence.Length; i++)
        {
            var word = i < sentence.Length ? sentence[i] : end;
            var suffix = 0;
            for (var n = 0; n < Math.Min(Order, known + 1); n++)
            {
                now[n] = suffix = Child(n == 0 ? 0 : before[n - 1], suffix, word);
                _seen[0][suffix] += isOfficial ? 1 : share;
                _seen[1][suffix] += isOfficial ? share : 1;
            }

            now.CopyTo(before);
            known = Math.Min(Order, known + 1);
        }
    }

    /// <summary>The model: sequences of 1, 2, … words.</summary>
    public IReadOnlyList<IReadOnlyList<Entry>> Estimate(int start)
    {
        var (probability, keep) = (new double[Kinds][], new bool[_word.Count]);
        var free = new double[Kinds][]; // of each history, what is left for shorter sequences
        for (var kind = 0; kind < Kinds; kind++)
        {
            (probability[kind], free[kind]) = Smooth(kind, start);
        }

        Choose(keep, probability, free);
        var backOff = Enumerable.Range(0, Kinds).Select(kind => BackOffs(keep, probability[kind])).ToArray();
        var entries = Enumerable.Range(0, Order).Select(static _ => new List<Entry>()).ToArray();
        for (var node = 1; node < _word.Count; node++)
        {
            if (keep[node])
            {
                entries[_length[node] - 1].Add(new Entry(Words(node), (Math.Log(probability[0][node]), Math.Log(probability[1][node])), (backOff[0][node], backOff[1][node])));
            }
        }

        return entries;
    }

    private (double[] Probability, double[] Free) Smooth(int kind, int start)
    {
        var counts = new double[_word.Count];
        var isOpening = new bool[_word.Count]; // nothing can stand before it
        for (var node = 1; node < counts.Length; node++)
        {
            isOpening[node] = isOpening[_parent[node]] || (_length[node] == 1 && _word[node] == start);
            counts[node] = isOpening[node] || _length[node] == Order ? _seen[kind][node] : counts[node];
        }

        for (var node = 1; node < counts.Length; node++)
        {
            if (_length[node] > 1)
            {
                counts[_suffix[node]] += Math.Min(1, _seen[kind][node]);
            }
        }

        var (sums, discounted) = (new double[counts.Length], new double[counts.Length]);
        for (var node = 1; node < counts.Length; node++)
        {
            sums[_parent[node]] += counts[node];
            discounted[_parent[node]] += Discount(counts[node]);
        }

        // A sequence has a higher number than its history and its suffix.
        var (probability, free) = (new double[counts.Length], new double[counts.Length]);
        probability[0] = 1d / _length.Count(static n => n == 1);
        for (var node = 1; node < counts.Length; node++)
        {
            var history = _parent[node];
            free[history] = sums[history] == 0 ? 1 : discounted[history] / sums[history];
            probability[node] = (sums[history] == 0 ? 0 : (counts[node] - Discount(counts[node])) / sums[history]) + (free[history] * probability[_suffix[node]]);
        }

        return (probability, free);
    }

    // More is taken from what was seen more often, and of less than once a share (Chen and Goodman's three discounts, for counts that are no whole numbers).
    private static double Discount(double count) => (0.7 * Math.Min(count, 1)) + (0.35 * Math.Clamp(count - 1, 0, 1)) + (0.2 * Math.Clamp(count - 2, 0, 1));

    private void Choose(bool[] keep, double[][] probability, double[][] free)
    {
        for (var node = 1; node < keep.Length; node++)
        {
            var gain = 0d;
            for (var kind = 0; kind < Kinds; kind++)
            {
                gain = Math.Max(gain, _seen[kind][node] * Math.Log(probability[kind][node] / (free[kind][_parent[node]] * probability[kind][_suffix[node]])));
            }

            keep[node] = _length[node] <= 2 ? _length[node] == 1 || gain > threshold / 4 : gain > threshold;
        }

        // What others start with stays; a sequence comes after what it starts with.
        for (var node = keep.Length - 1; node > 0; node--)
        {
            keep[_parent[node]] |= keep[node];
        }
    }

    private double[] BackOffs(bool[] keep, double[] probability)
    {
        var (here, below) = (new double[keep.Length], new double[keep.Length]);
        for (var node = 1; node < keep.Length; node++)
        {
            if (keep[node] && _length[node] > 1)
            {
                here[_parent[node]] += probability[node];
                below[_parent[node]] += probability[_suffix[node]];
            }
        }

        return [.. here.Zip(below, static (h, b) => Math.Log(Math.Max(1 - h, 1e-4) / Math.Max(1 - b, 1e-4)))];
    }

    private int Child(int parent, int suffix, int word)
    {
        var key = ((ulong)(uint)parent << 32) | (uint)word;
        if (!_children.TryGetValue(key, out var node))
        {
            _children.Add(key, node = _word.Count);
            _word.Add(word);
            _parent.Add(parent);
            _suffix.Add(suffix);
            _length.Add((byte)(_length[parent] + 1));
            _seen[0].Add(0);
            _seen[1].Add(0);
        }

        return node;
    }

    private int[] Words(int node)
    {
        var words = new int[_length[node]];
        for (var i = words.Length - 1; i >= 0; i--, node = _parent[node])
        {
            words[i] = _word[node];
        }

        return words;
    }
}
