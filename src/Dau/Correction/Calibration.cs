using System.Globalization;

namespace Dau.Correction;

/// <summary>
/// How sure a word is after correction: of the words said to be 90 % sure, 90 % should be right. A logistic regression on what the engine and the context say of
/// the word, learnt from scans whose text is known (see <c>Data/README.md</c>).
/// </summary>
internal sealed class Calibration
{
    /// <summary>Names of the features, in their order.</summary>
    public static readonly IReadOnlyList<string> Features = ["constant", "engine", "listed", "unknown", "number", "signs", "changed", "rival", "rival of changed", "short"];

    /// <summary>Gains of rivals beyond these say nothing more, nats.</summary>
    private const float LeastGain = -8, MostGain = 4;

    private readonly double[] _weights;

    /// <param name="weights">One for each of <see cref="Features"/>.</param>
    public Calibration(IEnumerable<double> weights) => _weights = [.. weights];

    /// <summary>The weights that ship.</summary>
    public static Calibration Shipped { get; } = Parse(CorrectionTable.Lines("confidence.tsv"));

    /// <summary>Reads a table: feature, weight.</summary>
    public static Calibration Parse(IEnumerable<string> lines)
    {
        Dictionary<string, double> weights = lines.Skip(1).Select(static line => line.Split('\t')).ToDictionary(static cells => cells[0], static cells => double.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new Calibration(Features.Select(feature => weights[feature]));
    }

    /// <summary>The probability that a word is right, 0 to 1.</summary>
    /// <param name="features">From <see cref="Of"/>.</param>
    public double Probability(double[] features) => 1 / (1 + Math.Exp(-features.Zip(_weights, static (value, weight) => value * weight).Sum()));

    /// <summary>What speaks for and against a word.</summary>
    /// <param name="word">The word after correction.</param>
    /// <param name="token">Its text taken apart.</param>
    /// <param name="known">Whether the language model knows it.</param>
    /// <param name="decision">What correction weighed; null where there was nothing to weigh.</param>
    public static double[] Of(Word word, Token token, bool known, WordDecision? decision)
    {
        double engine = Math.Clamp(word.Confidence, 0.02, 0.98);
        double listed = word.Symbols.Count == 0 ? 0 : word.Symbols.Max(static symbol => symbol.Choices.Select(static choice => choice.Probability).DefaultIfEmpty(0).Max());
        double rival = 0;
        bool changed = decision is { Changed: true };
        if (decision is not null)
        {
            int now = changed ? decision.Best : 0;
            float best = decision.Gains.Index().Where(gain => gain.Index != now).Max(static gain => gain.Item) - decision.Gains[now];
            rival = (Math.Clamp(best, LeastGain, MostGain) - LeastGain) / (MostGain - LeastGain);
        }

        return
        [
            1, Math.Log(engine / (1 - engine)), listed, One(token.Kind == TokenKind.Letters && !known), One(token.Kind == TokenKind.Number), One(token.Kind is TokenKind.Signs or TokenKind.Code),
            One(changed), changed ? 0 : rival, changed ? rival : 0, One(token.Length == 1),
        ];

        static double One(bool holds) => holds ? 1 : 0;
    }
}
