using System.Text;
using Dau.Translation.Locks;
using Dau.Translation.Text;

namespace Dau.Translation.Memory;

/// <summary>Puts the numbers, dates, codes and names of one sentence into the English of another that has other ones.</summary>
internal static class LockCarrier
{
    /// <summary>
    /// The English with each lock of its own sentence replaced by that of the new one; null where it is not certain which stands for which: one is not found
    /// as often as in the Vietnamese, two that were alike have become different, or digits are left that no lock accounts for.
    /// </summary>
    public static (string Target, IReadOnlyList<Link> Links)? Carry(string target, IReadOnlyList<(LockedSpan From, LockedSpan To)> locks)
    {
        var places = new List<(int Start, int End, LockedSpan To)>();
        var changed = locks.Any(static l => l.From.Rendering != l.To.Rendering);
        foreach (var group in locks.GroupBy(static l => l.From.Rendering, StringComparer.Ordinal).OrderByDescending(static g => g.Key.Length))
        {
            var to = group.Select(static l => l.To).ToList();
            var found = Find(target, group.Key, places);
            if (found.Count == to.Count)
            {
                places.AddRange(found.Select((at, i) => (at, at + group.Key.Length, to[i])));
            }
            else if (to.Exists(t => t.Rendering != group.Key))
            {
                return null;
            }

            if (to.Select(static t => t.Rendering).Distinct(StringComparer.Ordinal).Skip(1).Any())
            {
                return null;
            }
        }

        places.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        var text = new StringBuilder();
        var links = new List<Link>();
        var last = 0;
        foreach (var (start, end, to) in places)
        {
            var between = target.AsSpan(last, start - last);
            if (changed && between.IndexOfAnyInRange('0', '9') >= 0)
            {
                return null;
            }

            var from = text.Append(between).Length;
            text.Append(changed ? to.Rendering : target.AsSpan(start, end - start));
            links.Add(new Link(new TextSpan(to.Start, to.End), new TextSpan(from, text.Length)));
            last = end;
        }

        var rest = target.AsSpan(last);
        return changed && rest.IndexOfAnyInRange('0', '9') >= 0 ? null : (text.Append(rest).ToString(), links);
    }

    private static List<int> Find(string target, string rendering, List<(int Start, int End, LockedSpan To)> taken)
    {
        var found = new List<int>();
        for (var at = target.IndexOf(rendering, StringComparison.Ordinal); at >= 0; at = target.IndexOf(rendering, at + 1, StringComparison.Ordinal))
        {
            var end = at + rendering.Length;
            if (!taken.Exists(t => t.Start < end && at < t.End) && !Joins(target, at) && !Joins(target, end))
            {
                found.Add(at);
            }
        }

        return found;
    }

    /// <summary>Whether the characters on both sides of a place belong together: letters, digits, a mark between digits.</summary>
    private static bool Joins(string text, int at)
    {
        if (at == 0 || at == text.Length)
        {
            return false;
        }

        var (before, after) = (text[at - 1], text[at]);
        return (Tokeniser.IsWordPart(before) && Tokeniser.IsWordPart(after))
            || (IsInNumber(before) && char.IsDigit(after) && at > 1 && char.IsDigit(text[at - 2]))
            || (char.IsDigit(before) && IsInNumber(after) && at + 1 < text.Length && char.IsDigit(text[at + 1]));
    }

    private static bool IsInNumber(char c) => c is '.' or ',' or '/' or ':';
}
