using Dau.Translation.Locks;
using Dau.Translation.Templates;

namespace Dau.Translation;

/// <summary>What is fixed comes from templates, the rest from the engine; every translation is compared with its source.</summary>
internal sealed class LayeredTranslator(ITranslator engine, TemplateTranslator templates, LockFinder locks) : ITranslator
{
    public string Name => engine.Name;

    public async Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken)
    {
        var translations = new SegmentTranslation[segments.Count];
        var rest = new List<int>();
        for (var i = 0; i < segments.Count; i++)
        {
            // A template that has other words for one of the user's own terms does not fit.
            if (templates.Translate(segments[i]) is { } template && Check(segments[i].Text, template) is var fixedPart && !fixedPart.Flags.Contains(Flags.TermChanged))
            {
                translations[i] = fixedPart;
            }
            else
            {
                rest.Add(i);
            }
        }

        var batch = await engine.TranslateAsync([.. rest.Select(i => segments[i])], cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < rest.Count; i++)
        {
            translations[rest[i]] = Check(segments[rest[i]].Text, batch.Translations[i]);
        }

        return batch with { Translations = translations };
    }

    private SegmentTranslation Check(string source, SegmentTranslation translation)
    {
        if (translation.Target is null)
        {
            return translation;
        }

        var found = locks.Find(source);
        var restored = NameRestorer.Restore(translation, found);
        var lost = FidelityCheck.Compare(source, found, restored.Target!);
        return lost.Count == 0 ? restored : restored with { Flags = [.. restored.Flags.Union(lost)], Quality = Math.Min(restored.Quality, 0.3) };
    }
}
