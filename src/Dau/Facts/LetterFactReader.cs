using System.Text.RegularExpressions;
using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>Reads a letter's facts off its blocks, each with the words it rests on, and says which of them are in doubt.</summary>
internal sealed partial class LetterFactReader : IFactReader
{
    /// <inheritdoc/>
    public DocumentFacts Read(IReadOnlyList<Block> blocks, IReadOnlyList<Page> pages)
    {
        WordBook words = new(pages);
        FactNotes notes = new(words);
        NameConsensus consensus = new(pages);
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

        (string? parentName, string? issuerName) = (Name(parent, "parentIssuer", notes, consensus, date?.Date), Name(issuer, "issuer", notes, consensus, date?.Date));
        if (number?.Number is not null && issuerName is not null && CodeLetters.Fit(number.Number, issuerName) is string fitting)
        {
            number = number with { Number = fitting };
        }

        Block? typeBlock = Of(blocks, BlockKind.DocumentType);
        string? type = TypeOf(typeBlock, number, blocks);
        if (typeBlock is not null && type is not null && number?.Number is not null && CodeLetters.OfType(number.Number, type) is string whole)
        {
            number = number with { Number = whole };
            notes.DoubtMissing("number", null);
        }

        notes.Add("documentType", typeBlock ?? numberBlock, type is null && numberBlock is not null);
        Block? subject = Of(blocks, BlockKind.Subject);

        // Lines in the middle without the name of a type above them: that it is the subject was concluded.
        bool concluded = typeBlock is null && subject is not null && !SubjectPattern().IsMatch(Text(subject)) && number?.Code is not null && DocumentTypes.OfNumber("0/" + number.Code) is not null;
        notes.Add("subject", subject, concluded);
        if (typeBlock is not null || (type is not null && type != DocumentTypes.Letter))
        {
            // A type is printed with what it is about; one that only the number tells was printed too.
            notes.DoubtMissing("subject", subject);
        }

        (Block? urgency, Block? secrecy) = (Of(blocks, BlockKind.Urgency), Of(blocks, BlockKind.Secrecy));
        (string? urgencyName, bool misread) = urgency is null ? (null, false) : Urgency(Bare(Text(urgency)));
        notes.Add("urgency", urgency, misread);
        notes.Add("secrecy", secrecy);
        Block? addressees = Of(blocks, BlockKind.Addressee), recipients = Of(blocks, BlockKind.Recipients);
        notes.AddList("addressees", addressees, HasLabel(addressees));
        notes.AddList("recipients", recipients, HasLabel(recipients));
        SignerRead signer = SignerReader.Read(blocks, words);
        notes.AddSigner(signer);
        if (signer.Signer is null && issuer is not null)
        {
            notes.DoubtMissing("signer.name", null);
            notes.DoubtMissing("signer.titles", null);
            notes.DoubtMissing("signer.authority", null);
        }

        (string? place, bool placeMended) = date?.Place is null ? (null, false) : OrganNames.MendPlace(date.Place, notes.LeastOfPlace(dateBlock) < 0.8);
        if (place is not null)
        {
            string bare = DotPattern().Replace(place, " ");
            NameConsensus.Settled settled = consensus.Settle(bare);
            PlaceNames.Place known = PlaceNames.OfIssue(settled.Name, date!.Date);
            string? ofOffice = PlaceNames.OfOffice(known.Name, issuerName, parentName);
            (place, placeMended) = (ofOffice ?? known.Name, ofOffice is not null || bare != place || placeMended || settled.Changed || settled.Disputed || known.Mended || known.Doubtful);
        }

        notes.AddDate(dateBlock, date, placeMended);

        CitedDocuments citations = CitedDocuments.In(blocks, number?.Number, date?.Date, words);
        if (citations.Doubtful)
        {
            notes.DoubtMissing("citations", null);
        }

        if (subject is not null && citations.Found.Any(c => c.Doubtful && subject.Segments.Any(s => s.Id == c.Segment)))
        {
            notes.DoubtMissing("subject", null);
        }

        if (citations.Unread)
        {
            notes.DoubtMissing("citations.unread", null);
        }

        CitationReader.Found? named = (number?.Number, date?.Date) is (not null, not null) || issuer is null ? null : NamedByAppendix(blocks);
        DocumentFacts facts = new()
        {
            Profile = LetterProfiles.Choose(blocks, number?.Number ?? named?.Number, date?.Date ?? named?.Date, type)?.Id,
            Number = number?.Number ?? named?.Number,
            Date = date?.Date ?? named?.Date,
            Place = place,
            ParentIssuer = parentName,
            Issuer = issuerName,
            DocumentType = type,
            Subject = subject is null ? null : SubjectPattern().Replace(Text(subject), "").Trim(' ', '-', '_', '~', '|', '—'),
            Urgency = urgencyName,
            Secrecy = secrecy is null ? null : Bare(Text(secrecy)),
            Addressees = Items(addressees),
            Recipients = Items(recipients),
            Signer = signer.Signer,
            CoSigners = signer.CoSigners,
            Citations = citations.Found,
            People = PeopleReader.Read(blocks),
            Uncertain = notes.Uncertain,
            Evidence = notes.Evidence,
        };
        facts = facts with { Repairs = Repairs(facts, words) };
        return LostItsHead(pages, blocks) ? facts with { Uncertain = [.. facts.Uncertain.Union(OfTheHead, StringComparer.Ordinal)] } : facts;
    }

    private static readonly string[] OfTheHead =
        ["number", "date", "place", "parentIssuer", "issuer", "documentType", "subject", "urgency", "secrecy", "addressees", "recipients", "signer.name", "signer.titles", "signer.authority"];

    // A page that failed before the one the letterhead was read off: it may be another letter's.
    private static bool LostItsHead(IReadOnlyList<Page> pages, IReadOnlyList<Block> blocks)
    {
        int head = Of(blocks, BlockKind.Issuer)?.Page ?? int.MaxValue;
        return pages.TakeWhile(p => p.Number != head).Any(static p => p.Status == PageStatus.Failed);
    }

    private static List<Model.Correction> Repairs(DocumentFacts facts, WordBook words)
    {
        List<Model.Correction> repairs = [];
        foreach ((string fact, string? name) in new[] { ("place", facts.Place), ("parentIssuer", facts.ParentIssuer), ("issuer", facts.Issuer), ("signer.name", facts.Signer?.Name) })
        {
            if (name is not null && facts.Evidence.TryGetValue(fact, out IReadOnlyList<string>? ids))
            {
                repairs.AddRange(FactRepairs.Between(words.Of(ids), name, "name"));
            }
        }

        return repairs;
    }

    // The name of a body, mended where it is a known one but for reading errors.
    private static string? Name(Block? block, string fact, FactNotes notes, NameConsensus consensus, string? date)
    {
        if (block is null)
        {
            return null;
        }

        NameConsensus.Settled settled = consensus.Settle(DotPattern().Replace(Bare(Text(block)), " "));
        (string name, bool changed) = OrganNames.Mend(settled.Name);
        PlaceNames.Place known = PlaceNames.InOffice(name, date);
        notes.Add(fact, block, changed || settled.Changed || settled.Disputed || known.Mended || !PlaceNames.AreWords(known.Name));
        return known.Name;
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
    private static string Bare(string text) => text.Trim(' ', '*', '_', '-', '–', '—', '.', '~', '\'', '"', '“', '”', '‘', '’', '|', '`', ',', ':', '=');

    private static string? TypeOf(Block? printed, NumberRead? number, IReadOnlyList<Block> blocks)
    {
        if (printed is not null && DocumentTypes.Named(Text(printed)) is DocumentType type)
        {
            return type.Name;
        }

        string? ofCode = number?.Code is null ? null : DocumentTypes.OfNumber("0/" + number.Code)?.Name;
        
        // A công văn prints no type, but says what it is about or to whom it goes; what does neither has a type that was not made out.
        return ofCode ?? (blocks.Any(static b => b.Kind is BlockKind.Subject or BlockKind.Addressee) ? DocumentTypes.Letter : null);
    }

    private static IReadOnlyList<string> Items(Block? block)
    {
        if (block is null)
        {
            return [];
        }

        // The label has a segment of its own, where it was read.
        return [.. block.Segments.Skip(IsLabel(block.Segments[0].Source) ? 1 : 0).Select(static s => SpecksPattern().Replace(DashPattern().Replace(s.Source, ""), "").Trim())
            .Where(static s => s.Count(char.IsLetterOrDigit) > 2)];
    }

    private static bool IsLabel(string text) => TelegramPattern().IsMatch(text) || LetterForms.Letters(text) is { Length: <= 11 } letters
        && Array.Exists(Labels, l => LetterForms.Distance(letters, l) <= 3 && Math.Abs(letters.Length - l.Length) <= 3 && (letters.Length > 5 || LetterForms.Distance(letters, l) < 2));

    // Where the label was lost, items near it may be lost too.
    private static bool HasLabel(Block? block) => block is null || IsLabel(block.Segments[0].Source);

    private static readonly string[] Labels = ["noinhan", "kinhgui", "kinhtrinh"];

    [GeneratedRegex(@"^\P{Ll}+\sđiện\s?:$")]
    private static partial Regex TelegramPattern();

    // "(Kèm theo Quyết định số … ngày …)" over an appendix names the letter itself, in print where the letterhead has it by hand.
    private static CitationReader.Found? NamedByAppendix(IReadOnlyList<Block> blocks) =>
        blocks.SelectMany(static b => b.Segments.Where(s => CitedDocuments.IsEnclosing(b, s))).SelectMany(static s => CitationReader.Read(s.Source)).FirstOrDefault();

    [GeneratedRegex(@"^[^\p{L}]*(?:(?:[Vv]\s*[/lIi1]?\s*[Vv])[\s:.,]+|(?:VAY|V/|VN|Viv|VAy)[\s:.]+)")]
    private static partial Regex SubjectPattern();

    // A speck between two words of a name; TP., TX. and the like keep their stop.
    [GeneratedRegex(@"(?<!\b(?:TP|TX|TT|Q|H|P|X|T))\.\s*(?=\p{Lu})")]
    private static partial Regex DotPattern();

    // Also a speck that was read as a letter behind the end of an item.
    [GeneratedRegex(@"(?<=\S)\s+[^\p{L}\d]+$|(?<=;)\s+\p{Ll}{1,2}$")]
    private static partial Regex SpecksPattern();

    [GeneratedRegex(@"^[^\p{Lu}\p{Ll}\d(""“]+")]
    private static partial Regex DashPattern();
}
