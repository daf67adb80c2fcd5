using System.Text.RegularExpressions;
using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>The documents that a letter cites.</summary>
/// <param name="Found">Each once, in reading order, with whether it was read with doubt.</param>
/// <param name="Unread">Whether something else is cited that could not be made out.</param>
internal sealed partial record CitedDocuments(IReadOnlyList<Citation> Found, bool Unread)
{
    /// <summary>Whether the list cannot be relied on as it is.</summary>
    internal bool Doubtful => Unread || Found.Any(static c => c.Doubtful);

    /// <summary>Below this a word of a cited number or date is taken as unsure.</summary>
    private const double SureCitation = 0.5;

    /// <summary>Reads them off the text; the letter's own number is none.</summary>
    internal static CitedDocuments In(IReadOnlyList<Block> blocks, string? own, string? ownDate, WordBook words)
    {
        List<Citation> citations = [];
        bool unread = false;
        foreach (Block block in blocks.Where(static b => b.Kind == BlockKind.Subject || b.Section is Section.Body or Section.Appendix or Section.Footnote))
        {
            foreach (Segment segment in block.Segments.Where(static s => !OwnNumberPattern().IsMatch(s.Source)))
            {
                CitationReader.Found[] all = [.. CitationReader.Read(segment.Source)];

                // "Nghị quyết số 66//INQ-HIND": something is cited there that could not be made out.
                unread |= UnreadPattern().Matches(segment.Source).Any(m => !Array.Exists(all, f => f.Start < m.Index + m.Length && m.Index < f.End));
                foreach (CitationReader.Found found in all)
                {
                    bool itself = found.Number == own || (IsEnclosing(block, segment) && (found.Date is null || ownDate is null || found.Date == ownDate));
                    if (itself)
                    {
                        continue;
                    }

                    int at = citations.FindIndex(c => c.Number == found.Number);
                    if (at >= 0 && (citations[at].Date is not null || found.Date is null))
                    {
                        continue;
                    }

                    bool later = ownDate is not null && string.CompareOrdinal(found.Date, ownDate) > 0;
                    var citation = new Citation(found.Number, found.Date, found.Issuer, segment.Id) { Doubtful = found.Doubtful || later || IsUnsure(segment, found, words) };
                    if (at < 0)
                    {
                        citations.Add(citation);
                    }
                    else
                    {
                        // A subject cites in short what the first sentence cites in full.
                        citations[at] = citation with { Issuer = found.Issuer ?? citations[at].Issuer };
                    }
                }
            }
        }

        // "5703/QĐ" beside "5703/QĐ-BYT" is the same, cut off.
        citations.RemoveAll(c => citations.Exists(o => o.Number.Length > c.Number.Length && o.Number.StartsWith(c.Number + "-", StringComparison.Ordinal)));
        return new CitedDocuments(citations, unread);
    }

    /// <summary>Whether a line of an appendix names the letter that it belongs to: "(Kèm theo Quyết định số …)".</summary>
    internal static bool IsEnclosing(Block block, Segment segment) => block.Section == Section.Appendix && EnclosedPattern().IsMatch(LetterForms.Plain(segment.Source));

    private static bool IsUnsure(Segment segment, CitationReader.Found found, WordBook words)
    {
        int at = 0, end = Math.Max(found.End, found.Day.End.Value);
        foreach (Word word in words.Of(segment))
        {
            int start = segment.Source.IndexOf(word.Source, at, StringComparison.Ordinal);
            if (start < 0)
            {
                continue;
            }

            at = start + word.Source.Length;
            bool ofNumber = start < found.End && found.Start < at, ofDay = start < end && found.Day.Start.Value < at;
            bool counts = word.Source.Any(char.IsDigit) || (ofNumber && word.Source.Any(char.IsLetter));
            if ((ofNumber || ofDay) && counts && (word.Confidence < SureCitation || FactNotes.HasOtherDigit(word) || (ofNumber && FactNotes.HasOtherLetter(word, FactNotes.OtherLetter))))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"(?<=(?:quyết|định|thị|thông báo|dẫn|hoạch|báo cáo|trình|văn|điện|mời|luận|tư) [Ss][ốôóỐổ]\s*:?\s*)\d\S*/\S*\p{Lu}\S*")]
    private static partial Regex UnreadPattern();

    // The number line of a letter that is enclosed: it cites nothing.
    [GeneratedRegex(@"^\W*[Ss][ốôóổỐ]\s*[:.]")]
    private static partial Regex OwnNumberPattern();

    [GeneratedRegex(@"^\W*(ban hanh )?kem theo\b|\((ban hanh )?kem theo\b")]
    private static partial Regex EnclosedPattern();
}
