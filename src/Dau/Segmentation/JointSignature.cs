namespace Dau.Segmentation;

/// <summary>Finds two signers side by side, as joint documents have them: two authorities or posts on one level, each with a name below.</summary>
internal static class JointSignature
{
    /// <summary>Two columns of a joint signature.</summary>
    /// <param name="Top">Where they begin, px.</param>
    /// <param name="Bottom">Where the names end, px.</param>
    /// <param name="Left">Rows of the left column, from the top down.</param>
    /// <param name="Right">Rows of the right column.</param>
    internal sealed record Columns(double Top, double Bottom, List<TextLine> Left, List<TextLine> Right);

    /// <summary>The columns on a page, its pieces taken apart between them; null where nobody signs beside another.</summary>
    internal static Columns? Find(SheetPage page)
    {
        PageFrame frame = page.Frame;
        foreach (TextLine row in LineBuilder.Rows(page.Pieces))
        {
            if (Boundary(row, frame, IsTitle) is not double boundary)
            {
                continue;
            }

            double end = row.Bottom + 0.3 * frame.Height;
            TextLine? names = LineBuilder.Rows(page.Pieces.Where(p => p.CentreY > row.Bottom && p.Top < end)).LastOrDefault(r => Boundary(r, frame, static l => SignerNames.Find(l) is not null) is not null);
            if (names is null)
            {
                continue;
            }

            double top = row.Top - 0.2 * frame.Letter, bottom = names.Bottom + 0.2 * frame.Letter;
            foreach (TextLine piece in page.Pieces.Where(p => p.CentreY > top && p.CentreY < bottom && p.Left < boundary && p.Right > boundary).ToArray())
            {
                int at = piece.Tokens.ToList().FindIndex(t => t.Place.CentreX > boundary);
                if (at > 0)
                {
                    (TextLine before, TextLine after) = piece.SplitAt(at);
                    page.Replace(piece, [before, after]);
                }
            }

            TextLine[] within = [.. page.Pieces.Where(p => p.CentreY > top && p.CentreY < bottom)];
            return new Columns(top, bottom, LineBuilder.Rows(within.Where(p => p.CentreX < boundary)), LineBuilder.Rows(within.Where(p => p.CentreX > boundary)));
        }

        return null;
    }

    // The middle of the gap that parts a row into two halves of which each is what is looked for; null where none does.
    private static double? Boundary(TextLine row, PageFrame frame, Func<TextLine, bool> half)
    {
        for (int i = 1; i < row.Tokens.Count; i++)
        {
            PixelBox left = row.Tokens[i - 1].Place, right = row.Tokens[i].Place;
            if (right.X - left.Right > 1.5 * row.Height && right.X > 0.4 * frame.Width && left.Right < 0.6 * frame.Width)
            {
                (TextLine before, TextLine after) = row.SplitAt(i);
                if (half(before) && half(after))
                {
                    return (left.Right + right.X) / 2.0;
                }
            }
        }

        return null;
    }

    private static bool IsTitle(TextLine line) =>
        line.IsCapitals && line.Letters.Length > 4 && (Posts.AuthorityOf(line.Text) is not null || PostNames.IsWhole(line.Text) || Posts.HasPost(line));
}
