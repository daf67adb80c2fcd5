namespace Dau.Benchmarks.Measures;

/// <summary>chrF (Popović 2015): F-score (β = 2) of the mean precision and recall of character 1- to 6-grams, spaces ignored; counts are summed over all segments, as sacrebleu does; 0 to 100, cased.</summary>
internal sealed class Chrf
{
    private const int Order = 6;
    private const double BetaSquared = 4;

    private readonly long[] _matches = new long[Order];
    private readonly long[] _candidates = new long[Order];
    private readonly long[] _references = new long[Order];

    /// <summary>The score of what was added.</summary>
    public double Score
    {
        get
        {
            var (precision, recall, orders) = (0d, 0d, 0);
            for (var n = 0; n < Order; n++)
            {
                // An order that one side does not reach says nothing.
                if (_candidates[n] > 0 && _references[n] > 0)
                {
                    precision += (double)_matches[n] / _candidates[n];
                    recall += (double)_matches[n] / _references[n];
                    orders++;
                }
            }

            // The mean over the orders cancels out of the quotient but for one factor.
            return precision + recall == 0 ? 0 : 100 * (1 + BetaSquared) * precision * recall / ((BetaSquared * precision) + recall) / orders;
        }
    }

    /// <summary>Adds a segment.</summary>
    public void Add(string candidate, string reference)
    {
        var left = string.Concat(candidate.Where(static c => !char.IsWhiteSpace(c)));
        var right = string.Concat(reference.Where(static c => !char.IsWhiteSpace(c)));
        for (var n = 1; n <= Order; n++)
        {
            var (mine, theirs) = (Count(left, n), Count(right, n));
            _candidates[n - 1] += Math.Max(0, left.Length - n + 1);
            _references[n - 1] += Math.Max(0, right.Length - n + 1);
            foreach (var (gram, count) in mine)
            {
                _matches[n - 1] += Math.Min(count, theirs.GetValueOrDefault(gram));
            }
        }
    }

    private static Dictionary<string, int> Count(string text, int n)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + n <= text.Length; i++)
        {
            var gram = text.Substring(i, n);
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return counts;
    }
}
