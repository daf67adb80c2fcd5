using Dau.Translation.Locks;

namespace Dau.Translation.Neural;

/// <summary>Which words of the source became which of the English, from what the model looked at.</summary>
internal static class WordLinks
{
    // A word that takes less than this from every word of the source came from none of them.
    private const float Least = 0.2f;

    /// <summary>Links, counted in what the model was given and what it gave.</summary>
    public static List<Link> Find(string source, NeuralSentence sentence)
    {
        var links = new List<Link>();
        var (sourceWords, sourceOf) = Words(source, sentence.Source);
        var (targetWords, targetOf) = Words(sentence.Text, sentence.Target);
        var shares = new float[sourceWords.Count];
        for (var w = 0; w < targetWords.Count; w++)
        {
            if (Place(source, sentence, targetWords[w], sourceWords, sourceOf, targetOf, w, shares) is not { } span)
            {
                continue;
            }

            // Neighbours that came from the same words are one link.
            if (links.Count > 0 && links[^1].Source == span && sentence.Text.AsSpan(links[^1].Target.End, targetWords[w].Start - links[^1].Target.End).IsWhiteSpace())
            {
                links[^1] = links[^1] with { Target = new TextSpan(links[^1].Target.Start, targetWords[w].End) };
            }
            else
            {
                links.Add(new Link(span, targetWords[w]));
            }
        }

        return links;
    }

    private static TextSpan? Place(
        string source, NeuralSentence sentence, TextSpan target, List<TextSpan> sourceWords, int[] sourceOf, int[] targetOf, int word, float[] shares)
    {
        // A slot came from itself.
        var first = sentence.Text[target.Start];
        if (SlotText.IsSlot(first))
        {
            return source.IndexOf(first, StringComparison.Ordinal) is >= 0 and var at ? new TextSpan(at, at + 1) : null;
        }

        Array.Clear(shares);
        var pieces = 0;
        for (var t = 0; t < sentence.Target.Count; t++)
        {
            if (targetOf[t] == word)
            {
                pieces++;
                for (var s = 0; s < sentence.Source.Count; s++)
                {
                    if (sourceOf[s] >= 0)
                    {
                        shares[sourceOf[s]] += sentence.Share(t, s);
                    }
                }
            }
        }

        var best = shares.Length == 0 ? -1 : Array.IndexOf(shares, shares.Max());
        if (best < 0 || shares[best] < Least * pieces)
        {
            return null;
        }

        var (from, to) = (best, best);
        while (from > 0 && shares[from - 1] >= shares[best] / 2)
        {
            from--;
        }

        while (to + 1 < shares.Length && shares[to + 1] >= shares[best] / 2)
        {
            to++;
        }

        return new TextSpan(sourceWords[from].Start, sourceWords[to].End);
    }

    // Words of a text, and the word of each piece; -1 for a piece that is only a space. A slot is a word.
    private static (List<TextSpan> Words, int[] Of) Words(string text, IReadOnlyList<Piece> pieces)
    {
        var words = new List<TextSpan>();
        var of = new int[pieces.Count];
        for (var p = 0; p < pieces.Count; p++)
        {
            var piece = pieces[p];
            if (piece.End <= piece.Start || text.AsSpan(piece.Start, piece.End - piece.Start).IsWhiteSpace())
            {
                of[p] = -1;
                continue;
            }

            var joins = words.Count > 0 && words[^1].End == piece.Start && IsInner(text[piece.Start]) && IsInner(text[piece.Start - 1]);
            if (joins)
            {
                words[^1] = new TextSpan(words[^1].Start, piece.End);
            }
            else
            {
                words.Add(new TextSpan(piece.Start, piece.End));
            }

            of[p] = words.Count - 1;
        }

        return (words, of);
    }

    private static bool IsInner(char c) => !SlotText.IsSlot(c) && !char.IsWhiteSpace(c) && (!char.IsPunctuation(c) || c is '-' or '\'' or '’');
}
