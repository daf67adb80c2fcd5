namespace Dau.Segmentation;

/// <summary>
/// Finds what is quoted in paragraphs of its own, as an amended article is: from a block that begins with a quotation mark to the one that ends with
/// the mark that closes it. A phrase in quotation marks within a paragraph is none.
/// </summary>
internal static class QuotationReader
{
    /// <summary>A quotation of more blocks than this is one whose end was not read: nothing is marked.</summary>
    private const int MostBlocks = 80;

    /// <summary>The blocks, those that are quoted turned into quotations.</summary>
    internal static IEnumerable<DraftBlock> Mark(IReadOnlyList<DraftBlock> blocks)
    {
        for (int i = 0; i < blocks.Count;)
        {
            int end = Begins(blocks[i]) ? End(blocks, i) : -1;
            if (end < 0)
            {
                yield return blocks[i++];
                continue;
            }

            for (; i <= end; i++)
            {
                yield return IsText(blocks[i]) ? blocks[i] with { Kind = BlockKind.Quotation, Level = null } : blocks[i];
            }
        }
    }

    private static int End(IReadOnlyList<DraftBlock> blocks, int first)
    {
        int marks = 0;
        for (int i = first; i < Math.Min(blocks.Count, first + MostBlocks); i++)
        {
            // Which way a mark turns is often misread: only how many there are counts.
            marks += blocks[i].Tokens.Sum(static t => t.Text.Count(IsMark));
            if (marks % 2 == 0)
            {
                return Ends(blocks[i]) ? i : -1;
            }
        }

        return -1;
    }

    private static bool Begins(DraftBlock block) => IsText(block) && block.Tokens.FirstOrDefault()?.Text is { Length: > 0 } text && IsMark(text[0]);

    private static bool Ends(DraftBlock block) => block.Tokens.LastOrDefault()?.Text.TrimEnd('.', ';', ',', ':', '/') is { Length: > 0 } text && IsMark(text[^1]);

    private static bool IsText(DraftBlock block) => block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Heading or BlockKind.LegalBasis;

    private static bool IsMark(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '‟';
}
