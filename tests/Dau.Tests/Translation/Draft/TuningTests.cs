using Dau.Benchmarks.Measures;
using Dau.Training.Translation;

namespace Dau.Tests.Translation.Draft;

public sealed class TuningTests
{
    private static readonly (string English, string Reference)[] Pairs =
    [
        ("The committee shall report before 15 March.", "The committee shall report by 15 March."),
        ("Units must not store firecrackers, or sell them.", "Units must neither store nor sell firecrackers."),
        ("a plan of work", "The work plan for 2024"),
    ];

    [Fact]
    public void What_is_summed_gives_the_scores_of_the_measures()
    {
        var (chrf, bleu, sum) = (new Chrf(), new Bleu(), new double[ScoreCounts.Count]);
        foreach (var (english, reference) in Pairs)
        {
            chrf.Add(english, reference);
            bleu.Add(english, reference);
            var counts = ScoreCounts.Of(english, reference);
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += counts[i];
            }
        }

        Assert.Equal((chrf.Score + bleu.Score) / 2, ScoreCounts.Score(sum), 0.01);
    }

    [Fact]
    public void Weights_move_to_what_tells_good_from_bad()
    {
        // The first feature speaks for the better candidate, the second for the worse, the third for neither.
        var sentences = Pairs.Select(static p =>
        {
            var sentence = new ExpectedScore.Sentence();
            sentence.Candidates.AddRange([new Candidate(p.Reference, [1, 0, 1], 0), new Candidate("nothing of it", [0, 1, 1], 0)]);
            sentence.Counts.AddRange(sentence.Candidates.Select(c => ScoreCounts.Of(c.Text, p.Reference)));
            return sentence;
        }).ToList();
        var weights = ExpectedScore.Climb(sentences, [0.2, 0.2, 0.2], static k => k == 0);
        Assert.True(weights[0] > 0.4, $"{weights[0]}");
        Assert.Equal(0, weights[1], 0.1); // it may not become negative
        Assert.Equal(0.2, weights[2], 0.01);
    }
}
