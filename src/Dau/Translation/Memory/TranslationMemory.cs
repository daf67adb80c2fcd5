using Dau.Translation.Exchange;
using Dau.Translation.Locks;
using Dau.Translation.Text;

namespace Dau.Translation.Memory;

/// <summary>What the memory has for a sentence.</summary>
/// <param name="Source">The sentence in the memory.</param>
/// <param name="Target">Its English, with the numbers and names of the sentence asked for.</param>
/// <param name="Rate">1 where the two are the same but for numbers, else the share of tokens that are.</param>
/// <param name="Links">Where numbers and names have gone.</param>
internal sealed record MemoryMatch(string Source, string Target, double Rate, IReadOnlyList<Link> Links);

/// <summary>Sentences that people have settled, to be found again: the same, the same with other numbers, or a similar one.</summary>
internal sealed class TranslationMemory
{
    /// <summary>The engine's name in results.</summary>
    public const string EngineName = "memory";

    /// <summary>Least share of tokens that a similar sentence has in common.</summary>
    public const double LeastRate = 0.8;

    private const double MostFuzzyRate = 0.99;
    private const int FewestTokens = 5; // in fewer, one that differs is the gist
    private const int MostTried = 5;

    private readonly Dictionary<string, TmxUnit> _same = new(StringComparer.Ordinal);
    private readonly MemoryIndex _index = new();
    private readonly List<TmxUnit> _units = [];
    private readonly LockFinder _locks;

    /// <param name="units">The sentences; of two with the same Vietnamese the later counts.</param>
    /// <param name="locks">Finds numbers and names.</param>
    public TranslationMemory(IEnumerable<TmxUnit> units, LockFinder locks)
    {
        _locks = locks;
        foreach (var unit in units)
        {
            var text = MemoryText.Of(unit.Source);
            if (text.Tokens.Count > 0)
            {
                _same[text.Key] = unit;
                _index.Add(text);
                _units.Add(unit);
            }
        }
    }

    /// <summary>How many sentences it holds.</summary>
    public int Count => _units.Count;

    /// <summary>Loads memories, of which the first goes before the next; null where there are none.</summary>
    /// <exception cref="InputException">A file cannot be read.</exception>
    public static TranslationMemory? Load(IReadOnlyList<string> files, LockFinder locks)
    {
        TmxUnit[] units = [.. files.Reverse().SelectMany(Tmx.Read).Where(static u => !u.IsUntouched)];
        return units.Length == 0 ? null : new TranslationMemory(units, locks);
    }

    /// <summary>The same sentence, whatever its numbers; null for none.</summary>
    public MemoryMatch? Same(string text)
    {
        var asked = MemoryText.Of(text);
        if (!text.Any(char.IsLetter) || !_same.TryGetValue(asked.Key, out var unit) || (Vietnamese.IsAllCaps(unit.Source) && !Vietnamese.IsAllCaps(text)))
        {
            return null;
        }

        var locks = MemoryText.Of(unit.Source).Tokens.Zip(asked.Tokens).Where(static p => p.First.Lock is not null).Select(static p => (p.First.Lock!, p.Second.Lock!)).ToList();
        return LockCarrier.Carry(Cased(unit, text), locks) is var (target, links) ? new MemoryMatch(unit.Source, target, 1, links) : null;
    }

    /// <summary>Similar sentences, the most similar first.</summary>
    public IEnumerable<MemoryMatch> Similar(string text)
    {
        var asked = MemoryText.Of(text);
        if (asked.Tokens.Count < FewestTokens)
        {
            yield break;
        }

        MemoryText? withNames = null;
        foreach (var number in _index.Find(asked, LeastRate).Take(MostTried))
        {
            var unit = _units[number];
            var from = MemoryText.Of(unit.Source);
            var side = Alignment.Of(from, asked);
            if (side.DiffersInCapitals)
            {
                withNames ??= MemoryText.Of(text, _locks.Find(text));
                from = MemoryText.Of(unit.Source, _locks.Find(unit.Source));
                side = Alignment.Of(from, withNames);
            }

            // A name or number of the other sentence that has no counterpart, or an organ's name that differs, would stay in the English.
            if (!side.DiffersInCapitals && side.Locks.Count == from.Tokens.Count(static t => t.Lock is not null) && LockCarrier.Carry(Cased(unit, text), side.Locks) is var (target, links))
            {
                yield return new MemoryMatch(unit.Source, target, Math.Min(side.Rate, MostFuzzyRate), links);
            }
        }
    }

    private static string Cased(TmxUnit unit, string text) =>
        Vietnamese.IsAllCaps(text) && !Vietnamese.IsAllCaps(unit.Source) ? unit.Target.ToUpperInvariant()
        : char.IsUpper(text[0]) && char.IsLower(unit.Source[0]) ? Vietnamese.Capitalise(unit.Target)
        : unit.Target;
}
