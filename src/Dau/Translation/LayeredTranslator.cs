using Dau.Translation.Locks;
using Dau.Translation.Memory;
using Dau.Translation.Templates;

namespace Dau.Translation;

/// <summary>
/// What people have settled comes from the memory, what is fixed from templates, what is much like a settled sentence from the memory again, the rest from the
/// engine; every translation is compared with its source.
/// </summary>
internal sealed class LayeredTranslator(ITranslator engine, TemplateTranslator templates, LockFinder locks, TranslationMemory? memory = null) : ITranslator
{
    public string Name => engine.Name;

    public async Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken)
    {
        NamesOfLetter.Begin(segments.Select(static s => s.Text), locks);
        var translations = new SegmentTranslation[segments.Count];
        var rest = new List<int>();
        for (var i = 0; i < segments.Count; i++)
        {
            if (Settled(segments[i]) is { } settled)
            {
                translations[i] = settled;
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

    private SegmentTranslation? Settled(SegmentSource segment)
    {
        if (memory?.Same(segment.Text) is { } same)
        {
            // As the person wrote it: names that were given without their marks stay so.
            return Compared(segment.Text, locks.Find(segment.Text), FromMemory(segment, same));
        }

        // A template that has other words for one of the user's own terms does not fit.
        if (templates.Translate(segment) is { } template && Check(segment.Text, template) is var fixedPart && !fixedPart.Flags.Contains(Flags.TermChanged))
        {
            return fixedPart;
        }

        return memory?.Similar(segment.Text).Where(m => Negation.CountSource(m.Source) == Negation.CountSource(segment.Text))
            .Select(m => Check(segment.Text, FromMemory(segment, m))).FirstOrDefault(static t => t.Flags.All(static f => f is Flags.FuzzyMatch or Flags.NumberAmbiguous));
    }

    private static SegmentTranslation FromMemory(SegmentSource segment, MemoryMatch match) => new(
        match.Target,
        TranslationMemory.EngineName,
        match.Rate,
        match.Links.Count > 0 ? match.Links : [new Link(new TextSpan(0, segment.Text.Length), new TextSpan(0, match.Target.Length))],
        match.Rate < 1 ? [Flags.FuzzyMatch] : []);

    private SegmentTranslation Check(string source, SegmentTranslation translation)
    {
        if (translation.Target is null)
        {
            return translation;
        }

        var found = locks.Find(source);
        if (TemplateTranslator.UnreadDayIn(source, translation.Target) is { } day)
        {
            // The English says that the day was not read: signs in its place are no name, code or number that was lost.
            found = [.. found.Where(l => l.End <= day.Start || l.Start >= day.End)];
            translation = translation with { Flags = [.. translation.Flags, Flags.DateChanged] };
        }

        return Compared(source, found, NameRestorer.Restore(translation, found));
    }

    private static SegmentTranslation Compared(string source, IReadOnlyList<LockedSpan> found, SegmentTranslation translation)
    {
        var lost = FidelityCheck.Compare(source, found, translation.Target!);
        return lost.Count == 0 ? translation : translation with { Flags = [.. translation.Flags.Union(lost)], Quality = Math.Min(translation.Quality, 0.3) };
    }
}
