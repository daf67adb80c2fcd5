namespace Dau.Segmentation;

/// <summary>Reads the name of the type and the subject below it (cell 5a).</summary>
/// <param name="page">The first page.</param>
/// <param name="addressee">The label of the addressees; null for none.</param>
/// <param name="typed">Whether the number's code stands for a type, so that its name must have been printed.</param>
internal sealed class TitleReader(SheetPage page, TextLine? addressee, bool typed)
{
    private readonly PageFrame frame = page.Frame;

    /// <summary>The blocks of the title, taken off the page; empty where no type is printed.</summary>
    /// <param name="top">Nothing above this can be the title, px.</param>
    internal List<DraftBlock> Read(double top)
    {
        List<TextLine> rows = LineBuilder.Rows(page.Pieces.Where(p => p.CentreY > top));
        int first = -1, start = 0, length = 0;
        for (int i = 0; i < rows.Count && rows[i].CentreY < 0.6 * frame.Height; i++)
        {
            if (Anchors.IsLegalBasis(rows[i]) || (rows[i].Box.Width > 0.9 * frame.TextWidth && i > 2))
            {
                break;
            }

            if (DocumentTypes.StartOf(rows[i], out start, out length) is not null && Math.Abs(rows[i].CentreX - frame.Centre) < 0.16 * frame.TextWidth)
            {
                first = i;
                break;
            }
        }

        if (first < 0)
        {
            return typed && addressee is null ? Untitled(rows) : [];
        }

        TextLine title = rows[first];
        List<DraftBlock> blocks = [];
        List<TextLine> subject = [];
        if (start > 0)
        {
            blocks.Add(new DraftBlock(Section.Margin, BlockKind.Paragraph, [new DraftSegment([.. title.Tokens.Take(start)])]));
        }

        blocks.Add(new DraftBlock(Section.Header, BlockKind.DocumentType, [new DraftSegment([.. title.Tokens.Skip(start).Take(length)])]));
        if (start + length < title.Tokens.Count)
        {
            TextLine rest = new([.. title.Tokens.Skip(start + length)]);
            if (rest.Text.Any(char.IsLetterOrDigit))
            {
                subject.Add(rest);
            }
            else
            {
                blocks.Add(DraftBlock.OfLines(Section.Margin, BlockKind.Paragraph, [rest]));
            }
        }

        subject.AddRange(Subject(rows, first));
        page.Take(page.Pieces.Where(p => p.OverlapY(title) > 0.5 && title.Tokens.Contains(p.Tokens[0])).ToArray());
        HashSet<Token> taken = [.. subject.SelectMany(static l => l.Tokens)];
        page.Take(page.Pieces.Where(p => taken.Contains(p.Tokens[0])).ToArray());
        if (subject.Count > 0)
        {
            blocks.Add(DraftBlock.OfOne(Section.Header, BlockKind.Subject, subject));
        }

        return blocks;
    }

    // The name of the type was not read: the lines in the middle above the body are the subject.
    private List<DraftBlock> Untitled(List<TextLine> rows)
    {
        List<TextLine> subject = [];
        foreach (TextLine row in rows.SkipWhile(static r => r.IsJunk))
        {
            if (!frame.IsCentred(row, 0.03) || Anchors.OpensBody(row) || OrganNames.IsOrgan(row.Text) || (subject.Count > 0 && row.Top - subject[^1].Bottom > 1.7 * frame.Letter))
            {
                break;
            }

            subject.Add(row);
        }

        if (subject.Count is 0 or > 6 || subject.Count == rows.Count || subject[0].IsCapitals || subject[0].CentreY > 0.45 * frame.Height)
        {
            return [];
        }

        HashSet<Token> taken = [.. subject.SelectMany(static l => l.Tokens)];
        page.Take(page.Pieces.Where(p => taken.Contains(p.Tokens[0])).ToArray());
        return [DraftBlock.OfOne(Section.Header, BlockKind.Subject, subject)];
    }

    private IEnumerable<TextLine> Subject(List<TextLine> rows, int title)
    {
        double end = Math.Min(RuleBelow(rows[title]), addressee?.Top ?? double.MaxValue);
        bool ruled = end < double.MaxValue && addressee?.Top != end;
        TextLine before = rows[title];
        bool? capitals = null;
        for (int i = title + 1; i < rows.Count; i++)
        {
            TextLine row = rows[i];

            // "thực hiện Quy định số …" below the type: what opens a body begins with a capital.
            bool begins = char.IsUpper(row.Text.FirstOrDefault(char.IsLetter));
            if (row.CentreY > end || (begins && Anchors.IsLegalBasis(row)) || Anchors.IsAddressee(row)
                || row.Top - before.Bottom > (ruled ? 4 : 1.7) * frame.Letter || i - title > 12)
            {
                yield break;
            }

            bool middle = Math.Abs(row.CentreX - frame.Centre) < 0.07 * frame.TextWidth;
            bool deep = row.Left > frame.Left + 0.015 * frame.TextWidth;
            if (!ruled && (!middle || (!deep && row.Right < frame.Right - 0.05 * frame.TextWidth) || (capitals is false && row.IsCapitals)
                || (begins && Anchors.OpensBody(row) && row.Left > frame.Left + 0.03 * frame.TextWidth && frame.IsFull(row))))
            {
                yield break;
            }

            if (row.IsJunk && !middle)
            {
                continue;
            }

            capitals ??= row.IsCapitals;
            yield return row;
            before = row;
        }
    }

    // The short rule under the subject: in the middle, a third to a half of the subject's length.
    private double RuleBelow(TextLine title) =>
        page.Page.Rules.Where(r => r.IsHorizontal && r.Box.Y > title.Bottom && r.Box.Y < title.Bottom + 0.2 * frame.Height
                && r.Box.Width > 0.06 * frame.Width && r.Box.Width < 0.45 * frame.Width && Math.Abs(r.Box.CentreX - frame.Centre) < 0.08 * frame.TextWidth
                && !page.Page.Rules.Any(v => !v.IsHorizontal && v.Box.Height > frame.Letter && v.Box.Y < r.Box.Bottom + 5 && v.Box.Bottom > r.Box.Y - 5))
            .Select(static r => (double)r.Box.CentreY).DefaultIfEmpty(double.MaxValue).Min();
}
