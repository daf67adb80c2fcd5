namespace Dau.Segmentation;

/// <summary>Makes lines of a page's words. The engine's lines may run over both columns or fall apart on one baseline; only distances count here.</summary>
internal static class LineBuilder
{
    /// <summary>A gap this many times the height of the letters is no space between words.</summary>
    private const double WideGap = 2.0;

    /// <summary>Two pieces this far level with each other stand on one line.</summary>
    private const double Level = 0.5;

    /// <summary>The engine's lines, taken apart at wide gaps, from the top down.</summary>
    internal static List<TextLine> Pieces(Page page, int index)
    {
        List<TextLine> pieces = [];
        foreach (IGrouping<int, Token> line in page.Words.Select(w => new Token(w, index)).GroupBy(static t => t.Word.Line))
        {
            pieces.AddRange(SplitAtGaps(new TextLine([.. line.OrderBy(static t => t.Place.X)]), WideGap));
        }

        return [.. pieces.OrderBy(static p => p.CentreY).ThenBy(static p => p.Left)];
    }

    /// <summary>Takes a line apart where a gap is wider than <paramref name="times"/> the height of its letters.</summary>
    internal static IEnumerable<TextLine> SplitAtGaps(TextLine line, double times)
    {
        int start = 0;
        int right = int.MinValue / 2;
        for (int i = 0; i < line.Tokens.Count; i++)
        {
            PixelBox place = line.Tokens[i].Place;
            if (i > start && place.X - right > times * line.Height && !IsBlank(line.Tokens[i - 1].Text, line.Tokens[i].Text))
            {
                yield return new TextLine([.. line.Tokens.Take(i).Skip(start)]);
                start = i;
            }

            right = Math.Max(right, place.Right);
        }

        if (start < line.Tokens.Count)
        {
            yield return start == 0 ? line : new TextLine([.. line.Tokens.Skip(start)]);
        }
    }

    // "ngày      tháng      năm", "Số:      /UBND": a blank to be filled in, not the end of a piece.
    private static bool IsBlank(string left, string right) =>
        (LetterForms.Letters(left) is "ngay" or "thang" && LetterForms.Letters(right) is "thang" or "nam")
        || (LetterForms.Letters(left) == "so" && right.Length > 1 && right[0] is '/' or '-');

    /// <summary>Joins pieces that stand level with each other into whole lines, from the top down.</summary>
    internal static List<TextLine> Rows(IEnumerable<TextLine> pieces)
    {
        List<List<TextLine>> rows = [];
        foreach (TextLine piece in pieces.OrderBy(static p => p.CentreY))
        {
            List<TextLine>? row = rows.AsEnumerable().Reverse().Take(4).FirstOrDefault(r => r.TrueForAll(p => Beside(p, piece)));
            if (row is null)
            {
                rows.Add([piece]);
            }
            else
            {
                row.Add(piece);
            }
        }

        return [.. rows.Select(Join).OrderBy(static r => r.CentreY)];
    }

    private static TextLine Join(List<TextLine> row) =>
        row.Count == 1 ? row[0] : new TextLine([.. row.OrderBy(static p => p.Left).SelectMany(static p => p.Tokens)]);

    private static bool Beside(TextLine a, TextLine b) =>
        a.OverlapY(b) >= Level && Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) <= 0.3 * Math.Min(a.Height, b.Height);
}
