using System.Globalization;
using Dau.Translation;
using Dau.Translation.Draft.Model;

namespace Dau.Training.Translation;

/// <summary>
/// Tunes weights on sentences of a kind: lists candidates, climbs to better weights for all candidates so far, and again. The weights of the round that is
/// best on sentences that were not climbed on are taken, so that what only fits the first is not.
/// </summary>
internal sealed class Tuner(DraftModel model, Action<string> log)
{
    private const int Rounds = 5;
    private const int Listed = 100;
    private const int Beam = 25;

    /// <summary>The best weights found.</summary>
    /// <param name="name">What the log calls them.</param>
    /// <param name="climbed">Sentences to climb on.</param>
    /// <param name="guard">Sentences that choose the round.</param>
    /// <param name="from">Where to start.</param>
    public Weights Tune(string name, IReadOnlyList<TextPair> climbed, IReadOnlyList<TextPair> guard, Weights from)
    {
        var sentences = climbed.Select(static _ => new ExpectedScore.Sentence()).ToList();
        var (best, top) = (from, double.NegativeInfinity);
        var weights = from;
        for (var round = 0; round <= Rounds; round++)
        {
            var (lister, current) = (new CandidateLister(model, weights, Beam), weights);
            var first = new string[climbed.Count];
            Parallel.For(0, climbed.Count, i => first[i] = Extend(sentences[i], climbed[i], lister));
            var (here, there) = (Value(climbed.Zip(first, static (p, t) => (t, p.Target))), Value(Decoded(guard, lister)));
            log(string.Create(CultureInfo.InvariantCulture, $"{name}, round {round}: {here:0.00}, guard {there:0.00}; {sentences.Average(static s => s.Candidates.Count):0} candidates"));
            if (there > top)
            {
                (best, top) = (current, there);
            }

            if (round < Rounds)
            {
                var next = ExpectedScore.Climb(sentences, [.. weights.Values], static k => !Weights.IsPositive(k));
                weights = new Weights([.. next.Select(static w => (float)w)]);
            }
        }

        log($"{name} weights " + string.Join(", ", Weights.Names.Zip(best.Values, static (n, v) => string.Create(CultureInfo.InvariantCulture, $"{n} {v:0.000}"))));
        return best;
    }

    private static IEnumerable<(string, string)> Decoded(IReadOnlyList<TextPair> pairs, CandidateLister lister)
    {
        var texts = new string[pairs.Count];
        Parallel.For(0, pairs.Count, i => texts[i] = lister.List(pairs[i].Source, Translators.Locks.Find(pairs[i].Source), 1)[0].Text);
        return pairs.Zip(texts, static (p, t) => (t, p.Target));
    }

    private static string Extend(ExpectedScore.Sentence sentence, TextPair pair, CandidateLister lister)
    {
        var found = lister.List(pair.Source, Translators.Locks.Find(pair.Source), Listed);
        foreach (var candidate in found)
        {
            if (!sentence.Candidates.Exists(c => c.Text == candidate.Text))
            {
                sentence.Candidates.Add(candidate);
                sentence.Counts.Add(ScoreCounts.Of(candidate.Text, pair.Target));
            }
        }

        return found[0].Text;
    }

    private static double Value(IEnumerable<(string English, string Reference)> pairs)
    {
        var sum = new double[ScoreCounts.Count];
        foreach (var (english, reference) in pairs)
        {
            var counts = ScoreCounts.Of(english, reference);
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += counts[i];
            }
        }

        return ScoreCounts.Score(sum);
    }
}
