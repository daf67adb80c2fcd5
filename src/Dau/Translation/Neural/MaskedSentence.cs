using System.Text;
using Dau.Translation.Locks;

namespace Dau.Translation.Neural;

/// <summary>A sentence as the model is given it: with a slot for each lock, where the model knows slots.</summary>
internal sealed class MaskedSentence
{
    private readonly int[] _starts;

    private MaskedSentence(string source, IReadOnlyList<LockedSpan> locks, string text, IReadOnlyDictionary<char, LockedSpan> slots)
    {
        (Source, Locks, Text, Slots) = (source, locks, text, slots);
        _starts = new int[text.Length + 1];
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            _starts[i] = at;
            at = slots.TryGetValue(text[i], out var item) ? item.End : at + 1;
        }

        _starts[^1] = at;
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
        var (text, slots) = useSlots && !source.Any(SlotText.IsSlot) ? SlotText.Mask(source, own) : (source, new Dictionary<char, LockedSpan>());
        return new MaskedSentence(source, own, text, slots);
    }

    /// <summary>Where a stretch of <see cref="Text"/> stands in <see cref="Source"/>.</summary>
    public TextSpan Unmasked(TextSpan span) => new(_starts[span.Start], span.End == 0 ? 0 : EndOf(span.End - 1));

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

    private int EndOf(int index) => Slots.TryGetValue(Text[index], out var item) ? item.End : _starts[index] + 1;
}
