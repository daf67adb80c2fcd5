namespace Dau.Segmentation;

/// <summary>Tells the issuing body from the one above it, by how the names of organs are made: a name may take several lines, the last name is the issuer's.</summary>
internal static class IssuerSplitter
{
    internal static (List<TextLine> Parent, List<TextLine> Issuer) Split(IReadOnlyList<TextLine> lines)
    {
        if (lines.Count == 0)
        {
            return ([], []);
        }

        int issuer = 0;
        for (int i = 1; i < lines.Count; i++)
        {
            if (!Organs.Continues(lines[i - 1], lines[i]))
            {
                issuer = i;
            }
        }

        return ([.. lines.Take(issuer)], [.. lines.Skip(issuer)]);
    }
}
