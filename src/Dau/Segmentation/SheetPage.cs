namespace Dau.Segmentation;

/// <summary>A page under dissection: its pieces of lines, of which each reader takes what it knows.</summary>
internal sealed class SheetPage
{
    internal SheetPage(Page page, int index)
    {
        Page = page;
        Index = index;
        Pieces = LineBuilder.Pieces(page, index);
        Repeats = TakeRepeats();
        Frame = PageFrame.Of(page, LineBuilder.Rows(Pieces));
    }

    internal Page Page { get; }

    /// <summary>Place in the list of pages, from 0.</summary>
    internal int Index { get; }

    /// <summary>What no block has taken yet, from the top down.</summary>
    internal List<TextLine> Pieces { get; private set; }

    internal PageFrame Frame { get; }

    /// <summary>Words that the engine read a second time in the same place, in a line of their own: for the margin.</summary>
    internal IReadOnlyList<TextLine> Repeats { get; }

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

    private List<TextLine> TakeRepeats()
    {
        Token[] tokens = [.. Pieces.SelectMany(static p => p.Tokens).OrderBy(static t => t.Place.Y)];
        Dictionary<int, double> sure = tokens.GroupBy(static t => t.Word.Line).ToDictionary(static g => g.Key, static g => g.Average(static t => t.Word.Confidence));
        HashSet<Token> repeats = [];
        for (int i = 0; i < tokens.Length; i++)
        {
            for (int j = i + 1; j < tokens.Length && tokens[j].Place.Y < tokens[i].Place.Bottom; j++)
            {
                (Token a, Token b) = (tokens[i], tokens[j]);
                if (a.Word.Line != b.Word.Line && a.Place.Intersect(b.Place).Area * 2 > Math.Max(a.Place.Area, b.Place.Area)
                    && LetterForms.Letters(a.Text) is { Length: > 1 } letters && letters == LetterForms.Letters(b.Text))
                {
                    // The line that was read the better stays whole.
                    repeats.Add(sure[a.Word.Line] < sure[b.Word.Line] ? a : b);
                }
            }
        }

        List<TextLine> taken = [];
        foreach (TextLine piece in repeats.Count == 0 ? [] : Pieces.Where(p => p.Tokens.Any(repeats.Contains)).ToArray())
        {
            // What is left of a line that is mostly a repeat is its noise.
            bool all = piece.Tokens.Count(repeats.Contains) * 2 >= piece.Tokens.Count;
            taken.Add(all ? piece : new TextLine([.. piece.Tokens.Where(repeats.Contains)]));
            Replace(piece, all ? [] : [new TextLine([.. piece.Tokens.Where(t => !repeats.Contains(t))])]);
        }

        return taken;
    }

    private static double Share(TextLine piece, PixelBox box)
    {
        double area = Math.Max(1, piece.Tokens.Sum(static t => t.Word.Box.Area));
        return piece.Tokens.Sum(t => t.Word.Box.Intersect(box).Area) / area;
    }
}
