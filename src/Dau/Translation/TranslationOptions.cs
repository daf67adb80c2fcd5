namespace Dau.Translation;

/// <summary>Which engine translates, and whether anything may leave the machine.</summary>
public sealed record TranslationOptions
{
    /// <summary><c>neural</c>, <c>draft</c>, <c>azure</c>, <c>libreTranslate</c>, <c>chat</c> or <c>none</c>.</summary>
    public string Engine { get; init; } = "draft";

    /// <summary>Whether a network engine may be used at all.</summary>
    public bool AllowNetwork { get; init; }

    /// <summary>Files of the user's own terms (TBX, CSV, TSV), which go before the shipped termbase; the first file before the next.</summary>
    public IReadOnlyList<string> Termbases { get; init; } = [];

    /// <summary>Translation memories (TMX), the first before the next.</summary>
    public IReadOnlyList<string> Memories { get; init; } = [];
}
