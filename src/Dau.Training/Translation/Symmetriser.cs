namespace Dau.Training.Translation;

/// <summary>Joins the two directions of an alignment: grow-diag-final-and. Locks are tied to their own twins.</summary>
internal static class Symmetriser
{
    /// <summary>Links of a pair.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="sourceOf">For each target word, its source word; -1 for none.</param>
    /// <param name="targetOf">For each source word, its target word; -1 for none.</param>
    public static (int Source, int Target)[] Join(SentencePair pair, int[] sourceOf, int[] targetOf)
    {
        var (rows, columns) = (pair.Source.Length, pair.Target.Length);
        var union = new bool[rows, columns];
        var links = new bool[rows, columns];
        for (var j = 0; j < columns; j++)
        {
            if (sourceOf[j] >= 0)
            {
                union[sourceOf[j], j] = true;
            }
        }

        for (var i = 0; i < rows; i++)
        {
            if (targetOf[i] >= 0)
            {
                links[i, targetOf[i]] = union[i, targetOf[i]];
                union[i, targetOf[i]] = true;
            }
        }

        Tie(pair, links, union);
        Grow(links, union);
        FinalAnd(links, union);
        var result = new List<(int, int)>();
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                if (links[i, j])
                {
                    result.Add((i, j));
                }
            }
        }

        return [.. result];
    }

    private static void Tie(SentencePair pair, bool[,] links, bool[,] union)
    {
        for (var i = 0; i < pair.Fixed.Length; i++)
        {
            if (pair.Fixed[i] is not (>= 0 and var twin))
            {
                continue;
            }

            for (var j = 0; j < links.GetLength(1); j++)
            {
                links[i, j] = union[i, j] = false;
            }

            for (var k = 0; k < links.GetLength(0); k++)
            {
                links[k, twin] = union[k, twin] = false;
            }

            links[i, twin] = union[i, twin] = true;
        }
    }

    private static void Grow(bool[,] links, bool[,] union)
    {
        var (rows, columns) = (links.GetLength(0), links.GetLength(1));
        for (var added = true; added;)
        {
            added = false;
            for (var i = 0; i < rows; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    if (!links[i, j])
                    {
                        continue;
                    }

                    for (var di = -1; di <= 1; di++)
                    {
                        for (var dj = -1; dj <= 1; dj++)
                        {
                            var (a, b) = (i + di, j + dj);
                            if (a >= 0 && a < rows && b >= 0 && b < columns && union[a, b] && !links[a, b] && (!RowHas(links, a) || !ColumnHas(links, b)))
                            {
                                links[a, b] = added = true;
                            }
                        }
                    }
                }
            }
        }
    }

    private static void FinalAnd(bool[,] links, bool[,] union)
    {
        for (var i = 0; i < links.GetLength(0); i++)
        {
            for (var j = 0; j < links.GetLength(1); j++)
            {
                if (union[i, j] && !links[i, j] && !RowHas(links, i) && !ColumnHas(links, j))
                {
                    links[i, j] = true;
                }
            }
        }
    }

    private static bool RowHas(bool[,] links, int row)
    {
        for (var j = 0; j < links.GetLength(1); j++)
        {
            if (links[row, j])
            {
                return true;
            }
        }

        return false;
    }

    private static bool ColumnHas(bool[,] links, int column)
    {
        for (var i = 0; i < links.GetLength(0); i++)
        {
            if (links[i, column])
            {
                return true;
            }
        }

        return false;
    }
}
