using Dau.ScanForge.Letters;

namespace Dau.ScanForge.Layout;

/// <summary>Sets the body and the appendices: paragraphs, headings, lists, tables.</summary>
internal sealed class BodyComposer(LetterStyle style, TextSetter setter, BlockList blocks)
{
    /// <summary>The lines of the body; <paramref name="section"/> is body or appendix.</summary>
    public IReadOnlyList<Fragment> Compose(IReadOnlyList<BodyItem> items, Section section, float pageWidth)
    {
        float width = pageWidth - style.Left - style.Right;
        List<Fragment> fragments = [];
        foreach (BodyItem item in items)
        {
            IReadOnlyList<Fragment> lines = item.Kind == BlockKind.Table ? Table(item, section, width) : Text(item, section, width);
            lines[0].SpaceBefore = item.Kind == BlockKind.Table ? 6 : style.ParagraphSpace;
            fragments.AddRange(lines);
        }

        return fragments;
    }

    /// <summary>Title, subtitle and note of an appendix.</summary>
    public IReadOnlyList<Fragment> AppendixHead(Appendix appendix, float pageWidth)
    {
        float width = pageWidth - style.Left - style.Right;
        List<Fragment> lines = [];
        void Add(string text, BlockKind kind, bool bold, bool italic, float size)
        {
            int block = blocks.Add(Section.Appendix, kind, text);
            Frame frame = new(style.Left + 20, width - 40, size, 1.22f, Alignment.Centre);
            lines.AddRange(setter.Set(Markup.Words(text, bold, italic), frame, block));
        }

        Add(appendix.Title, BlockKind.AppendixTitle, true, false, style.BodySize);
        Add(appendix.Subtitle, BlockKind.AppendixTitle, true, false, style.BodySize);
        if (appendix.Note is not null)
        {
            Add(appendix.Note, BlockKind.AppendixTitle, false, true, style.BodySize - 1);
        }

        foreach (Fragment line in lines)
        {
            line.KeepNext = true;
        }

        lines[0].NewPage = true;
        lines[0].Landscape = pageWidth > 700;
        return lines;
    }

    private IReadOnlyList<Fragment> Text(BodyItem item, Section section, float width)
    {
        int block = blocks.Add(section, item.Kind, item.Text, item.Level);
        bool bold = item.Kind == BlockKind.Heading;
        bool italic = item.Kind == BlockKind.LegalBasis;
        Frame frame = item.Centred
            ? new Frame(style.Left + 15, width - 30, style.BodySize, style.Leading, Alignment.Centre)
            : new Frame(style.Left, width, style.BodySize, style.Leading, Alignment.Justified)
            {
                FirstIndent = style.Indent,
                Bullets = item.Kind == BlockKind.ListItem,
            };
        if (item is { Kind: BlockKind.Quotation, AsText: false })
        {
            frame = frame with { X = frame.X + style.Indent, Width = width - (2 * style.Indent), FirstIndent = 0 };
            italic = true;
        }

        IReadOnlyList<Fragment> lines = setter.Set(Markup.Words(item.Text, bold, italic), frame, block);
        if (lines.Count > 2 && style.WidowControl)
        {
            lines[^2].KeepNext = true;
        }

        if (lines.Count > 1 && (style.WidowControl || bold))
        {
            lines[0].KeepNext = true;
        }

        if (bold)
        {
            lines[^1].KeepNext = true;
        }

        return lines;
    }

    private List<Fragment> Table(BodyItem item, Section section, float width)
    {
        IReadOnlyList<IReadOnlyList<string>> rows = item.Rows!;
        int block = blocks.AddTable(section, rows);
        float shares = (float)item.Widths!.Sum();
        float[] widths = [.. item.Widths!.Select(w => (float)w / shares * width)];
        List<Fragment> fragments = [];
        for (int r = 0; r < rows.Count; r++)
        {
            fragments.Add(Row(rows[r], widths, r == 0, block));
        }

        fragments[0].KeepNext = true;
        return fragments;
    }

    private Fragment Row(IReadOnlyList<string> cells, float[] widths, bool head, int block)
    {
        const float Padding = 4;
        float size = style.BodySize - 1.5f;
        Fragment row = new();
        float x = style.Left;
        List<(float X, IReadOnlyList<Fragment> Lines)> set = [];
        for (int c = 0; c < cells.Count; c++)
        {
            bool centred = head || cells[c].Length <= 10;
            Frame frame = new(x + Padding, widths[c] - (2 * Padding), size, 1.2f, centred ? Alignment.Centre : Alignment.Left);
            set.Add((x, setter.Set(Markup.Words(cells[c], head), frame, block)));
            x += widths[c];
        }

        float height = set.Max(static s => s.Lines.Sum(static l => l.Height)) + 5;
        foreach ((float _, IReadOnlyList<Fragment> lines) in set)
        {
            float y = (height - lines.Sum(static l => l.Height)) / 2;
            foreach (Fragment line in lines)
            {
                row.Words.AddRange(line.Words.Select(w => w.Moved(0, y)));
                y += line.Height;
            }
        }

        float right = style.Left + widths.Sum();
        row.Rules.Add(new PlacedRule(style.Left, 0, right, 0, 0.6f));
        row.Rules.Add(new PlacedRule(style.Left, height, right, height, 0.6f));
        float edge = style.Left;
        row.Rules.Add(new PlacedRule(edge, 0, edge, height, 0.6f));
        foreach (float width in widths)
        {
            edge += width;
            row.Rules.Add(new PlacedRule(edge, 0, edge, height, 0.6f));
        }

        row.Height = height;
        return row;
    }
}
