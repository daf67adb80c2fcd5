using System.Text;

namespace Dau.Vision.Recognition;

/// <summary>Builds other readings of a whole word from what else each of its letters could be.</summary>
internal static class WordAlternatives
{
    /// <summary>Most readings of a word that are kept.</summary>
    public const int Most = 5;

    private const double Least = 0.001;

    /// <summary>The likeliest readings other than <paramref name="text"/>; a reading's probability is the product of its letters'.</summary>
    public static IReadOnlyList<Alternative> Build(string text, IReadOnlyList<Symbol> symbols)
    {
        if (symbols.All(static symbol => symbol.Choices.Count == 0))
        {
            return [];
        }

        // The k best products: keeping the k best beginnings at every letter is exact, because each letter only multiplies.
        List<(string Text, double Probability)> beginnings = [("", 1)];
        foreach (Symbol symbol in symbols)
        {
            IEnumerable<Alternative> readings = symbol.Choices.Prepend(new Alternative(symbol.Text, symbol.Probability));
            beginnings = [.. beginnings
                .SelectMany(_ => readings, static (beginning, next) => (beginning.Text + next.Text, beginning.Probability * next.Probability))
                .OrderByDescending(static reading => reading.Item2)
                .Take(Most + 1)];
        }

        return [.. beginnings
            .Select(static reading => (Text: reading.Text.Normalize(NormalizationForm.FormC), reading.Probability))
            .Where(reading => reading.Text.Length > 0 && reading.Text != text && reading.Probability >= Least)
            .DistinctBy(static reading => reading.Text)
            .Take(Most)
            .Select(static reading => new Alternative(reading.Text, Math.Round(reading.Probability, 4)))];
    }
}
