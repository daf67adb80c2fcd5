using System.Text.RegularExpressions;
using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>Reads a letter's facts off its blocks, each with the words it rests on, and says which of them are in doubt.</summary>
internal sealed partial class LetterFactReader : IFactReader
{
    /// <inheritdoc/>
    public DocumentFacts Read(IReadOnlyList<Block> blocks, IReadOnlyList<Page> pages)
    {
        FactNotes notes = new(new WordBook(pages));
        Block? numberBlock = Of(blocks, BlockKind.Number);
        NumberRead? number = numberBlock is null ? null : NumberReader.Read(Text(numberBlock));
        notes.Add("number", numberBlock, number is { Doubtful: true }, digits: true);

        Block? dateBlock = Of(blocks, BlockKind.PlaceDate);
        DateRead? date = dateBlock is null ? null : DateReader.ReadPlaceDate(Text(dateBlock));
        notes.AddDate(dateBlock, date);

        (Block? parent, Block? issuer) = (Of(blocks, BlockKind.ParentIssuer), Of(blocks, BlockKind.Issuer));
        notes.Add("parentIssuer", parent);
        notes.Add("issuer", issuer);

        Block? typeBlock = Of(blocks, BlockKind.DocumentType);
        notes.Add("documentType", typeBlock ?? numberBlock);
        Block? subject = Of(blocks, BlockKind.Subject);
        notes.Add("subject", subject);
        (Block? urgency, Block? secrecy) = (Of(blocks, BlockKind.Urgency), Of(blocks, BlockKind.Secrecy));
        notes.Add("urgency", urgency);
        notes.Add("secrecy", secrecy);
        Block? addressees = Of(blocks, BlockKind.Addressee), recipients = Of(blocks, BlockKind.Recipients);
        notes.Add("addressees", addressees);
        notes.Add("recipients", recipients);
        Signer? signer = SignerReader.Read(blocks);
        notes.AddSigner(blocks, signer);

        return new DocumentFacts
        {
            Number = number?.Number,
            Date = date?.Date,
            Place = date?.Place,
            ParentIssuer = parent is null ? null : Bare(Text(parent)),
            Issuer = issuer is null ? null : Bare(Text(issuer)),
            DocumentType = TypeOf(typeBlock, number, blocks),
            Subject = subject is null ? null : SubjectPattern().Replace(Text(subject), "").Trim(),
            Urgency = urgency is null ? null : Bare(Text(urgency)),
            Secrecy = secrecy is null ? null : Bare(Text(secrecy)),
            Addressees = Items(addressees),
            Recipients = Items(recipients),
            Signer = signer,
            Citations = Citations(blocks, number?.Number),
            Uncertain = notes.Uncertain,
            Evidence = notes.Evidence,
        };
    }

    private static Block? Of(IReadOnlyList<Block> blocks, BlockKind kind) =>
        blocks.FirstOrDefault(b => b.Kind == kind && b.Section is Section.Header or Section.Signature);

    private static string Text(Block block) => string.Join(' ', block.Segments.Select(static s => s.Source));

    // A name without the specks and strokes around it.
    private static string Bare(string text) => text.Trim(' ', '*', '_', '-', '–', '—', '.', '~', '\'', '"', '|', '`', ',', ':', '=');

    private static string? TypeOf(Block? printed, NumberRead? number, IReadOnlyList<Block> blocks)
    {
        if (printed is not null && DocumentTypes.Named(Text(printed)) is DocumentType type)
        {
            return type.Name;
        }

        string? ofCode = number?.Code is null ? null : DocumentTypes.OfNumber("0/" + number.Code)?.Name;
        return ofCode ?? (number is not null || blocks.Any(static b => b.Kind is BlockKind.Subject or BlockKind.Addressee) ? DocumentTypes.Letter : null);
    }

    private static IReadOnlyList<string> Items(Block? block)
    {
        if (block is null)
        {
            return [];
        }

        // The label has a segment of its own, unless the engine ran it into the first item.
        return [.. block.Segments.Skip(1).Select(static s => DashPattern().Replace(s.Source, "").Trim()).Where(static s => s.Any(char.IsLetterOrDigit))];
    }

    private static List<Citation> Citations(IReadOnlyList<Block> blocks, string? own)
    {
        List<Citation> citations = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Block block in blocks.Where(static b => b.Kind == BlockKind.Subject || b.Section is Section.Body or Section.Appendix or Section.Footnote))
        {
            foreach (Segment segment in block.Segments)
            {
                foreach (CitationReader.Found found in CitationReader.Read(segment.Source))
                {
                    if (found.Number != own && seen.Add(found.Number))
                    {
                        citations.Add(new Citation(found.Number, found.Date, found.Issuer, segment.Id));
                    }
                }
            }
        }

        return citations;
    }

    [GeneratedRegex(@"^[^\p{L}]*(?:[Vv]\s*[/lIi1]?\s*[Vv]|VAY|V/|VN|Viv)[\s:.]+")]
    private static partial Regex SubjectPattern();

    [GeneratedRegex(@"^[\s_.,~'""`°|„]*[-–—+•*=]+\s*")]
    private static partial Regex DashPattern();
}
