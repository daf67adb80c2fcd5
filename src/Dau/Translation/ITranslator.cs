namespace Dau.Translation;

/// <summary>Puts segments into English.</summary>
public interface ITranslator
{
    /// <summary>The engine's name on the command line, for example <c>draft</c>.</summary>
    string Name { get; }

    /// <summary>Translates a batch.</summary>
    /// <param name="segments">The segments of one document, in reading order.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The translations, one for each segment in the same order, and what was sent.</returns>
    /// <exception cref="TranslationException">The engine cannot be used: the message says why and what to do.</exception>
    Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken);
}

/// <summary>A segment to be translated.</summary>
/// <param name="Id">The segment's id.</param>
/// <param name="Text">Its source text.</param>
/// <param name="Section">Where it stands.</param>
/// <param name="Kind">What it is part of.</param>
public sealed record SegmentSource(string Id, string Text, Section Section, BlockKind Kind);

/// <summary>A translated segment.</summary>
/// <param name="Target">English; null where the engine has nothing to offer.</param>
/// <param name="Engine">What made it, as <see cref="Segment.Engine"/>.</param>
/// <param name="Quality">Estimate, 0 to 1.</param>
/// <param name="Links">Which stretch became which.</param>
/// <param name="Flags">What a reader should know.</param>
public sealed record SegmentTranslation(string? Target, string Engine, double Quality, IReadOnlyList<Link> Links, IReadOnlyList<string> Flags);

/// <summary>What a translator returns for a batch.</summary>
/// <param name="Translations">One for each segment, in the order asked.</param>
/// <param name="Sent">What left the machine; empty for an offline engine.</param>
/// <param name="Warnings">Sentences for the reader: segments that a service did not translate and why.</param>
public sealed record TranslationBatch(IReadOnlyList<SegmentTranslation> Translations, IReadOnlyList<Sent> Sent, IReadOnlyList<string> Warnings);
