using System.Globalization;
using Dau.Translation.Draft.Decoding;
using Dau.Translation.Draft.Model;
using Dau.Translation.Terms;

namespace Dau.Training.Translation;

/// <summary>Tunes the weights one after the other on development data: half the register's, half news; chrF and BLEU together.</summary>
internal static class Tuner
{
    private const int Sentences = 300;
    private const int Beam = 12;
    private static readonly float[] Steps = [0.1f, 0.05f];

    /// <summary>The best weights found.</summary>
    public static Weights Tune(DraftModel model, Corpora corpora, Action<string> log)
    {
        // Short sentences tell as much as long ones and cost less.
        // Spread over all files of the register.
        TextPair[] fitting = [.. corpora.OfficialDevelopment().Where(static p => p.Source.Length < 260)];
        TextPair[] official = [.. fitting.Where((_, i) => i % Math.Max(1, fitting.Length / Sentences) == 0).Take(Sentences)];
        TextPair[] news = [.. corpora.NewsDevelopment().Where(static p => p.Source.Length < 200).Take(Sentences / 2)];
        var best = model.Weights;
        var top = Value(best);
        log(string.Create(CultureInfo.InvariantCulture, $"before tuning {top:0.00}"));
        foreach (var step in Steps)
        {
            for (var i = 0; i < Weights.Names.Count; i++)
            {
                foreach (var direction in new[] { step, -step })
                {
                    while (Try(best, i, direction) is var (weights, value) && value > top + 0.02)
                    {
                        (best, top) = (weights, value);
                        log(string.Create(CultureInfo.InvariantCulture, $"{Weights.Names[i]} {weights.Values[i]:0.00}: {top:0.00}"));
                    }
                }
            }
        }

        log("weights " + string.Join(", ", best.Values.Select(static v => v.ToString("0.00", CultureInfo.InvariantCulture))));
        return best;

        (Weights Weights, double Value) Try(Weights from, int which, float by)
        {
            var values = from.Values.ToArray();
            values[which] += by;
            return (new Weights(values), Value(new Weights(values)));
        }

        double Value(Weights weights)
        {
            var engine = new PhraseEngine(model.With(weights), Termbase.Default) { Beam = Beam };
            var (chrf, bleu) = Scorer.Score(engine, official);
            var (newsChrf, newsBleu) = Scorer.Score(engine, news);
            return (0.7 * ((chrf + bleu) / 2)) + (0.3 * ((newsChrf + newsBleu) / 2));
        }
    }
}
