namespace Dau.Segmentation;

/// <summary>A page under dissection: its pieces of lines, of which each reader takes what it knows.</summary>
internal sealed class SheetPage
{
    internal SheetPage(Page page, int index)
    {
        Page = page;
        Index = index;
        Pieces = LineBuilder.Pieces(page, index);
        Frame = PageFrame.Of(page, LineBuilder.Rows(Pieces));
    }

    internal Page Page { get; }

    /// <summary>Place in the list of pages, from 0.</summary>
    internal int Index { get; }

    /// <summary>What no block has taken yet, from the top down.</summary>
    internal List<TextLine> Pieces { get; private set; }

    internal PageFrame Frame { get; }

    /// <summary>Takes pieces off the page.</summary>
    internal void Take(IEnumerable<TextLine> pieces)
    {
        HashSet<TextLine> taken = [.. pieces];
        Pieces.RemoveAll(taken.Contains);
    }

    /// <summary>Puts pieces in the place of one.</summary>
    internal void Replace(TextLine piece, IEnumerable<TextLine> parts)
    {
        Pieces.Remove(piece);
        Pieces.AddRange(parts.Where(static p => p.Tokens.Count > 0));
        Pieces = [.. Pieces.OrderBy(static p => p.CentreY).ThenBy(static p => p.Left)];
    }

    /// <summary>Whether the middle of a piece lies on a mark of the given kind.</summary>
    internal bool IsOn(TextLine piece, MarkKind kind) => Page.Marks.Any(m => m.Kind == kind && Share(piece, m.Box) > 0.5);

    private static double Share(TextLine piece, PixelBox box)
    {
        double area = Math.Max(1, piece.Tokens.Sum(static t => t.Word.Box.Area));
        return piece.Tokens.Sum(t => t.Word.Box.Intersect(box).Area) / area;
    }
}
