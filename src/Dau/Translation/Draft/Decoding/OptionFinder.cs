using Dau.Translation.Draft.Model;
using Dau.Translation.Locks;
using Dau.Translation.Text;

namespace Dau.Translation.Draft.Decoding;

/// <summary>Looks up what each stretch of a sentence may become.</summary>
internal sealed class OptionFinder(DraftModel model, TermOptions terms)
{
    private const int OptionsPerStretch = 12;
    private const float UnknownCost = -10;

    // A "not" that is lost turns the sentence round: only where nothing else is left.
    private const float LostNegationCost = -6;

    private readonly int _name = model.Target.Find("$name");

    /// <summary>All options of a chunk.</summary>
    public List<PhraseOption> Find(IReadOnlyList<SourceToken> tokens)
    {
        var options = new List<PhraseOption>();
        var ids = tokens.Select(t => model.Source.Find(t.Key)).ToArray();
        var matches = terms.Find(tokens);
        options.AddRange(terms.Options(matches).Select(WithEstimate));
        for (var start = 0; start < tokens.Count; start++)
        {
            var known = options.Exists(o => o.Start == start && o.End == start + 1);
            var key = 0UL;
            for (var end = start + 1; end <= Math.Min(tokens.Count, start + PhraseTable.Longest) && ids[end - 1] >= 0; end++)
            {
                key = HashIndex.Extend(key, ids[end - 1]);
                known |= AddStretch(options, matches, tokens, start, end, key) && end == start + 1;
            }

            if (!known)
            {
                AddUnknown(options, tokens, ids, start);
            }
        }

        return options;
    }

    private bool AddStretch(List<PhraseOption> options, List<TermOptions.Match> matches, IReadOnlyList<SourceToken> tokens, int start, int end, ulong key)
    {
        var (first, last) = model.Phrases.Find(key);
        if (first == last)
        {
            return false;
        }

        var source = string.Join(' ', tokens.Skip(start).Take(end - start).Select(static t => t.Key));
        var negates = Negation.CountSource(source) > 0;
        var found = new List<PhraseOption>();
        for (var i = first; i < last; i++)
        {
            var target = model.Phrases.Target(i);
            if (Tie(tokens, start, end, target) is not { } locks)
            {
                continue;
            }

            var score = (target.Length * model.Weights.Word) + model.Weights.Phrase + terms.Bonus(matches, start, end, target);
            for (var k = 0; k < PhraseTable.Scores; k++)
            {
                score += model.Weights.Values[k] * model.Phrases.Score(i, k);
            }

            var loses = negates && Negation.IsLost(source, string.Join(' ', target.Select(w => model.Target[w])));
            score += loses ? LostNegationCost : 0;
            found.Add(WithEstimate(new PhraseOption(start, end, target, locks, null, score) { Number = i, LosesNegation = loses }));
        }

        options.AddRange(found.OrderByDescending(static o => o.Estimate).Take(OptionsPerStretch));
        return found.Count > 0;
    }

    private void AddUnknown(List<PhraseOption> options, IReadOnlyList<SourceToken> tokens, int[] ids, int start)
    {
        var token = tokens[start];
        if (token.Lock is { } locked)
        {
            var slot = model.Target.Find(token.Key);
            options.Add(WithEstimate(new PhraseOption(start, start + 1, [slot], [locked], slot < 0 ? locked.Rendering : null, model.Weights.Word + model.Weights.Phrase)));
            return;
        }

        // Capitalised words that no table knows are a name that the finder of names has missed.
        var end = start + 1;
        var named = char.IsUpper(token.Text[0]);
        while (named && end < tokens.Count && end - start < PhraseTable.Longest && ids[end] < 0 && tokens[end].Lock is null && char.IsUpper(tokens[end].Text[0]))
        {
            end++;
        }

        var surface = string.Join(' ', tokens.Skip(start).Take(end - start).Select(static t => t.Text));
        options.Add(WithEstimate(new PhraseOption(start, end, [named ? _name : -1], [null], surface, UnknownCost)));
    }

    private PhraseOption WithEstimate(PhraseOption option)
    {
        var state = 0UL;
        var total = 0f;
        foreach (var word in option.Target)
        {
            total += model.Language.Score(state, word);
            state = LanguageModel.Push(state, word);
        }

        return option with { Estimate = option.Score + (total * model.Weights.LanguageModel) };
    }

    /// <summary>The lock behind each slot of the English; null where the slots do not fit.</summary>
    private LockedSpan?[]? Tie(IReadOnlyList<SourceToken> tokens, int start, int end, int[] target)
    {
        var locks = new LockedSpan?[target.Length];
        var (used, all) = (0, 0);
        for (var i = start; i < end; i++)
        {
            all += tokens[i].Lock is null ? 0 : 1;
        }

        for (var j = 0; j < target.Length; j++)
        {
            var word = model.Target[target[j]];
            if (!Slots.Is(word))
            {
                continue;
            }

            for (var i = start; i < end && locks[j] is null; i++)
            {
                if (tokens[i].Lock is { } locked && tokens[i].Key == word && Array.IndexOf(locks, locked) < 0)
                {
                    locks[j] = locked;
                    used++;
                }
            }

            if (locks[j] is null)
            {
                return null;
            }
        }

        return used == all ? locks : null;
    }
}
