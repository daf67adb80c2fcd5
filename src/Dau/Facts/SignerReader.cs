using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>A signer as read.</summary>
/// <param name="Signer">Who signed; null where nobody does.</param>
/// <param name="TitlesDoubtful">Whether a title is no post that is known, had letters mended, or is missing below an authority.</param>
/// <param name="AuthorityDoubtful">Whether the authority was concluded from the posts rather than read.</param>
/// <param name="NameDoubtful">Whether the name was mended, or the lists of names do not vouch for it.</param>
internal sealed record SignerRead(Signer? Signer, bool TitlesDoubtful, bool AuthorityDoubtful, bool NameDoubtful)
{
    /// <summary>Who else signed: below in the same column, and in the one to the left.</summary>
    internal IReadOnlyList<Signer> CoSigners { get; init; } = [];

    /// <summary>The blocks that the signer was read off.</summary>
    internal IReadOnlyList<Block> Blocks { get; init; } = [];
}

/// <summary>Reads who signed off the signature blocks (cell 7).</summary>
internal static class SignerReader
{
    /// <summary>The signer: in a joint document the one at the right, who leads; the others beside or below him.</summary>
    internal static SignerRead Read(IReadOnlyList<Block> blocks, WordBook words)
    {
        Block[] signature = [.. blocks.Where(static b => b.Section == Section.Signature && b.Kind is BlockKind.Authority or BlockKind.SignerTitle or BlockKind.SignerName)];
        Block[] left = [.. signature.Where(b => IsLeft(b, words))];
        if (left.Length == 0 || left.Length == signature.Length)
        {
            return ReadOne(signature, words) with { Blocks = signature };
        }

        List<Block[]> right = Each([.. signature.Except(left)]);
        IEnumerable<SignerRead> others = right.Skip(1).Concat(Each(left)).Select(s => ReadOne(s, words));
        return ReadOne(right[0], words) with { CoSigners = [.. others.Select(static o => o.Signer).OfType<Signer>()], Blocks = right[0] };
    }

    // One below another in a column: each ends with a name.
    private static List<Block[]> Each(IReadOnlyList<Block> column)
    {
        List<Block[]> all = [];
        for (int start = 0; start < column.Count;)
        {
            int end = start;
            while (end < column.Count && column[end].Kind != BlockKind.SignerName)
            {
                end++;
            }

            end = Math.Min(end + 1, column.Count);
            all.Add([.. column.Take(end).Skip(start)]);
            start = end;
        }

        return all;
    }

    private static bool IsLeft(Block block, WordBook words) =>
        block.Segments[0].WordIds.Count > 0 && words.PageOf(block.Segments[0].WordIds[0]) is { Width: > 0 } page && block.Box.Right < 0.52 * page.Width;

    private static SignerRead ReadOne(IReadOnlyList<Block> blocks, WordBook words)
    {
        string[] lines = [.. blocks.Where(static b => b.Section == Section.Signature && b.Kind is BlockKind.Authority or BlockKind.SignerTitle)
            .SelectMany(static b => b.Segments).Select(static s => s.Source)];
        Segment? nameLine = blocks.FirstOrDefault(static b => b.Section == Section.Signature && b.Kind == BlockKind.SignerName)?.Segments[0];
        if (lines.Length == 0 && nameLine is null)
        {
            return new SignerRead(null, false, false, false);
        }

        string? authority = null;
        bool doubtful = false, concluded = false;
        List<string> titles = [];
        foreach (string line in lines)
        {
            string title = line;
            if (Posts.AuthorityOf(title) is (string found, int length))
            {
                authority ??= found;
                title = title[length..];
            }
            else if (authority is null && Posts.BentAuthorityOf(title) is (string left, string post))
            {
                (authority, concluded, title) = (left, true, post);
            }

            if (title.Any(char.IsLetter))
            {
                PostNames.Mended mended = PostNames.Mend(title);
                if (titles.Count > 0 && Deputy(titles[^1], mended) is { } deputy)
                {
                    mended = deputy;
                }

                doubtful |= mended.Doubtful;
                titles.Add(mended.Title);
            }
        }

        // A deputy who signs under the head's title signs for the head, whatever is left of the letters "KT.".
        if (authority is null && titles.Count >= 2 && titles[^1] == "PHÓ " + titles[^2])
        {
            (authority, concluded) = ("KT", true);
        }

        // And one who signs alone as a deputy does so for the head: that line is under the seal.
        if (authority is null && titles.Count == 1 && titles[0].StartsWith("PHÓ ", StringComparison.Ordinal) && PostNames.IsWhole(titles[0][4..]))
        {
            titles.Insert(0, titles[0][4..]);
            (authority, concluded, doubtful) = ("KT", true, true);
        }

        // Who signs for the head is the deputy: the line that says so is under the seal.
        if (authority == "KT" && titles.Count == 1 && PostNames.IsWhole(titles[0]) && PostNames.IsWhole("PHÓ " + titles[0]))
        {
            titles.Add("PHÓ " + titles[0]);
            doubtful = true;
        }

        // Who signs for another prints his own post below; a lone head may be what a seal left of two lines.
        doubtful |= authority is not null && titles.Count < 2;
        string[] parts = nameLine is null ? [] : nameLine.Source.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int rank = Posts.RankLength(parts);
        string name = string.Join(' ', parts.Skip(rank)).Trim('.', ',', ' ', '“', '”', '"', '\'', '‘', '’', '-', '_', '~', '*');
        Word[] read = nameLine is null || nameLine.WordIds.Count != parts.Length ? [] : [.. words.Of(nameLine.WordIds.Skip(rank))];
        PersonName? person = name.Length == 0 || PersonNames.LacksFamilyName(name) ? null : PersonNames.IsWrecked(read) ? PersonNames.Left(read) : PersonNames.Check(name, read);
        Signer signer = new(person?.Name, rank == 0 ? null : Rank(parts.Take(rank)), titles, authority);
        return new SignerRead(signer, doubtful, concluded, person?.Doubtful != false || Array.Exists(read, static w => w.Shape is not null));
    }

    // The two strokes of II are often read as an H.
    private static string Rank(IEnumerable<string> words) => string.Join(' ', words).Replace("CKH", "CKII", StringComparison.Ordinal);

    // Below a head's post that is signed for stands the deputy's: "GIÁM ĐỐC" again, or a line of which the seal left half, was "PHÓ GIÁM ĐỐC".
    private static PostNames.Mended? Deputy(string head, PostNames.Mended below)
    {
        // "KT. GIÁM ĐỐC CÔNG AN TỈNH": the line below repeats the post alone.
        string post = head.StartsWith(below.Title + " ", StringComparison.Ordinal) && PostNames.IsWhole(below.Title) ? below.Title : head;
        string deputy = "PHÓ " + post;
        if (below.Title == deputy || !PostNames.IsWhole(post) || !PostNames.IsWhole(deputy))
        {
            return null;
        }

        string letters = LetterForms.Letters(below.Read), wanted = LetterForms.Letters(deputy), standing = wanted + "thuongtruc";
        if (below.Doubtful && LetterForms.Distance(letters, standing) <= 0.4 * standing.Length)
        {
            return new PostNames.Mended(deputy + " THƯỜNG TRỰC", true, below.Read);
        }

        bool initial = letters is ['p'] or ['p', _];
        bool near = letters.Length > 2 && (LetterForms.Distance(letters, wanted) <= 0.45 * wanted.Length
            || (letters.Length < wanted.Length && wanted.EndsWith(letters[^3..], StringComparison.Ordinal)));
        return below.Title == post || (below.Doubtful && (initial || near)) ? new PostNames.Mended(deputy, true, below.Read) : null;
    }
}
