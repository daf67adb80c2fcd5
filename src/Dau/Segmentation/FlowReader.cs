namespace Dau.Segmentation;

/// <summary>Reads what is left of the pages once letterhead, signatures and margins are off: body before the letter's signature, appendices behind it.</summary>
internal sealed class FlowReader
{
    private readonly List<DraftBlock> blocks = [];
    private readonly List<DraftBlock> specks = [];
    private BodyReader reader = new(Section.Body);

    /// <param name="pages">The pages.</param>
    /// <param name="signatures">The letter's own signature, then those of its appendices; empty where nobody signs.</param>
    internal static List<DraftBlock> Read(IReadOnlyList<SheetPage> pages, IReadOnlyList<SignatureFound> signatures)
    {
        FlowReader flow = new();
        bool appended = false;
        foreach (SheetPage page in pages)
        {
            SignatureFound? signature = signatures.FirstOrDefault(s => s.Page == page.Index);
            if (!appended && page.Index > 0 && (signatures.Count == 0 ? OpensAppendix(page) : page.Index > signatures[0].Page))
            {
                appended = true;
                flow.GoOn(Section.Appendix, []);
            }

            flow.Add(page, signature, appended ? Section.Appendix : Section.Body);
            appended |= signature is not null;
        }

        flow.GoOn(Section.Appendix, []);
        return [.. flow.blocks, .. flow.specks];
    }

    private void Add(SheetPage page, SignatureFound? signature, Section part)
    {
        List<(double Top, double Bottom, DraftBlock Block)> tables = [.. TableReader.Read(page, part).Concat(OpenTableReader.Read(page, part)).OrderBy(static t => t.Top)];
        if (signature is null)
        {
            reader.Add(page, tables);
            return;
        }

        // What stands level with or below the block comes behind it.
        TextLine[] below = [.. page.Pieces.Where(p => p.CentreY > signature.Top)];
        page.Take(below);
        reader.Add(page, [.. tables.Where(t => t.Top < signature.Top)]);
        page.Take([.. page.Pieces]);
        foreach (TextLine piece in below)
        {
            page.Replace(piece, [piece]);
        }

        GoOn(Section.Appendix, signature.Blocks);
        reader.Add(page, [.. tables.Where(t => t.Top >= signature.Top).Select(static t => (t.Top, t.Bottom, t.Block with { Section = Section.Appendix }))]);
    }

    // What was read so far is whole; another part begins behind these blocks.
    private void GoOn(Section part, IEnumerable<DraftBlock> between)
    {
        blocks.AddRange(QuotationReader.Mark(reader.Finish()));
        blocks.AddRange(between);
        specks.AddRange(reader.Specks);
        reader = new BodyReader(part);
    }

    private static bool OpensAppendix(SheetPage page) => page.Pieces.Take(4).Any(Anchors.IsAppendixTitle);
}
