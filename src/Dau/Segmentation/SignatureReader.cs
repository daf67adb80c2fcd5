namespace Dau.Segmentation;

/// <summary>
/// Finds where a letter is signed and reads the block: recipients at the left, authority, titles and name at the right (cells 7 and 9b). What the seal
/// and the signature left among them goes to the margin.
/// </summary>
internal sealed class SignatureReader
{
    private readonly IReadOnlyList<SheetPage> pages;

    internal SignatureReader(IReadOnlyList<SheetPage> pages) => this.pages = pages;

    /// <summary>What was found, or null where nobody signs.</summary>
    internal SignatureFound? Read()
    {
        foreach (SheetPage page in pages)
        {
            if (JointSignature.Find(page) is { } joint)
            {
                return Take(page, joint);
            }

            TextLine? recipients = page.Pieces.FirstOrDefault(p => Anchors.IsRecipients(p) && p.Left < 0.45 * page.Frame.Width) ?? Unlabelled(page);
            if (recipients is not null)
            {
                return Take(page, recipients, RightOf(page, recipients));
            }

            TextLine? lone = LoneSignature(page);
            if (lone is not null && !LaterRecipients(page))
            {
                return Take(page, null, [lone]);
            }
        }

        return null;
    }

    /// <summary>What is signed again behind the letter's own signature: appendices with a signature of their own.</summary>
    internal IEnumerable<SignatureFound> ReadAppendices(SignatureFound own)
    {
        foreach (SheetPage page in pages.Skip(own.Page + 1))
        {
            SignatureFound? found = JointSignature.Find(page) is { } joint ? Take(page, joint) : OfAppendix(page);
            if (found is not null)
            {
                yield return found with { Blocks = [.. found.Blocks.Select(static b => b with { Section = Section.Appendix })] };
            }
        }
    }

    // Lists name many who hold a post: only a whole post or an authority, with a name below it and outside every table, is a signature.
    private SignatureFound? OfAppendix(SheetPage page)
    {
        TextLine? title = LoneSignature(page);
        if (title is null || !(Posts.AuthorityOf(title.Text) is not null || PostNames.IsWhole(title.Text))
            || page.Page.Rules.Any(r => !r.IsHorizontal && r.Box.Y < title.CentreY && r.Box.Bottom > title.CentreY))
        {
            return null;
        }

        TextLine? recipients = page.Pieces.FirstOrDefault(p => Anchors.IsRecipients(p) && p.Left < 0.45 * page.Frame.Width && Math.Abs(p.CentreY - title.CentreY) < 8 * page.Frame.Letter);
        return Take(page, recipients, recipients is null ? [title] : RightOf(page, recipients));
    }

    // The label may be lost: "- Lưu: VT" ends the list, and the dashes above it belong to it.
    private static TextLine? Unlabelled(SheetPage page)
    {
        PageFrame frame = page.Frame;
        TextLine? first = page.Pieces.FirstOrDefault(p => p.Left < 0.3 * frame.Width && p.Right < 0.6 * frame.Width && Anchors.IsFiled(p));
        if (first is null)
        {
            return null;
        }

        List<TextLine> left = LineBuilder.Rows(page.Pieces.Where(p => p.Right < 0.6 * frame.Width && Math.Abs(p.Left - first.Left) < 2 * frame.Letter && p.CentreY < first.CentreY));
        for (int i = left.Count - 1; i >= 0 && first.Top - left[i].Bottom < 1.4 * frame.Letter && ListMarkers.Of(left[i]) is MarkerKind.Dash or MarkerKind.Plus; i--)
        {
            first = left[i];
        }

        return page.Pieces.Find(p => p.Tokens.Contains(first.Tokens[0]));
    }

    private bool LaterRecipients(SheetPage page) =>
        pages.Skip(page.Index + 1).Take(1).Any(static p => p.Pieces.Exists(Anchors.IsRecipients));

    // Authority and titles level with "Nơi nhận", or a little above it.
    private static TextLine[] RightOf(SheetPage page, TextLine recipients)
    {
        PageFrame frame = page.Frame;
        SplitRight(page, recipients.Top - 6 * frame.Letter, recipients.Bottom + 8 * frame.Letter);
        TextLine[] near =
        [
            .. page.Pieces.Where(p => p.Left > 0.4 * frame.Width && p.CentreX > 0.52 * frame.Width && p.CentreY > recipients.Top - 4.5 * frame.Letter
                && p.CentreY < recipients.Bottom + 6 * frame.Letter && IsTitleLine(p) && !ReachesBothMargins(p, frame)),
        ];

        // Titles above the label follow one another without a gap down to it.
        return near;
    }

    private static bool ReachesBothMargins(TextLine line, PageFrame frame) => line.Box.Width > 0.75 * frame.TextWidth;

    // A piece that starts at the left and goes on into the right column is taken apart at its widest gap.
    private static void SplitRight(SheetPage page, double top, double bottom)
    {
        PageFrame frame = page.Frame;
        foreach (TextLine piece in page.Pieces.Where(p => p.CentreY > top && p.CentreY < bottom && p.Left < 0.45 * frame.Width && p.Right > 0.55 * frame.Width).ToArray())
        {
            int best = -1;
            double widest = 0.8 * piece.Height;
            for (int i = 1; i < piece.Tokens.Count; i++)
            {
                PixelBox left = piece.Tokens[i - 1].Place, right = piece.Tokens[i].Place;
                if (right.X > 0.42 * frame.Width && left.Right < 0.72 * frame.Width && right.X - left.Right > widest)
                {
                    (best, widest) = (i, right.X - left.Right);
                }
            }

            if (best > 0)
            {
                (TextLine before, TextLine after) = piece.SplitAt(best);
                page.Replace(piece, [before, after]);
            }
        }
    }

    // Without "Nơi nhận": a title in the right half, in capitals or with an authority, and a name below it.
    private static TextLine? LoneSignature(SheetPage page)
    {
        PageFrame frame = page.Frame;
        foreach (TextLine piece in page.Pieces)
        {
            if (piece.Left > 0.38 * frame.Width && piece.CentreX > 0.58 * frame.Width && piece.IsCapitals
                && page.Pieces.Exists(p => p.CentreY > piece.Bottom && p.CentreY < piece.Bottom + 0.3 * frame.Height && p.CentreX > 0.5 * frame.Width && IsNameUnder(piece, p, frame))
                && !page.Pieces.Exists(p => p != piece && p.OverlapY(piece) > 0.5 && p.Right < piece.Left && p.CentreX > 0.3 * frame.Width && !p.IsJunk))
            {
                return piece;
            }
        }

        return null;
    }

    // Under a post any name; under capitals that name none that is known only a family name, set under their middle with room for a signature.
    private static bool IsNameUnder(TextLine title, TextLine line, PageFrame frame) => SignerNames.Find(line) is (int start, int name, int end)
        && (Posts.HasPost(title) || Posts.AuthorityOf(title.Text) is not null
            || (SignerNames.IsFamilyName(line.Tokens[name].Text) && start == 0 && end == line.Tokens.Count && !line.IsCapitals && !OrganNames.IsOrgan(title.Text)
                && line.Top - title.Bottom > 2 * frame.Letter && Math.Abs(line.CentreX - title.CentreX) < 1.5 * frame.Letter));

    private SignatureFound Take(SheetPage page, TextLine? recipients, TextLine[] titles)
    {
        PageFrame frame = page.Frame;
        double top = Math.Min(recipients?.Top ?? double.MaxValue, titles.Length > 0 ? titles.Min(static t => t.Top) : double.MaxValue) - 0.2 * frame.Letter;
        SplitRight(page, top, frame.Height);
        double edge = titles.Length > 0 ? Math.Min(0.5 * frame.Width, titles.Min(static t => t.Left) - frame.Letter) : 0.48 * frame.Width;
        edge = Math.Max(edge, 0.4 * frame.Width);
        List<TextLine> right = LineBuilder.Rows(page.Pieces.Where(p => p.CentreY > top && p.Left > edge && !ReachesBothMargins(p, frame)));
        SignerColumn signer = SignerColumn.Read(right, frame);
        List<DraftBlock> blocks = [];
        double bottom = signer.Bottom;
        if (recipients is not null)
        {
            List<TextLine> left = [.. LineBuilder.Rows(page.Pieces.Where(p => p.CentreY > recipients.CentreY - 0.3 * recipients.Height && p.Left <= edge))];
            (DraftBlock block, IReadOnlyList<TextLine> lines) = RecipientsReader.Read(left, frame);
            blocks.Add(block);
            bottom = Math.Max(bottom, lines[^1].Bottom);
        }

        blocks.AddRange(signer.Blocks);
        if (signer.Blocks.Count > 0 && !signer.Blocks.Any(static b => b.Kind == BlockKind.SignerName) && Overleaf(page) is { } name)
        {
            blocks.Add(name);
        }

        HashSet<Token> used = [.. blocks.SelectMany(static b => b.Tokens)];

        // Between the titles and the end of the block only the seal and the signature leave words.
        List<DraftBlock> scribble = [];
        foreach (TextLine piece in page.Pieces.Where(p => p.CentreY > top).ToArray())
        {
            if (piece.Tokens.Any(used.Contains))
            {
                page.Take([piece]);
                Token[] rest = [.. piece.Tokens.Where(t => !used.Contains(t))];
                if (rest.Length > 0)
                {
                    scribble.Add(new DraftBlock(Section.Margin, BlockKind.Paragraph, [new DraftSegment(rest)]));
                }
            }
            else if (Anchors.IsDrafter(piece) && piece.CentreX < edge)
            {
                page.Take([piece]);
                scribble.Add(DraftBlock.OfLines(Section.Margin, BlockKind.Drafter, [piece]));
            }
            else if (piece.CentreY < bottom && ((piece.Left > 0.25 * frame.Width && piece.Box.Width < 0.5 * frame.TextWidth) || piece.IsJunk))
            {
                page.Take([piece]);
                scribble.Add(DraftBlock.OfLines(Section.Margin, BlockKind.Paragraph, [piece]));
            }
        }

        return new SignatureFound(page.Index, top, bottom, blocks, scribble);
    }

    // A page that ends between the titles and the name leaves the name at the top of the next, alone in the right half.
    private DraftBlock? Overleaf(SheetPage page)
    {
        if (page.Index + 1 >= pages.Count)
        {
            return null;
        }

        SheetPage next = pages[page.Index + 1];
        TextLine? first = next.Pieces.Where(static p => !p.IsJunk && p.Letters.Length > 1).MinBy(static p => p.Top);
        if (first is null || first.Left < 0.4 * next.Frame.Width || first.CentreX < 0.55 * next.Frame.Width || SignerNames.Find(first) is not (int start, int place, int end)
            || !SignerNames.IsFamilyName(first.Tokens[place].Text) || end - start != first.Tokens.Count)
        {
            return null;
        }

        next.Take([first]);
        return DraftBlock.OfLines(Section.Signature, BlockKind.SignerName, [first]);
    }

    private static SignatureFound Take(SheetPage page, JointSignature.Columns joint)
    {
        PageFrame frame = page.Frame;
        List<DraftBlock> blocks = [];
        double top = joint.Top, bottom = joint.Bottom;
        for (JointSignature.Columns? pair = joint; pair is not null; pair = JointSignature.Find(page, bottom))
        {
            blocks.AddRange([.. SignerColumn.Read(pair.Left, frame).Blocks, .. SignerColumn.Read(pair.Right, frame).Blocks]);
            bottom = pair.Bottom;
        }

        TextLine? recipients = page.Pieces.FirstOrDefault(p => Anchors.IsRecipients(p) && p.Left < 0.45 * frame.Width);
        if (recipients is not null)
        {
            List<TextLine> left = [.. LineBuilder.Rows(page.Pieces.Where(p => p.CentreY > recipients.CentreY - 0.3 * recipients.Height && p.Left < 0.48 * frame.Width
                && (p.CentreY < joint.Top || p.CentreY > bottom)))];
            (DraftBlock block, IReadOnlyList<TextLine> lines) = RecipientsReader.Read(left, frame);
            blocks.Insert(0, block);
            (top, bottom) = (Math.Min(top, recipients.Top), Math.Max(bottom, lines[^1].Bottom));
        }

        HashSet<Token> used = [.. blocks.SelectMany(static b => b.Tokens)];
        List<DraftBlock> scribble = [];
        foreach (TextLine piece in page.Pieces.Where(p => p.CentreY > top && p.CentreY < bottom).ToArray())
        {
            page.Take([piece]);
            Token[] rest = [.. piece.Tokens.Where(t => !used.Contains(t))];
            if (rest.Length > 0)
            {
                scribble.Add(new DraftBlock(Section.Margin, BlockKind.Paragraph, [new DraftSegment(rest)]));
            }
        }

        return new SignatureFound(page.Index, top, bottom, blocks, scribble);
    }

    internal static bool IsTitleLine(TextLine line) =>
        line.Letters.Length >= 3 && ((line.IsCapitals && line.Letters.Length > 4) || Posts.AuthorityOf(line.Text) is not null || Posts.HasPost(line));
}

/// <summary>A signature block that was found.</summary>
/// <param name="Page">Its page, from 0.</param>
/// <param name="Top">Where it begins, px.</param>
/// <param name="Bottom">Where it ends, px.</param>
/// <param name="Blocks">Recipients, authority, titles, name.</param>
/// <param name="Scribble">What stood among them: for the margin.</param>
internal sealed record SignatureFound(int Page, double Top, double Bottom, IReadOnlyList<DraftBlock> Blocks, IReadOnlyList<DraftBlock> Scribble);
