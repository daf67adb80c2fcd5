using System.Text.RegularExpressions;

namespace Dau.Segmentation;

/// <summary>Takes the notes at the foot off a page: what stands below a short rule at the left margin and starts with a number.</summary>
internal static partial class FootnoteReader
{
    /// <summary>The notes with the number each starts with; empty where there are none.</summary>
    internal static List<(string Mark, DraftBlock Block)> Read(SheetPage page)
    {
        PageFrame frame = page.Frame;
        List<TextLine> rows = LineBuilder.Rows(page.Pieces);
        double? top = Top(page, rows);
        if (top is null)
        {
            return [];
        }

        List<TextLine> notes = [.. rows.Where(r => r.CentreY > top)];
        if (notes.Count == 0 || !(Starts(notes[0]) || BentPattern().IsMatch(notes[0].Text)))
        {
            return [];
        }

        List<(string, List<TextLine>)> found = [];
        foreach (TextLine row in notes)
        {
            if (found.Count == 0 || (Starts(row) && row.Left < frame.Left + 0.1 * frame.TextWidth))
            {
                found.Add((Mark(row), [row]));
            }
            else
            {
                found[^1].Item2.Add(row);
            }
        }

        HashSet<Token> taken = [.. notes.SelectMany(static n => n.Tokens)];
        page.Take(page.Pieces.Where(p => taken.Contains(p.Tokens[0])).ToArray());
        return [.. found.Select(static f => (f.Item1,
            new DraftBlock(Section.Footnote, BlockKind.Footnote, SentenceSplitter.Split([.. f.Item2.SelectMany(static l => l.Tokens)]))))];
    }

    private static double? Top(SheetPage page, List<TextLine> rows)
    {
        PageFrame frame = page.Frame;
        Rule? rule = page.Page.Rules.Where(r => r.IsHorizontal && r.Box.Y > 0.45 * frame.Height && r.Box.Width > 0.1 * frame.Width && r.Box.Width < 0.5 * frame.TextWidth
                && Math.Abs(r.Box.X - frame.Left) < 0.04 * frame.Width
                && !page.Page.Rules.Any(v => !v.IsHorizontal && v.Box.Y < r.Box.Bottom + 8 && v.Box.Bottom > r.Box.Y - 8))
            .Cast<Rule?>().LastOrDefault(r => rows.Exists(l => l.CentreY > r!.Value.Box.Bottom)
                && rows.First(l => l.CentreY > r!.Value.Box.Bottom) is { } below && (Starts(below) || (Small(below, frame) && BentPattern().IsMatch(below.Text))));
        if (rule is Rule found)
        {
            return found.Box.CentreY;
        }

        // No rule seen: small print at the foot that starts with a number.
        int first = rows.Count;
        while (first > 0 && Small(rows[first - 1], frame) && rows[first - 1].CentreY > 0.6 * frame.Height)
        {
            first--;
        }

        while (first < rows.Count && !Starts(rows[first]))
        {
            first++;
        }

        return first < rows.Count && first > 0 && rows.Count > 4 ? rows[first].Top - 1 : null;
    }

    private static bool Small(TextLine row, PageFrame frame) =>
        row.Tokens.Count > 3 && row.Tokens.Average(static t => t.Place.Height) < 0.86 * frame.Letter && row.Left < frame.Left + 0.12 * frame.TextWidth;

    private static bool Starts(TextLine row) => MarkPattern().IsMatch(row.Text);

    private static string Mark(TextLine row) => MarkPattern().Match(row.Text) is { Success: true } match ? match.Groups[1].Value : "1";

    // A raised 1 is often read as a letter.
    [GeneratedRegex(@"^[^\p{L}\d]{0,2}[IÌÍÏĨlìí|!]\s+(?=\p{Lu})")]
    private static partial Regex BentPattern();

    [GeneratedRegex(@"^[^\p{L}\d]{0,4}(\d{1,2}|\*)\s?[)\].:]?\s*(?=[\p{L}“""])")]
    private static partial Regex MarkPattern();
}
