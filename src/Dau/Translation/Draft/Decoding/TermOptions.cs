using Dau.Translation.Draft.Model;
using Dau.Translation.Locks;
using Dau.Translation.Terms;
using Dau.Translation.Text;

namespace Dau.Translation.Draft.Decoding;

/// <summary>Brings the termbase into the decoder: its terms are options like phrases, and phrases that say the same are preferred.</summary>
internal sealed class TermOptions(Termbase termbase, DraftModel model)
{
    // An organ's or post's name is settled; a verb or noun may well stand otherwise in its sentence.
    private const float UsualWeight = 0.4f;
    private const float TokenCost = 0.3f;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "organ", "party", "front", "court", "police", "military", "title", "rank", "law-name", "event", "human-rights", "country",
    };

    private readonly Dictionary<TermEntry, int[]> _targets = [];

    /// <summary>A term found in a sentence.</summary>
    /// <param name="Start">First token.</param>
    /// <param name="End">One past the last token.</param>
    /// <param name="Target">Its English, as numbers of words.</param>
    /// <param name="Weight">How much it counts.</param>
    internal readonly record struct Match(int Start, int End, int[] Target, float Weight);

    /// <summary>The terms of a chunk.</summary>
    public List<Match> Find(IReadOnlyList<SourceToken> tokens)
    {
        var matches = new List<Match>();
        for (var start = 0; start < tokens.Count; start++)
        {
            var plain = new List<Token>();
            for (var count = 1; start + count <= tokens.Count && plain.Count < termbase.Longest && tokens[start + count - 1].Lock is null; count++)
            {
                plain.AddRange(Tokeniser.Tokenise(tokens[start + count - 1].Text));
                if (termbase.Find(plain, 0, plain.Count) is { } term && (plain.Count > 1 || term.Abbreviation == tokens[start].Text || Names.Contains(term.Domain)))
                {
                    var target = Target(term);
                    if (target.Length > 0)
                    {
                        matches.Add(new Match(start, start + count, target, Names.Contains(term.Domain) ? count : count * UsualWeight));
                    }
                }
            }
        }

        return matches;
    }

    /// <summary>The terms as options.</summary>
    public IEnumerable<PhraseOption> Options(IEnumerable<Match> matches) => matches.Select(m => new PhraseOption(
        m.Start, m.End, m.Target, new LockedSpan?[m.Target.Length], null,
        (m.Target.Length * model.Weights.Word) + model.Weights.Phrase + (m.Weight * model.Weights.Term) - ((m.End - m.Start) * TokenCost)));

    /// <summary>What a phrase gains by saying what the termbase says.</summary>
    public float Bonus(List<Match> matches, int start, int end, ReadOnlySpan<int> target)
    {
        var best = 0f;
        foreach (var match in matches)
        {
            if (match.Start >= start && match.End <= end && match.Weight > best && target.IndexOf(match.Target) >= 0)
            {
                best = match.Weight;
            }
        }

        return best * model.Weights.Term;
    }

    private int[] Target(TermEntry term)
    {
        lock (_targets)
        {
            if (!_targets.TryGetValue(term, out var target))
            {
                target = [.. EnglishTokeniser.Tokenise(term.Target).Select(t => model.Target.Find(t.Text))];
                _targets[term] = target = Array.TrueForAll(target, static w => w >= 0) ? target : [];
            }

            return target;
        }
    }
}
