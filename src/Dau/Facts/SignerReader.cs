using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>A signer as read.</summary>
/// <param name="Signer">Who signed; null where nobody does.</param>
/// <param name="TitlesDoubtful">Whether a title is no post that is known, or had letters mended.</param>
/// <param name="AuthorityDoubtful">Whether the authority was concluded from the posts rather than read.</param>
internal sealed record SignerRead(Signer? Signer, bool TitlesDoubtful, bool AuthorityDoubtful);

/// <summary>Reads who signed off the signature blocks (cell 7).</summary>
internal static class SignerReader
{
    internal static SignerRead Read(IReadOnlyList<Block> blocks)
    {
        string[] lines = [.. blocks.Where(static b => b.Section == Section.Signature && b.Kind is BlockKind.Authority or BlockKind.SignerTitle)
            .SelectMany(static b => b.Segments).Select(static s => s.Source)];
        Segment? nameLine = blocks.FirstOrDefault(static b => b.Section == Section.Signature && b.Kind == BlockKind.SignerName)?.Segments[0];
        if (lines.Length == 0 && nameLine is null)
        {
            return new SignerRead(null, false, false);
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

            if (title.Any(char.IsLetter))
            {
                PostNames.Mended mended = PostNames.Mend(title);
                doubtful |= mended.Doubtful;
                titles.Add(mended.Title);
            }
        }

        // A deputy who signs under the head's title signs for the head, whatever is left of the letters "KT.".
        if (authority is null && titles.Count >= 2 && titles[^1] == "PHÓ " + titles[^2])
        {
            (authority, concluded) = ("KT", true);
        }

        string[] words = nameLine is null ? [] : nameLine.Source.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int rank = Posts.RankLength(words);
        string name = string.Join(' ', words.Skip(rank)).Trim('.', ',', ' ');
        Signer signer = new(name.Length == 0 ? null : name, rank == 0 ? null : string.Join(' ', words.Take(rank)), titles, authority);
        return new SignerRead(signer, doubtful, concluded);
    }
}
