namespace Dau.Segmentation;

/// <summary>Reads "Nơi nhận" and its items (cell 9b): one block, a segment for the label and one for each item.</summary>
internal static class RecipientsReader
{
    /// <param name="rows">The left column from the label down; from the first item where the label was not read.</param>
    /// <param name="frame">The page's measures.</param>
    internal static (DraftBlock Block, IReadOnlyList<TextLine> Lines) Read(List<TextLine> rows, PageFrame frame)
    {
        TextLine label = rows[0];
        List<DraftSegment> segments = [];
        List<Token> current = [.. label.Tokens];
        bool labelled = Anchors.IsRecipients(label);
        int labelEnd = LabelEnd(label);
        if (labelled && labelEnd < label.Tokens.Count && label.Tokens.Skip(labelEnd).Any(static t => t.Text.Any(char.IsLetterOrDigit)))
        {
            segments.Add(new DraftSegment([.. label.Tokens.Take(labelEnd)]));
            current = [.. label.Tokens.Skip(labelEnd)];
        }

        List<TextLine> lines = [label];
        bool stored = false, commas = false;
        foreach (TextLine row in rows.Skip(1))
        {
            double gap = row.Top - lines[^1].Bottom;
            bool marked = ListMarkers.Of(row) is MarkerKind.Dash or MarkerKind.Plus or MarkerKind.Number || row.Tokens[0].Text is "~" or "ˆ" or "^" or "¬" or "«" or "»" or "_" or ".-" or "-." or "*";
            if (gap > 3.0 * frame.Letter || Anchors.IsDrafter(row) || (stored && !marked && (gap > 0.9 * frame.Letter || current[^1].Text.EndsWith('.'))))
            {
                break;
            }

            bool aligned = Math.Abs(row.Left - (lines.Count > 1 ? lines[1].Left : label.Left)) < frame.Letter;
            if (row.IsJunk && !aligned && !row.Letters.StartsWith("luu", StringComparison.Ordinal))
            {
                continue;
            }

            // The Party's lists end their items with commas: where they do, a line that lost its dash is an item too.
            commas |= marked && current[^1].Text.EndsWith(',') && lines.Count > 1;
            bool lostDash = commas && current[^1].Text.EndsWith(',') && char.IsUpper(row.Text[0]) && row.Left > lines[^1].Left;
            bool fresh = marked || lostDash || (labelled && lines.Count == 1) || current[^1].Text.EndsWith(';') || (current[^1].Text.EndsWith('.') && char.IsUpper(row.Text[0]))
                || row.Tokens.Take(3).Select(static t => LetterForms.Letters(t.Text)).FirstOrDefault(static l => l.Length > 0) is "luu" or "nhu";
            if (fresh)
            {
                segments.Add(new DraftSegment(current));
                current = [];
            }

            current.AddRange(row.Tokens);
            lines.Add(row);
            stored |= current.Take(3).Any(static t => LetterForms.Letters(t.Text).StartsWith("luu", StringComparison.Ordinal));
        }

        segments.Add(new DraftSegment(current));
        return (new DraftBlock(Section.Signature, BlockKind.Recipients, segments), lines);
    }

    private static int LabelEnd(TextLine label)
    {
        string letters = "";
        for (int i = 0; i < label.Tokens.Count; i++)
        {
            letters += LetterForms.Letters(label.Tokens[i].Text);
            if (letters.Length >= 6)
            {
                return i + 1;
            }
        }

        return label.Tokens.Count;
    }
}
