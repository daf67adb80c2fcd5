using System.Text;
using Dau.Translation.Locks;

namespace Dau.Translation;

/// <summary>
/// Has the user's own terms kept by an engine that knows nothing of them: they stand in English already in what it is given, and engines carry foreign words over
/// as they are. Where one does not, the check of the translation says so.
/// </summary>
internal sealed class TermInsertion(ITranslator engine, LockFinder locks) : ITranslator
{
    public string Name => engine.Name;

    public async Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken)
    {
        Mixed[] mixed = [.. segments.Select(s => Mixed.Make(s.Text, locks.Find(s.Text).Where(static l => l.Kind == LockKind.Term)))];
        var batch = await engine.TranslateAsync([.. segments.Select((s, i) => s with { Text = mixed[i].Text })], cancellationToken).ConfigureAwait(false);
        return batch with
        {
            Translations = [.. batch.Translations.Select((t, i) => t with { Links = [.. t.Links.Select(l => l with { Source = mixed[i].InSource(l.Source) })] })],
        };
    }

    /// <summary>A text with its terms in English.</summary>
    private sealed record Mixed(string Text, IReadOnlyList<(int Start, int End, LockedSpan Term)> Terms)
    {
        public static Mixed Make(string source, IEnumerable<LockedSpan> terms)
        {
            var text = new StringBuilder();
            var places = new List<(int, int, LockedSpan)>();
            var at = 0;
            foreach (var term in terms)
            {
                var start = text.Append(source, at, term.Start - at).Length;
                places.Add((start, text.Append(term.Rendering).Length, term));
                at = term.End;
            }

            return new Mixed(text.Append(source, at, source.Length - at).ToString(), places);
        }

        /// <summary>Where a stretch of the text stands in the source; one that cuts a term takes all of it.</summary>
        public TextSpan InSource(TextSpan span) => new(Place(span.Start, false), Place(span.End, true));

        private int Place(int at, bool isEnd)
        {
            var moved = 0;
            foreach (var (start, end, term) in Terms)
            {
                if (at <= start)
                {
                    break;
                }

                if (at < end)
                {
                    return isEnd ? term.End : term.Start;
                }

                moved = term.End - end;
            }

            return at + moved;
        }
    }
}
