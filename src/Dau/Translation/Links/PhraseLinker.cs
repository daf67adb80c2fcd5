using Dau.Translation.Draft;
using Dau.Translation.Draft.Decoding;
using Dau.Translation.Draft.Model;
using Dau.Translation.Locks;
using Dau.Translation.Text;

namespace Dau.Translation.Links;

/// <summary>
/// Which stretch became which, for an engine that does not say: what is locked became its rendering, and phrases of the draft engine's tables whose English
/// stands in the translation became that. What neither explains has no link.
/// </summary>
/// <param name="model">The tables; null where there are none.</param>
internal sealed class PhraseLinker(DraftModel? model)
{
    // A pair of words that is rarer than this is more often a chance than a translation.
    private const float LeastLogarithm = -4;

    // What it costs that a phrase stands in another part of the sentence, from one end to the other.
    private const float Jump = 3;

    /// <summary>The linker with the tables of a draft engine, where it has any.</summary>
    public static PhraseLinker Of(IDraftEngine draft) => new((draft as PhraseEngine)?.Model);

    /// <summary>Links in the order of the English, none over another on either side.</summary>
    public IReadOnlyList<Link> Find(string source, IReadOnlyList<LockedSpan> locks, string target)
    {
        var from = SourceToken.Cut(source, locks);
        var to = EnglishTokeniser.Tokenise(target);
        var places = to.Select(static (token, index) => (Key: token.Text.ToLowerInvariant(), index)).ToLookup(static t => t.Key, static t => t.index, StringComparer.Ordinal);
        var candidates = new List<(float Weight, TextSpan Source, TextSpan Target)>();
        for (var start = 0; start < from.Count; start++)
        {
            if (from[start].Lock is { } locked)
            {
                AddRendering(candidates, from[start], locked, source, target);
            }
            else if (model is not null)
            {
                AddPhrases(candidates, model, from, start, to, places);
            }
        }

        bool[] sourceTaken = new bool[source.Length], targetTaken = new bool[target.Length];
        var links = new List<Link>();
        foreach (var (_, left, right) in candidates.OrderByDescending(static c => c.Weight))
        {
            if (!sourceTaken.AsSpan(left.Start, left.End - left.Start).Contains(true) && !targetTaken.AsSpan(right.Start, right.End - right.Start).Contains(true))
            {
                sourceTaken.AsSpan(left.Start, left.End - left.Start).Fill(true);
                targetTaken.AsSpan(right.Start, right.End - right.Start).Fill(true);
                links.Add(new Link(left, right));
            }
        }

        return [.. links.OrderBy(static l => l.Target.Start)];
    }

    private static void AddRendering(List<(float Weight, TextSpan Source, TextSpan Target)> candidates, SourceToken token, LockedSpan locked, string source, string target)
    {
        var place = (float)token.Start / source.Length;
        for (var at = target.IndexOf(locked.Rendering, StringComparison.OrdinalIgnoreCase); at >= 0; at = target.IndexOf(locked.Rendering, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            // Before every phrase, longer ones first, of equal ones the nearer.
            candidates.Add((1000 + locked.Rendering.Length - Math.Abs(place - ((float)at / target.Length)), new TextSpan(token.Start, token.End), new TextSpan(at, at + locked.Rendering.Length)));
        }
    }

    private static void AddPhrases(
        List<(float Weight, TextSpan Source, TextSpan Target)> candidates, DraftModel model, List<SourceToken> from, int start, List<Token> to, ILookup<string, int> places)
    {
        var key = 0UL;
        for (var end = start + 1; end <= Math.Min(from.Count, start + PhraseTable.Longest) && from[end - 1].Lock is null && model.Source.Find(from[end - 1].Key) is >= 0 and var id; end++)
        {
            key = HashIndex.Extend(key, id);
            var (first, last) = model.Phrases.Find(key);
            for (var option = first; option < last; option++)
            {
                var english = model.Phrases.Target(option);
                if (english.Length == 0 || model.Phrases.Score(option, 0) < LeastLogarithm || !model.Target[english[0]].Any(char.IsLetter))
                {
                    continue;
                }

                foreach (var at in places[model.Target[english[0]].ToLowerInvariant()])
                {
                    if (Stands(model, english, to, at))
                    {
                        var jump = Math.Abs(((start + end) / 2f / from.Count) - ((at + (english.Length / 2f)) / to.Count));
                        candidates.Add((
                            end - start + english.Length + (model.Phrases.Score(option, 0) / 2) - (Jump * jump),
                            new TextSpan(from[start].Start, from[end - 1].End), new TextSpan(to[at].Start, to[at + english.Length - 1].End)));
                    }
                }
            }
        }
    }

    private static bool Stands(DraftModel model, int[] english, List<Token> to, int at)
    {
        for (var k = 1; k < english.Length; k++)
        {
            if (at + k >= to.Count || !model.Target[english[k]].Equals(to[at + k].Text, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
