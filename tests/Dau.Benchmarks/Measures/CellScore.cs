using Dau.Model;

namespace Dau.Benchmarks.Measures;

/// <summary>How well tables were read cell by cell.</summary>
/// <param name="Cells">Filled cells of the truth.</param>
/// <param name="Found">Those that stand in the same row and column of the reading with the same text, within 15 % edit distance.</param>
/// <param name="Read">Filled cells of the reading.</param>
internal sealed record CellScore(int Cells, int Found, int Read)
{
    /// <summary>Share of the truth's cells that were found.</summary>
    public double Share => Cells == 0 ? 1 : Found / (double)Cells;

    /// <summary>Two scores taken together.</summary>
    public static CellScore operator +(CellScore a, CellScore b) => new(a.Cells + b.Cells, a.Found + b.Found, a.Read + b.Read);

    /// <summary>Compares the tables of a reading with those of the truth, one after the other.</summary>
    public static CellScore Measure(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> truth, IReadOnlyList<Block> read)
    {
        Segment[][] tables = [.. read.Where(static b => b.Kind == BlockKind.Table).Select(static b => b.Segments.ToArray())];
        int cells = 0, found = 0;
        for (int table = 0; table < truth.Count; table++)
        {
            for (int row = 0; row < truth[table].Count; row++)
            {
                for (int column = 0; column < truth[table][row].Count; column++)
                {
                    if (truth[table][row][column].Length > 0)
                    {
                        cells++;
                        CellPlace place = new(row, column);
                        found += table < tables.Length && Array.Exists(tables[table], s => s.Cell == place && FactScore.F1([truth[table][row][column]], [s.Source]) > 0) ? 1 : 0;
                    }
                }
            }
        }

        return new CellScore(cells, found, tables.Sum(static t => t.Length));
    }
}
