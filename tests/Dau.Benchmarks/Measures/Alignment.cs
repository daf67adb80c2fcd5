namespace Dau.Benchmarks.Measures;

/// <summary>What it takes to turn a reference into what was read.</summary>
/// <param name="Substitutions">Items read as others: index in the reference, index in the reading.</param>
/// <param name="Deletions">Items of the reference that were not read.</param>
/// <param name="Insertions">Items read that the reference lacks, within the aligned stretch.</param>
/// <param name="Start">First item of the reading that is aligned.</param>
/// <param name="End">One past the last.</param>
internal sealed record Alignment(IReadOnlyList<(int Reference, int Read)> Substitutions, int Deletions, int Insertions, int Start, int End)
{
    /// <summary>All errors together.</summary>
    public int Errors => Substitutions.Count + Deletions + Insertions;

    /// <summary>Aligns the whole reference with its best stretch of the reading: both ends of the reading are free.</summary>
    public static Alignment Inside<T>(IReadOnlyList<T> reference, IReadOnlyList<T> read)
    {
        int rows = reference.Count, columns = read.Count;
        EqualityComparer<T> same = EqualityComparer<T>.Default;
        byte[] moves = new byte[(long)(rows + 1) * (columns + 1)];
        int[] cost = new int[columns + 1];
        for (int i = 1; i <= rows; i++)
        {
            int diagonal = cost[0];
            cost[0] = i;
            moves[(long)i * (columns + 1)] = Up;
            for (int j = 1; j <= columns; j++)
            {
                int match = diagonal + (same.Equals(reference[i - 1], read[j - 1]) ? 0 : 1);
                diagonal = cost[j];
                int up = cost[j] + 1, left = cost[j - 1] + 1;
                cost[j] = Math.Min(match, Math.Min(up, left));
                moves[(long)i * (columns + 1) + j] = cost[j] == match ? Diagonal : cost[j] == up ? Up : Left;
            }
        }

        int end = 0;
        for (int j = 1; j <= columns; j++)
        {
            end = cost[j] < cost[end] ? j : end;
        }

        return Trace(reference, read, moves, end);
    }

    private const byte Diagonal = 0, Up = 1, Left = 2;

    private static Alignment Trace<T>(IReadOnlyList<T> reference, IReadOnlyList<T> read, byte[] moves, int end)
    {
        List<(int, int)> substitutions = [];
        int deletions = 0, insertions = 0, i = reference.Count, j = end;
        while (i > 0)
        {
            switch (moves[(long)i * (read.Count + 1) + j])
            {
                case Diagonal:
                    i--;
                    j--;
                    if (!EqualityComparer<T>.Default.Equals(reference[i], read[j]))
                    {
                        substitutions.Add((i, j));
                    }

                    break;
                case Up:
                    i--;
                    deletions++;
                    break;
                default:
                    j--;
                    insertions++;
                    break;
            }
        }

        substitutions.Reverse();
        return new Alignment(substitutions, deletions, insertions, j, end);
    }
}
