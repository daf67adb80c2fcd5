using Dau.Vision.Cleaning;
using Dau.Vision.Interop;
using Dau.Vision.Recognition;

namespace Dau.Vision.Tests.Recognition;

public sealed class TableFinderTests
{
    private const int Dpi = 200;

    [Fact]
    public void Each_cell_with_ink_becomes_a_zone_row_by_row()
    {
        using WorkPage page = Page(static picture =>
        {
            Grid(picture, [200, 500, 1000, 1400], [600, 700, 800, 900]);
            Text(picture, "1", 220, 670);
            Text(picture, "So ho", 520, 670);
            Text(picture, "2", 220, 770);
            Text(picture, "31,8", 1020, 770);
        });
        using PageView view = PageView.Make(page);
        RuledTable table = Assert.Single(TableFinder.Find(view));
        Assert.Equal(4, table.Cells.Count);
        Assert.Equal([220, 520, 220, 1020], table.Cells.Select(cell => cell.Box.X + 12).Select(x => new[] { 220, 520, 1020 }.MinBy(want => Math.Abs(want - x))));
        Assert.True(table.Cells[0].Box.Bottom <= 705 && table.Cells[2].Box.Y >= 695, "rows one after the other");
        Assert.Equal(2, table.Cells.Select(cell => cell.Row).Distinct().Count());
        Assert.All(table.Cells, cell => Assert.True(cell.WiderBox!.Value.Width >= cell.Box.Width));
    }

    [Fact]
    public void Low_rows_make_a_table_too()
    {
        using WorkPage page = Page(static picture =>
        {
            Grid(picture, [200, 300, 500, 700, 900], [600, 640, 680, 720]);
            Text(picture, "-", 220, 620);
        });
        using PageView view = PageView.Make(page);
        Assert.Single(TableFinder.Find(view));
    }

    [Fact]
    public void A_side_without_a_line_of_its_own_is_closed()
    {
        using WorkPage page = Page(static picture =>
        {
            Grid(picture, [200, 500, 1000], [600, 700, 800, 900]);
            foreach (int y in new[] { 600, 700, 800, 900 })
            {
                Cv2.Line(picture, new Point(1000, y), new Point(1400, y), Scalar.Black, 3);
            }

            Text(picture, "So ho", 520, 670);
            Text(picture, "31,8", 1020, 770);
        });
        using PageView view = PageView.Make(page);
        Assert.Equal(2, Assert.Single(TableFinder.Find(view)).Cells.Count);
    }

    [Theory]
    [InlineData("frame", "a frame around a text is no table")]
    [InlineData("underline", "rules under the header are no table")]
    [InlineData("beside", "text beside the lines would be lost")]
    public void What_is_no_table_stays_with_the_page(string kind, string reason)
    {
        using WorkPage page = Page(picture =>
        {
            Text(picture, "HOA TOC", 420, 670);
            if (kind == "underline")
            {
                Cv2.Line(picture, new Point(300, 700), new Point(700, 700), Scalar.Black, 3);
                Cv2.Line(picture, new Point(900, 700), new Point(1300, 700), Scalar.Black, 3);
            }
            else
            {
                Grid(picture, kind == "frame" ? [400, 800] : [400, 600, 800, 900], kind == "frame" ? [600, 700] : [600, 700, 800]);
                Text(picture, kind == "beside" ? "beside" : ".", kind == "beside" ? 1100 : 500, 690);
            }
        });
        using PageView view = PageView.Make(page);
        Assert.True(TableFinder.Find(view).Count == 0, reason);
    }

    [Fact]
    public void A_number_that_reads_in_two_ways_is_doubted_and_both_are_kept()
    {
        EngineWord one = Word("13,5", 0.9), two = Word("155", 0.95), word = Word("ha", 0.9);
        IReadOnlyList<EngineWord> settled = NumberCheck.Settle([one, word], [two, word]);
        Assert.Equal(("13,5", NumberCheck.Ceiling, "155"), (settled[0].Text, settled[0].Confidence, settled[0].Other?.Text));
        Assert.Same(word, settled[1]);
        Assert.Same(one, NumberCheck.Settle([one], [one with { Confidence = 0.4 }])[0]);
    }

    private static EngineWord Word(string text, double confidence) => new(text, new PixelBox(0, 0, 10, 10), confidence, 0, []);

    private static WorkPage Page(Action<Mat> draw)
    {
        var picture = new Mat(2339, 1654, MatType.CV_8UC1, Scalar.White);
        draw(picture);
        return new WorkPage(picture, Dpi);
    }

    private static void Grid(Mat picture, int[] columns, int[] rows)
    {
        foreach (int x in columns)
        {
            Cv2.Line(picture, new Point(x, rows[0]), new Point(x, rows[^1]), Scalar.Black, 3);
        }

        foreach (int y in rows)
        {
            Cv2.Line(picture, new Point(columns[0], y), new Point(columns[^1], y), Scalar.Black, 3);
        }
    }

    private static void Text(Mat picture, string text, int x, int y) => Cv2.PutText(picture, text, new Point(x, y), HersheyFonts.HersheyDuplex, 1.2, Scalar.Black, 2, LineTypes.AntiAlias);
}
