namespace Dau.Translation;

/// <summary>Translates nothing: the reading stands alone.</summary>
internal sealed class NoTranslator : ITranslator
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "none";

    public string Name => EngineName;

    public Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken) =>
        Task.FromResult(new TranslationBatch([.. segments.Select(static _ => new SegmentTranslation(null, EngineName, 0, [], []))], [], []));
}
