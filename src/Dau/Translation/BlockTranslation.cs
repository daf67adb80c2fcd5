namespace Dau.Translation;

/// <summary>Blocks with their translations, and what translating them did.</summary>
/// <param name="Blocks">The blocks, each segment with its target.</param>
/// <param name="Sent">What left the machine.</param>
/// <param name="Warnings">Sentences for the reader.</param>
internal sealed record TranslatedBlocks(IReadOnlyList<Block> Blocks, IReadOnlyList<Sent> Sent, IReadOnlyList<string> Warnings);

/// <summary>Takes the segments out of their blocks, has them translated in one batch and puts them back.</summary>
internal static class BlockTranslation
{
    public static async Task<TranslatedBlocks> TranslateAsync(ITranslator translator, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        var sources = blocks.SelectMany(static block => block.Segments.Select(
            segment => new SegmentSource(segment.Id, segment.Source, block.Section, block.Kind))).ToList();
        TranslationBatch batch = await translator.TranslateAsync(sources, cancellationToken).ConfigureAwait(false);
        if (batch.Translations.Count != sources.Count)
        {
            throw new InvalidOperationException($"The engine {translator.Name} was given {sources.Count} segments and returned {batch.Translations.Count}.");
        }

        int next = 0;
        var translated = blocks.Select(block => block with { Segments = [.. block.Segments.Select(segment => With(segment, batch.Translations[next++]))] }).ToList();
        return new TranslatedBlocks(translated, batch.Sent, batch.Warnings);
    }

    private static Segment With(Segment segment, SegmentTranslation translation) => translation.Target is null
        ? segment with { Flags = [.. segment.Flags, .. translation.Flags] }
        : segment with
        {
            Target = translation.Target,
            Engine = translation.Engine,
            Quality = translation.Quality,
            Links = translation.Links,
            Flags = [.. segment.Flags, .. translation.Flags],
        };
}
