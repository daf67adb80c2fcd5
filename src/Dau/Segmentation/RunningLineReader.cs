namespace Dau.Segmentation;

/// <summary>
/// Takes off the pages what runs through all of them in the upper or lower margin: the name of a gazette, a stamp of the office's software, the address of a
/// site. Such a line stands in the same place on two pages or more, its numbers aside.
/// </summary>
internal static class RunningLineReader
{
    private const double Upper = 0.09, Lower = 0.93, SamePlace = 0.02;
    private const int LeastLetters = 6;

    internal static IEnumerable<DraftBlock> Take(IReadOnlyList<SheetPage> pages)
    {
        (SheetPage Page, TextLine Line, string Letters)[] lines = [.. pages.SelectMany(static page => Candidates(page).Select(line => (page, line, WithoutDigits(line))))];
        foreach ((SheetPage page, TextLine line, string letters) in lines)
        {
            if (lines.Any(other => other.Page != page && Math.Abs(Place(other.Page, other.Line) - Place(page, line)) < SamePlace && LetterForms.IsNear(letters, other.Letters, 0.15)))
            {
                page.Take([line]);
                yield return DraftBlock.OfLines(Section.Margin, BlockKind.Paragraph, [line]);
            }
        }
    }

    private static IEnumerable<TextLine> Candidates(SheetPage page)
    {
        int height = page.Frame.Height;

        // A letterhead may stand on several pages too: of its page only what is above it runs.
        double head = page.Pieces.Where(p => p.Top < 0.25 * height && Anchors.Title(p) is not null).Select(static p => (double)p.Top).DefaultIfEmpty(double.MaxValue).Min();
        return page.Pieces.Where(p => ((p.CentreY < Upper * height && p.Bottom < head) || p.CentreY > Lower * height)
            && WithoutDigits(p).Length >= LeastLetters && !Anchors.IsAppendixTitle(p) && !OrganNames.IsOrgan(p.Text));
    }

    private static double Place(SheetPage page, TextLine line) => line.CentreY / page.Frame.Height;

    private static string WithoutDigits(TextLine line) => string.Concat(line.Letters.Where(static c => !char.IsDigit(c)));
}
