using System.Numerics;
using System.Runtime.CompilerServices;
using Dau.Translation.Draft.Model;

namespace Dau.Translation.Draft.Decoding;

/// <summary>A chunk's options, laid out for the decoder's innermost loop, and what each stretch of the chunk will cost at least, about.</summary>
internal sealed class OptionChart
{
    private const int AfterOrder = PhraseTable.Orders / 2;

    private readonly Choice[] _choices;
    private readonly Run[][] _runs;
    private readonly float[] _future;

    public OptionChart(int length, IReadOnlyList<PhraseOption> options, PhraseTable phrases, Weights weights)
    {
        Length = length;
        _choices = new Choice[options.Count];
        _runs = new Run[length][];
        _future = Future(length, options);
        var numbers = Enumerable.Range(0, options.Count).OrderBy(i => options[i].Start).ToArray();
        for (var i = 0; i < numbers.Length; i++)
        {
            _choices[i] = new Choice(options[numbers[i]], numbers[i], phrases, weights);
        }

        var runs = new List<Run>();
        for (int start = 0, first = 0; start < length; start++)
        {
            runs.Clear();
            while (first < _choices.Length && _choices[first].Start == start)
            {
                var end = first + 1;
                while (end < _choices.Length && _choices[end].Start == start && _choices[end].End == _choices[first].End)
                {
                    end++;
                }

                runs.Add(new Run(_choices[first].End, ((1UL << (_choices[first].End - start)) - 1) << start, first, end));
                for (int i = end - 2; i >= first; i--)
                {
                    _choices[i].BestOfRest = Math.Max(_choices[i].BestOfRest, _choices[i + 1].BestOfRest);
                }

                first = end;
            }

            _runs[start] = [.. runs];
        }
    }

    /// <summary>Tokens of the chunk.</summary>
    public int Length { get; }

    /// <summary>An option, by its number here.</summary>
    public ref readonly Choice this[int number] => ref _choices[number];

    /// <summary>Options that start at a token, those of the same length that follow each other together.</summary>
    public ReadOnlySpan<Run> RunsAt(int start) => _runs[start];

    /// <summary>What the tokens that are not covered will cost, by the best option of each stretch.</summary>
    public float Ahead(ulong coverage)
    {
        var total = 0f;
        for (var left = ~coverage & ((1UL << Length) - 1); left != 0;)
        {
            var start = BitOperations.TrailingZeroCount(left);
            var end = start + BitOperations.TrailingZeroCount(~(left >> start));
            total += _future[(start * (Length + 1)) + end];
            left = left >> end << end;
        }

        return total;
    }

    private static float[] Future(int length, IReadOnlyList<PhraseOption> options)
    {
        var width = length + 1;
        var future = new float[width * width];
        Array.Fill(future, float.NegativeInfinity);
        foreach (var option in options)
        {
            ref var best = ref future[(option.Start * width) + option.End];
            best = Math.Max(best, option.Estimate);
        }

        for (var size = 2; size <= length; size++)
        {
            for (var start = 0; start + size <= length; start++)
            {
                var best = future[(start * width) + start + size];
                for (var middle = start + 1; middle < start + size; middle++)
                {
                    best = Math.Max(best, future[(start * width) + middle] + future[(middle * width) + start + size]);
                }

                future[(start * width) + start + size] = best;
            }
        }

        return future;
    }

    /// <summary>Options of one stretch: <paramref name="First"/> to before <paramref name="Last"/>.</summary>
    internal readonly record struct Run(int End, ulong Mask, int First, int Last);

    /// <summary>What the decoder asks of an option.</summary>
    internal struct Choice
    {
        public readonly int Number;
        public readonly int Start;
        public readonly int End;
        public readonly int[] Target;
        public readonly float Score;
        public readonly float Estimate;

        /// <summary>What it costs to follow the phrase before it: in the source's order, swapped, elsewhere.</summary>
        public readonly Orders Before;

        /// <summary>What it costs to be followed so.</summary>
        public readonly Orders After;

        /// <summary>The best estimate of this one and those of its run that come after it.</summary>
        public float BestOfRest;

        public Choice(PhraseOption option, int number, PhraseTable phrases, Weights weights)
        {
            Number = number;
            (Start, End, Target, Score, Estimate, BestOfRest) = (option.Start, option.End, option.Target, option.Score, option.Estimate, option.Estimate);
            for (var order = 0; order < PhraseTable.Orders / 2; order++)
            {
                Before[order] = phrases.Order(option.Number, order) * weights.Values[Weights.Orders + order];
                After[order] = phrases.Order(option.Number, AfterOrder + order) * weights.Values[Weights.Orders + AfterOrder + order];
            }
        }
    }

    /// <summary>Swapping two neighbours is what a noun and its modifier do: the tables know which phrases like it.</summary>
    [InlineArray(PhraseTable.Orders / 2)]
    internal struct Orders
    {
        private float _first;
    }
}
