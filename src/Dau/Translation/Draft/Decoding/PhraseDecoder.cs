using System.Numerics;
using System.Runtime.CompilerServices;
using Dau.Translation.Draft.Model;

namespace Dau.Translation.Draft.Decoding;

/// <summary>Finds the best sequence of options for a chunk: a stack for each number of covered tokens, with recombination (Koehn 2004).</summary>
internal sealed class PhraseDecoder(DraftModel model, Weights weights)
{
    /// <summary>Tokens of the longest chunk: one bit each.</summary>
    public const int LongestChunk = 60;

    private const int Distortion = 6;

    // What the words before a phrase may make of it, over what it is estimated at by itself.
    private const float Hope = 2;

    // Sums in another order differ by less.
    private const float Rounding = 0.01f;

    /// <summary>Hypotheses kept in a stack.</summary>
    public int Beam { get; init; } = 60;

    /// <summary>The options in the order of the English, and the state of the language model at the end.</summary>
    public (IReadOnlyList<PhraseOption> Options, ulong State, float Score) Decode(int length, IReadOnlyList<PhraseOption> options, ulong state, bool ends)
    {
        var chart = new OptionChart(length, options, model.Phrases, weights);
        var best = Search(chart, state, ends, keepsAll: false)[0];
        var path = new List<PhraseOption>();
        for (var at = best; at.Back is not null; at = at.Back)
        {
            path.Add(options[chart[at.Choice].Number]);
        }

        path.Reverse();
        return (path, best.State, best.Score);
    }

    /// <summary>The best ways to render a chunk, the first one first: so many at most.</summary>
    public IReadOnlyList<(IReadOnlyList<PhraseOption> Options, ulong State, float Score)> DecodeMany(int length, IReadOnlyList<PhraseOption> options, ulong state, bool ends, int count)
    {
        var chart = new OptionChart(length, options, model.Phrases, weights);
        return [.. BestPaths.Of(Search(chart, state, ends, keepsAll: true), count)
            .Select(p => ((IReadOnlyList<PhraseOption>)[.. p.Choices.Select(c => options[chart[c].Number])], p.State, p.Score))];
    }

    private Hypothesis[] Search(OptionChart chart, ulong state, bool ends, bool keepsAll)
    {
        var length = chart.Length;
        var stacks = new HypothesisStack[length + 1];
        for (var i = 0; i <= length; i++)
        {
            stacks[i] = new HypothesisStack(Beam, keepsAll);
        }

        stacks[0].Add(0, 0, state, 0, chart.Ahead(0), null, -1);
        for (var covered = 0; covered < length; covered++)
        {
            foreach (var hypothesis in stacks[covered].Best())
            {
                Extend(hypothesis, covered, chart, stacks, ends);
            }
        }

        return stacks[length].Best();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Extend(Hypothesis from, int covered, OptionChart chart, HypothesisStack[] stacks, bool ends)
    {
        var gap = BitOperations.TrailingZeroCount(~from.Coverage);
        for (var start = gap; start < chart.Length && start <= gap + Distortion; start++)
        {
            if ((from.Coverage >> start & 1) != 0)
            {
                continue;
            }

            var jump = Math.Abs(start - from.LastEnd) * weights.Distortion;
            foreach (var run in chart.RunsAt(start))
            {
                var size = run.End - start;
                if ((from.Coverage & run.Mask) != 0 || (start != gap && run.End - gap > Distortion + Math.Min(2, size)))
                {
                    continue;
                }

                var coverage = from.Coverage | run.Mask;
                var ahead = chart.Ahead(coverage);
                var stack = stacks[covered + size];
                for (var i = run.First; i < run.Last; i++)
                {
                    ref readonly var choice = ref chart[i];

                    // Orders cost something or nothing: where the best of the rest is too dear without them, so are all.
                    if (!stack.MayTake(from.Score + choice.BestOfRest - jump + ahead + Hope + Rounding))
                    {
                        break;
                    }

                    Try(from, i, in choice, coverage, jump, ahead, stack, ends && covered + size == chart.Length, chart);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Try(Hypothesis from, int number, in OptionChart.Choice choice, ulong coverage, float jump, float ahead, HypothesisStack stack, bool ends, OptionChart chart)
    {
        var order = from.LastEnd == choice.Start ? 0 : from.Back is not null && choice.End == chart[from.Choice].Start ? 1 : 2;
        var orders = choice.Before[order] + (from.Back is null ? 0 : chart[from.Choice].After[order]);
        var score = from.Score + choice.Score - jump + orders;
        if (!stack.MayTake(score + (choice.Estimate - choice.Score) + ahead + Hope))
        {
            return;
        }

        var state = from.State;
        foreach (var word in choice.Target)
        {
            score += model.Language.Score(state, word).Weigh(weights);
            state = LanguageModel.Push(state, word);

            // Further words can only cost more.
            if (!stack.IsWorth(score + ahead))
            {
                return;
            }
        }

        if (ends)
        {
            score += model.Language.Score(state, model.Language.End).Weigh(weights);
        }

        stack.Add(coverage, choice.End, model.Language.Trim(state), score, score + ahead, from, number);
    }
}
