namespace Dau.Translation.Draft;

/// <summary>English for a stretch of text.</summary>
/// <param name="Text">The English.</param>
/// <param name="Links">Which stretch became which, counted in the text that was asked for and in <paramref name="Text"/>.</param>
/// <param name="Quality">Estimate, 0 to 1.</param>
/// <param name="Flags">What a reader should know.</param>
internal sealed record Rendering(string Text, IReadOnlyList<Link> Links, double Quality, IReadOnlyList<string> Flags)
{
    /// <summary>What <see cref="Quality"/> was estimated from, in the order of <see cref="QualityModel.Names"/>; null for an engine that estimates otherwise.</summary>
    public IReadOnlyList<double>? Features { get; init; }
}
