namespace Dau.Training.Translation;

/// <summary>A translation that the decoder found.</summary>
/// <param name="Text">English.</param>
/// <param name="Features">The values that the weights weigh.</param>
/// <param name="Fixed">What no weight changes.</param>
internal sealed record Candidate(string Text, float[] Features, float Fixed)
{
    /// <summary>Its score with some weights.</summary>
    public double Score(IReadOnlyList<double> weights)
    {
        double total = Fixed;
        for (var k = 0; k < Features.Length; k++)
        {
            total += Features[k] * weights[k];
        }

        return total;
    }
}
