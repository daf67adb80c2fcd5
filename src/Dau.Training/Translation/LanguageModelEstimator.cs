using Dau.Translation.Draft.Model;

namespace Dau.Training.Translation;

/// <summary>
/// Interpolated Kneser–Ney with one discount (Chen and Goodman 1999), written as a back-off model. The longest sequences are counted with the
/// weight of their sentence, shorter ones by the number of words seen before them.
/// </summary>
internal sealed class LanguageModelEstimator
{
    /// <summary>Sequences of one order: words, logarithm of the probability, logarithm of the back-off weight.</summary>
    public sealed record Entry(int[] Words, double Probability, double BackOff);

    private const int Order = LanguageModel.Order;
    private const int Bits = 16;
    private const double Discount = 0.75;

    private readonly Dictionary<int, int> _numbers = [];
    private readonly List<int> _words = [];
    private readonly Dictionary<ulong, double>[] _counts = [.. Enumerable.Range(0, Order + 1).Select(static _ => new Dictionary<ulong, double>(MixedKeys.Instance))];
    private readonly Dictionary<ulong, double>[] _probability = [.. Enumerable.Range(0, Order + 1).Select(static _ => new Dictionary<ulong, double>(MixedKeys.Instance))];
    private readonly Dictionary<ulong, (double Sum, double Kinds)>[] _history = [.. Enumerable.Range(0, Order + 1).Select(static _ => new Dictionary<ulong, (double, double)>(MixedKeys.Instance))];

    /// <summary>Counts a sentence.</summary>
    public void Add(ReadOnlySpan<int> sentence, int start, int end, float weight)
    {
        var numbers = new List<int> { Number(start) };
        foreach (var word in sentence)
        {
            numbers.Add(Number(word));
        }

        numbers.Add(Number(end));
        for (var i = 1; i < numbers.Count; i++)
        {
            var n = Math.Min(Order, i + 1);
            var key = Key(numbers, i - n + 1, n);
            _counts[n][key] = _counts[n].GetValueOrDefault(key) + weight;
        }
    }

    /// <summary>The model: sequences of 1, 2, … words, sorted.</summary>
    public IReadOnlyList<IReadOnlyList<Entry>> Estimate(int start)
    {
        for (var n = Order; n > 1; n--)
        {
            foreach (var key in _counts[n].Keys)
            {
                var shorter = DropFirst(key, n);
                _counts[n - 1][shorter] = _counts[n - 1].GetValueOrDefault(shorter) + 1;
            }
        }

        for (var n = 1; n <= Order; n++)
        {
            foreach (var (key, count) in _counts[n])
            {
                var (sum, kinds) = _history[n].GetValueOrDefault(DropLast(key));
                _history[n][DropLast(key)] = (sum + count, kinds + 1);
            }
        }

        for (var n = 1; n <= Order; n++)
        {
            foreach (var (key, count) in _counts[n])
            {
                var (sum, kinds) = _history[n][DropLast(key)];
                _probability[n][key] = (Math.Max(count - Discount, 0) / sum) + (Discount * kinds / sum * (n == 1 ? 1d / _words.Count : _probability[n - 1][DropFirst(key, n)]));
            }
        }

        var kept = Prune(start);
        var backOff = BackOffs(kept);
        return [.. Enumerable.Range(1, Order).Select(n => kept[n]
            .Select(key => new Entry(Words(key, n), Math.Log(_probability[n].GetValueOrDefault(key, 1e-6)), backOff[n].GetValueOrDefault(key)))
            .OrderBy(static e => e.Words, WordOrder.Instance).ToList())];
    }

    private HashSet<ulong>[] Prune(int start)
    {
        var kept = new HashSet<ulong>[Order + 1];
        for (var n = Order; n >= 1; n--)
        {
            kept[n] = new(MixedKeys.Instance);
            foreach (var (key, count) in _counts[n])
            {
                if (n <= 2 || count >= (n == Order ? 2 : 1.5))
                {
                    kept[n].Add(key);
                }
            }

            if (n < Order)
            {
                foreach (var longer in kept[n + 1])
                {
                    kept[n].Add(DropLast(longer));
                }
            }
        }

        kept[1].Add(Key([Number(start)], 0, 1));
        return kept;
    }

    private Dictionary<ulong, double>[] BackOffs(HashSet<ulong>[] kept)
    {
        var backOff = new Dictionary<ulong, double>[Order + 1];
        for (var n = 1; n <= Order; n++)
        {
            backOff[n] = new(MixedKeys.Instance);
        }

        for (var n = 2; n <= Order; n++)
        {
            var sums = new Dictionary<ulong, (double Here, double Below)>(MixedKeys.Instance);
            foreach (var key in kept[n])
            {
                var history = DropLast(key);
                var (here, below) = sums.GetValueOrDefault(history);
                sums[history] = (here + _probability[n].GetValueOrDefault(key), below + _probability[n - 1].GetValueOrDefault(DropFirst(key, n)));
            }

            foreach (var (history, (here, below)) in sums)
            {
                backOff[n - 1][history] = Math.Log(Math.Max(1 - here, 1e-4) / Math.Max(1 - below, 1e-4));
            }
        }

        return backOff;
    }

    private int Number(int word)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            if (_words.Count == (1 << Bits) - 1)
            {
                throw new InvalidOperationException("The language model takes 65,535 words at most.");
            }

            _numbers.Add(word, number = _words.Count);
            _words.Add(word);
        }

        return number;
    }

    private static ulong Key(List<int> numbers, int from, int length)
    {
        var key = 0UL;
        for (var i = from; i < from + length; i++)
        {
            key = (key << Bits) | (uint)(numbers[i] + 1);
        }

        return key;
    }

    private static ulong DropFirst(ulong key, int n) => key & ((1UL << (Bits * (n - 1))) - 1);

    private static ulong DropLast(ulong key) => key >> Bits;

    private int[] Words(ulong key, int n)
    {
        var words = new int[n];
        for (var i = n - 1; i >= 0; i--, key >>= Bits)
        {
            words[i] = _words[(int)(key & ((1UL << Bits) - 1)) - 1];
        }

        return words;
    }
}
