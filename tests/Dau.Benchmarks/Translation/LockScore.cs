using Dau.Translation;
using Dau.Translation.Locks;

namespace Dau.Benchmarks.Translation;

/// <summary>Numbers, dates, codes and names: in the English as they must be, or under a flag.</summary>
internal sealed class LockScore
{
    private static readonly string[] Signs = [Flags.NumberChanged, Flags.DateChanged, Flags.CodeChanged, Flags.NameChanged];

    private readonly List<string> _lost = [];

    /// <summary>All of them.</summary>
    public int All { get; private set; }

    /// <summary>Changed, with a flag.</summary>
    public int Flagged { get; private set; }

    /// <summary>Changed, without one.</summary>
    public IReadOnlyList<string> Lost => _lost;

    /// <summary>Looks for each in the English.</summary>
    public void Add(string source, SegmentTranslation translation)
    {
        foreach (var group in Translators.Locks.Find(source).GroupBy(static l => l.Rendering, StringComparer.OrdinalIgnoreCase))
        {
            All += group.Count();
            var missing = group.Count() - Count(translation.Target ?? "", group.Key);
            if (missing > 0 && translation.Flags.Intersect(Signs).Any())
            {
                Flagged += missing;
            }
            else if (missing > 0)
            {
                _lost.Add($"{group.Key}: {source} → {translation.Target}");
            }
        }
    }

    private static int Count(string text, string what)
    {
        var count = 0;
        for (var at = text.IndexOf(what, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(what, at + what.Length, StringComparison.OrdinalIgnoreCase))
        {
            count++;
        }

        return count;
    }
}
