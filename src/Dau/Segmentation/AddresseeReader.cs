namespace Dau.Segmentation;

/// <summary>Reads "Kính gửi" and the addressees behind and below it (cell 9a): one block, a segment for the label and one for each addressee.</summary>
internal static class AddresseeReader
{
    internal static List<DraftBlock> Read(SheetPage page, TextLine? label)
    {
        if (label is null)
        {
            return [];
        }

        PageFrame frame = page.Frame;
        List<TextLine> rows = LineBuilder.Rows(page.Pieces.Where(p => p.CentreY > label.CentreY - 0.5 * label.Height
            && (p == label || p.Right >= label.Left || p.Top > label.Bottom + 8 * frame.Letter || ListMarkers.Of(p) is MarkerKind.Dash or MarkerKind.Plus)));
        TextLine? first = rows.Find(r => r.Tokens.Contains(label.Tokens[0]));
        if (first is null)
        {
            return [];
        }

        // The label is two words; a colon may stand apart.
        int start = first.Tokens.ToList().IndexOf(label.Tokens[0]);
        int end = Math.Min(first.Tokens.Count, start + LabelLength(label));
        List<DraftSegment> segments = [new DraftSegment([.. first.Tokens.Skip(start).Take(end - start)])];
        List<TextLine> taken = [first];
        List<List<Token>> items = [];
        if (end < first.Tokens.Count)
        {
            items.Add([.. first.Tokens.Skip(end)]);
        }

        // Its label is a whole line, and the items begin where paragraphs do.
        bool isTelegram = Anchors.IsTelegramAddressee(label);
        TextLine before = first;
        foreach (TextLine row in rows.SkipWhile(r => r != first).Skip(1))
        {
            bool marked = ListMarkers.Of(row) is MarkerKind.Dash or MarkerKind.Plus or MarkerKind.Number;
            bool deep = row.Left > frame.Left + 0.1 * frame.TextWidth;
            double gap = row.Top - before.Bottom;
            bool ended = items.Count > 0 && items[^1][^1].Text.EndsWith('.');
            bool single = items.Count == 1 && items[0][0].Text is not ("-" or "–" or "+");
            if (gap > 2.2 * frame.Letter || Anchors.IsLegalBasis(row) || (!deep && !marked) || (ended && !marked && gap > 0.9 * frame.Letter)
                || (ended && !deep) || (single && marked && !deep) || (!deep && marked && items.Count == 0 && row.Left < first.Left && !isTelegram))
            {
                break;
            }

            bool fresh = items.Count == 0 || marked || (items[^1][^1].Text.EndsWith(';') || items[^1][^1].Text.EndsWith('.'));
            if (fresh)
            {
                items.Add([.. row.Tokens]);
            }
            else
            {
                items[^1].AddRange(row.Tokens);
            }

            taken.Add(row);
            before = row;
        }

        segments.AddRange(items.Select(static i => new DraftSegment(i)));
        HashSet<Token> used = [.. segments.SelectMany(static s => s.Tokens)];
        foreach (TextLine piece in page.Pieces.Where(p => p.Tokens.Any(used.Contains)).ToArray())
        {
            page.Replace(piece, [new TextLine([.. piece.Tokens.Where(t => !used.Contains(t))])]);
        }

        return [new DraftBlock(Section.Header, BlockKind.Addressee, segments)];
    }

    private static int LabelLength(TextLine label)
    {
        if (Anchors.IsTelegramAddressee(label))
        {
            return label.Tokens.Count;
        }

        string letters = "";
        for (int i = 0; i < label.Tokens.Count; i++)
        {
            letters += LetterForms.Letters(label.Tokens[i].Text);
            if (letters.Length >= 6)
            {
                return i + 1 < label.Tokens.Count && !label.Tokens[i + 1].Text.Any(char.IsLetterOrDigit) && label.Tokens[i + 1].Text.Contains(':', StringComparison.Ordinal) ? i + 2 : i + 1;
            }
        }

        return label.Tokens.Count;
    }
}
