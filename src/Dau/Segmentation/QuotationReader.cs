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
        // Which way a mark turns is often misread: only how many there are counts, block by block, so that one lost inside does no harm to the others.
        if (!IsUneven(blocks[first]) && (Ends(blocks[first]) || !Introduces(blocks, first - 1)))
        {
            return Ends(blocks[first]) ? first : -1;
        }

        for (int i = first + 1; i < Math.Min(blocks.Count, first + MostBlocks); i++)
        {
            if (Begins(blocks[i]) && (IsUneven(blocks[i]) || Ends(blocks[i])))
            {
                // The next amendment is quoted, and the mark that closes this one was lost: it ends before the line that introduces the next.
                return i - 2 >= first && Introduces(blocks, i - 1) ? i - 2 : -1;
            }

            if (IsUneven(blocks[i]) && Ends(blocks[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // "Sửa đổi khoản 2 Điều 5 như sau:"
    private static bool Introduces(IReadOnlyList<DraftBlock> blocks, int at) => at >= 0 && blocks[at].Tokens.LastOrDefault()?.Text.EndsWith(':') == true;

    private static bool IsUneven(DraftBlock block) => block.Tokens.Sum(static t => t.Text.Count(IsMark)) % 2 == 1;

    // Specks may stand before the mark.
    private static bool Begins(DraftBlock block) =>
        IsText(block) && block.Tokens.Take(2).SelectMany(static t => t.Text).Take(4).SkipWhile(static c => !char.IsLetterOrDigit(c) && !IsMark(c)).FirstOrDefault() is char first && IsMark(first);

    private static bool Ends(DraftBlock block) => block.Tokens.LastOrDefault()?.Text.TrimEnd('.', ';', ',', ':', '/') is { Length: > 0 } text && IsMark(text[^1]);

    private static bool IsText(DraftBlock block) => block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Heading or BlockKind.LegalBasis;

    private static bool IsMark(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '‟';
}
