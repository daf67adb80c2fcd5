namespace Dau.Segmentation;

/// <summary>Reads what is left of the pages once letterhead, signature and margins are off: body before the signature, appendix behind it.</summary>
internal static class FlowReader
{
    internal static List<DraftBlock> Read(IReadOnlyList<SheetPage> pages, SignatureFound? signature)
    {
        BodyReader body = new(Section.Body);
        BodyReader appendix = new(Section.Appendix);
        bool signed = false, appended = false;
        foreach (SheetPage page in pages)
        {
            bool here = signature is not null && page.Index == signature.Page;
            if (!appended && !here)
            {
                appended = signed || (page.Index > 0 && OpensAppendix(page) && (signature is null || page.Index > signature.Page));
            }

            Section part = appended ? Section.Appendix : Section.Body;
            List<(double Top, double Bottom, DraftBlock Block)> tables = [.. TableReader.Read(page, part).Concat(OpenTableReader.Read(page, part)).OrderBy(static t => t.Top)];
            if (!here)
            {
                (appended ? appendix : body).Add(page, tables);
                continue;
            }

            // What stands level with or below the block comes behind it.
            TextLine[] below = [.. page.Pieces.Where(p => p.CentreY > signature!.Top)];
            page.Take(below);
            body.Add(page, [.. tables.Where(t => t.Top < signature!.Top)]);
            page.Take([.. page.Pieces]);
            foreach (TextLine piece in below)
            {
                page.Replace(piece, [piece]);
            }

            appendix.Add(page, [.. tables.Where(t => t.Top >= signature!.Top).Select(static t => (t.Top, t.Bottom, t.Block with { Section = Section.Appendix }))]);
            signed = true;
        }

        return [.. body.Finish(), .. signature?.Blocks ?? [], .. appendix.Finish(), .. body.Specks, .. appendix.Specks];
    }

    private static bool OpensAppendix(SheetPage page) => page.Pieces.Take(4).Any(Anchors.IsAppendixTitle);
}
