namespace Dau.Segmentation;

/// <summary>
/// Takes a letter apart by the rules of Decree 30/2020 (and its forerunners and the Party's guide): anchors first, then how things stand to each other,
/// then place. A document that follows none of them comes back as body text in reading order.
/// </summary>
internal sealed class LetterSegmenter : ISegmenter
{
    /// <inheritdoc/>
    public IReadOnlyList<Block> Segment(IReadOnlyList<Page> pages)
    {
        SheetPage[] sheets = [.. pages.Select(static (p, i) => new SheetPage(p, i))];
        List<DraftBlock> margin = [.. RunningLineReader.Take(sheets), .. sheets.SelectMany(MarginReader.Read)];
        margin.AddRange(sheets.SelectMany(static s => s.Repeats).Select(static r => DraftBlock.OfLines(Section.Margin, BlockKind.Paragraph, [r])));
        SheetPage? first = Array.Find(sheets, static s => s.Pieces.Count > 0);
        List<DraftBlock> header = first is null ? [] : new HeaderReader(first).Read();
        SignatureReader signing = new(sheets);
        SignatureFound? signature = signing.Read();
        SignatureFound[] signatures = signature is null ? [] : [signature, .. signing.ReadAppendices(signature)];
        List<(int Page, string Mark, DraftBlock Block)> notes =
            [.. sheets.SelectMany(static s => FootnoteReader.Read(s).Select(n => (s.Index, n.Mark, n.Block)))];

        List<DraftBlock> blocks = [.. header];
        blocks.AddRange(FlowReader.Read(sheets, signatures));
        FootnotePlacer.Place(blocks, notes);
        blocks.AddRange(signatures.SelectMany(static s => s.Scribble));
        blocks.AddRange(margin);
        return BlockNumbering.Number(blocks, pages);
    }
}
