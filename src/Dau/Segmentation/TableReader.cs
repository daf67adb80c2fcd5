namespace Dau.Segmentation;

/// <summary>Finds ruled tables on a page and reads them cell by cell.</summary>
internal static class TableReader
{
    /// <summary>Takes the words of each table off the page.</summary>
    /// <returns>The tables with their tops, from the top down.</returns>
    internal static List<(double Top, double Bottom, DraftBlock Block)> Read(SheetPage page, Section section)
    {
        List<(double, double, DraftBlock)> tables = [];
        int near = Math.Max(6, page.Frame.Letter);
        foreach (List<Rule> grid in Grids(page.Page.Rules, near))
        {
            int[] rows = Lines(grid.Where(static r => r.IsHorizontal).Select(static r => r.Box.Y + r.Box.Height / 2), near);
            int[] columns = WithSides(Lines(grid.Where(static r => !r.IsHorizontal).Select(static r => r.Box.X + r.Box.Width / 2), near), grid, near);
            if (rows.Length < 2 || columns.Length < 2 || (rows.Length == 2 && columns.Length == 2)
                || columns[^1] - columns[0] < 0.25 * page.Frame.Width || rows[^1] - rows[0] < 2 * near)
            {
                continue;
            }

            DraftBlock? block = Fill(page, grid, rows, columns, near, section);
            if (block is not null)
            {
                tables.Add((rows[0], rows[^1], block));
            }
        }

        return tables;
    }

    // A side without a rule of its own ends where the rules across end.
    private static int[] WithSides(int[] columns, List<Rule> grid, int near)
    {
        PixelBox[] across = [.. grid.Where(static r => r.IsHorizontal).Select(static r => r.Box)];
        if (across.Length < 3 || columns.Length == 0)
        {
            return columns;
        }

        int left = across.Select(static b => b.X).Order().ElementAt(across.Length / 2), right = across.Select(static b => b.Right).Order().ElementAt(across.Length / 2);
        return [.. columns[0] - left > 3 * near ? new[] { left } : [], .. columns, .. right - columns[^1] > 3 * near ? new[] { right } : []];
    }

    // Rules that meet or cross, directly or over others.
    private static IEnumerable<List<Rule>> Grids(IReadOnlyList<Rule> rules, int near)
    {
        List<Rule> left = [.. rules.Where(static r => !r.Box.IsEmpty)];
        while (left.Count > 0)
        {
            List<Rule> grid = [left[^1]];
            left.RemoveAt(left.Count - 1);
            for (int i = 0; i < grid.Count; i++)
            {
                PixelBox reach = PixelBox.FromEdges(grid[i].Box.X - near, grid[i].Box.Y - near, grid[i].Box.Right + near, grid[i].Box.Bottom + near);
                bool horizontal = grid[i].IsHorizontal;
                List<Rule> met = left.FindAll(r => (r.IsHorizontal != horizontal || Collinear(r, grid[i], near)) && !reach.Intersect(r.Box).IsEmpty);
                left.RemoveAll(met.Contains);
                grid.AddRange(met);
            }

            if (grid.Exists(static r => r.IsHorizontal) && grid.Exists(static r => !r.IsHorizontal))
            {
                yield return grid;
            }
        }
    }

    private static bool Collinear(Rule a, Rule b, int near) =>
        a.IsHorizontal == b.IsHorizontal && Math.Abs(a.IsHorizontal ? a.Box.CentreY - b.Box.CentreY : a.Box.CentreX - b.Box.CentreX) < near / 2.0;

    private static int[] Lines(IEnumerable<int> places, int near)
    {
        List<List<int>> groups = [];
        foreach (int place in places.Order())
        {
            if (groups.Count > 0 && place - groups[^1][^1] <= near)
            {
                groups[^1].Add(place);
            }
            else
            {
                groups.Add([place]);
            }
        }

        return [.. groups.Select(static g => (int)g.Average())];
    }

    private static DraftBlock? Fill(SheetPage page, List<Rule> grid, int[] rows, int[] columns, int near, Section section)
    {
        int height = rows.Length - 1, width = columns.Length - 1;
        int[] cell = Merge(grid, rows, columns, near);
        Dictionary<int, List<Token>> filled = [];
        List<Token> inside = [];
        foreach (Token token in page.Pieces.SelectMany(static p => p.Tokens))
        {
            double x = token.Place.CentreX, y = token.Place.CentreY;
            if (x < columns[0] || x > columns[^1] || y < rows[0] || y > rows[^1])
            {
                continue;
            }

            int row = Math.Clamp(Array.FindLastIndex(rows, r => r <= y), 0, height - 1);
            int column = Math.Clamp(Array.FindLastIndex(columns, c => c <= x), 0, width - 1);
            inside.Add(token);
            int key = cell[row * width + column];
            if (!filled.TryGetValue(key, out List<Token>? tokens))
            {
                filled[key] = tokens = [];
            }

            tokens.Add(token);
        }

        if (inside.Count == 0)
        {
            return null;
        }

        HashSet<Token> taken = [.. inside];
        foreach (TextLine piece in page.Pieces.Where(p => p.Tokens.Any(taken.Contains)).ToArray())
        {
            TextLine[] outside = [.. Runs(piece, taken)];
            page.Replace(piece, outside);
        }

        return new DraftBlock(section, BlockKind.Table,
            [.. filled.OrderBy(static f => f.Key).Select(f => new DraftSegment(InOrder(f.Value), new CellPlace(f.Key / width, f.Key % width)))]);
    }

    private static IEnumerable<TextLine> Runs(TextLine piece, HashSet<Token> taken)
    {
        List<Token> run = [];
        foreach (Token token in piece.Tokens)
        {
            if (!taken.Contains(token))
            {
                run.Add(token);
            }
            else if (run.Count > 0)
            {
                yield return new TextLine(run);
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return new TextLine(run);
        }
    }

    // The place of the cell that each field of the grid belongs to: fields without a rule between them are one cell.
    private static int[] Merge(List<Rule> grid, int[] rows, int[] columns, int near)
    {
        int height = rows.Length - 1, width = columns.Length - 1;
        int[] owner = [.. Enumerable.Range(0, height * width)];
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                int field = row * width + column;
                if (column + 1 < width && Covered(grid, false, columns[column + 1], rows[row], rows[row + 1], near) < 0.15)
                {
                    Unite(owner, field, field + 1);
                }

                if (row + 1 < height && Covered(grid, true, rows[row + 1], columns[column], columns[column + 1], near) < 0.15)
                {
                    Unite(owner, field, field + width);
                }
            }
        }

        return [.. Enumerable.Range(0, owner.Length).Select(i => Root(owner, i))];
    }

    private static void Unite(int[] owner, int a, int b)
    {
        (int first, int second) = (Root(owner, a), Root(owner, b));
        owner[Math.Max(first, second)] = Math.Min(first, second);
    }

    private static int Root(int[] owner, int i) => owner[i] == i ? i : Root(owner, owner[i]);

    // How much of the line at a place, between two others, is drawn.
    private static double Covered(List<Rule> grid, bool horizontal, int place, int from, int to, int near)
    {
        double drawn = 0;
        foreach (Rule rule in grid)
        {
            PixelBox box = rule.Box;
            if (rule.IsHorizontal == horizontal && Math.Abs((horizontal ? box.CentreY : box.CentreX) - place) <= near)
            {
                (int start, int end) = horizontal ? (box.X, box.Right) : (box.Y, box.Bottom);
                drawn += Math.Max(0, Math.Min(end, to) - Math.Max(start, from));
            }
        }

        return drawn / Math.Max(1, to - from);
    }

    private static List<Token> InOrder(List<Token> tokens) =>
        [.. LineBuilder.Rows(tokens.GroupBy(static t => t.Word.Line).Select(static g => new TextLine([.. g.OrderBy(static t => t.Place.X)])))
            .SelectMany(static r => r.Tokens)];
}
