using Dau.Translation.Locks;

namespace Dau.Translation.Memory;

/// <summary>Two sentences laid side by side token by token.</summary>
/// <param name="Rate">1 less the share of the longer one's tokens that differ.</param>
/// <param name="Locks">Locks of the first and those of the second that stand in their places.</param>
/// <param name="DiffersInCapitals">Whether a token that begins with a capital differs: a name may.</param>
internal sealed record Alignment(double Rate, IReadOnlyList<(LockedSpan From, LockedSpan To)> Locks, bool DiffersInCapitals)
{
    /// <summary>Lays them side by side with the fewest differences.</summary>
    public static Alignment Of(MemoryText from, MemoryText to)
    {
        var (a, b) = (from.Tokens, to.Tokens);
        var cost = new int[a.Count + 1, b.Count + 1];
        for (var i = 0; i <= a.Count; i++)
        {
            for (var j = 0; j <= b.Count; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + Differ(a[i - 1], b[j - 1]));
            }
        }

        var locks = new List<(LockedSpan, LockedSpan)>();
        var capitals = false;
        for (var (i, j) = (a.Count, b.Count); i > 0 || j > 0;)
        {
            if (i > 0 && j > 0 && cost[i, j] == cost[i - 1, j - 1] + Differ(a[i - 1], b[j - 1]))
            {
                (i, j) = (i - 1, j - 1);
                capitals |= a[i].Key != b[j].Key && (a[i].IsCapital || b[j].IsCapital);
                if (a[i].Lock is { } first && b[j].Lock is { } second && first.Kind == second.Kind)
                {
                    locks.Insert(0, (first, second));
                }
            }
            else if (i > 0 && cost[i, j] == cost[i - 1, j] + 1)
            {
                capitals |= a[--i].IsCapital;
            }
            else
            {
                capitals |= b[--j].IsCapital;
            }
        }

        return new Alignment(1 - ((double)cost[a.Count, b.Count] / Math.Max(1, Math.Max(a.Count, b.Count))), locks, capitals);
    }

    private static int Differ(MemoryToken a, MemoryToken b) => a.Key == b.Key ? 0 : 1;
}
