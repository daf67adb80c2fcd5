namespace Dau.Segmentation;

/// <summary>The right column of a signature block: authority, titles, perhaps a second post, rank and name.</summary>
/// <param name="Blocks">What was read, in reading order.</param>
/// <param name="Bottom">Where it ends, px.</param>
internal sealed record SignerColumn(IReadOnlyList<DraftBlock> Blocks, double Bottom)
{
    internal static SignerColumn Read(List<TextLine> rows, PageFrame frame)
    {
        List<TextLine> titles = Titles(rows, frame);
        if (titles.Count == 0)
        {
            return NameAlone(rows, frame);
        }

        double centre = PixelBox.Around(titles.Select(static t => t.Box)).CentreX;
        double bottom = titles[^1].Bottom;
        TextLine? nameLine = null;
        (int Start, int Name, int End) name = default;
        foreach (TextLine row in rows.Where(r => r.CentreY > titles[^1].CentreY + 0.5 * frame.Letter && r.Top < titles[^1].Bottom + 0.3 * frame.Height))
        {
            // Capitals right below the titles go on with them.
            bool title = row.IsCapitals && row.Top - titles[^1].Bottom < 1.3 * frame.Letter && row.CentreY - titles[^1].CentreY < 2.5 * frame.Letter;
            if (!title && SignerNames.Find(row) is (int, int, int) found && Math.Abs(Middle(row, found.Start, found.End) - centre) < 0.16 * frame.Width
                && (nameLine is null || row.Top - nameLine.Bottom < 9 * frame.Letter))
            {
                (nameLine, name) = (row, found);
            }
        }

        // The lowest line under the titles of which the seal left the given names, or the last of them.
        foreach (TextLine row in nameLine is null ? rows.Where(r => r.CentreY > titles[^1].CentreY + 3 * frame.Letter && r.Top < titles[^1].Bottom + 0.3 * frame.Height) : [])
        {
            if ((SignerNames.FindRest(row) ?? SignerNames.FindLast(row)) is (int, int) rest && Math.Abs(Middle(row, rest.Start, rest.End) - centre) < 0.16 * frame.Width)
            {
                (nameLine, name) = (row, (rest.Start, rest.Start, rest.End));
            }
        }

        List<DraftBlock> blocks = [];
        for (int i = 0; i < titles.Count;)
        {
            bool authority = Posts.AuthorityOf(titles[i].Text) is not null;
            int end = i + 1;
            while (end < titles.Count && Posts.AuthorityOf(titles[end].Text) is null
                && (!authority || !(titles[end].Confidence < 0.75 || PostNames.IsWhole(titles[end - 1].Text) || Posts.HasPost(titles[end]) || Organs.StartsBody(titles[end].Plain))))
            {
                end++;
            }

            blocks.Add(new DraftBlock(Section.Signature, authority ? BlockKind.Authority : BlockKind.SignerTitle, [.. PostsOf(titles.Take(end).Skip(i))]));
            i = end;
        }

        if (nameLine is null)
        {
            // The name was not read; the strokes of the signature still take the room down to it.
            return new SignerColumn(blocks, bottom + 0.1 * frame.Height);
        }

        TextLine[] second = [.. SecondPost(rows, titles[^1], nameLine, frame)];
        if (second.Length > 0)
        {
            blocks.Add(new DraftBlock(Section.Signature, BlockKind.SignerTitle, [.. PostsOf(second)]));
        }

        blocks.Add(new DraftBlock(Section.Signature, BlockKind.SignerName, [new DraftSegment([.. nameLine.Tokens.Take(name.End).Skip(name.Start)])]));
        return new SignerColumn(blocks, Math.Max(bottom, nameLine.Bottom));
    }

    // The seal may leave nothing of the titles: a known family name in the column is still the signer's.
    private static SignerColumn NameAlone(List<TextLine> rows, PageFrame frame)
    {
        foreach (TextLine row in rows.Where(r => rows.Count > 0 && r.Top < rows[0].Top + 0.3 * frame.Height).Reverse())
        {
            if (SignerNames.Find(row) is (int start, int name, int end) && SignerNames.IsFamilyName(row.Tokens[name].Text)
                && row.Tokens.Take(end).Skip(name).All(static t => t.Word.Confidence > 0.45) && row.Tokens.Take(end).Skip(name).Average(static t => t.Word.Confidence) > 0.75)
            {
                return new SignerColumn(
                    [new DraftBlock(Section.Signature, BlockKind.SignerName, [new DraftSegment([.. row.Tokens.Take(end).Skip(start)])])], row.Bottom);
            }
        }

        return new SignerColumn([], 0);
    }

    // A post may take more than one line: what names no post, no authority and no organ goes on with the line above.
    private static IEnumerable<DraftSegment> PostsOf(IEnumerable<TextLine> lines)
    {
        List<Token> post = [];
        foreach (TextLine line in lines)
        {
            if (post.Count > 0 && (line.Confidence < 0.75 || PostNames.IsWhole(string.Join(' ', post.Select(static t => t.Text))) || Posts.HasPost(line) || Organs.StartsBody(line.Plain)))
            {
                yield return new DraftSegment(post);
                post = [];
            }

            post.AddRange(line.Tokens);
        }

        yield return new DraftSegment(post);
    }

    private static double Middle(TextLine line, int start, int end) => PixelBox.Around(line.Tokens.Take(end).Skip(start).Select(static t => t.Place)).CentreX;

    // From the first title down, line upon line; scribble between them is passed over.
    private static List<TextLine> Titles(List<TextLine> rows, PageFrame frame)
    {
        List<TextLine> titles = [];
        foreach (TextLine row in rows)
        {
            bool title = SignatureReader.IsTitleLine(row) && !row.IsJunk;
            if (titles.Count == 0)
            {
                if (title || (row.Top < rows[0].Top + 5 * frame.Letter && row.Letters.Length >= 5 && PostNames.Nearest(row.Letters, 0.35) is not null))
                {
                    titles.Add(Trimmed(row));
                }

                continue;
            }

            if (row.Top - titles[^1].Bottom > 1.3 * frame.Letter)
            {
                break;
            }

            // Of a post below the first the seal may leave the last word.
            bool last = row.Text.Any(char.IsUpper) && row.Letters.Length is >= 3 and <= 5 && titles[^1].Letters.EndsWith(row.Letters[^3..], StringComparison.Ordinal);
            // Below a whole post only another post or the office it is held in goes on; capitals beside it are the seal's.
            title &= !PostNames.IsNearlyWhole(titles[^1].Text) || Posts.AuthorityOf(titles[^1].Text) is not null || Posts.HasPost(row) || Posts.AuthorityOf(row.Text) is not null
                || Organs.StartsBody(row.Plain) || row.Plain.StartsWith("kiem", StringComparison.Ordinal);
            if (IsLeftOfDeputy(titles, row, frame))
            {
                titles.Add(row);
                continue;
            }

            // The last word of an office's name, alone on its line: THỦ TRƯỞNG CƠ QUAN ĐIỀU | TRA.
            bool tail = row.IsCapitals && row.Letters.Length is >= 2 and <= 4 && row.Confidence > 0.85 && row.Top - titles[^1].Bottom < 0.9 * frame.Letter
                && Math.Abs(row.CentreX - titles[^1].CentreX) < 2 * frame.Letter && !PostNames.IsWhole(titles[^1].Text);
            // "BỘ LAO ĐỘNG - THƯƠNG BINH | VÀ XÃ HỘI": no name begins with a word that joins.
            bool joined = row.Tokens.Count > 1 && LetterForms.Letters(row.Tokens[0].Text) is "va" or "cua";
            bool goesOn = (title || last || tail) && (joined || SignerNames.Find(row) is null || Posts.HasPost(row));
            if (goesOn)
            {
                titles.Add(Trimmed(row));
            }
        }

        return titles;
    }

    // Under a seal "KT. GIÁM ĐỐC" and "PHÓ GIÁM ĐỐC", which are equally wide, may leave "VI, GIÁM ĐỐC" and "P V".
    private static bool IsLeftOfDeputy(List<TextLine> titles, TextLine row, PageFrame frame) =>
        titles is [{ Tokens.Count: > 2 } head] && head.Tokens[0].Word.Confidence < 0.5 && LetterForms.Letters(head.Tokens[0].Text).Length is 1 or 2
        && PostNames.IsWhole(head.SplitAt(1).After.Text) && row.Letters.Length is >= 1 and <= 3 && row.Letters[0] == 'p' && char.IsUpper(row.Text.First(char.IsLetter))
        && Math.Abs(row.Left - head.Left) < frame.Letter;

    // Specks before and behind the words are no part of the title. Single letters are specks only beside a title that is whole without them.
    private static TextLine Trimmed(TextLine row)
    {
        if (Posts.BentAuthorityOf(row.Text) is not null)
        {
            return row;
        }

        TextLine words = Trimmed(row, static t => t.Count(char.IsLetter) >= 2 || (t.Any(char.IsLetter) && t.EndsWith('.')));
        return Posts.HasPost(words) || Posts.AuthorityOf(words.Text) is not null || PostNames.IsNearlyWhole(words.Text) || (words.IsCapitals && Organs.StartsBody(words.Plain))
            ? words : Trimmed(row, static t => t.Any(char.IsLetter));
    }

    private static TextLine Trimmed(TextLine row, Func<string, bool> isWord)
    {
        int start = 0, end = row.Tokens.Count;
        while (start < end - 1 && !Stays(row.Tokens[start].Text))
        {
            start++;
        }

        while (end > start + 1 && !Stays(row.Tokens[end - 1].Text))
        {
            end--;
        }

        return start == 0 && end == row.Tokens.Count ? row : new TextLine([.. row.Tokens.Take(end).Skip(start)]);

        bool Stays(string text) => isWord(text) && (!row.IsCapitals || text.Any(char.IsUpper));
    }

    // The substantive post of one who signs for a collective stands between signature and name.
    private static IEnumerable<TextLine> SecondPost(List<TextLine> rows, TextLine above, TextLine name, PageFrame frame)
    {
        List<TextLine> second = [];
        foreach (TextLine row in rows.Where(r => r.CentreY < name.CentreY - 0.4 * frame.Letter && r.Top > above.Bottom + 1.3 * frame.Letter).Reverse())
        {
            TextLine below = second.Count > 0 ? second[0] : name;
            if (below.Top - row.Bottom > 1.3 * frame.Letter || row.IsJunk || row.Confidence < 0.5 || !(Posts.HasPost(row) || row.IsCapitals))
            {
                break;
            }

            second.Insert(0, Trimmed(row));
        }

        return second.Exists(Posts.HasPost) ? second : [];
    }
}
