using Dau.Model;
using Dau.Translation;

namespace Dau.Benchmarks.Translation;

/// <summary>What became of the negations: those lost without a flag must be none, and a flag where nothing is lost tires the reader.</summary>
/// <param name="Sentences">Sentences with a negation.</param>
/// <param name="Lost">Of these, lost without a flag.</param>
/// <param name="Flagged">Lost with a flag.</param>
/// <param name="FalseFlags">Flags where all negations are there.</param>
/// <param name="Traps">Sentences without a negation.</param>
/// <param name="TrapFlags">Flags on those.</param>
internal sealed record NegationScore(IReadOnlyList<string> Lost, int Sentences, int Flagged, int FalseFlags, int Traps, int TrapFlags)
{
    /// <summary>The file of sentences beside the program.</summary>
    public static string DefaultPath => Path.Combine(AppContext.BaseDirectory, "Translation", "negations.tsv");

    /// <summary>Translates every sentence.</summary>
    public static async Task<NegationScore> MeasureAsync(ITranslator translator, IReadOnlyList<NegationRow> rows, CancellationToken cancellationToken)
    {
        var batch = await translator.TranslateAsync(
            [.. rows.Select(static (r, i) => new SegmentSource($"s{i + 1}", r.Source, Section.Body, BlockKind.Paragraph))], cancellationToken).ConfigureAwait(false);
        var results = rows.Zip(batch.Translations, static (row, t) => (row, English: t.Target ?? "", Flag: t.Target is null || t.Flags.Contains(Flags.NegationLost))).ToList();
        var denying = results.Where(static r => r.row.Signs.Length > 0).ToList();
        var traps = results.Where(static r => r.row.Signs.Length == 0).ToList();
        return new NegationScore(
            [.. denying.Where(static r => !r.Flag && !r.row.IsKept(r.English)).Select(static r => $"{r.row.Source} → {r.English}")],
            denying.Count,
            denying.Count(static r => r.Flag && !r.row.IsKept(r.English)),
            denying.Count(static r => r.Flag && r.row.IsKept(r.English)),
            traps.Count,
            traps.Count(static r => r.Flag));
    }
}
