using Dau.Translation.Draft.Model;

namespace Dau.Translation.Draft.Decoding;

/// <summary>Finds the best sequence of options for a chunk: a stack for each number of covered tokens, with recombination (Koehn 2004).</summary>
internal sealed class PhraseDecoder(DraftModel model)
{
    /// <summary>Tokens of the longest chunk: one bit each.</summary>
    public const int LongestChunk = 60;

    private const int Distortion = 6;

    /// <summary>Hypotheses kept in a stack.</summary>
    public int Beam { get; init; } = 40;

    /// <summary>The options in the order of the English, and the state of the language model at the end.</summary>
    public (IReadOnlyList<PhraseOption> Options, ulong State, float Score) Decode(int length, IReadOnlyList<PhraseOption> options, ulong state, bool ends)
    {
        var byStart = Enumerable.Range(0, length).Select(s => options.Where(o => o.Start == s).ToArray()).ToArray();
        var future = FutureScores(length, options);
        var stacks = new Stack[length + 1];
        for (var i = 0; i <= length; i++)
        {
            stacks[i] = new Stack(Beam);
        }

        stacks[0].Add(new Hypothesis(0, 0, state, 0, future[0, length], null, null));
        for (var covered = 0; covered < length; covered++)
        {
            foreach (var hypothesis in stacks[covered].Best())
            {
                Extend(hypothesis, covered, length, byStart, future, stacks, ends);
            }
        }

        var best = stacks[length].Best()[0];
        var path = new List<PhraseOption>();
        for (var at = best; at.Option is not null; at = at.Back!)
        {
            path.Add(at.Option);
        }

        path.Reverse();
        return (path, best.State, best.Score);
    }

    private void Extend(Hypothesis from, int covered, int length, PhraseOption[][] byStart, float[,] future, Stack[] stacks, bool ends)
    {
        var gap = System.Numerics.BitOperations.TrailingZeroCount(~from.Coverage);
        for (var start = gap; start < length && start <= gap + Distortion; start++)
        {
            if ((from.Coverage >> start & 1) != 0)
            {
                continue;
            }

            foreach (var option in byStart[start])
            {
                var mask = ((1UL << (option.End - option.Start)) - 1) << option.Start;
                if ((from.Coverage & mask) != 0 || (start != gap && option.End - gap > Distortion + PhraseLimit(option)))
                {
                    continue;
                }

                var coverage = from.Coverage | mask;
                var count = covered + option.End - option.Start;
                var ahead = Ahead(coverage, length, future);
                var jump = Math.Abs(start - from.LastEnd);
                var score = from.Score + option.Score - (jump * model.Weights.Distortion) + (Order(from.Option, option) * model.Weights.Order);
                if (!stacks[count].MayTake(score + (option.Estimate - option.Score) + ahead + 2))
                {
                    continue;
                }

                var state = from.State;
                foreach (var word in option.Target)
                {
                    score += model.Language.Score(state, word) * model.Weights.LanguageModel;
                    state = LanguageModel.Push(state, word);
                }

                if (count == length && ends)
                {
                    score += model.Language.Score(state, model.Language.End) * model.Weights.LanguageModel;
                }

                stacks[count].Add(new Hypothesis(coverage, option.End, state, score, score + ahead, from, option));
            }
        }
    }

    // Swapping two neighbours is what a noun and its modifier do: the tables know which phrases like it.
    private float Order(PhraseOption? before, PhraseOption option)
    {
        var order = (before?.End ?? 0) == option.Start ? 0 : before is not null && option.End == before.Start ? 1 : 2;
        return (option.Number < 0 ? Usual(order) : model.Phrases.Score(option.Number, PhraseTable.Scores + order))
            + (before is null ? 0 : before.Number < 0 ? Usual(order) : model.Phrases.Score(before.Number, PhraseTable.Scores + 3 + order));
    }

    private static float Usual(int order) => order == 0 ? -0.4f : -1.8f;

    private static int PhraseLimit(PhraseOption option) => Math.Min(2, option.End - option.Start);

    private static float Ahead(ulong coverage, int length, float[,] future)
    {
        var total = 0f;
        for (var i = 0; i < length;)
        {
            if ((coverage >> i & 1) != 0)
            {
                i++;
                continue;
            }

            var end = i;
            while (end < length && (coverage >> end & 1) == 0)
            {
                end++;
            }

            total += future[i, end];
            i = end;
        }

        return total;
    }

    private static float[,] FutureScores(int length, IReadOnlyList<PhraseOption> options)
    {
        var future = new float[length + 1, length + 1];
        for (var i = 0; i <= length; i++)
        {
            for (var j = i + 1; j <= length; j++)
            {
                future[i, j] = float.NegativeInfinity;
            }
        }

        foreach (var option in options)
        {
            future[option.Start, option.End] = Math.Max(future[option.Start, option.End], option.Estimate);
        }

        for (var size = 2; size <= length; size++)
        {
            for (var i = 0; i + size <= length; i++)
            {
                for (var k = i + 1; k < i + size; k++)
                {
                    future[i, i + size] = Math.Max(future[i, i + size], future[i, k] + future[k, i + size]);
                }
            }
        }

        return future;
    }

    private sealed record Hypothesis(ulong Coverage, int LastEnd, ulong State, float Score, float Rank, Hypothesis? Back, PhraseOption? Option);

    /// <summary>The best hypotheses that cover as many tokens; of those that go on alike only the best.</summary>
    private sealed class Stack(int beam)
    {
        private const float Margin = 12;

        private readonly Dictionary<(ulong Coverage, int LastEnd, ulong State), Hypothesis> _all = [];
        private float _best = float.NegativeInfinity;
        private float _threshold = float.NegativeInfinity;

        public bool MayTake(float rank) => rank > _threshold && rank > _best - Margin;

        public void Add(Hypothesis hypothesis)
        {
            if (hypothesis.Rank < _threshold || hypothesis.Rank < _best - Margin)
            {
                return;
            }

            var key = (hypothesis.Coverage, hypothesis.LastEnd, hypothesis.State);
            if (_all.TryGetValue(key, out var other) && other.Score >= hypothesis.Score)
            {
                return;
            }

            _all[key] = hypothesis;
            _best = Math.Max(_best, hypothesis.Rank);
            if (_all.Count > beam * 3)
            {
                Cut();
            }
        }

        public IReadOnlyList<Hypothesis> Best()
        {
            Cut();
            return [.. _all.Values.OrderByDescending(static h => h.Rank)];
        }

        private void Cut()
        {
            if (_all.Count <= beam)
            {
                return;
            }

            foreach (var worse in _all.OrderByDescending(static p => p.Value.Rank).Skip(beam).Select(static p => p.Key).ToList())
            {
                _all.Remove(worse);
            }

            _threshold = _all.Values.Min(static h => h.Rank);
        }
    }
}
