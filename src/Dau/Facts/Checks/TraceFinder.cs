using Dau.Segmentation;

namespace Dau.Facts.Checks;

/// <summary>Lists what on a copy could betray who leaked it. What is not on the list may still do so: paper, crop, dirt on the glass.</summary>
internal static class TraceFinder
{
    internal static IReadOnlyList<SourceTrace> Find(DocumentRecord document)
    {
        WordBook words = new(document.Pages);
        List<SourceTrace> traces = [];
        foreach (Page page in document.Pages)
        {
            foreach (Mark mark in page.Marks)
            {
                if (OfMark(mark.Kind) is (string kind, string why))
                {
                    string[] under = [.. page.Words.Where(w => w.Box.Intersect(mark.Box).Area * 2 > w.Box.Area).Select(static w => w.Source)];
                    traces.Add(new SourceTrace(kind, why, mark.Payload ?? (under.Length == 0 ? null : string.Join(' ', under)), page.Number, mark.Box));
                }
            }
        }

        foreach (Block block in document.Blocks)
        {
            if (OfBlock(block) is (string kind, string why) && !traces.Exists(t => t.Page == block.Page && t.Box is { } box && box.Intersect(block.Box).Area * 2 > block.Box.Area))
            {
                traces.Add(new SourceTrace(kind, why, string.Join(" | ", block.Segments.Select(static s => s.Source)), block.Page, block.Box));
            }
        }

        traces.AddRange(ByHand(document, words));
        if (document.Source.Metadata.Count > 0)
        {
            traces.Add(new SourceTrace("metadata of the file", "what made the file, on whose machine and when", string.Join("; ", document.Source.Metadata.Select(static m => $"{m.Key}: {m.Value}")), null, null));
        }

        return [.. traces.OrderBy(static t => t.Page ?? int.MaxValue).ThenBy(static t => t.Box?.Y ?? 0)];
    }

    private static (string Kind, string Why)? OfMark(MarkKind kind) => kind switch
    {
        MarkKind.ReceiptStamp => ("receipt stamp", "the office that received this copy, its register number and the day"),
        MarkKind.Handwriting => ("handwriting", "the hand of one who held this copy"),
        MarkKind.QrCode => ("QR code", "a link or number that may stand for this one copy; do not open it"),
        MarkKind.Watermark => ("watermark", "a pattern that may differ from copy to copy"),
        _ => null,
    };

    private static (string Kind, string Why)? OfBlock(Block block) => block.Kind switch
    {
        BlockKind.ReceiptStamp => ("receipt stamp", "the office that received this copy, its register number and the day"),
        BlockKind.DigitalSignature => ("digital signature", "who signed or took this copy out of the system, and the second"),
        BlockKind.Drafter => ("drafter and copies", "who drafted it and how many copies there are"),
        BlockKind.Recipients => ("recipients", "the circle of those who had a copy; a short list narrows it"),
        BlockKind.Paragraph when block.Section == Section.Margin && LetterForms.Letters(string.Concat(block.Segments.Select(static s => s.Source))).Contains("banso", StringComparison.Ordinal) =>
            ("copy number", "which of the copies this is"),
        BlockKind.Circulation => ("limits on circulation", "copies of such papers are counted and may be marked"),
        _ => null,
    };

    // Facts that the reader took for handwriting where no mark was seen.
    private static IEnumerable<SourceTrace> ByHand(DocumentRecord document, WordBook words)
    {
        foreach (string fact in document.Facts.Uncertain.Where(static f => f is "number" or "date"))
        {
            if (document.Facts.Evidence.TryGetValue(fact, out IReadOnlyList<string>? ids) && ids.Count > 0 && words.PageOf(ids[0]) is { } page
                && !ids.Any(id => words.IsOn(id, MarkKind.Handwriting)))
            {
                Word[] found = [.. words.Of(ids)];
                if (!found.Any(static w => w.Source.Any(char.IsDigit) && w.Source.Count(char.IsDigit) < 4) && found.Length <= 2)
                {
                    continue; // a draft's blanks
                }

                yield return new SourceTrace("handwriting, perhaps", $"the {fact} may be written by hand: the same on every copy, unless the copy was numbered by itself",
                    string.Join(' ', found.Select(static w => w.Source)), page.Number, PixelBox.Around(found.Select(static w => w.Box)));
            }
        }
    }
}
