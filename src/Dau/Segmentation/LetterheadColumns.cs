namespace Dau.Segmentation;

/// <summary>The two columns of a letterhead. Finding them takes lines apart that the engine drew through both.</summary>
/// <param name="Boundary">Where the right column begins, px.</param>
internal sealed record LetterheadColumns(double Boundary)
{
    /// <summary>Finds the columns by the national title, the Party's, the motto or the place and date; null where the page has none of them.</summary>
    internal static LetterheadColumns? Find(SheetPage page)
    {
        PageFrame frame = page.Frame;
        double zone = 0.4 * frame.Height;
        int title = int.MaxValue;
        foreach (TextLine piece in page.Pieces.Where(p => p.Top < zone).ToArray())
        {
            (int Start, int End)? found = Anchors.Title(piece) ?? Anchors.Motto(piece);
            if (found is (int start, int end))
            {
                title = Math.Min(title, piece.Tokens[start].Place.X);
                TextLine[] parts =
                [
                    .. new[] { piece.Tokens.Take(start), piece.Tokens.Take(end).Skip(start), piece.Tokens.Skip(end) }
                        .Select(static t => new TextLine([.. t])).Where(static l => l.Tokens.Count > 0),
                ];
                if (parts.Length > 1)
                {
                    page.Replace(piece, parts);
                }
            }
        }

        bool hasNumber = page.Pieces.Exists(p => p.Top < zone && p.Left < 0.4 * frame.Width && Anchors.IsNumber(p));
        foreach (TextLine piece in page.Pieces.Where(p => p.Top < zone).ToArray())
        {
            // Only a date in the right half is the letter's; with no title on the page a number must stand beside it.
            if (Anchors.PlaceDate(piece) is int place && (title < int.MaxValue || hasNumber)
                && piece.Tokens[place].Place.X > (title < int.MaxValue ? title - 0.1 * frame.Width : 0.35 * frame.Width)
                && piece.Tokens[^1].Place.CentreX > 0.55 * frame.Width)
            {
                title = Math.Min(title, piece.Tokens[place].Place.X);
                if (place > 0)
                {
                    (TextLine before, TextLine after) = piece.SplitAt(place);
                    page.Replace(piece, [before, after]);
                }

                break;
            }
        }

        if (title == int.MaxValue)
        {
            return null;
        }

        double boundary = Math.Clamp(title - 0.3 * frame.Letter, 0.2 * frame.Width, 0.62 * frame.Width);
        SplitAcross(page, boundary, zone);
        return new LetterheadColumns(boundary);
    }

    // What still runs over the boundary near the title and number is taken apart at its widest gap there.
    private static void SplitAcross(SheetPage page, double boundary, double zone)
    {
        PageFrame frame = page.Frame;
        double bottom = page.Pieces.Where(p => p.Top < zone && (Anchors.IsNumber(p) || Anchors.PlaceDate(p) is not null || Anchors.Motto(p) is not null))
            .Select(static p => (double)p.Bottom).DefaultIfEmpty(0).Max();
        foreach (TextLine piece in page.Pieces.Where(p => p.CentreY < bottom && p.Left < boundary && p.Right > boundary + frame.Letter).ToArray())
        {
            int best = -1;
            double widest = 0.7 * frame.Letter;
            for (int i = 1; i < piece.Tokens.Count; i++)
            {
                PixelBox left = piece.Tokens[i - 1].Place, right = piece.Tokens[i].Place;
                if (right.X > boundary - 0.06 * frame.Width && left.Right < boundary + 0.08 * frame.Width && right.X - left.Right > widest)
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
}
