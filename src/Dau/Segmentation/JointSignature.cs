namespace Dau.Segmentation;

/// <summary>Finds two signers side by side, as joint documents have them: two authorities or posts on one level, each with a name below.</summary>
internal static class JointSignature
{
    // In heights of a letter: two more lines of an office's name above one of the names.
    private const double MaxStep = 6;

    // A row of titles this far below another belongs to two more signers.
    private const double NextPair = 5;

    /// <summary>Two columns of a joint signature.</summary>
    /// <param name="Top">Where they begin, px.</param>
    /// <param name="Bottom">Where the names end, px.</param>
    /// <param name="Left">Rows of the left column, from the top down.</param>
    /// <param name="Right">Rows of the right column.</param>
    internal sealed record Columns(double Top, double Bottom, List<TextLine> Left, List<TextLine> Right);

    /// <summary>The columns on a page, its pieces taken apart between them; null where nobody signs beside another.</summary>
    /// <param name="page">The page.</param>
    /// <param name="from">What stands above this is passed over, px.</param>
    internal static Columns? Find(SheetPage page, double from = 0)
    {
        PageFrame frame = page.Frame;
        List<TextLine> rows = LineBuilder.Rows(page.Pieces.Where(p => p.Top > from));
        foreach (TextLine row in rows)
        {
            if (Boundary(row, frame, IsTitle) is not double boundary)
            {
                continue;
            }

            // Four who sign stand two by two.
            double end = rows.Where(r => r.Top > row.Bottom + NextPair * frame.Letter && Boundary(r, frame, IsTitle) is not null).Select(static r => (double)r.Top).Append(row.Bottom + 0.3 * frame.Height).Min();
            Dictionary<TextLine, (TextLine Before, TextLine After)> parted = page.Pieces.Where(p => p.CentreY > row.Top && p.Top < end).Select(p => (Piece: p, Halves: Part(p, boundary)))
                .Where(static p => p.Halves is not null).ToDictionary(static p => p.Piece, static p => p.Halves!.Value);
            TextLine[] below =
            [
                .. page.Pieces.Where(p => p.CentreY > row.Bottom && p.Top < end).SelectMany(p => parted.TryGetValue(p, out (TextLine Before, TextLine After) halves) ? [halves.Before, halves.After] : new[] { p })
                    .Where(static p => SignerNames.Find(p) is not null),
            ];

            // An office whose name takes one line more than its neighbour's pushes its signer down.
            if (below.Where(p => p.Left > boundary).MaxBy(static p => p.Top) is not { } right
                || below.Where(p => p.Right < boundary && Math.Abs(p.CentreY - right.CentreY) < MaxStep * frame.Letter).MaxBy(static p => p.Top) is not { } left)
            {
                continue;
            }

            double top = row.Top - 0.2 * frame.Letter, bottom = Math.Max(left.Bottom, right.Bottom) + 0.2 * frame.Letter;
            foreach ((TextLine piece, (TextLine before, TextLine after)) in parted.Where(p => p.Key.CentreY > top && p.Key.CentreY < bottom))
            {
                page.Replace(piece, [before, after]);
            }

            TextLine[] within = [.. page.Pieces.Where(p => p.CentreY > top && p.CentreY < bottom)];
            return new Columns(top, bottom, LineBuilder.Rows(within.Where(p => p.CentreX < boundary)), LineBuilder.Rows(within.Where(p => p.CentreX > boundary)));
        }

        return null;
    }

    private static (TextLine Before, TextLine After)? Part(TextLine piece, double boundary) =>
        piece.Left < boundary && piece.Right > boundary && piece.Tokens.ToList().FindIndex(t => t.Place.CentreX > boundary) is > 0 and int at ? piece.SplitAt(at) : null;

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
