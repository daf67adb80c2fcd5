namespace Dau.Translation.Neural;

/// <summary>Cuts what is too long for the model, and joins what came of the parts.</summary>
internal static class LongInput
{
    /// <summary>Parts of at most so many pieces: cut behind the last mark of a clause in the second half, else behind the last word.</summary>
    public static IEnumerable<IReadOnlyList<Piece>> Cut(IReadOnlyList<Piece> pieces, string text, int longest)
    {
        var start = 0;
        while (pieces.Count - start > longest)
        {
            var end = Last(start, static c => c is ';' or ':' or '.') ?? Last(start, static c => c == ',') ?? Last(start, char.IsWhiteSpace) ?? start + longest;
            yield return Take(start, end);
            start = end;
        }

        if (pieces.Count > start)
        {
            yield return Take(start, pieces.Count);
        }

        int? Last(int from, Func<char, bool> mark)
        {
            for (var end = from + longest; end > from + (longest / 2); end--)
            {
                var boundary = pieces[end].Start > pieces[end - 1].End || (pieces[end].Start > 0 && char.IsWhiteSpace(text[pieces[end].Start - 1]));
                if (boundary && (mark(' ') || (pieces[end - 1].End > 0 && mark(text[pieces[end - 1].End - 1]))))
                {
                    return end;
                }
            }

            return null;
        }

        IReadOnlyList<Piece> Take(int from, int to) => [.. pieces.Skip(from).Take(to - from)];
    }

    /// <summary>One sentence of its parts; the share of a piece of another part is 0.</summary>
    public static NeuralSentence Join(IReadOnlyList<NeuralSentence> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        var source = parts.SelectMany(static p => p.Source).ToArray();
        var target = new List<Piece>();
        var knowsShares = parts.All(static p => p.Shares.Length > 0 || p.Target.Count == 0);
        var shares = new float[knowsShares ? parts.Sum(static p => p.Target.Count) * (source.Length + 1) : 0];
        var text = "";
        var before = 0;
        foreach (var part in parts)
        {
            var at = text.Length == 0 ? 0 : text.Length + 1;
            text = text.Length == 0 ? part.Text : $"{text} {part.Text}";
            for (var t = 0; t < part.Target.Count; t++)
            {
                if (knowsShares)
                {
                    var row = part.Shares.AsSpan(t * (part.Source.Count + 1), part.Source.Count + 1);
                    var joined = shares.AsSpan(target.Count * (source.Length + 1), source.Length + 1);
                    row[..^1].CopyTo(joined[before..]);
                    joined[^1] = row[^1];
                }

                target.Add(part.Target[t] with { Start = part.Target[t].Start + at, End = part.Target[t].End + at });
            }

            before += part.Source.Count;
        }

        return new NeuralSentence(text, source, target, shares) { IsFinished = parts.All(static p => p.IsFinished), Certainty = parts.Min(static p => p.Certainty) };
    }
}
