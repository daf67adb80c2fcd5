namespace Dau.Translation;

/// <summary>A translator that is still being loaded, in the background, while the first pages are read.</summary>
internal sealed class DeferredTranslator(string name, Func<ITranslator> load) : ITranslator
{
    private readonly Task<ITranslator> _loading = Task.Run(load);

    public string Name => name;

    public async Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken)
    {
        ITranslator translator = await _loading.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await translator.TranslateAsync(segments, cancellationToken).ConfigureAwait(false);
    }
}
