using System.Collections.Concurrent;
using Dau.Benchmarks.Measures;
using Dau.Translation;
using Dau.Translation.Draft;
using Dau.Translation.Locks;

namespace Dau.Training.Translation;

/// <summary>Measures an engine on pairs of sentences.</summary>
internal static class Scorer
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<LockedSpan>> Locks = new(StringComparer.Ordinal);

    /// <summary>chrF and BLEU of the engine's translations, cased.</summary>
    public static (double Chrf, double Bleu) Score(IDraftEngine engine, IReadOnlyList<TextPair> pairs)
    {
        var results = new string[pairs.Count];
        Parallel.For(0, pairs.Count, i => results[i] = engine.Render(pairs[i].Source, Find(pairs[i].Source)).Text);
        var (chrf, bleu) = (new Chrf(), new Bleu());
        for (var i = 0; i < pairs.Count; i++)
        {
            chrf.Add(results[i], pairs[i].Target);
            bleu.Add(results[i], pairs[i].Target);
        }

        return (chrf.Score, bleu.Score);
    }

    // Tuning asks for the same sentences again and again.
    private static IReadOnlyList<LockedSpan> Find(string source) => Locks.GetOrAdd(source, Translators.Locks.Find);
}
