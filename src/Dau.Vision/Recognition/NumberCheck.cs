namespace Dau.Vision.Recognition;

/// <summary>
/// Holds two readings of one table cell against each other. Alone in a cell, digits have no neighbours that would tell the engine what they must be, and it is sure of
/// wrong ones; cut a little wider it reads them anew. Where the two differ the surer one stands, marked as doubtful, with the other beside it.
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

            (EngineWord better, EngineWord other) = one.Confidence >= two.Confidence ? (one, two) : (two, one);
            return better with
            {
                Line = one.Line,
                Confidence = Math.Min(better.Confidence, Ceiling),
                Other = new Alternative(other.Text, Math.Min(other.Confidence, Ceiling)),
            };
        })];
    }
}
