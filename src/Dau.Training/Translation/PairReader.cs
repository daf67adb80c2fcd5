using Dau.Translation.Draft.Model;
using Dau.Translation.Locks;
using Dau.Translation.Text;

namespace Dau.Training.Translation;

/// <summary>Turns text into numbers of words: locks found on both sides become slots, English gets its true capitals.</summary>
internal sealed class PairReader(LockFinder locks)
{
    private readonly Dictionary<string, Dictionary<string, int>> _forms = new(StringComparer.Ordinal);

    public Vocabulary SourceWords { get; } = new();

    public Vocabulary TargetWords { get; } = new();

    /// <summary>Reads pairs; those without words on a side are left out.</summary>
    public List<SentencePair> Read(IEnumerable<TextPair> pairs)
    {
        var cut = pairs.AsParallel().AsOrdered().Select(Cut).Where(static c => c.Source.Count is > 0 and <= 120 && c.Target.Count is > 0 and <= 120).ToList();
        foreach (var (_, target, _, _) in cut)
        {
            for (var i = 1; i < target.Count; i++)
            {
                if (!IsInitial(target, i))
                {
                    Count(target[i]);
                }
            }
        }

        return [.. cut.Select(Number)];
    }

    private (List<SourceToken> Source, List<string> Target, int[] Fixed, TextPair Pair) Cut(TextPair pair)
    {
        var english = Vietnamese.IsAllCaps(pair.Source) ? pair.Target.ToLowerInvariant() : pair.Target;
        var kept = new List<(LockedSpan Lock, int Start, int End)>();
        foreach (var item in locks.Find(pair.Source))
        {
            if (Place(english, item, kept) is { Start: >= 0 } place)
            {
                kept.Add((item, place.Start, place.End));
            }
        }

        var source = SourceToken.Cut(pair.Source, [.. kept.Select(static k => k.Lock)]);
        var target = new List<string>();
        var targetOf = new Dictionary<LockedSpan, int>();
        var at = 0;
        foreach (var (item, start, end) in kept.OrderBy(static k => k.Start))
        {
            target.AddRange(EnglishTokeniser.Tokenise(english[at..start]).Select(static t => t.Text));
            targetOf[item] = target.Count;
            target.Add(Slots.Of(item.Kind));
            at = end;
        }

        target.AddRange(EnglishTokeniser.Tokenise(english[at..]).Select(static t => t.Text));
        return (source, target, [.. source.Select(t => t.Lock is { } l && targetOf.TryGetValue(l, out var j) ? j : -1)], pair);
    }

    /// <summary>Where a lock of the source stands in the English, outside the places taken; starts at -1 where it is not there.</summary>
    public static (int Start, int End) Place(string english, LockedSpan item, List<(LockedSpan Lock, int Start, int End)> taken)
    {
        foreach (var form in Forms(item))
        {
            for (var at = english.IndexOf(form, StringComparison.OrdinalIgnoreCase); at >= 0; at = english.IndexOf(form, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + form.Length;
                var whole = (at == 0 || !Tokeniser.IsWordPart(english[at - 1])) && (end == english.Length || !Tokeniser.IsWordPart(english[end]))
                    && !(end + 1 < english.Length && english[end] is '.' or ',' && char.IsDigit(english[end + 1]) && char.IsDigit(english[end - 1]))
                    && !(at > 1 && english[at - 1] is '.' or ',' && char.IsDigit(english[at - 2]) && char.IsDigit(english[at]));
                if (whole && !taken.Exists(t => t.Start < end && at < t.End))
                {
                    return (at, end);
                }
            }
        }

        return (-1, -1);
    }

    private static IEnumerable<string> Forms(LockedSpan item)
    {
        yield return item.Rendering;
        if (item.Kind == LockKind.Date && item.Rendering.Split(' ') is [var day, var month, .. var year] && char.IsDigit(day[0]))
        {
            yield return year.Length > 0 ? $"{month} {day}, {year[0]}" : $"{month} {day}";
        }
    }

    private static bool IsInitial(List<string> tokens, int at) =>
        at == 0 || tokens[at - 1] is "." or ":" or "\"" or "?" or "!" || (at <= 2 && tokens[at - 1] is "-" or ")" or "+");

    private void Count(string word)
    {
        var key = word.ToLowerInvariant();
        if (!_forms.TryGetValue(key, out var forms))
        {
            _forms.Add(key, forms = new Dictionary<string, int>(StringComparer.Ordinal));
        }

        forms[word] = forms.GetValueOrDefault(word) + 1;
    }

    private string TrueCase(string word) =>
        _forms.TryGetValue(word.ToLowerInvariant(), out var forms) ? forms.MaxBy(static f => f.Value).Key : word.Length > 1 && Vietnamese.IsAllCaps(word) ? word : char.ToLowerInvariant(word[0]) + word[1..];

    private SentencePair Number((List<SourceToken> Source, List<string> Target, int[] Fixed, TextPair Pair) cut)
    {
        var lowered = !cut.Target.Exists(static t => t.Any(char.IsUpper));
        var target = cut.Target.Select((t, i) => char.IsLetter(t[0]) && (lowered || IsInitial(cut.Target, i)) ? TrueCase(t) : t);
        return new SentencePair([.. cut.Source.Select(t => SourceWords.Add(t.Key))], [.. target.Select(TargetWords.Add)], cut.Fixed, cut.Pair.Weight, cut.Pair.Origin);
    }
}
