using System.Collections.Frozen;

namespace Dau.Output.ReaderPage;

/// <summary>Finds, for facts that are kept as printed, the words they rest on and the English that the page has for them.</summary>
internal sealed class FactEnglish(Lookup lookup)
{
    // A fact may rest on words of another block (a công văn is known by its number): their English is not the fact's.
    private static readonly FrozenDictionary<string, BlockKind> Kinds = new Dictionary<string, BlockKind>
    {
        ["subject"] = BlockKind.Subject,
        ["issuer"] = BlockKind.Issuer,
        ["parentIssuer"] = BlockKind.ParentIssuer,
        ["urgency"] = BlockKind.Urgency,
        ["secrecy"] = BlockKind.Secrecy,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly DocumentFacts facts = lookup.Document.Facts;

    /// <summary>The words that a fact rests on; those of its parts (<c>signer.name</c> …) where it is named by parts only.</summary>
    public IReadOnlyList<string> Evidence(string fact) =>
        facts.Evidence.TryGetValue(fact, out IReadOnlyList<string>? words) ? words
        : [.. facts.Evidence.Where(entry => entry.Key.StartsWith(fact + ".", StringComparison.Ordinal)).SelectMany(static entry => entry.Value).Distinct()];

    /// <summary>English of a fact that is the text of whole segments; null where the segments say more than the fact.</summary>
    public string? Of(string fact)
    {
        string[] parts = [.. Segments(fact).Select(static segment => segment.Reviewed ?? segment.Target).OfType<string>()];
        return parts.Length == 0 ? null : string.Join(' ', parts);
    }

    /// <summary>Whether that English is a word gloss.</summary>
    public bool IsGloss(string fact) => Segments(fact).Any(SegmentMarkup.IsGloss);

    /// <summary>The segment that one item of a list stands in.</summary>
    public Segment? Item(string item, BlockKind kind)
    {
        string wanted = Bare(item);
        return SegmentsOf(kind).FirstOrDefault(segment => Bare(segment.Source).EndsWith(wanted, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The signer's posts in English where the page has more than a gloss of it, otherwise as printed.</summary>
    public IEnumerable<string> Titles(Signer signer)
    {
        foreach (string title in signer.Titles)
        {
            // The whole line, not its end: PHÓ GIÁM ĐỐC (deputy director) ends in GIÁM ĐỐC (director).
            Segment? segment = SegmentsOf(BlockKind.SignerTitle).FirstOrDefault(line => Bare(line.Source).Equals(Bare(title), StringComparison.OrdinalIgnoreCase));
            string? target = segment is not null && !SegmentMarkup.IsGloss(segment) ? segment.Reviewed ?? segment.Target : null;
            yield return target is null ? title : $"{target} ({title})";
        }
    }

    /// <summary>The words of a citation: those that make up its number, else the segment's.</summary>
    public IEnumerable<string> WordsOf(Citation citation)
    {
        if (lookup.Segment(citation.Segment) is not (Segment segment, _))
        {
            return [];
        }

        string[] near = [.. segment.WordIds.Where(id => lookup.Word(id) is { } word && word.Source.Length > 2 && word.Source.Any(char.IsAsciiDigit)
            && (citation.Number.Contains(word.Source.Trim(',', '.', ';', ')', '('), StringComparison.Ordinal) || word.Source.Contains(citation.Number, StringComparison.Ordinal)))];
        return near.Length > 0 ? near : segment.WordIds;
    }

    /// <summary>The words of a person's name in the segment that names him; the segment's where they do not stand in a row.</summary>
    public IEnumerable<string> WordsOf(NamedPerson person) => lookup.Segment(person.Segment) is (Segment segment, _) ? WordsOf(person.Name, segment) : [];

    /// <summary>The words of a signer's name in the signature.</summary>
    public IEnumerable<string> WordsOf(Signer signer) =>
        signer.Name is { } name && SegmentsOf(BlockKind.SignerName).FirstOrDefault(segment => segment.Source.Contains(name, StringComparison.Ordinal)) is { } segment ? WordsOf(name, segment) : [];

    private IReadOnlyList<string> WordsOf(string name, Segment segment)
    {
        string[] syllables = name.Split(' ');
        string[] words = [.. segment.WordIds.Select(id => lookup.Word(id)?.Source.Trim(',', '.', ';', ':', ')', '(', '"', '“', '”') ?? "")];
        int at = Enumerable.Range(0, Math.Max(0, words.Length - syllables.Length + 1)).FirstOrDefault(i => words.AsSpan(i, syllables.Length).SequenceEqual(syllables), -1);
        return at < 0 ? segment.WordIds : [.. segment.WordIds.Skip(at).Take(syllables.Length)];
    }

    private IEnumerable<Segment> SegmentsOf(BlockKind kind) =>
        lookup.Document.Blocks.Where(block => block.Kind == kind).SelectMany(static block => block.Segments);

    private IEnumerable<Segment> Segments(string fact)
    {
        IReadOnlyList<string> words = Evidence(fact);
        var rested = words.ToHashSet(StringComparer.Ordinal);
        return words.Select(lookup.SegmentOf).OfType<Segment>().Distinct()
            .Where(segment => Kinds.TryGetValue(fact, out BlockKind kind) && lookup.Segment(segment.Id)?.Block.Kind == kind)
            .Where(segment => segment.WordIds.Count(rested.Contains) * 10 >= segment.WordIds.Count * 6);
    }

    /// <summary>English of a list item without the dash and the label that stand before it.</summary>
    public static string? WithoutLabel(string? target)
    {
        string? bare = target?.TrimStart('-', '–', '+', ' ');
        return bare is not null && bare.StartsWith("To: ", StringComparison.Ordinal) ? bare[4..] : bare;
    }

    private static string Bare(string text) => text.Trim(' ', '-', '–', '+', '.', ';', ',', ':', '/');
}
