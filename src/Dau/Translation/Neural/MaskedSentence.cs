using System.Text;
using Dau.Translation.Locks;

namespace Dau.Translation.Neural;

/// <summary>A sentence as the model is given it: with a slot for each lock, where the model knows slots.</summary>
internal sealed class MaskedSentence
{
    // Where each character of the text begins and ends in the source.
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    private MaskedSentence(string source, IReadOnlyList<LockedSpan> locks, string text, IReadOnlyDictionary<char, LockedSpan> slots)
    {
        (Source, Locks, Text, Slots) = (source, locks, text, slots);
        var at = 0;
        foreach (var c in text)
        {
            _starts.Add(at);
            at = slots.TryGetValue(c, out var item) ? item.End : at + 1;
            _ends.Add(at);
        }
    }

    // A model without slots gets the user's own terms in English already: it carries foreign words over as they are.
    private MaskedSentence(string source, IReadOnlyList<LockedSpan> locks)
    {
        (Source, Locks, Slots) = (source, locks, new Dictionary<char, LockedSpan>());
        var text = new StringBuilder(source.Length);
        for (var at = 0; at < source.Length;)
        {
            var term = locks.FirstOrDefault(l => l.Kind == LockKind.Term && l.Start == at);
            var (piece, end) = term is null ? (source[at].ToString(), at + 1) : (term.Rendering, term.End);
            text.Append(piece);
            _starts.AddRange(Enumerable.Repeat(at, piece.Length));
            _ends.AddRange(Enumerable.Repeat(end, piece.Length));
            at = end;
        }

        Text = text.ToString();
    }

    /// <summary>The sentence as it stands in the document.</summary>
    public string Source { get; }

    /// <summary>Its locks, counted in the sentence.</summary>
    public IReadOnlyList<LockedSpan> Locks { get; }

    /// <summary>What the model is given.</summary>
    public string Text { get; }

    /// <summary>The lock of each slot.</summary>
    public IReadOnlyDictionary<char, LockedSpan> Slots { get; }

    /// <summary>Takes a sentence out of a segment.</summary>
    public static MaskedSentence Make(string segment, TextSpan span, IReadOnlyList<LockedSpan> locks, bool useSlots)
    {
        var source = segment[span.Start..span.End];
        LockedSpan[] own =
        [
            .. locks.Where(l => l.Start >= span.Start && l.End <= span.End).Select(l => l with { Start = l.Start - span.Start, End = l.End - span.Start }),
        ];
        if (!useSlots || source.Any(SlotText.IsSlot))
        {
            return new MaskedSentence(source, own);
        }

        var (text, slots) = SlotText.Mask(source, own);
        return new MaskedSentence(source, own, text, slots);
    }

    /// <summary>Where a stretch of <see cref="Text"/> stands in <see cref="Source"/>.</summary>
    public TextSpan Unmasked(TextSpan span) => new(span.Start < _starts.Count ? _starts[span.Start] : Source.Length, span.End == 0 ? 0 : _ends[span.End - 1]);

    /// <summary>The English with the renderings in the place of the slots, and where each of its characters has gone: one more than there are, the last the end.</summary>
    public (string Text, int[] Places) Fill(string english)
    {
        var filled = new StringBuilder(english.Length);
        var places = new int[english.Length + 1];
        for (var i = 0; i < english.Length; i++)
        {
            places[i] = filled.Length;
            _ = Slots.TryGetValue(english[i], out var item) ? filled.Append(item.Rendering) : filled.Append(english[i]);
        }

        places[^1] = filled.Length;
        return (filled.ToString(), places);
    }
}
