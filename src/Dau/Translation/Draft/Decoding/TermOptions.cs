using Dau.Translation.Draft.Model;
using Dau.Translation.Locks;
using Dau.Translation.Terms;
using Dau.Translation.Text;

namespace Dau.Translation.Draft.Decoding;

/// <summary>Brings the termbase into the decoder: its terms are options like phrases, and phrases that say the same are preferred.</summary>
internal sealed class TermOptions(Termbase termbase, DraftModel model, Weights weights)
{
    // An organ's or post's name is settled; a verb or noun may well stand otherwise in its sentence.
    private const float UsualWeight = 0.4f;
    private const float TokenCost = 0.3f;

    // What a phrase loses that says something else in the place of a settled name.
    private const float BreakCost = 14;

    private readonly Dictionary<TermEntry, (int[] Words, string? Surface)> _targets = [];
    private readonly int _place = model.Target.Find(Slots.Of(LockKind.Place));
    private readonly int _city = model.Target.Find("City");
    private readonly int[] _ofThe = Numbers(model, "of", "the");
    private readonly int[] _municipal = Numbers(model, "municipal", "Municipal");
    private readonly int[] _levels = Numbers(model, "provincial", "municipal", "district", "town", "commune", "ward");

    /// <summary>A term found in a sentence.</summary>
    /// <param name="Start">First token.</param>
    /// <param name="End">One past the last token.</param>
    /// <param name="Target">Its English, as numbers of words; the word for a name where it has words that no table knows.</param>
    /// <param name="Surface">Then the English as it is written; else null.</param>
    /// <param name="Weight">How much it counts.</param>
    /// <param name="IsSettled">Whether it is a name of several words: it has this English and no other.</param>
    /// <param name="IsBody">Whether it is a body or a post in one.</param>
    internal readonly record struct Match(int Start, int End, int[] Target, string? Surface, float Weight, bool IsSettled, bool IsBody);

    /// <summary>The terms of a chunk.</summary>
    public List<Match> Find(IReadOnlyList<SourceToken> tokens)
    {
        var matches = new List<Match>();
        var plain = new List<Token>();
        var first = new int[tokens.Count + 1];
        for (var i = 0; i < tokens.Count; i++)
        {
            plain.AddRange(Tokeniser.Tokenise(tokens[i].Text));
            first[i + 1] = plain.Count;
        }

        var text = termbase.Read(plain);
        for (var start = 0; start < tokens.Count; start++)
        {
            foreach (var (length, term) in text.StartingAt(first[start]))
            {
                var end = Array.IndexOf(first, first[start] + length, start + 1);
                var isWhole = end > 0 && !HasLock(tokens, start, end);
                if (isWhole && (length > 1 || term.Abbreviation == tokens[start].Text || term.IsName))
                {
                    var (target, surface) = Target(term);
                    matches.Add(new Match(start, end, target, surface, term.IsName ? end - start : (end - start) * UsualWeight, term.IsName && length > 1, term.IsBody));
                }
            }
        }

        return Unsettle(matches);
    }

    private static bool HasLock(IReadOnlyList<SourceToken> tokens, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (tokens[i].Lock is not null)
            {
                return true;
            }
        }

        return false;
    }

    // Of two names over the same words the longer one holds: "Chủ tịch UBND tỉnh", not the committee in it.
    private static List<Match> Unsettle(List<Match> matches)
    {
        var settled = new List<Match>();
        foreach (var match in matches.Where(static m => m.IsSettled).OrderByDescending(static m => m.End - m.Start))
        {
            if (!settled.Exists(m => m.Start < match.End && match.Start < m.End))
            {
                settled.Add(match);
            }
        }

        return [.. matches.Select(m => m with { IsSettled = settled.Contains(m) })];
    }

    /// <summary>The terms as options, and bodies with the place that follows: "Sở Y tế Kiên Giang", "Kiên Giang Department of Health".</summary>
    public IEnumerable<PhraseOption> Options(IReadOnlyList<Match> matches, IReadOnlyList<SourceToken> tokens) => matches.Select(m => new PhraseOption(
        m.Start, m.End, m.Target, new LockedSpan?[m.Target.Length], m.Surface,
        (m.Target.Length * weights.Word) + weights.Phrase + (m.Weight * weights.Term) - ((m.End - m.Start) * TokenCost))
    {
        IsTerm = true, TermShare = m.Weight, Fixed = -(m.End - m.Start) * TokenCost,
    }).Concat(matches.Where(m => m.IsBody && m.Surface is null && m.End < tokens.Count).Select(m => OfPlace(m, tokens[m.End].Lock)).OfType<PhraseOption>());

    private PhraseOption? OfPlace(Match match, LockedSpan? place)
    {
        // "Chairman of the Commune People's Committee": the committee is the place's, not its chairman.
        var at = match.Target.AsSpan().LastIndexOf(_ofThe) is >= 0 and var found ? found + _ofThe.Length : 0;
        if (place is not { Kind: LockKind.Place } || _place < 0 || (at == 0 && !char.IsUpper(First(match.Target)) && !_levels.Contains(match.Target[0])))
        {
            return null;
        }

        int[] target = [.. match.Target[..at], _place, .. match.Target[at..].Select(w => _municipal.Contains(w) ? _city : w)];
        var locks = new LockedSpan?[target.Length];
        locks[at] = place;
        var share = match.Weight + 1;
        var fixedCost = -(match.End + 1 - match.Start) * TokenCost;
        return new PhraseOption(match.Start, match.End + 1, target, locks, null, (target.Length * weights.Word) + weights.Phrase + (share * weights.Term) + fixedCost)
        {
            IsTerm = true, TermShare = share, Fixed = fixedCost,
        };
    }

    private char First(int[] target) => target.Length > 0 ? model.Target[target[0]][0] : ' ';

    /// <summary>How many tokens a phrase says as the termbase does, and what it loses by saying something else in the place of a name.</summary>
    public static (float Share, float Broken) Judge(IReadOnlyList<Match> matches, int start, int end, ReadOnlySpan<int> target)
    {
        var (best, broken) = (0f, 0f);
        foreach (var match in matches)
        {
            var says = match.Surface is null && match.Start >= start && match.End <= end && target.IndexOf(match.Target) >= 0;
            best = says ? Math.Max(best, match.Weight) : best;
            broken += !says && match.IsSettled && match.Start < end && start < match.End ? BreakCost : 0;
        }

        return (best, broken);
    }

    private static int[] Numbers(DraftModel model, params string[] words) => [.. words.Select(model.Target.Find).Where(static w => w >= 0)];

    private (int[] Words, string? Surface) Target(TermEntry term)
    {
        lock (_targets)
        {
            if (!_targets.TryGetValue(term, out var target))
            {
                int[] words = [.. EnglishTokeniser.Tokenise(term.Target).Select(t => model.Target.Find(t.Text))];
                _targets[term] = target = words.Length > 0 && Array.TrueForAll(words, static w => w >= 0) ? (words, null) : ([model.Target.Find(Slots.Of(LockKind.Name))], term.Target);
            }

            return target;
        }
    }
}
