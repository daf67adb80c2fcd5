using System.Globalization;
using Dau.Translation.Terms;

namespace Dau.Translation.Draft;

/// <summary>
/// Estimates how near a draft comes to what a translator would write, from what the engine knows of it: a line through its features, fitted to sentence
/// chrF (as a share of 1) on development data by <c>Dau.Training translation-quality</c>.
/// </summary>
internal sealed class QualityModel(IReadOnlyList<double> weights)
{
    /// <summary>Names of the features, in the order of their values.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "constant", "known words", "tokens a phrase", "language model a word", "phrase scores a token", "jumps a phrase", "logarithm of the length",
        "locks a token", "tokens alone in their phrase",
    ];

    private static readonly Lazy<QualityModel> Embedded = new(static () => new QualityModel(
        [.. TermFile.EmbeddedLines("quality.tsv").Select(static l => double.Parse(l.AsSpan(l.IndexOf('\t', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture))]));

    /// <summary>The one that comes with the program.</summary>
    public static QualityModel Default => Embedded.Value;

    /// <summary>The estimate, 0.02 to 0.98: nothing is sure.</summary>
    public double Estimate(IReadOnlyList<double> features)
    {
        // Development data has hardly an unknown word, a bad scan many: what they cost cannot be fitted.
        var known = features[1];
        return Math.Clamp(features.Zip(weights, static (f, w) => f * w).Sum() * known * known, 0.02, 0.98);
    }
}
