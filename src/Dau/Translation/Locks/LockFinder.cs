using System.Collections.Concurrent;
using Dau.Translation.Terms;
using Dau.Translation.Text;

namespace Dau.Translation.Locks;

/// <summary>Finds everything in a source text that must come back exactly; terms of the user's own are among it where there are any.</summary>
internal sealed class LockFinder(NameFinder names, OwnTerms? terms = null)
{
    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<string, IReadOnlyList<LockedSpan>> _found = new(StringComparer.Ordinal);

    /// <summary>Locks in the order of the text, none over another.</summary>
    public IReadOnlyList<LockedSpan> Find(string text)
    {
        if (Vietnamese.IsAllCaps(text))
        {
            return FindAnew(text); // which names it has is for its letter to say
        }

        // Templates, the engine and the check of its work ask for the same text.
        if (_found.Count > MostKept)
        {
            _found.Clear();
        }

        return _found.GetOrAdd(text, FindAnew);
    }

    private List<LockedSpan> FindAnew(string text)
    {
        var locks = PatternLocks.Find(text);
        terms?.AddTo(locks, text);
        locks.AddRange(names.Find(text, locks));
        locks.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return locks;
    }
}
