namespace Dau.Segmentation;

/// <summary>
/// Finds tables without ruled lines: rows of which three or more follow one another with three or more cells in the same columns. Two columns are left
/// alone: a list beside a list, or a line that was set wide, looks the same.
/// </summary>
internal static class OpenTableReader
{
    private const int LeastColumns = 3, LeastRows = 3;

    /// <summary>A gap this many times the height of the letters parts two cells.</summary>
    private const double CellGap = 1.4;

    /// <summary>Takes the words of each such table off the page.</summary>
    /// <returns>The tables with their tops, from the top down.</returns>
    internal static List<(double Top, double Bottom, DraftBlock Block)> Read(SheetPage page, Section section)
    {
        List<(double, double, DraftBlock)> tables = [];
        List<TextLine> rows = LineBuilder.Rows(page.Pieces);
        for (int first = 0; first < rows.Count; first++)
        {
            if (Cells(rows[first]).Count < LeastColumns)
            {
                continue;
            }

            int end = first + 1;
            while (end < rows.Count && rows[end].Top - rows[end - 1].Bottom < 2.2 * page.Frame.Letter && (Cells(rows[end]).Count > 1 || GoesOn(rows, first, end, page.Frame)))
            {
                end++;
            }

            List<TextLine> run = rows[first..end];
            List<(double From, double To)> columns = Columns(run);
            if (columns.Count >= LeastColumns && run.Count(r => Cells(r).Count >= LeastColumns && Cells(r).Count >= columns.Count - 1) >= LeastRows)
            {
                DraftBlock table = new(section, BlockKind.Table, Fill(run, columns));
                tables.Add((run[0].Top, run[^1].Bottom, table));
                HashSet<Token> taken = [.. table.Tokens];
                page.Take(page.Pieces.Where(p => taken.Contains(p.Tokens[0])).ToArray());
            }

            first = end - 1;
        }

        return tables;
    }

    // The second line of one cell, with a full row below it.
    private static bool GoesOn(List<TextLine> rows, int first, int at, PageFrame frame) =>
        at + 1 < rows.Count && Cells(rows[at + 1]).Count >= LeastColumns && rows[at].Left > rows[first].Left + 2 * frame.Letter && rows[at].Box.Width < 0.3 * frame.Width;

    private static List<TextLine> Cells(TextLine row) => [.. LineBuilder.SplitAtGaps(row, CellGap)];

    // What the cells of the fullest rows cover; columns whose cells overlap are one.
    private static List<(double From, double To)> Columns(List<TextLine> run)
    {
        List<(double From, double To)> columns = [];
        foreach (TextLine cell in run.Select(Cells).Where(static c => c.Count >= LeastColumns).SelectMany(static c => c).OrderBy(static c => c.Left))
        {
            if (columns.Count > 0 && cell.Left < columns[^1].To)
            {
                columns[^1] = (columns[^1].From, Math.Max(columns[^1].To, cell.Right));
            }
            else
            {
                columns.Add((cell.Left, cell.Right));
            }
        }

        return columns;
    }

    private static List<DraftSegment> Fill(List<TextLine> run, List<(double From, double To)> columns)
    {
        SortedDictionary<(int Row, int Column), List<Token>> cells = [];
        int row = -1;
        foreach (TextLine line in run)
        {
            List<TextLine> parts = Cells(line);
            int[] places = [.. parts.Select(p => Nearest(columns, p.CentreX))];

            // A line without its first cell and with fewer cells goes on with the row above.
            if (row < 0 || places[0] == 0 || parts.Count >= columns.Count - 1)
            {
                row++;
            }

            for (int i = 0; i < parts.Count; i++)
            {
                if (!cells.TryGetValue((row, places[i]), out List<Token>? tokens))
                {
                    cells[(row, places[i])] = tokens = [];
                }

                tokens.AddRange(parts[i].Tokens);
            }
        }

        return [.. cells.Select(static c => new DraftSegment(c.Value, new CellPlace(c.Key.Row, c.Key.Column)))];
    }

    private static int Nearest(List<(double From, double To)> columns, double x)
    {
        int best = 0;
        for (int i = 1; i < columns.Count; i++)
        {
            best = Distance(columns[i], x) < Distance(columns[best], x) ? i : best;
        }

        return best;
    }

    private static double Distance((double From, double To) column, double x) => x < column.From ? column.From - x : Math.Max(0, x - column.To);
}
