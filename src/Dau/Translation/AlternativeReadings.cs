using Dau.Translation.Draft;
using Dau.Translation.Locks;
using Dau.Translation.Text;

namespace Dau.Translation;

/// <summary>
/// Where a word could not be read surely, and the other reading says something else in English, that stands beside the translation: "[or: must not]".
/// The draft engine tells what the other reading says, whichever engine translated.
/// </summary>
internal sealed class AlternativeReadings(IDraftEngine engine, LockFinder locks)
{
    private const double DoubtfulAt = 0.6;
    private const double LeastProbability = 0.1;
    private const int MostWords = 8;
    private const int MostInSegment = 3;

    // What these say stands among the facts, with doubts of its own.
    private static readonly HashSet<BlockKind> Formulae = [BlockKind.Motto, BlockKind.Number, BlockKind.PlaceDate, BlockKind.DocumentType, BlockKind.DigitalSignature, BlockKind.PageNumber];

    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "of", "in", "on", "at", "to", "for", "by", "with", "and", "is", "are", "was", "were", "be", "been", "has", "have", "had", "that", "which", "this", "these",
    };

    private static readonly char[] Marks = ['.', ',', ';', ':', '(', ')', '“', '”', '"', '!', '?', '/', '-', '–'];

    /// <summary>The blocks with the other readings of words that correction has not settled.</summary>
    public static IReadOnlyList<Block> Mark(IReadOnlyList<Block> blocks, IReadOnlyList<Page> pages, IReadOnlyList<Model.Correction> corrections)
    {
        var doubtful = pages.SelectMany(static p => p.Words).Where(static w => w.Confidence <= DoubtfulAt && Other(w) is not null).Select(static w => w.Id)
            .Except(corrections.Select(static c => c.Word)).ToHashSet(StringComparer.Ordinal);
        var segments = blocks.Where(static b => !Formulae.Contains(b.Kind)).SelectMany(static b => b.Segments).Where(s => s.Target is not null && s.WordIds.Any(doubtful.Contains))
            .ToHashSet<Segment>(ReferenceEqualityComparer.Instance);
        if (segments.Count == 0)
        {
            return blocks;
        }

        var wanted = segments.SelectMany(static s => s.WordIds).ToHashSet(StringComparer.Ordinal);
        var words = pages.SelectMany(static p => p.Words).Where(w => wanted.Contains(w.Id)).ToDictionary(static w => w.Id, StringComparer.Ordinal);
        var readings = new AlternativeReadings(DraftEngines.Load().Engine, Translators.Locks);
        return [.. blocks.Select(b => !b.Segments.Any(segments.Contains) ? b : b with
        {
            Segments = [.. b.Segments.Select(s => segments.Contains(s) ? readings.Mark(s, [.. s.WordIds.Where(words.ContainsKey).Select(id => words[id])], doubtful.Contains) : s)],
        })];
    }

    /// <summary>The segment with the other readings of its words.</summary>
    /// <param name="segment">A translated segment.</param>
    /// <param name="words">Its words.</param>
    /// <param name="isDoubtful">Whether a word, by its id, could not be read surely.</param>
    public Segment Mark(Segment segment, IReadOnlyList<Word> words, Predicate<string> isDoubtful)
    {
        if (segment.Target is null || segment.Links.Count == 0)
        {
            return segment;
        }

        Rendering? plain = null;
        var (at, count) = (0, 0);
        foreach (var word in words)
        {
            var bare = word.Source.Trim(Marks);
            var start = bare.Length == 0 ? -1 : segment.Source.IndexOf(bare, at, StringComparison.Ordinal);
            at = start < 0 ? at : start + bare.Length;
            if (start < 0 || count == MostInSegment || !isDoubtful(word.Id) || Other(word) is not { } other)
            {
                continue;
            }

            plain ??= engine.Render(segment.Source, locks.Find(segment.Source));
            var text = string.Concat(segment.Source.AsSpan(0, start), other, segment.Source.AsSpan(at));
            var changed = engine.Render(text, locks.Find(text));
            var said = Stretch(plain.Text, plain.Links, start, at);
            var otherwise = Stretch(changed.Text, changed.Links, start, start + other.Length);
            if (Differs(said.Text, otherwise.Text) && !(changed.Flags.Contains(Flags.Untranslated) && !plain.Flags.Contains(Flags.Untranslated))
                && Stretch(segment.Target!, segment.Links, start, at) is { End: > 0 } place)
            {
                segment = Insert(segment, place.End, $" [or: {otherwise.Text}]");
                count++;
            }
        }

        return segment;
    }

    /// <summary>The likeliest other reading that is a syllable of Vietnamese or a number; null for none.</summary>
    private static string? Other(Word word) => word.Source.Any(char.IsLetterOrDigit)
        ? word.Alternatives.Where(static a => a.Probability >= LeastProbability).Select(static a => a.Text.Trim(Marks)).FirstOrDefault(t =>
            t.Length > 0 && (t.All(char.IsDigit) || VietnameseSyllable.IsLawful(Vietnamese.Lower(t))) && !t.Equals(word.Source.Trim(Marks), StringComparison.OrdinalIgnoreCase))
        : null;

    private static (string Text, int End) Stretch(string target, IReadOnlyList<Link> links, int start, int end)
    {
        var (first, last) = (int.MaxValue, 0);
        foreach (var link in links.Where(l => l.Source.Start < end && start < l.Source.End && l.Target.End <= target.Length))
        {
            (first, last) = (Math.Min(first, link.Target.Start), Math.Max(last, link.Target.End));
        }

        return first < last ? (target[first..last], last) : ("", 0);
    }

    private static bool Differs(string said, string otherwise) =>
        Words(otherwise) is { Count: > 0 and <= MostWords } words && !words.SetEquals(Words(said));

    private static HashSet<string> Words(string text) =>
        [.. Tokeniser.Tokenise(text.ToLowerInvariant()).Where(static t => t.Kind != TokenKind.Punctuation && !Empty.Contains(t.Text)).Select(static t => t.Text)];

    private static Segment Insert(Segment segment, int at, string text) => segment with
    {
        Target = segment.Target!.Insert(at, text),
        Links = [.. segment.Links.Select(l => l with { Target = new TextSpan(l.Target.Start >= at ? l.Target.Start + text.Length : l.Target.Start, l.Target.End > at ? l.Target.End + text.Length : l.Target.End) })],
    };
}
