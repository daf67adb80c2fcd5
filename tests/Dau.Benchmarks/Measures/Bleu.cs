using System.Text.RegularExpressions;

namespace Dau.Benchmarks.Measures;

/// <summary>
/// BLEU as sacrebleu defines it: its 13a tokeniser, 1- to 4-grams of the whole corpus, one reference, exponential smoothing of orders without
/// a match (Chen and Cherry 2014), brevity penalty; 0 to 100, cased.
/// </summary>
internal sealed partial class Bleu
{
    private const int Order = 4;

    private readonly long[] _matches = new long[Order];
    private readonly long[] _totals = new long[Order];
    private long _candidateLength;
    private long _referenceLength;

    /// <summary>The score of what was added.</summary>
    public double Score
    {
        get
        {
            if (_candidateLength == 0 || _matches[0] == 0)
            {
                return 0;
            }

            var (logarithms, smoothing) = (0d, 1d);
            for (var n = 0; n < Order; n++)
            {
                if (_totals[n] == 0)
                {
                    return 0;
                }

                if (_matches[n] == 0)
                {
                    smoothing *= 2;
                    logarithms += Math.Log(1 / (smoothing * _totals[n]));
                }
                else
                {
                    logarithms += Math.Log((double)_matches[n] / _totals[n]);
                }
            }

            var brevity = _candidateLength < _referenceLength ? Math.Exp(1 - ((double)_referenceLength / _candidateLength)) : 1;
            return 100 * brevity * Math.Exp(logarithms / Order);
        }
    }

    /// <summary>Adds a segment.</summary>
    public void Add(string candidate, string reference)
    {
        var (left, right) = (Tokenise(candidate), Tokenise(reference));
        _candidateLength += left.Length;
        _referenceLength += right.Length;
        for (var n = 1; n <= Order; n++)
        {
            var theirs = Count(right, n);
            _totals[n - 1] += Math.Max(0, left.Length - n + 1);
            foreach (var (gram, count) in Count(left, n))
            {
                _matches[n - 1] += Math.Min(count, theirs.GetValueOrDefault(gram));
            }
        }
    }

    /// <summary>The tokens that sacrebleu's 13a tokeniser makes.</summary>
    public static string[] Tokenise(string text)
    {
        text = text.Replace("<skipped>", "", StringComparison.Ordinal).Replace("-\n", "", StringComparison.Ordinal).Replace('\n', ' ')
            .Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
            .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal);
        text = Symbols().Replace($" {text} ", " $1 ");
        text = AfterOther().Replace(text, "$1 $2 ");
        text = BeforeOther().Replace(text, " $1 $2");
        text = AfterDigit().Replace(text, "$1 $2 ");
        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    private static Dictionary<string, int> Count(string[] tokens, int n)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + n <= tokens.Length; i++)
        {
            var gram = string.Join(' ', tokens, i, n);
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return counts;
    }

    [GeneratedRegex(@"([\{-\~\[-\` -\&\(-\+\:-\@\/])")]
    private static partial Regex Symbols();

    [GeneratedRegex(@"([^0-9])([\.,])")]
    private static partial Regex AfterOther();

    [GeneratedRegex(@"([\.,])([^0-9])")]
    private static partial Regex BeforeOther();

    [GeneratedRegex(@"([0-9])(-)")]
    private static partial Regex AfterDigit();
}
