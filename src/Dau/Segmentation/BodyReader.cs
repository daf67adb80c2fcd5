using System.Text.RegularExpressions;

namespace Dau.Segmentation;

/// <summary>Makes paragraphs, headings, list items and legal bases of the lines of running text, over line and page breaks.</summary>
internal sealed partial class BodyReader(Section section)
{
    private readonly List<DraftBlock> blocks = [];
    private readonly List<MarkerKind> depth = [];
    private readonly List<TextLine> open = [];
    private BlockKind openKind;
    private int? openLevel;
    private PageFrame? openFrame;
    private TextLine? before;
    private int lastNumber;
    private string lastMarker = "";
    private bool openArticle, openChapter;
    private int articleLevel;
    private readonly List<DraftBlock> specks = [];

    /// <summary>Specks that were read as signs: for the margin.</summary>
    internal IReadOnlyList<DraftBlock> Specks => specks;

    /// <summary>Reads one page's text after what earlier pages gave.</summary>
    internal void Add(SheetPage page, IReadOnlyList<(double Top, double Bottom, DraftBlock Block)> tables)
    {
        int table = 0;
        TextLine? last = before;
        before = null;
        bool first = true;
        foreach (TextLine raw in LineBuilder.Rows(page.Pieces))
        {
            TextLine? clean = WithoutSpecks(raw, page.Frame);
            if (clean is null)
            {
                continue;
            }

            TextLine row = clean;
            while (table < tables.Count && tables[table].Top < row.CentreY)
            {
                Put(tables[table++].Block);
            }

            bool joined = first ? JoinsOverPage(last, row, page.Frame) : Joins(row, page.Frame);
            first = false;
            if (!joined)
            {
                Start(row, page.Frame);
            }

            open.Add(row);
            openFrame = page.Frame;
            before = row;
        }

        while (table < tables.Count)
        {
            Put(tables[table++].Block);
        }

        before ??= last;
    }

    /// <summary>All blocks read.</summary>
    internal IReadOnlyList<DraftBlock> Finish()
    {
        Close();
        return blocks;
    }

    private void Put(DraftBlock block)
    {
        Close();
        blocks.Add(block);
        before = null;
    }

    private bool JoinsOverPage(TextLine? last, TextLine row, PageFrame frame)
    {
        if (last is null || open.Count == 0 || openFrame is null || openKind == BlockKind.Heading || IsNewStart(row, frame) || frame.IsCentred(row))
        {
            return false;
        }

        bool ended = EndsSentence(last.Text);
        bool indented = row.Left > frame.Left + 0.025 * frame.TextWidth;
        char first = row.Text.FirstOrDefault(char.IsLetterOrDigit);
        return char.IsLower(first) || (!ended && !indented) || (openFrame.IsFull(last) && !indented && !ended) || (openFrame.IsFull(last) && !indented && row.Left < frame.Left + 0.015 * frame.TextWidth);
    }

    private bool Joins(TextLine row, PageFrame frame)
    {
        if (open.Count == 0 || before is null)
        {
            return false;
        }

        double gap = row.CentreY - before.CentreY;
        bool far = gap > 1.9 * frame.Pitch && gap > 2.6 * frame.Letter;
        bool full = frame.IsFull(before);
        bool indented = row.Left > frame.Left + 0.025 * frame.TextWidth;
        bool deeper = row.Left > open[0].Left + 0.01 * frame.TextWidth;
        bool level = open.Count > 1 && Math.Abs(row.Left - open[^1].Left) < 0.012 * frame.TextWidth;
        bool ended = EndsSentence(before.Text);
        char first = row.Text.FirstOrDefault(char.IsLetterOrDigit);
        if (far && (ended || !char.IsLower(first)))
        {
            return false;
        }

        if (openKind == BlockKind.Heading && open[0].IsCapitals && frame.IsCentred(open[0], 0.02))
        {
            return frame.IsCentred(row, 0.02) && row.IsCapitals && open.Count < 5 && !EndsSentence(before.Text) && ListMarkers.Of(row) is null && gap < 1.5 * frame.Pitch;
        }

        if (IsNext(row) && !BeforeNumberPattern().IsMatch(before.Plain))
        {
            return false;
        }

        // What a colon announces and a semicolon goes on with is an item, also where it does not stand in.
        if (before.Text[^1] is ':' or ';' && ListMarkers.Of(row) is not null)
        {
            return false;
        }

        if (IsNewStart(row, frame) && (indented || !full || ended))
        {
            return false;
        }

        if (frame.IsCentred(row) || frame.IsCentred(open[0]))
        {
            return frame.IsCentred(row, 0.03) && frame.IsCentred(open[0], 0.03) && row.IsCapitals == open[0].IsCapitals && !ended && gap < 1.5 * frame.Pitch;
        }

        // A line that goes on starts at the margin, or below the text of its list item.
        if (full)
        {
            return !indented || level || (open.Count == 1 && openKind == BlockKind.ListItem && deeper) || (char.IsLower(first) && !ended);
        }

        return char.IsLower(first) && !ended && !(indented && before.Text.EndsWith(';'));
    }

    // "2." after an item "1.": the list goes on, wherever the line begins.
    private bool IsNext(TextLine row) =>
        ListMarkers.Of(row) == MarkerKind.Number && lastNumber > 0 && ListMarkers.NumberOf(row) is int number && number > lastNumber && number <= lastNumber + 2;

    // A row without the specks before its first word and behind its last; null where it is nothing else.
    private TextLine? WithoutSpecks(TextLine row, PageFrame frame)
    {
        int start = 0;
        while (start < row.Tokens.Count && row.Tokens[start].Text.All(static c => ".,'°_~`|‘’:;¬¦^ˆ˜ˇ´¨".Contains(c, StringComparison.Ordinal)))
        {
            start++;
        }

        if (!row.Text.Any(LetterForms.IsLetterOrDigit) || (row.IsJunk && row.Confidence < 0.45 && row.Tokens.Count <= 10) || (row.Letters.Length < 2 && row.Box.Height < LeastLetter * frame.Letter))
        {
            start = row.Tokens.Count;
        }

        // Behind the last word, a letter far lower than letters are.
        int end = row.Tokens.Count;
        while (end > start + 1 && row.Tokens[end - 1] is { Text.Length: 1 } last && char.IsLetter(last.Text[0]) && last.Place.Height < LeastLetter * frame.Letter)
        {
            end--;
        }

        if (start == 0 && end == row.Tokens.Count)
        {
            return row;
        }

        foreach (Token[] speck in new[] { row.Tokens.Take(start).ToArray(), row.Tokens.Skip(end).ToArray() }.Where(static s => s.Length > 0))
        {
            specks.Add(new DraftBlock(Section.Margin, BlockKind.Paragraph, [new DraftSegment(speck)]));
        }

        return start == row.Tokens.Count ? null : new TextLine([.. row.Tokens.Take(end).Skip(start)]);
    }

    /// <summary>A letter or digit alone on its line that is lower than this share of the others is a speck.</summary>
    private const double LeastLetter = 0.45;

    private static bool IsNewStart(TextLine row, PageFrame frame)
    {
        MarkerKind? marker = ListMarkers.Of(row);
        return (marker is not null && (marker is not (MarkerKind.Dash or MarkerKind.Number or MarkerKind.Letter) || row.Left > frame.Left + 0.01 * frame.TextWidth || marker == MarkerKind.Dash))
            || (Anchors.IsLegalBasis(row) && char.IsUpper(row.Text.FirstOrDefault(char.IsLetter)) && row.Left > frame.Left + 0.02 * frame.TextWidth)
            || Anchors.IsAppendixTitle(row);
    }

    private void Start(TextLine row, PageFrame frame)
    {
        Close();
        MarkerKind? marker = Settled(ListMarkers.Of(row), row);
        lastMarker = marker is null ? "" : row.Tokens[0].Text;
        lastNumber = marker == MarkerKind.Number ? ListMarkers.NumberOf(row) ?? 0 : marker is null || marker < MarkerKind.Number ? 0 : lastNumber;
        bool shortLine = row.Right < frame.Right - 0.08 * frame.TextWidth;
        if (section == Section.Appendix && Anchors.IsAppendixTitle(row))
        {
            (openKind, openLevel) = (BlockKind.AppendixTitle, null);
            depth.Clear();
        }
        else if (Anchors.IsLegalBasis(row) && char.IsUpper(row.Text.FirstOrDefault(char.IsLetter)) && depth.Count == 0)
        {
            (openKind, openLevel) = (BlockKind.LegalBasis, null);
        }
        else if (marker is MarkerKind kind)
        {
            int level = LevelOf(kind);
            bool heading = kind <= MarkerKind.Division || (kind is MarkerKind.Article && shortLine && !EndsSentence(row.Text))
                || (row.IsCapitals && kind is MarkerKind.Roman or MarkerKind.Capital or MarkerKind.Number)
                || (kind is MarkerKind.Roman or MarkerKind.Capital && shortLine && !row.Text.EndsWith('.') && !row.Text.EndsWith(';'));
            openKind = heading ? BlockKind.Heading : kind is MarkerKind.Article ? BlockKind.Paragraph : BlockKind.ListItem;
            openLevel = openKind == BlockKind.Paragraph ? null : level;
            (openArticle, articleLevel, openChapter) = (kind == MarkerKind.Article, level, kind <= MarkerKind.Division);
            return;
        }
        else if (frame.IsCentred(row, 0.04) && shortLine && !EndsSentence(row.Text.TrimEnd(':')))
        {
            // The title of a chapter stands below its number, at its level.
            bool title = openChapter && blocks.Count > 0 && blocks[^1].Kind == BlockKind.Heading;
            (openKind, openLevel) = (BlockKind.Heading, title ? blocks[^1].Level : 1);
            if (!title)
            {
                depth.Clear();
            }
        }
        else
        {
            (openKind, openLevel) = (BlockKind.Paragraph, null);
        }

        (openArticle, openChapter) = (false, openChapter && openKind == BlockKind.Heading && blocks.Count > 0 && blocks[^1].Level == openLevel);
    }

    // I and l, 0 and o look alike: what was open before says which list goes on.
    private MarkerKind? Settled(MarkerKind? marker, TextLine row)
    {
        MarkerKind? inner = depth.Count == 0 ? null : depth[^1];
        string first = row.Tokens[0].Text;
        if (marker == MarkerKind.Number && inner == MarkerKind.Roman && openKind == BlockKind.ListItem && lastMarker is "I." or "l." && ListMarkers.NumberOf(row) == 2)
        {
            depth[^1] = MarkerKind.Number; // the "I." before a "2." was a 1
        }

        return marker switch
        {
            MarkerKind.Roman or MarkerKind.Number when inner == MarkerKind.Letter && first is "I)" or "l)" or "0)" => MarkerKind.Letter,
            MarkerKind.Roman when inner == MarkerKind.Article && first is "I." or "l." && !row.IsCapitals => MarkerKind.Number,
            _ => marker,
        };
    }

    private int LevelOf(MarkerKind kind)
    {
        if (kind <= MarkerKind.Article)
        {
            depth.RemoveAll(k => k >= kind);
        }

        int at = depth.IndexOf(kind);
        if (at < 0)
        {
            // What ranks below the new marker and was opened before it is closed by it.
            depth.RemoveAll(k => k > kind && kind < MarkerKind.Letter);
            depth.Add(kind);
            return depth.Count;
        }

        depth.RemoveRange(at + 1, depth.Count - at - 1);
        return at + 1;
    }

    private void Close()
    {
        if (open.Count == 0)
        {
            return;
        }

        Token[] tokens = [.. open.SelectMany(static l => l.Tokens)];
        if (openArticle && openKind == BlockKind.Paragraph && open.Count < 4 && !EndsSentence(open[^1].Text))
        {
            // An article's name, over more than one line.
            (openKind, openLevel) = (BlockKind.Heading, articleLevel);
        }

        blocks.Add(openKind is BlockKind.Heading or BlockKind.AppendixTitle
            ? new DraftBlock(section, openKind, [new DraftSegment(tokens)], openLevel)
            : new DraftBlock(section, openKind, SentenceSplitter.Split(tokens), openLevel));
        open.Clear();
    }

    private static bool EndsSentence(string text)
    {
        string bare = text.TrimEnd('"', '”', '’', ')', ' ', '\'');
        return bare.Length > 0 && bare[^1] is '.' or ';' or ':' or '?' or '!' or '…';
    }

    [GeneratedRegex(@"\b(dieu|khoan|muc|so|thang|ngay|nam|diem|chuong|quy|va|tu|den|trang|bang)$")]
    private static partial Regex BeforeNumberPattern();
}
