using Dau.Segmentation;

namespace Dau.Facts.Checks;

/// <summary>A letter of a case.</summary>
/// <param name="Document">Name of its folder in the case.</param>
/// <param name="Number">Its number; null where it is not known.</param>
/// <param name="Date">Its date; null where it is not known.</param>
/// <param name="Issuer">The body that issued it.</param>
/// <param name="DocumentType">Its type.</param>
internal sealed record CaseLetter(string Document, string? Number, string? Date, string? Issuer, string? DocumentType);

/// <summary>A citation of a letter in the case.</summary>
/// <param name="From">Folder of the letter that cites.</param>
/// <param name="Segment">Id of the segment that cites.</param>
/// <param name="Number">Number that is cited.</param>
/// <param name="Date">Date that is cited.</param>
/// <param name="Issuer">Body that is cited.</param>
/// <param name="To">Folder of the cited letter; null where the case does not hold it.</param>
/// <param name="Sure">Whether the link rests on more than a number that was read with doubt or a date that one side lacks.</param>
/// <param name="Doubtful">Whether number or date were read with doubt where they are cited.</param>
internal sealed record CaseCitation(string From, string Segment, string Number, string? Date, string? Issuer, string? To, bool Sure, bool Doubtful);

/// <summary>A document that letters cite and that the case does not hold.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Date">Its date, where a letter gives one.</param>
/// <param name="Issuer">The body that issued it, where a letter gives one.</param>
/// <param name="CitedBy">Folders of the letters that cite it.</param>
/// <param name="Doubtful">Whether no letter names it without doubt.</param>
internal sealed record MissingDocument(string Number, string? Date, string? Issuer, IReadOnlyList<string> CitedBy, bool Doubtful);

/// <summary>What the letters of a case cite: which of it is there, which is missing. Written as <c>references.json</c>.</summary>
/// <param name="Schema">Name and version of the file's layout.</param>
/// <param name="Letters">The letters.</param>
/// <param name="Citations">Every citation.</param>
/// <param name="Missing">What is cited and not there, what most letters cite first.</param>
internal sealed record CaseReferences(string Schema, IReadOnlyList<CaseLetter> Letters, IReadOnlyList<CaseCitation> Citations, IReadOnlyList<MissingDocument> Missing)
{
    internal const string SchemaName = "dau/references/1", FileName = "references.json";

    /// <summary>Links the citations of the letters.</summary>
    /// <param name="documents">Folder name and facts of each letter.</param>
    internal static CaseReferences Of(IReadOnlyList<(string Document, DocumentFacts Facts)> documents)
    {
        ILookup<string, (string Document, DocumentFacts Facts)> byNumber = documents.Where(static d => d.Facts.Number is not null).ToLookup(static d => Key(d.Facts.Number!), StringComparer.Ordinal);
        List<CaseCitation> citations = [];
        foreach ((string document, DocumentFacts facts) in documents)
        {
            foreach (Citation citation in facts.Citations)
            {
                // Numbers start anew each year: the dates must agree where both are known.
                (string Document, DocumentFacts Facts)? to = byNumber[Key(citation.Number)].Where(d => d.Document != document && SameDay(citation.Date, d.Facts.Date))
                    .OrderByDescending(d => citation.Date is not null && citation.Date == d.Facts.Date).Select(static d => ((string, DocumentFacts)?)d).FirstOrDefault();
                bool sure = to is { } found && !citation.Doubtful && citation.Date is not null && citation.Date == found.Facts.Date && !found.Facts.Uncertain.Contains("number") && !found.Facts.Uncertain.Contains("date");
                citations.Add(new CaseCitation(document, citation.Segment, citation.Number, citation.Date, citation.Issuer, to?.Document, sure, citation.Doubtful));
            }
        }

        MissingDocument[] missing =
        [
            .. citations.Where(static c => c.To is null).GroupBy(static c => Key(c.Number), StringComparer.Ordinal).SelectMany(static g => OfOneYear([.. g.OrderBy(static c => c.Doubtful)])).Select(static g => new MissingDocument(
                    g[0].Number, g.FirstOrDefault(static c => c.Date is not null)?.Date, g.FirstOrDefault(static c => c.Issuer is not null)?.Issuer,
                    [.. g.Select(static c => c.From).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], g.All(static c => c.Doubtful)))
                .OrderByDescending(static m => m.CitedBy.Count).ThenBy(static m => m.Date, StringComparer.Ordinal).ThenBy(static m => m.Number, StringComparer.Ordinal),
        ];
        return new CaseReferences(SchemaName, [.. documents.Select(static d => new CaseLetter(d.Document, d.Facts.Number, d.Facts.Date, d.Facts.Issuer, d.Facts.DocumentType))], citations, missing);
    }

    // Numbers start anew each year; one that is cited without a date is that of the only year that letters name.
    private static IEnumerable<CaseCitation[]> OfOneYear(CaseCitation[] sameNumber) =>
        sameNumber.Select(static c => c.Date?[..4]).OfType<string>().Distinct(StringComparer.Ordinal).Count() <= 1 ? [sameNumber] : sameNumber.GroupBy(static c => c.Date?[..4]).Select(static g => g.ToArray());

    /// <summary>A number as it is compared: no spaces, noughts in front or marks on letters, one case.</summary>
    internal static string Key(string number)
    {
        string bare = string.Concat(LetterForms.Plain(number).Where(static c => char.IsLetterOrDigit(c) || c is '/' or '-')).TrimStart('0');
        return bare.Replace('-', '/');
    }

    private static bool SameDay(string? a, string? b) => a is null || b is null || a == b;
}
