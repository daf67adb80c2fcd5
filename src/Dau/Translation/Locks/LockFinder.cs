namespace Dau.Translation.Locks;

/// <summary>Finds everything in a source text that must come back exactly.</summary>
internal sealed class LockFinder(NameFinder names)
{
    /// <summary>Locks in the order of the text, none over another.</summary>
    public IReadOnlyList<LockedSpan> Find(string text)
    {
        var locks = PatternLocks.Find(text);
        locks.AddRange(names.Find(text, locks));
        locks.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return locks;
    }
}
