namespace Dau.Segmentation;

/// <summary>Puts each footnote behind the block that cites it.</summary>
internal static class FootnotePlacer
{
    internal static void Place(List<DraftBlock> blocks, IReadOnlyList<(int Page, string Mark, DraftBlock Block)> notes)
    {
        foreach ((int page, string mark, DraftBlock note) in notes)
        {
            int at = blocks.FindLastIndex(b => b.Section is Section.Body or Section.Appendix && b.Tokens.Any(t => t.Page == page && Cites(t.Text, mark)));
            if (at < 0)
            {
                at = blocks.FindLastIndex(b => b.Section is Section.Body or Section.Appendix && b.Tokens.Any(t => t.Page == page));
            }

            while (at >= 0 && at + 1 < blocks.Count && blocks[at + 1].Section == Section.Footnote)
            {
                at++;
            }

            blocks.Insert(at < 0 ? blocks.Count : at + 1, note);
        }
    }

    // "tỉnh¹", "tỉnh1", "tỉnh(1)", "2023[1]": a number stuck behind a word.
    private static bool Cites(string text, string mark)
    {
        string bare = RaisedDigit.Lowered(text).TrimEnd('.', ',', ';', ':');
        string end = bare.TrimEnd(')', ']');
        return end.Length > mark.Length && end.EndsWith(mark, StringComparison.Ordinal)
            && (end[^(mark.Length + 1)] is '(' or '[' || char.IsLetter(end[^(mark.Length + 1)]));
    }
}
