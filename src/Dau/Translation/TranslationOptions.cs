namespace Dau.Translation;

/// <summary>Which engine translates, and whether anything may leave the machine.</summary>
public sealed record TranslationOptions
{
    /// <summary><c>neural</c>, <c>draft</c>, <c>azure</c> or <c>none</c>.</summary>
    public string Engine { get; init; } = "draft";

    /// <summary>Whether a network engine may be used at all.</summary>
    public bool AllowNetwork { get; init; }
}
