using System.Text.RegularExpressions;

namespace Dau.Segmentation;

/// <summary>
/// The set phrases of a letter by which its cells are known (Decree 30/2020, Appendix I and III; Guide 36-HD/VPTW), matched on unmarked letters so
/// that the usual reading errors do no harm.
/// </summary>
internal static partial class Anchors
{
    private const string NationalTitleLetters = "conghoaxahoichunghiavietnam";
    private const string MottoLetters = "doclaptudohanhphuc";
    private const string PartyTitleLetters = "dangcongsanvietnam";

    /// <summary>The words of the national title within a line, first and one past the last; null where it is not there.</summary>
    internal static (int Start, int End)? NationalTitle(TextLine line) => Find(line, NationalTitleLetters, 0.3);

    /// <summary>The words of the motto within a line.</summary>
    internal static (int Start, int End)? Motto(TextLine line) => Find(line, MottoLetters, 0.3);

    /// <summary>The words of the Party's title within a line.</summary>
    internal static (int Start, int End)? PartyTitle(TextLine line) => line.IsCapitals ? Find(line, PartyTitleLetters, 0.25) : null;

    /// <summary>Whether a line starts with "Số" and goes on like a number and code.</summary>
    internal static bool IsNumber(TextLine line) => NumberPattern().IsMatch(line.Plain);

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

        if (hits < 2 || line.Tokens.Count - day > 9)
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
        string[] words = [.. line.Tokens.Take(4).Select(static t => LetterForms.Letters(t.Text)).Where(static l => l.Length > 0)];
        bool colon = line.Tokens.Take(3).Any(static t => t.Text.Contains(':', StringComparison.Ordinal)) || line.Tokens.Count <= 2;
        return words.Length > 0 && (words[0] is "kinhgui" || (words.Length > 1 && LetterForms.Distance(words[0], "kinh") <= 1
            && words[1].Length >= 3 && (LetterForms.Distance(words[1], "gui") <= (colon ? 1 : 0) || (colon && words[1] is "trinh"))
            && (colon || char.IsUpper(line.Text.FirstOrDefault(char.IsLetter)))));
    }

    /// <summary>Whether a line starts with the label "Nơi nhận".</summary>
    internal static bool IsRecipients(TextLine line)
    {
        string[] words = [.. line.Tokens.Take(3).Select(static t => LetterForms.Letters(t.Text)).Where(static l => l.Length > 0)];
        bool label = line.Tokens.Count <= 3 || line.Tokens.Take(3).Any(static t => t.Text.Contains(':', StringComparison.Ordinal));
        return words.Length > 0 && label
            && ((words[0].Length is 6 or 7 && LetterForms.Distance(words[0], "noinhan") <= 1)
                || (words.Length > 1 && words[0].Length <= 5 && words[0].EndsWith("oi", StringComparison.Ordinal) && !LetterForms.LooksLikeSyllable(words[0]) && words[1] is "nhan")
                || (words.Length > 1 && words[0].Length is >= 2 and <= 4 && words[1].Length is >= 3 and <= 5
                    && LetterForms.Distance(words[0], "noi") <= 1 && LetterForms.Distance(words[1], "nhan") <= 1 && (words[1][^1] == 'n' || words[0] is "noi")));
    }

    /// <summary>Whether a line is the item that ends a list of recipients: "- Lưu: VT, …".</summary>
    internal static bool IsFiled(TextLine line) => FiledPattern().IsMatch(line.Plain) && line.Tokens.Count <= 8;

    /// <summary>Whether a line starts with "V/v" or "Về việc".</summary>
    internal static bool IsSubject(TextLine line) => SubjectPattern().IsMatch(line.Plain);

    /// <summary>Whether a line starts the body as a legal basis does: "Căn cứ", "Xét", "Theo đề nghị".</summary>
    internal static bool IsLegalBasis(TextLine line) => LegalBasisPattern().IsMatch(line.Plain);

    /// <summary>Whether a line opens the body of a letter.</summary>
    internal static bool OpensBody(TextLine line) => IsLegalBasis(line) || OpeningPattern().IsMatch(line.Plain) || ListMarkers.Of(line) is not null;

    /// <summary>Whether the whole line is a degree of urgency (cell 10b).</summary>
    internal static bool IsUrgency(TextLine line) => (line.Tokens.Count == 2 && line.Confidence < 0.6 && LetterForms.Distance(line.Letters, "hoatoc") <= 2) || line.IsCapitals
        && (line.Letters is "khan" or "thuongkhan" or "hoatoc" or "hoatochengio" || LetterForms.IsNear(line.Letters, "thuongkhan", 0.15)
            || LetterForms.IsNear(line.Letters, "hoatoc", 0.17) || line.Letters.StartsWith("hoatochengio", StringComparison.Ordinal));

    /// <summary>Whether the whole line is a degree of secrecy (cell 10a).</summary>
    internal static bool IsSecrecy(TextLine line) => line.IsCapitals && line.Letters is "mat" or "toimat" or "tuyetmat" && line.IsCapitals;

    /// <summary>Whether the whole line limits circulation (cell 11).</summary>
    internal static bool IsCirculation(TextLine line) => line.IsCapitals
        && (LetterForms.IsNear(line.Letters, "xemxongtralai", 0.16) || LetterForms.IsNear(line.Letters, "luuhanhnoibo", 0.16)
            || LetterForms.IsNear(line.Letters, "khongphobien", 0.16) || LetterForms.IsNear(line.Letters, "taikieuthuhoi", 0.16));

    /// <summary>Whether a line belongs to what a digital signature prints (cell 14).</summary>
    internal static bool IsDigitalSignature(TextLine line) => DigitalSignaturePattern().IsMatch(line.Plain);

    /// <summary>Whether a line is an office's address or telephone.</summary>
    internal static bool IsAddress(TextLine line) => AddressPattern().IsMatch(line.Plain);

    /// <summary>Whether a line is a drafter's code with or without copies: <c>PL.(300)</c>.</summary>
    internal static bool IsDrafter(TextLine line) => DrafterPattern().IsMatch(line.Text);

    /// <summary>Whether a line is the title of an appendix.</summary>
    internal static bool IsAppendixTitle(TextLine line) => AppendixPattern().IsMatch(line.Plain) && line.Tokens.Count <= 4
        && (line.IsCapitals || char.IsUpper(line.Text.FirstOrDefault(char.IsLetter)));

    /// <summary>Whether a line says what an appendix comes with.</summary>
    internal static bool IsEnclosedWith(TextLine line) => EnclosedPattern().IsMatch(line.Plain);

    /// <summary>Whether a line, or its first words, are letters of <paramref name="anchor"/> but for two errors.</summary>
    internal static bool StartsNear(TextLine line, string anchor)
    {
        string letters = "";
        foreach (Token token in line.Tokens)
        {
            letters += LetterForms.Letters(token.Text);
            if (letters.Length >= anchor.Length - 1)
            {
                return Math.Abs(letters.Length - anchor.Length) <= 1 && LetterForms.Distance(letters, anchor) <= 2 && letters[^1] == anchor[^1];
            }
        }

        return false;
    }

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

    [GeneratedRegex(@"^[^a-z0-9]*s[o06]\s*([:.;,]|(?=[\d/-])|$|.{0,6}[\d/]+\s?[/-]\s?[a-z]|.{0,8}[/-]\s?[a-z]{1,5}[/-][a-z]{2})")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[-–—\s]*luu\s*[:.,;]\s*(vt|vp|hs|ho so|van|tc|hc|[a-z]{2,5}[,.])")]
    private static partial Regex FiledPattern();

    [GeneratedRegex(@"^[^a-z]*(v\s*[/il1]\s*v\b|v/|ve viec\b|vlv\b)")]
    private static partial Regex SubjectPattern();

    [GeneratedRegex(@"^[^a-z]*(can cu|xet (de nghi|to trinh|yeu cau|cong van)|theo de nghi|thua uy quyen)\b")]
    private static partial Regex LegalBasisPattern();

    [GeneratedRegex(@"^[^a-z]*(thuc hien|ngay \d|nham|de |trong|vua qua|tiep theo|qua |hien nay|tu |phuc dap|tra loi|theo |sau khi|duoc su|uy ban|so |bo |ngay|chuan bi|nhan duoc)")]
    private static partial Regex OpeningPattern();

    [GeneratedRegex(@"nguoi ky\s*:|ky boi|thoi gian ky|ngay ky\s*:|chu ky so|ky so boi|\+0?7[:.']00|digitally signed|signature (not )?verified")]
    private static partial Regex DigitalSignaturePattern();

    [GeneratedRegex(@"^[^a-z0-9]*(dia chi|tru so|dien thoai|dt|tel|fax|email|e-mail|website)\b\s*[:.]")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"^[^\p{L}\d]*\p{Lu}{2,6}\s?[.,]?\s?\(?\s?\d{1,4}\s?\)?[.]?$")]
    private static partial Regex DrafterPattern();

    [GeneratedRegex(@"^[^a-z0-9]*(phu luc|bieu mau|mau so)\b\s*[ivxl0-9]*")]
    private static partial Regex AppendixPattern();

    [GeneratedRegex(@"^[^a-z]*((ban hanh )?kem theo|dinh kem)\b")]
    private static partial Regex EnclosedPattern();
}
