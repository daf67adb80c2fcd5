using System.Runtime.InteropServices;

namespace Dau.Translation.Memory;

/// <summary>Finds sentences at a small edit distance (tokens put in, left out, replaced) among many.</summary>
internal sealed class MemoryIndex
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<List<int>> _units = []; // by token: the sentences it stands in
    private readonly List<int[]> _sentences = [];

    /// <summary>Adds a sentence; its number is one more than the last's.</summary>
    public void Add(MemoryText text)
    {
        var tokens = new int[text.Tokens.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!_numbers.TryGetValue(text.Tokens[i].Key, out tokens[i]))
            {
                _numbers.Add(text.Tokens[i].Key, tokens[i] = _units.Count);
                _units.Add([]);
            }

            var units = _units[tokens[i]];
            if (units.Count == 0 || units[^1] != _sentences.Count)
            {
                units.Add(_sentences.Count);
            }
        }

        _sentences.Add(tokens);
    }

    /// <summary>Sentences whose distance is at most <c>1 - rate</c> of the longer one's length, the nearest first, of two as near the later.</summary>
    public IReadOnlyList<int> Find(MemoryText text, double rate)
    {
        int[] tokens = [.. text.Tokens.Select(t => _numbers.GetValueOrDefault(t.Key, -1))];
        var longest = (int)(tokens.Length / rate);
        var shortest = (int)Math.Ceiling(tokens.Length * rate);

        // At most so many tokens differ, so the others stand in every such sentence. Counting them is much quicker than working out distances.
        var fewest = tokens.Length - Most(longest, rate);
        var shared = new int[_sentences.Count];
        foreach (var (token, times) in tokens.Where(static t => t >= 0).CountBy(static t => t))
        {
            foreach (var sentence in CollectionsMarshal.AsSpan(_units[token]))
            {
                shared[sentence] += times;
            }
        }

        var found = new List<(int Distance, int Sentence)>();
        for (var sentence = 0; sentence < shared.Length; sentence++)
        {
            if (shared[sentence] >= fewest && _sentences[sentence] is var other && other.Length >= shortest && other.Length <= longest)
            {
                var most = Most(Math.Max(other.Length, tokens.Length), rate);
                var distance = Distance(tokens, other, most);
                if (distance <= most)
                {
                    found.Add((distance, sentence));
                }
            }
        }

        return [.. found.OrderBy(static f => f.Distance).ThenByDescending(static f => f.Sentence).Select(static f => f.Sentence)];
    }

    private static int Most(int length, double rate) => (int)(((1 - rate) * length) + 1e-9);

    /// <summary>The distance, or more than <paramref name="most"/> where it is more: only a band around the diagonal is worked out.</summary>
    internal static int Distance(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int most)
    {
        Span<int> row = b.Length < 512 ? stackalloc int[b.Length + 1] : new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var (from, to) = (Math.Max(1, i - most), Math.Min(b.Length, i + most));
            var diagonal = row[from - 1];
            row[from - 1] = from == 1 ? i : most + 1;
            var least = row[from - 1];
            for (var j = from; j <= to; j++)
            {
                var above = j == i + most ? most + 1 : row[j];
                var here = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], here);
                least = Math.Min(least, here);
            }

            if (least > most)
            {
                return most + 1;
            }
        }

        return Math.Abs(a.Length - b.Length) > most ? most + 1 : row[b.Length];
    }
}
