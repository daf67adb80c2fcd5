namespace Dau.Output.ReaderPage;

/// <summary>Writes a table as a table: each cell holds its Vietnamese and, under it, its English.</summary>
internal sealed class TableMarkup(HtmlWriter html, SegmentMarkup markup)
{
    /// <summary>Writes the part of a table that starts on one page.</summary>
    public void Write(IReadOnlyList<Segment> segments, bool goesOn)
    {
        var rows = segments.Where(static segment => segment.Cell is not null).GroupBy(static segment => segment.Cell!.Row).OrderBy(static row => row.Key);
        int columns = segments.Max(static segment => segment.Cell?.Column ?? 0) + 1;
        html.Raw("<div class=\"block table\"><div class=\"label\">").Raw(goesOn ? "Table, continued" : "Table").Raw("</div><div class=\"tablebox\"><table>");
        foreach (IGrouping<int, Segment> row in rows)
        {
            html.Raw("<tr>");
            ILookup<int, Segment> cells = row.ToLookup(static segment => segment.Cell!.Column);
            for (int column = 0; column < columns; column++)
            {
                html.Raw("<td>");
                foreach (Segment segment in cells[column])
                {
                    Cell(segment);
                }

                html.Raw("</td>");
            }

            html.Raw("</tr>");
        }

        html.Raw("</table></div>");
        foreach (Segment segment in segments.Where(static segment => segment.Cell is null))
        {
            Cell(segment);
        }

        html.Raw("</div>");
    }

    private void Cell(Segment segment)
    {
        html.Raw("<div class=\"seg cell\" tabindex=\"0\" role=\"group\"").Attribute("id", segment.Id).Raw(">");
        markup.Write(segment);
        html.Raw("</div>");
    }
}
