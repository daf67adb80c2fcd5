using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>Reads who signed off the signature blocks (cell 7).</summary>
internal static class SignerReader
{
    internal static Signer? Read(IReadOnlyList<Block> blocks)
    {
        Segment[] lines = [.. blocks.Where(static b => b.Section == Section.Signature && b.Kind is BlockKind.Authority or BlockKind.SignerTitle).SelectMany(static b => b.Segments)];
        Segment? nameLine = blocks.FirstOrDefault(static b => b.Section == Section.Signature && b.Kind == BlockKind.SignerName)?.Segments[0];
        if (lines.Length == 0 && nameLine is null)
        {
            return null;
        }

        string? authority = null;
        List<string> titles = [];
        foreach (Segment line in lines)
        {
            string title = line.Source;
            if (Posts.AuthorityOf(title) is (string found, int length))
            {
                authority ??= found;
                title = title[length..];
            }

            title = PostNames.Mend(title.Trim());
            if (title.Length > 0)
            {
                titles.Add(title);
            }
        }

        string[] words = nameLine is null ? [] : nameLine.Source.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int rank = Posts.RankLength(words);
        string name = string.Join(' ', words.Skip(rank)).Trim('.', ',', ' ');
        return new Signer(name.Length == 0 ? null : name, rank == 0 ? null : string.Join(' ', words.Take(rank)), titles, authority);
    }
}
