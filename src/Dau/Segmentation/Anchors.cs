using System.Text.RegularExpressions;

namespace Dau.Segmentation;

/// <summary>
/// Finds the anchors of the profiles on a page: the set phrases by which a letter's cells are known, matched on unmarked letters so that the usual reading
/// errors do no harm. The phrases are the profiles' (<see cref="AnchorPhrases"/>); how they are misread is known here.
/// </summary>
internal static partial class Anchors
{
    /// <summary>A title this short is found in running text too: only in capitals is it one.</summary>
    private const int ShortTitle = 20;

    private static readonly Regex NumberPattern = Pattern(
        $@"^[^a-z0-9]*{AnchorPhrases.Any("number").Replace("o", "[o06]", StringComparison.Ordinal)}\s*([:.;,]|(?=[\d/-])|$|.{{0,6}}[\d/]+\s?[/-]\s?[a-z]|.{{0,8}}[/-]\s?[a-z]{{1,5}}[/-][a-z]{{2}})");

    private static readonly Regex FiledPattern = Pattern($@"^[-–—\s]*{AnchorPhrases.Any("filed")}\s*[:.,;]\s*(vt|vp|hs|ho so|van|tc|hc|[a-z]{{2,5}}[,.])");
    private static readonly Regex SubjectPattern = Pattern($@"^[^a-z]*(v\s*[/il1]\s*v\b|v/|vlv\b|{AnchorPhrases.Any("subject")}(?![a-z]))");
    private static readonly Regex LegalBasisPattern = Pattern($@"^[^a-z]*{AnchorPhrases.Any("legalBasis")}\b");
    private static readonly Regex OpeningPattern = Pattern($@"^[^a-z]*{AnchorPhrases.Any("opening")}\b");
    private static readonly Regex DigitalSignaturePattern = Pattern($@"{AnchorPhrases.Any("digitalSignature")}|\+0?7[:.']00");
    private static readonly Regex AddressPattern = Pattern($@"^[^a-z0-9]*{AnchorPhrases.Any("address")}\b\s*[:.]");
    private static readonly Regex AppendixPattern = Pattern($@"^[^a-z0-9]*{AnchorPhrases.Any("appendixTitle")}\b\s*[ivxl0-9]*");
    private static readonly Regex EnclosedPattern = Pattern($@"^[^a-z]*{AnchorPhrases.Any("enclosed")}\b");
    private static readonly IReadOnlyList<string> AddresseeLabels = AnchorPhrases.Of("addressee"), RecipientsLabels = AnchorPhrases.Of("recipients"), UrgencyNames = AnchorPhrases.Of("urgency");
    private static readonly IReadOnlyList<string> Secrecy = AnchorPhrases.LettersOf("secrecy"), Circulation = AnchorPhrases.LettersOf("circulation");

    /// <summary>The words of a profile's title within a line (the country's or the Party's), first and one past the last; null where there is none.</summary>
    internal static (int Start, int End)? Title(TextLine line)
    {
        foreach (string title in AnchorPhrases.Titles)
        {
            if ((title.Length > ShortTitle || line.IsCapitals) && Find(line, title, title.Length > ShortTitle ? 0.3 : 0.25) is (int, int) found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The words of the motto within a line.</summary>
    internal static (int Start, int End)? Motto(TextLine line) => AnchorPhrases.Mottos.Select(motto => Find(line, motto, 0.3)).FirstOrDefault(static found => found is not null);

    /// <summary>Whether a line starts with "Số" and goes on like a number and code.</summary>
    internal static bool IsNumber(TextLine line) => NumberPattern.IsMatch(line.Plain);

    /// <summary>Where in a line a place and date begin (the place's first word); null where there is none.</summary>
    internal static int? PlaceDate(TextLine line)
    {
        int day = -1, hits = 0;
        for (int i = 0; i < line.Tokens.Count; i++)
        {
            string letters = LetterForms.Letters(line.Tokens[i].Text);
            string bare = letters.TrimEnd(Digits).TrimStart(Digits);
            if (day < 0 && (bare is "ngay" || (bare.Length is 4 or 5 && i > 0 && LetterForms.Distance(bare, "ngay") <= 1)))
            {
                day = i;
                hits++;
            }
            else if (bare.Length is 4 or 5 && LetterForms.Distance(bare, "thang") <= 1)
            {
                hits++;
                day = day < 0 ? i : day;
            }
            else if (bare.Length is 2 or 3 or 4 && LetterForms.Distance(bare, "nam") <= (bare.Length == 3 ? 1 : 0) && hits > 0)
            {
                hits++;
            }
        }

        // "Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày …" dates what it cites.
        if (hits < 2 || line.Tokens.Count - day > 9 || IsLegalBasis(line) || line.Tokens.Take(day).Any(static t => LetterNumbers.HasCode(t.Text)))
        {
            return null;
        }

        // The place: capitalised words back to the widest gap, five at most.
        int start = day;
        for (int i = day - 1; i >= 0 && day - i <= 6; i--)
        {
            PixelBox left = line.Tokens[i].Place, right = line.Tokens[i + 1].Place;
            if (right.X - left.Right > 1.2 * line.Height || !line.Tokens[i].Text.Any(char.IsLetter))
            {
                break;
            }

            start = i;
        }

        return start;
    }

    /// <summary>Whether a line is the label "Kính gửi" ("Kính trình" of the Party), with or without an addressee behind it.</summary>
    internal static bool IsAddressee(TextLine line)
    {
        string[] words = FirstWords(line, 4);
        bool colon = HasColon(line) || line.Tokens.Count <= 2;
        return AddresseeLabels.Any(label =>
        {
            (string first, string second) = Halves(label);
            return words.Length > 0 && (words[0] == first + second || (words.Length > 1 && LetterForms.Distance(words[0], first) <= 1 && words[1].Length >= 3
                && (colon || char.IsUpper(line.Text.FirstOrDefault(char.IsLetter)))
                && (LetterForms.Distance(words[1], second) <= (colon && second.Length < 4 ? 1 : 0) || (words[0] == first && words[1].Length <= 6 && words[1][0] == second[0] && EndsInColon(line, 1)))));
        });
    }

    /// <summary>Whether a line is the label of a telegram's addressees: who sends it, in capitals, and "điện:".</summary>
    internal static bool IsTelegramAddressee(TextLine line) => line.Tokens.Count > 2 && EndsInColon(line, line.Tokens.Count - 1) && LetterForms.Letters(line.Tokens[^1].Text) is "dien"
        && new TextLine([.. line.Tokens.SkipLast(1)]).IsCapitals;

    /// <summary>Whether a line is a copy's own number: "Bản số: 03".</summary>
    internal static bool IsCopyNumber(TextLine line) => CopyNumberPattern().IsMatch(line.Plain);

    /// <summary>Whether a line starts with the label "Nơi nhận".</summary>
    internal static bool IsRecipients(TextLine line)
    {
        string[] words = FirstWords(line, 3);
        bool label = line.Tokens.Count <= 3 || HasColon(line);
        return words.Length > 0 && label && RecipientsLabels.Any(phrase =>
        {
            // The slanted capital may be read as several letters.
            (string first, string second) = Halves(phrase);
            return (Math.Abs(words[0].Length - first.Length - second.Length) <= 1 && words[0].Length <= 7 && LetterForms.Distance(words[0], first + second) <= 1)
                || (words.Length > 1 && words[0].Length <= 5 && words[0].EndsWith(first[1..], StringComparison.Ordinal) && !LetterForms.LooksLikeSyllable(words[0]) && words[1] == second)
                || (words.Length > 1 && words[0].Length is >= 2 and <= 4 && words[1].Length is >= 3 and <= 5
                    && LetterForms.Distance(words[0], first) <= 1 && LetterForms.Distance(words[1], second) <= 1 && (words[1][^1] == second[^1] || words[0] == first));
        });
    }

    private static string[] FirstWords(TextLine line, int count) => [.. line.Tokens.Take(count).Select(static t => LetterForms.Letters(t.Text)).Where(static l => l.Length > 0)];

    private static bool HasColon(TextLine line) => line.Tokens.Take(3).Any(static t => t.Text.Contains(':', StringComparison.Ordinal));

    private static bool EndsInColon(TextLine line, int at) => at < line.Tokens.Count && line.Tokens[at].Text.EndsWith(':');

    // The first word of a label and the rest of it.
    private static (string First, string Second) Halves(string label)
    {
        int space = label.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (label, "") : (label[..space], LetterForms.Letters(label[space..]));
    }

    /// <summary>Whether a line is the item that ends a list of recipients: "- Lưu: VT, …".</summary>
    internal static bool IsFiled(TextLine line) => FiledPattern.IsMatch(line.Plain) && line.Tokens.Count <= 8;

    /// <summary>Whether a line starts with "V/v" or "Về việc".</summary>
    internal static bool IsSubject(TextLine line) => SubjectPattern.IsMatch(line.Plain);

    /// <summary>Whether a line starts the body as a legal basis does: "Căn cứ", "Xét", "Theo đề nghị".</summary>
    internal static bool IsLegalBasis(TextLine line) => LegalBasisPattern.IsMatch(line.Plain);

    /// <summary>Whether a line opens the body of a letter.</summary>
    internal static bool OpensBody(TextLine line) => IsLegalBasis(line) || OpeningPattern.IsMatch(line.Plain) || ListMarkers.Of(line) is not null;

    /// <summary>Whether the whole line is a degree of urgency (cell 10b).</summary>
    internal static bool IsUrgency(TextLine line) => UrgencyNames.Any(name =>
    {
        // A stamp set askew is read badly; one with an hour goes on behind its name.
        string letters = LetterForms.Letters(name);
        return (line.Tokens.Count == 2 && line.Confidence < 0.6 && name.Count(static c => c == ' ') == 1 && LetterForms.Distance(line.Letters, letters) <= 2)
            || (line.IsCapitals && (letters.Length < 6 ? line.Letters == letters
                : LetterForms.IsNear(line.Letters, letters, 0.17) || (letters.Length >= 12 && line.Letters.StartsWith(letters, StringComparison.Ordinal))));
    });

    /// <summary>Whether the whole line is a degree of secrecy (cell 10a).</summary>
    internal static bool IsSecrecy(TextLine line) => line.IsCapitals && Secrecy.Contains(line.Letters, StringComparer.Ordinal);

    /// <summary>Whether the whole line limits circulation (cell 11).</summary>
    internal static bool IsCirculation(TextLine line) => line.IsCapitals && Circulation.Any(name => LetterForms.IsNear(line.Letters, name, 0.16));

    /// <summary>Whether a line belongs to what a digital signature prints (cell 14).</summary>
    internal static bool IsDigitalSignature(TextLine line) => DigitalSignaturePattern.IsMatch(line.Plain);

    /// <summary>Whether a line is an office's address or telephone.</summary>
    internal static bool IsAddress(TextLine line) => AddressPattern.IsMatch(line.Plain);

    /// <summary>Whether a line is a drafter's code with or without copies: <c>PL.(300)</c>.</summary>
    internal static bool IsDrafter(TextLine line) => DrafterPattern().IsMatch(line.Text);

    /// <summary>Whether a line is the title of an appendix.</summary>
    internal static bool IsAppendixTitle(TextLine line) => AppendixPattern.IsMatch(line.Plain) && line.Tokens.Count <= 4
        && (line.IsCapitals || char.IsUpper(line.Text.FirstOrDefault(char.IsLetter)));

    /// <summary>Whether a line says what an appendix comes with.</summary>
    internal static bool IsEnclosedWith(TextLine line) => EnclosedPattern.IsMatch(line.Plain);

    private static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    private static (int Start, int End)? Find(TextLine line, string anchor, double share)
    {
        int allowed = (int)(anchor.Length * share);
        if (line.Letters.Length < anchor.Length - allowed)
        {
            return null;
        }

        (int Start, int End)? best = null;
        int least = allowed + 1;
        string[] letters = [.. line.Tokens.Select(static t => LetterForms.Letters(t.Text))];
        for (int start = 0; start < letters.Length; start++)
        {
            string window = "";
            for (int end = start; end < letters.Length && window.Length <= anchor.Length + allowed; end++)
            {
                window += letters[end];
                if (Math.Abs(window.Length - anchor.Length) <= allowed && LetterForms.Distance(window, anchor) is int distance && distance < least)
                {
                    (best, least) = ((start, end + 1), distance);
                }
            }
        }

        return best;
    }

    private static Regex Pattern(string expression) => new(expression, RegexOptions.CultureInvariant | RegexOptions.Compiled);

    [GeneratedRegex(@"^[^a-z]*ban so\b\s*[:.]?\s*\S{0,4}\s*$")]
    private static partial Regex CopyNumberPattern();

    [GeneratedRegex(@"^[^\p{L}\d]*\p{Lu}{2,6}\s?[.,]?\s?\(?\s?\d{1,4}\s?\)?[.]?$")]
    private static partial Regex DrafterPattern();
}
