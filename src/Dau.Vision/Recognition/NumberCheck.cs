namespace Dau.Vision.Recognition;

/// <summary>
/// Holds two readings of one table cell against each other. Alone in a cell, digits have no neighbours that would tell the engine what they must be, and it is sure of
/// wrong ones; cut wider and not stretched it reads them anew. Where the two differ the first one stands, marked as doubtful, with the other beside it.
/// </summary>
internal static class NumberCheck
{
    /// <summary>A number that was read in two ways is no surer than this.</summary>
    public const double Ceiling = 0.5;

    public static bool HasNumber(IReadOnlyList<EngineWord> words) => words.Any(static word => word.Text.Any(char.IsAsciiDigit));

    public static IReadOnlyList<EngineWord> Settle(IReadOnlyList<EngineWord> first, IReadOnlyList<EngineWord> second)
    {
        if (second.Count != first.Count)
        {
            return first;
        }

        return [.. first.Zip(second, static (one, two) =>
        {
            if (one.Text == two.Text || !(one.Text + two.Text).Any(char.IsAsciiDigit))
            {
                return one;
            }

            return one with { Confidence = Math.Min(one.Confidence, Ceiling), Other = new Alternative(two.Text, Math.Min(two.Confidence, Ceiling)) };
        })];
    }
}
