using Dau.Translation.Draft.Model;
using Dau.Translation.Locks;

namespace Dau.Translation.Draft.Decoding;

/// <summary>Looks up what each stretch of a sentence may become.</summary>
internal sealed class OptionFinder(DraftModel model, Weights weights, TermOptions terms)
{
    private const int OptionsPerStretch = 12;
    private const float UnknownCost = -10;

    // A "not" that is lost turns the sentence round: only where nothing else is left.
    private const float LostNegationCost = -10;

    // Most phrases have no lock: one empty list for each length.
    private static readonly LockedSpan?[][] NoLocks = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(static n => new LockedSpan?[n])];

    private readonly int _name = model.Target.Find(Slots.Of(LockKind.Name));
    private readonly int[] _slots = [.. Enum.GetValues<LockKind>().Select(k => model.Target.Find(Slots.Of(k))).Where(static w => w >= 0).Distinct()];

    // "b) Không giải quyết" is an instruction more often than a fault: not to settle, never failing to settle.
    private readonly int[] _fail = [.. new[] { "fail", "fails", "failed", "failing", "failure" }.Select(model.Target.Find).Where(static w => w >= 0)];
    private readonly int _not = model.Target.Find("not");

    private sealed record Stretch(IReadOnlyList<SourceToken> Tokens, int Start, int End, bool Forbids, IReadOnlyList<TermOptions.Match> Terms)
    {
        public Negation.Need Need { get; } = Negation.NeedOf(Tokens.Skip(Start).Take(End - Start).Select(static t => t.Key));

        public int Locks { get; } = Tokens.Skip(Start).Take(End - Start).Count(static t => t.Lock is not null);
    }

    private readonly record struct Scored(int Number, int[] Target, float Score, float Estimate, LockedSpan?[] Locks, bool LosesNegation, float TermShare, float Fixed);

    /// <summary>All options of a chunk.</summary>
    public List<PhraseOption> Find(Chunk chunk)
    {
        var tokens = chunk.Tokens;
        var ids = tokens.Select(t => model.Source.Find(t.Key)).ToArray();
        var matches = terms.Find(tokens);
        matches.RemoveAll(m => m.Start == 0 && chunk.Forbids && SaysFail(m.Target));
        List<PhraseOption> options = [.. terms.Options(matches, tokens).Select(o => o with { Estimate = Estimate(o.Score, o.Target) })];
        var scored = new List<Scored>();
        var alone = new bool[tokens.Count];
        foreach (var term in options.Where(static o => o.End == o.Start + 1))
        {
            alone[term.Start] = true;
        }

        for (var start = 0; start < tokens.Count; start++)
        {
            var key = 0UL;
            for (var end = start + 1; end <= Math.Min(tokens.Count, start + PhraseTable.Longest) && ids[end - 1] >= 0; end++)
            {
                key = HashIndex.Extend(key, ids[end - 1]);
                var (first, last) = model.Phrases.Find(key);
                if (first < last)
                {
                    var stretch = new Stretch(tokens, start, end, start == 0 && chunk.Forbids, matches.FindAll(m => m.Start < end && start < m.End));
                    Score(scored, stretch, first, last);
                    alone[start] |= scored.Count > 0 && end == start + 1;
                    options.AddRange(scored.Take(OptionsPerStretch).Select(s => new PhraseOption(start, end, s.Target, s.Locks, null, s.Score)
                    {
                        Number = s.Number, LosesNegation = s.LosesNegation, Estimate = s.Estimate, TermShare = s.TermShare, Fixed = s.Fixed,
                    }));
                }
            }

            if (!alone[start])
            {
                AddUnknown(options, tokens, ids, start);
            }
        }

        return options;
    }

    /// <summary>Scores the options of a stretch, the best by its estimate first.</summary>
    private void Score(List<Scored> scored, Stretch stretch, int first, int last)
    {
        scored.Clear();
        for (var number = first; number < last; number++)
        {
            var target = model.Phrases.Target(number);
            if (stretch.Forbids && SaysFail(target))
            {
                target[0] = _not;
            }

            if (Tie(stretch, target) is not { } locks)
            {
                continue;
            }

            var loses = stretch.Need.Any && stretch.Need.IsLost(English(target));
            var (share, broken) = TermOptions.Judge(stretch.Terms, stretch.Start, stretch.End, target);
            var fixedCost = (loses ? LostNegationCost : 0) - broken;
            var score = model.Phrases.Weigh(number, weights) + (target.Length * weights.Word) + weights.Phrase + (share * weights.Term) + fixedCost;
            var option = new Scored(number, target, score, Estimate(score, target), locks, loses, share, fixedCost);
            var at = scored.Count;
            while (at > 0 && scored[at - 1].Estimate < option.Estimate)
            {
                at--;
            }

            scored.Insert(at, option);
        }
    }

    private void AddUnknown(List<PhraseOption> options, IReadOnlyList<SourceToken> tokens, int[] ids, int start)
    {
        var token = tokens[start];
        if (token.Lock is { } locked)
        {
            var slot = model.Target.Find(token.Key);
            var cost = weights.Word + weights.Phrase;
            options.Add(new PhraseOption(start, start + 1, [slot], [locked], slot < 0 ? locked.Rendering : null, cost) { Estimate = Estimate(cost, [slot]) });
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
        int[] target = [named ? _name : -1];
        var score = weights.Word + weights.Phrase + UnknownCost;
        options.Add(new PhraseOption(start, end, target, [null], surface, score) { Fixed = UnknownCost, Estimate = Estimate(score, target) });
    }

    private bool SaysFail(int[] target) => target.Length > 0 && _fail.Contains(target[0]);

    private string English(ReadOnlySpan<int> target)
    {
        var words = new string[target.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = model.Target[target[i]];
        }

        return string.Join(' ', words);
    }

    private float Estimate(float score, ReadOnlySpan<int> target)
    {
        var state = 0UL;
        var total = default(LanguageScore);
        foreach (var word in target)
        {
            total += model.Language.Score(state, word);
            state = LanguageModel.Push(state, word);
        }

        return score + total.Weigh(weights);
    }

    /// <summary>The lock behind each slot of the English; null where the slots do not fit.</summary>
    private LockedSpan?[]? Tie(Stretch stretch, ReadOnlySpan<int> target)
    {
        if (!target.ContainsAny(_slots))
        {
            return stretch.Locks == 0 ? NoLocks[target.Length] : null;
        }

        var locks = new LockedSpan?[target.Length];
        var used = 0;
        for (var j = 0; j < target.Length; j++)
        {
            if (!_slots.Contains(target[j]))
            {
                continue;
            }

            var word = model.Target[target[j]];
            for (var i = stretch.Start; i < stretch.End && locks[j] is null; i++)
            {
                if (stretch.Tokens[i].Lock is { } locked && stretch.Tokens[i].Key == word && Array.IndexOf(locks, locked) < 0)
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

        return used == stretch.Locks ? locks : null;
    }
}
