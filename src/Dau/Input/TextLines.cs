namespace Dau.Input;

/// <summary>Puts the words of a page into lines and the lines into reading order: from top to bottom, but where the page begins with two columns, as the header of a letter does, the left one first.</summary>
internal static class TextLines
{
    /// <summary>A gap in a row wider than this many font sizes parts two lines.</summary>
    private const double LineGap = 1.8;

    /// <summary>Within the header this is enough at the gutter, whose place is known by then.</summary>
    private const double GutterGap = 0.7;

    /// <summary>Where the gutter of the header can be, share of the width.</summary>
    private const double GutterLeft = 0.25;

    private const double GutterRight = 0.65;

    /// <summary>The header ends above this share of the height.</summary>
    private const double HeaderBottom = 0.4;

    /// <summary>Numbers the lines and orders the words.</summary>
    public static IReadOnlyList<TextLayerWord> Order(IReadOnlyList<Item> words, int width, int height)
    {
        List<Item[]> rows = Rows(words);
        int header = HeaderRows(rows, width, height, out double gutter);
        var lines = new List<Item[]>();
        for (int side = 0; side < 2; side++)
        {
            foreach (Item[] row in rows.Take(header))
            {
                lines.AddRange(Split([.. row.Where(word => word.Box.CentreX < gutter == (side == 0))]));
            }
        }

        foreach (Item[] row in rows.Skip(header))
        {
            lines.AddRange(Split(row));
        }

        return [.. lines.SelectMany((line, number) => line.Select(word => new TextLayerWord(word.Text, word.Box, number)))];
    }

    /// <summary>Words whose baselines are at one height, from left to right; rows from the top.</summary>
    private static List<Item[]> Rows(IReadOnlyList<Item> words)
    {
        var rows = new List<Item[]>();
        var row = new List<Item>();
        foreach (Item word in words.OrderBy(word => word.Baseline).ThenBy(word => word.Box.X))
        {
            if (row.Count > 0 && word.Baseline - row[0].Baseline > 0.4 * Math.Max(row[0].Size, word.Size))
            {
                rows.Add([.. row.OrderBy(item => item.Box.X)]);
                row.Clear();
            }

            row.Add(word);
        }

        if (row.Count > 0)
        {
            rows.Add([.. row.OrderBy(item => item.Box.X)]);
        }

        return rows;
    }

    /// <summary>How many rows from the top stand in two columns: none unless at least one row has words on both sides.</summary>
    private static int HeaderRows(List<Item[]> rows, int width, int height, out double gutter)
    {
        gutter = 0;
        (double left, double right) = (GutterLeft * width, GutterRight * width);
        int last = 0;
        for (int i = 0; i < rows.Count && rows[i][0].Baseline < HeaderBottom * height; i++)
        {
            // The strip that stays white in all rows so far, narrowed by this row.
            (double Left, double Right)? white = White(rows[i], left, right);
            if (white is not { } strip)
            {
                break;
            }

            (left, right) = strip;
            if (rows[i][0].Box.CentreX < left && rows[i][^1].Box.CentreX > right)
            {
                last = i + 1;
                gutter = (left + right) / 2;
            }
            else if (last == 0 && i > 2)
            {
                break;
            }
        }

        return last;
    }

    /// <summary>The widest white part of the strip in a row; null where it is too narrow to be a gutter.</summary>
    private static (double Left, double Right)? White(Item[] row, double left, double right)
    {
        (double Left, double Right) best = (left, left);
        double from = left;
        foreach (Item word in row)
        {
            double until = Math.Min(word.Box.X, right);
            if (until - from > best.Right - best.Left)
            {
                best = (from, until);
            }

            from = Math.Max(from, word.Box.Right);
        }

        if (right - from > best.Right - best.Left)
        {
            best = (from, right);
        }

        return best.Right - best.Left >= GutterGap * row.Max(word => word.Size) ? best : null;
    }

    private static IEnumerable<Item[]> Split(Item[] row)
    {
        int start = 0;
        for (int i = 1; i <= row.Length; i++)
        {
            if (i == row.Length || row[i].Box.X - row[i - 1].Box.Right > LineGap * Math.Max(row[i].Size, row[i - 1].Size))
            {
                if (i > start)
                {
                    yield return row[start..i];
                }

                start = i;
            }
        }
    }

    /// <summary>A word to be placed.</summary>
    /// <param name="Text">Its text.</param>
    /// <param name="Box">Its place, px.</param>
    /// <param name="Baseline">Height of its baseline from the top, px.</param>
    /// <param name="Size">Size of its font, px.</param>
    internal sealed record Item(string Text, PixelBox Box, double Baseline, double Size);
}
