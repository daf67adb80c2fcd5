namespace Dau.Segmentation;

/// <summary>Parts a picture of two facing pages into two pages of the same number: layout is judged on each, and the left one is read first.</summary>
internal static class FacingPages
{
    /// <summary>The page, or its two halves; boxes on the picture stay as they are.</summary>
    public static IEnumerable<Page> Split(Page page) => page.FacingAt is { } x ? [Half(page, 0, x), Half(page, x, page.Width)] : [page];

    private static Page Half(Page page, int from, int to)
    {
        return page with
        {
            Width = to - from,
            FacingAt = null,
            Words = [.. page.Words.Where(word => IsIn(word.Layout)).Select(word => word with { Layout = Moved(word.Layout) })],
            Rules = [.. page.Rules.Where(rule => IsIn(rule.Box)).Select(rule => rule with { Box = Moved(rule.Box) })],
        };

        bool IsIn(PixelBox box) => from <= box.CentreX && box.CentreX < to;
        PixelBox Moved(PixelBox box) => box with { X = box.X - from };
    }
}
