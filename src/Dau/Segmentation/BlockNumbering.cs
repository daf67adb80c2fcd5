namespace Dau.Segmentation;

/// <summary>Gives blocks and segments their numbers, boxes and texts.</summary>
internal static class BlockNumbering
{
    internal static IReadOnlyList<Block> Number(IEnumerable<DraftBlock> drafts, IReadOnlyList<Page> pages)
    {
        List<Block> blocks = [];
        int segments = 0;
        foreach (DraftBlock draft in drafts)
        {
            DraftSegment[] filled = [.. draft.Segments.Where(static s => s.Tokens.Count > 0)];
            if (filled.Length == 0)
            {
                continue;
            }

            int page = filled[0].Tokens[0].Page;
            blocks.Add(new Block
            {
                Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"b{blocks.Count + 1}"),
                Section = draft.Section,
                Kind = draft.Kind,
                Page = pages[page].Number,
                Box = PixelBox.Around(filled.SelectMany(static s => s.Tokens).Where(t => t.Page == page).Select(static t => t.Word.Box)),
                Level = draft.Level,
                Segments = [.. filled.Select(s => Segment(s, ++segments))],
            });
        }

        return blocks;
    }

    private static Segment Segment(DraftSegment draft, int number) => new()
    {
        Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"s{number}"),
        WordIds = [.. draft.Tokens.Select(static t => t.Word.Id)],
        Ocr = string.Join(' ', draft.Tokens.Select(static t => t.Word.Ocr)),
        Source = string.Join(' ', draft.Tokens.Select(static t => t.Word.Source)),
        Cell = draft.Cell,
    };
}
