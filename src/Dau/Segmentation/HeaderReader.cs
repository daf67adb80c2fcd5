namespace Dau.Segmentation;

/// <summary>Reads the cells above the body off the first page: cells 1 to 5, 9a, 10 and 11 of Decree 30/2020, Appendix I.</summary>
internal sealed class HeaderReader
{
    private readonly SheetPage page;
    private readonly PageFrame frame;
    private readonly List<DraftBlock> junk = [];

    internal HeaderReader(SheetPage page)
    {
        this.page = page;
        frame = page.Frame;
    }

    /// <summary>The header's blocks in reading order, taken off the page; empty where the page has no letterhead.</summary>
    internal List<DraftBlock> Read()
    {
        LetterheadColumns? columns = LetterheadColumns.Find(page);
        if (columns is null)
        {
            return [];
        }

        List<TextLine> motto = Titles();
        List<TextLine> placeDate = PlaceDate(columns);
        List<TextLine> number = Number(columns, placeDate);
        double bottom = Math.Max(number.Count > 0 ? number.Max(static l => l.CentreY) : 0, placeDate.Count > 0 ? placeDate.Max(static l => l.CentreY) : 0);
        bottom = bottom > 0 ? bottom : motto.Max(static l => (double)l.Bottom);
        List<DraftBlock> stamps = Stamps();
        double issuerEnd = number.Count > 0 ? number.Min(static l => l.CentreY) : bottom;
        List<TextLine> left = Take(p => p.CentreX < columns.Boundary && p.CentreY < issuerEnd && p.Left < columns.Boundary);
        (List<TextLine> parent, List<TextLine> issuer) = IssuerSplitter.Split([.. Clean(left).Select(WithoutSpecks)]);
        Clean(Take(p => p.CentreY < bottom - 0.3 * frame.Letter && p.CentreX > columns.Boundary), keep: false);

        FreeAddressee();
        bool isTelegram = page.Pieces.Exists(static p => DocumentTypes.StartOf(p, out _, out _)?.Name == DocumentTypes.Telegram);
        TextLine? addressee = page.Pieces.FirstOrDefault(p => (Anchors.IsAddressee(p) || (isTelegram && Anchors.IsTelegramAddressee(p))) && p.CentreY > issuerEnd && p.CentreY < 0.7 * frame.Height);
        List<TextLine> subject = LeftSubject(columns, issuerEnd, bottom, addressee);
        List<DraftBlock> title = [];
        if (subject.Count == 0 || !Anchors.IsSubject(subject[0]))
        {
            bool typed = number.Count > 0 && DocumentTypes.OfNumber(string.Concat(number.SelectMany(static l => l.Tokens).Select(static t => t.Text))) is not null;
            title = new TitleReader(page, addressee, typed).Read(Math.Max(bottom, subject.Count > 0 ? subject[^1].CentreY : 0));
        }

        List<DraftBlock> addressees = AddresseeReader.Read(page, addressee);
        return
        [
            .. Block(BlockKind.ParentIssuer, parent),
            .. Block(BlockKind.Issuer, issuer),
            .. motto.Count == 0 ? [] : new[] { DraftBlock.OfLines(Section.Header, BlockKind.Motto, motto) },
            .. Block(BlockKind.Number, number),
            .. Block(BlockKind.PlaceDate, placeDate),
            .. stamps,
            .. title,
            .. Block(BlockKind.Subject, subject),
            .. addressees,
            .. junk,
        ];
    }

    private static IEnumerable<DraftBlock> Block(BlockKind kind, List<TextLine> lines) =>
        lines.Count == 0 ? [] : [DraftBlock.OfOne(Section.Header, kind, lines)];

    private List<TextLine> Take(Func<TextLine, bool> which)
    {
        List<TextLine> taken = [.. page.Pieces.Where(which)];
        page.Take(taken);
        return taken;
    }

    // Scribble and specks go to the margin; what is left is the cell's text.
    private List<TextLine> Clean(List<TextLine> lines, bool keep = true)
    {
        List<TextLine> rows = LineBuilder.Rows(lines);
        List<TextLine> dropped = [.. rows.Where(r => !keep || r.IsJunk || r.Letters.Length < 2)];
        junk.AddRange(dropped.Select(static d => DraftBlock.OfLines(Section.Margin, BlockKind.Paragraph, [d])));
        rows.RemoveAll(dropped.Contains);
        return rows;
    }

    // In a line of capitals, short small letters at the ends are specks that were read as letters.
    private TextLine WithoutSpecks(TextLine line)
    {
        int start = 0, end = line.Tokens.Count;
        while (line.IsCapitals && start < end - 1 && !line.Tokens[start].Text.Any(static c => char.IsUpper(c) || char.IsDigit(c)))
        {
            start++;
        }

        while (line.IsCapitals && end > start + 1 && !line.Tokens[end - 1].Text.Any(static c => char.IsUpper(c) || char.IsDigit(c)))
        {
            end--;
        }

        if (start == 0 && end == line.Tokens.Count)
        {
            return line;
        }

        junk.Add(new DraftBlock(Section.Margin, BlockKind.Paragraph, [new DraftSegment([.. line.Tokens.Take(start), .. line.Tokens.Skip(end)])]));
        return new TextLine([.. line.Tokens.Take(end).Skip(start)]);
    }

    // A stamp may have left words before the label, and before the items below it.
    private void FreeAddressee()
    {
        foreach (TextLine piece in page.Pieces.Where(p => p.Top < 0.6 * frame.Height && !Anchors.IsAddressee(p)).ToArray())
        {
            for (int start = 1; start <= 4 && start < piece.Tokens.Count - 1; start++)
            {
                (TextLine before, TextLine after) = piece.SplitAt(start);
                if (after.Tokens.Take(3).Any(static t => t.Text.Contains(':', StringComparison.Ordinal)) && LetterForms.Letters(after.Tokens[0].Text) is "kinh" && Anchors.IsAddressee(after))
                {
                    page.Replace(piece, [before, after]);
                    FreeItems(after);
                    return;
                }
            }
        }
    }

    private void FreeItems(TextLine label)
    {
        foreach (TextLine piece in page.Pieces.Where(p => p.CentreY > label.Bottom && p.Top < label.Bottom + 8 * frame.Letter && p.Left < label.Left - frame.Letter).ToArray())
        {
            int dash = piece.Tokens.ToList().FindIndex(t => t.Text is "-" or "–" or "—" && t.Place.X > label.Left);
            if (dash > 0 && piece.Tokens.Take(dash).Average(static t => t.Word.Confidence) < 0.7)
            {
                (TextLine before, TextLine after) = piece.SplitAt(dash);
                page.Replace(piece, [before, after]);
            }
        }
    }

    private List<TextLine> Titles()
    {
        List<TextLine> titles = Take(p => p.Top < 0.4 * frame.Height && (Anchors.Title(p) is not null || Anchors.Motto(p) is not null));

        // A title too long for its column leaves its last word on a line of its own.
        TextLine? cut = titles.Find(static t => Anchors.Title(t) is not null && !AnchorPhrases.Titles.Any(title => t.Letters.EndsWith(title[^3..], StringComparison.Ordinal)));
        if (cut is not null)
        {
            List<TextLine> rest = Take(p => p.Letters.Length is >= 3 and <= 7 && AnchorPhrases.Titles.Any(title => title.EndsWith(p.Letters, StringComparison.Ordinal)) && p.Top > cut.Top && p.Top - cut.Bottom < frame.Letter && Math.Abs(p.CentreX - cut.CentreX) < 0.25 * cut.Box.Width);
            titles.Remove(cut);
            List<TextLine> rows = LineBuilder.Rows(titles);
            rows.Insert(0, new TextLine([.. cut.Tokens, .. rest.SelectMany(static t => t.Tokens)]));
            return rows;
        }

        return LineBuilder.Rows(titles);
    }

    private List<TextLine> PlaceDate(LetterheadColumns columns)
    {
        TextLine? line = page.Pieces.FirstOrDefault(p => p.CentreX > columns.Boundary && p.Top < 0.42 * frame.Height && Anchors.PlaceDate(p) is not null);
        if (line is null)
        {
            return [];
        }

        // A day written large may stand a little off the line.
        return LineBuilder.Rows(Take(p => p == line || (p.CentreX > columns.Boundary && p.OverlapY(line) > 0.6 && p.Left > columns.Boundary
            && Math.Min(Math.Abs(p.Left - line.Right), Math.Abs(line.Left - p.Right)) < 4 * line.Height)));
    }

    private List<TextLine> Number(LetterheadColumns columns, List<TextLine> placeDate)
    {
        double last = placeDate.Count > 0 ? placeDate.Max(static l => l.Bottom) + 4.0 * frame.Letter : 0.42 * frame.Height;
        TextLine? line = page.Pieces.FirstOrDefault(p => p.Left < columns.Boundary && p.CentreX < columns.Boundary + 0.1 * frame.Width && p.CentreY < last && Anchors.IsNumber(p))
            ?? page.Pieces.FirstOrDefault(p => p.CentreX < columns.Boundary && p.CentreY < last && LetterNumbers.HasCode(p.Text) && !Anchors.IsSubject(p));
        if (line is null && page.Pieces.Find(p => p.CentreY < 0.42 * frame.Height && Math.Abs(p.CentreX - (frame.Left + (frame.TextWidth / 2))) < 0.08 * frame.Width && Anchors.IsNumber(p) && LetterNumbers.HasCode(p.Text)) is { } centred)
        {
            // A contract has its number below its title, and nothing else on that line.
            page.Take([centred]);
            return [centred];
        }

        return line is null ? []
            : LineBuilder.Rows(Take(p => p == line || (p.CentreX < columns.Boundary && p.OverlapY(line) > 0.6 && !Anchors.IsSubject(p))));
    }

    private List<DraftBlock> Stamps()
    {
        List<DraftBlock> stamps = [];
        FreeCopyNumbers();
        foreach (TextLine piece in page.Pieces.Where(p => p.CentreY < 0.5 * frame.Height).ToArray())
        {
            // The words decide: MẬT stands in the same red frame as KHẨN.
            BlockKind? kind = Anchors.IsUrgency(piece) ? BlockKind.Urgency
                : Anchors.IsSecrecy(piece) ? BlockKind.Secrecy
                : Anchors.IsCirculation(piece) || Anchors.IsCopyNumber(piece) ? BlockKind.Circulation
                : page.IsOn(piece, MarkKind.UrgencyStamp) ? BlockKind.Urgency : null;
            if (kind is BlockKind found)
            {
                page.Take([piece]);
                stamps.Add(DraftBlock.OfLines(Section.Header, found, [piece]));
            }
        }

        return stamps;
    }

    // "MẬT" and "Bản số: 03" stand side by side, in two frames or one.
    private void FreeCopyNumbers()
    {
        foreach (TextLine piece in page.Pieces.Where(p => p.CentreY < 0.5 * frame.Height && p.Tokens.Count is > 2 and <= 8).ToArray())
        {
            for (int start = 1; start < piece.Tokens.Count - 1; start++)
            {
                (TextLine before, TextLine after) = piece.SplitAt(start);
                if (Anchors.IsCopyNumber(after) && LetterForms.Letters(after.Tokens[0].Text) is "ban")
                {
                    page.Replace(piece, [before, after]);
                    break;
                }
            }
        }
    }

    // Cell 5b: below the number, in the left column, down to a wide gap or to "Kính gửi".
    private List<TextLine> LeftSubject(LetterheadColumns columns, double issuerEnd, double bottom, TextLine? addressee)
    {
        double end = addressee?.Top ?? 0.45 * frame.Height;
        double limit = Math.Max(columns.Boundary + 0.12 * frame.Width, 0.55 * frame.Width);
        List<TextLine> lines = LineBuilder.Rows(page.Pieces.Where(p => p.CentreY > issuerEnd && p.CentreY < end && p.CentreX < columns.Boundary + 0.04 * frame.Width
            && p.Right < limit && p != addressee && !Anchors.IsAddressee(p)));
        int first = lines.FindIndex(Anchors.IsSubject);

        // "về việc …" below a title or a full line is a line of the body.
        if (first >= 0 && page.Pieces.Exists(p => p.CentreY > bottom && p.CentreY < lines[first].Top && (p.Box.Width > 0.8 * frame.TextWidth || DocumentTypes.StartOf(p, out _, out _) is not null)))
        {
            return [];
        }

        if (first < 0)
        {
            // Without "V/v": directly below the number, and no name of a type in the middle of the page.
            first = lines.FindIndex(p => !p.IsJunk && p.Top - bottom < 2.5 * frame.Letter && p.Letters.Length > 5 && p.CentreX < columns.Boundary - 0.04 * frame.Width);
            if (first < 0 || addressee is null || page.Pieces.Exists(p => p.CentreY > bottom && p.CentreY < addressee.CentreY && DocumentTypes.StartOf(p, out _, out _) is not null))
            {
                return [];
            }
        }

        List<TextLine> subject = [lines[first]];
        foreach (TextLine line in lines.Skip(first + 1))
        {
            // Capitals below a subject in small letters are a receiver's stamp.
            if (line.Top - subject[^1].Bottom > 1.1 * frame.Letter || line.IsJunk || (line.IsCapitals && line.Letters.Length > 5 && !subject[0].IsCapitals))
            {
                break;
            }

            subject.Add(line);
        }

        HashSet<Token> taken = [.. subject.SelectMany(static l => l.Tokens)];
        page.Take(page.Pieces.Where(p => taken.Contains(p.Tokens[0])).ToArray());
        return subject;
    }
}
