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
        notes.Add("number", numberBlock, number is null or { Doubtful: true } or { Number: null }, digits: true);

        Block? dateBlock = Of(blocks, BlockKind.PlaceDate);
        DateRead? date = dateBlock is null ? null : DateReader.ReadPlaceDate(Text(dateBlock));
        

        (Block? parent, Block? issuer) = (Of(blocks, BlockKind.ParentIssuer), Of(blocks, BlockKind.Issuer));
        if (blocks.Any(static b => b.Kind == BlockKind.Issuer))
        {
            // A letterhead without its number or date: a draft, or handwriting that was not read at all.
            notes.DoubtMissing("number", numberBlock);
            notes.DoubtMissing("date", dateBlock);
        }

        (string? parentName, string? issuerName) = (Name(parent, "parentIssuer", notes), Name(issuer, "issuer", notes));

        Block? typeBlock = Of(blocks, BlockKind.DocumentType);
        notes.Add("documentType", typeBlock ?? numberBlock);
        Block? subject = Of(blocks, BlockKind.Subject);
        notes.Add("subject", subject);
        (Block? urgency, Block? secrecy) = (Of(blocks, BlockKind.Urgency), Of(blocks, BlockKind.Secrecy));
        (string? urgencyName, bool misread) = urgency is null ? (null, false) : Urgency(Bare(Text(urgency)));
        notes.Add("urgency", urgency, misread);
        notes.Add("secrecy", secrecy);
        Block? addressees = Of(blocks, BlockKind.Addressee), recipients = Of(blocks, BlockKind.Recipients);
        notes.Add("addressees", addressees);
        notes.Add("recipients", recipients);
        SignerRead signer = SignerReader.Read(blocks);
        notes.AddSigner(blocks, signer);
        (string? place, bool placeMended) = date?.Place is null ? (null, false) : OrganNames.MendPlace(date.Place, notes.LeastOfPlace(dateBlock) < 0.8);
        notes.AddDate(dateBlock, date, placeMended);

        return new DocumentFacts
        {
            Number = number?.Number,
            Date = date?.Date,
            Place = place,
            ParentIssuer = parentName,
            Issuer = issuerName,
            DocumentType = TypeOf(typeBlock, number, blocks),
            Subject = subject is null ? null : SubjectPattern().Replace(Text(subject), "").Trim(' ', '-', '_', '~', '|', '—'),
            Urgency = urgencyName,
            Secrecy = secrecy is null ? null : Bare(Text(secrecy)),
            Addressees = Items(addressees),
            Recipients = Items(recipients),
            Signer = signer.Signer,
            Citations = Citations(blocks, number?.Number),
            Uncertain = notes.Uncertain,
            Evidence = notes.Evidence,
        };
    }

    // The name of a body, mended where it is a known one but for reading errors.
    private static string? Name(Block? block, string fact, FactNotes notes)
    {
        if (block is null)
        {
            return null;
        }

        (string name, bool changed) = OrganNames.Mend(Bare(Text(block)));
        notes.Add(fact, block, changed);
        return name;
    }

    private static (string Name, bool Misread) Urgency(string text)
    {
        string letters = LetterForms.Letters(text);
        foreach (string degree in Degrees)
        {
            if (LetterForms.Letters(degree) is string known && LetterForms.Distance(letters, known) <= 2 && known.Length > 4)
            {
                return (degree, letters != known);
            }
        }

        return (letters is "khan" ? "KHẨN" : text, false);
    }

    private static readonly string[] Degrees = ["HỎA TỐC", "THƯỢNG KHẨN", "HỎA TỐC HẸN GIỜ"];

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
        return [.. block.Segments.Skip(1).Select(static s => SpecksPattern().Replace(DashPattern().Replace(s.Source, ""), "").Trim())
            .Where(static s => s.Count(char.IsLetterOrDigit) > 2)];
    }

    private static List<Citation> Citations(IReadOnlyList<Block> blocks, string? own)
    {
        List<Citation> citations = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Block block in blocks.Where(static b => b.Kind == BlockKind.Subject || b.Section is Section.Body or Section.Appendix or Section.Footnote))
        {
            foreach (Segment segment in block.Segments.Where(static s => !OwnNumberPattern().IsMatch(s.Source)))
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

    [GeneratedRegex(@"^[^\p{L}]*(?:(?:[Vv]\s*[/lIi1]?\s*[Vv])[\s:.,]+|(?:VAY|V/|VN|Viv|VAy)[\s:.]+)")]
    private static partial Regex SubjectPattern();

    // The number line of a letter that is enclosed: it cites nothing.
    [GeneratedRegex(@"^\W*[Ss][ốôóổỐ]\s*[:.]")]
    private static partial Regex OwnNumberPattern();

    [GeneratedRegex(@"(?<=\S)\s+[^\p{L}\d]+$")]
    private static partial Regex SpecksPattern();

    [GeneratedRegex(@"^[\s_.,~'""`°|„]*[-–—+•*=]+\s*")]
    private static partial Regex DashPattern();
}
