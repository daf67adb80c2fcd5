using Dau.Translation.Locks;

namespace Dau.Translation.Draft;

/// <summary>The offline engine, the default: nothing is downloaded, nothing leaves the machine.</summary>
internal sealed class DraftTranslator(IDraftEngine engine, LockFinder locks, IReadOnlyList<string> warnings) : ITranslator
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "draft";

    public string Name => EngineName;

    public Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken)
    {
        var translations = new SegmentTranslation[segments.Count];
        Parallel.For(0, segments.Count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            translations[i] = Translate(segments[i].Text));
        return Task.FromResult(new TranslationBatch(translations, [], warnings));
    }

    private SegmentTranslation Translate(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new SegmentTranslation(null, EngineName, 0, [], []);
        }

        var rendering = engine.Render(text, locks.Find(text));
        return new SegmentTranslation(rendering.Text, EngineName, rendering.Quality, rendering.Links, rendering.Flags);
    }
}
