using System.Text.RegularExpressions;

namespace Dau.Segmentation;

/// <summary>Finds where in a file another letter begins: a page with a letterhead of its own, filled in. The empty forms of an appendix are none.</summary>
internal static partial class LetterSplitter
{
    /// <summary>The numbers of the pages of each letter, in order; one letter with all pages where no second letterhead stands.</summary>
    internal static IReadOnlyList<IReadOnlyList<int>> Split(IReadOnlyList<Page> pages)
    {
        List<List<int>> letters = [];
        bool any = false;
        for (int i = 0; i < pages.Count; i++)
        {
            bool starts = pages[i].Words.Count > 0 && HasLetterhead(new SheetPage(pages[i], i));
            if (letters.Count == 0 || (starts && any))
            {
                letters.Add([]);
            }

            // Covers and slips before the first letterhead stay with it.
            any |= starts;
            letters[^1].Add(pages[i].Number);
        }

        return letters;
    }

    private static bool HasLetterhead(SheetPage page)
    {
        int height = page.Frame.Height, width = page.Frame.Width;
        TextLine[] top = [.. page.Pieces.Where(p => p.Top < 0.36 * height)];
        bool title = top.Any(p => p.Top < 0.25 * height && Anchors.Title(p) is (int start, _) && p.Tokens[start].Place.X > 0.3 * width);
        return title && !top.Any(p => Anchors.IsAppendixTitle(p) || FormPattern().IsMatch(p.Plain))
            && top.Any(p => (Anchors.PlaceDate(p) is not null && YearPattern().IsMatch(p.Text)) || (p.Left < 0.4 * width && Anchors.IsNumber(p) && LetterNumbers.HasCode(p.Text)))
            && top.Any(p => p.Left < 0.5 * width && (Anchors.IsNumber(p) || LetterNumbers.HasCode(p.Text)));
    }

    [GeneratedRegex(@"^\W*(mau so|mau|bieu mau|bieu so)\b\s*[\divx.]")]
    private static partial Regex FormPattern();

    [GeneratedRegex(@"\b(19|20)\d\d\b")]
    private static partial Regex YearPattern();
}
