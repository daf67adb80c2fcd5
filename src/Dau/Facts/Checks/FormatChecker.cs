using System.Text.RegularExpressions;
using Dau.Segmentation;

namespace Dau.Facts.Checks;

/// <summary>Holds a letter against its profile and lists where it departs from it, each with the rule.</summary>
internal sealed partial class FormatChecker
{
    private readonly DocumentRecord document;
    private readonly LetterProfile profile;
    private readonly WordBook words;
    private readonly List<FormatNote> notes = [];

    private FormatChecker(DocumentRecord document, LetterProfile profile) => (this.document, this.profile, words) = (document, profile, new WordBook(document.Pages));

    internal static FormatReport Check(DocumentRecord document)
    {
        LetterProfile? profile = LetterProfiles.All.FirstOrDefault(p => p.Id == document.Facts.Profile);
        if (profile is null)
        {
            return new FormatReport(null, []);
        }

        var checker = new FormatChecker(document, profile);
        checker.Cells();
        checker.Titles();
        checker.Number();
        checker.PlaceDate();
        checker.Signature();
        checker.Citations();
        checker.Ending();
        return new FormatReport(profile.Name, checker.notes);
    }

    private void Cells()
    {
        foreach (ProfileCell cell in profile.Cells)
        {
            Block? block = Find(cell.Kind);
            if (block is null)
            {
                if (cell.Required && !(cell.Kind == BlockKind.SignerTitle && Find(BlockKind.Authority) is not null) && !(cell.Kind == BlockKind.Subject && Find(BlockKind.Addressee) is not null))
                {
                    notes.Add(new FormatNote($"{Plain(cell.Kind)} was not found: it is missing or could not be read", cell.Rule, null, null, null, true));
                }

                continue;
            }

            Page? page = document.Pages.FirstOrDefault(p => p.Number == block.Page);
            if (page is { Width: > 0, Height: > 0 } && page.RotationDegrees == 0)
            {
                (double x, double y) = (block.Box.CentreX / page.Width, block.Box.CentreY / page.Height);
                if (x < cell.Window[0] || x > cell.Window[2] || y < cell.Window[1] || y > cell.Window[3])
                {
                    Add($"{Plain(cell.Kind)} stands outside of its usual place on the page", cell.Rule, block);
                }
            }
        }
    }

    private void Titles()
    {
        if (Find(BlockKind.Motto) is not { } motto)
        {
            return;
        }

        string rule = Rule(BlockKind.Motto);
        string[] lines = [.. motto.Segments.Select(static s => Folded(s.Source))];
        if (profile.Titles.Count > 1 && Array.Find(lines, static l => l.Contains("phúc", StringComparison.OrdinalIgnoreCase)) is string line
            && Folded(profile.Titles[1]) != line && LetterForms.Letters(line) == LetterForms.Letters(profile.Titles[1]))
        {
            Add($"the motto reads \"{line}\"; the form is \"{profile.Titles[1]}\" with a hyphen between spaces", rule, motto);
        }

        foreach (string title in profile.Titles.Take(1))
        {
            if (!Array.Exists(lines, l => LetterForms.IsNear(LetterForms.Letters(l), LetterForms.Letters(title), 0.1)) && !string.Concat(lines).Contains(title, StringComparison.OrdinalIgnoreCase))
            {
                Add($"the title \"{title}\" was not read as it should be", rule, motto);
            }
        }
    }

    private void Number()
    {
        if (Find(BlockKind.Number) is not { } block)
        {
            return;
        }

        if (document.Facts.Number is not { } number)
        {
            Add("the letter carries no number that could be read: a draft, an unsigned copy, or written by hand", Rule(BlockKind.Number), block);
            return;
        }

        if (!Regex.IsMatch(number, profile.Number, RegexOptions.CultureInvariant))
        {
            Add($"the number {number} has another form than the rule's", profile.NumberRule, block);
        }

        string[] parts = [.. number.Split('/', '-').Skip(1).Where(static p => !p.All(char.IsDigit))];
        if (Find(BlockKind.DocumentType) is null && parts.FirstOrDefault(p => p.Length > 1 && profile.Types.Any(t => t.Value == p && t.Key != DocumentTypes.Letter)) is { } silent)
        {
            Add($"the code names a type ({silent}), but the letter prints none", profile.NumberRule, block);
        }
        else if (document.Facts.DocumentType is { } type && profile.Types.TryGetValue(type, out string? code))
        {
            if (code.Length > 0 && !parts.Contains(code, StringComparer.Ordinal))
            {
                Add($"the code of {number} does not name the type ({type}: {code})", profile.NumberRule, block);
            }
        }
        else if (document.Facts.DocumentType is { } unknown)
        {
            Add($"\"{unknown}\" is not among the types of this profile", profile.Cells.FirstOrDefault(static c => c.Kind == BlockKind.DocumentType)?.Rule ?? profile.NumberRule, Find(BlockKind.DocumentType) ?? block);
        }

        if (document.Facts.Issuer is { } issuer && profile.Header == "state" && parts.Length > 0 && !Array.Exists(parts, p => IsOf(p, issuer)))
        {
            Add($"no part of the code {string.Join('-', parts)} is made of the issuer's initials ({CodeLetters.Initials(issuer)})", profile.NumberRule, block);
        }
    }

    // An organ's letters need not be all of its initials: CAT for CÔNG AN TỈNH, UBND for ỦY BAN NHÂN DÂN HUYỆN …, VP for VĂN PHÒNG.
    private static bool IsOf(string part, string issuer)
    {
        string initials = CodeLetters.Initials(issuer), letters = string.Concat(part.Where(char.IsLetter)).ToUpperInvariant();
        return letters.Length > 0 && (initials.StartsWith(letters, StringComparison.Ordinal) || letters.StartsWith(initials, StringComparison.Ordinal)
            || Spelt(letters, initials) || issuer.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    // Whether the letters come one after the other among the initials.
    private static bool Spelt(string letters, string initials)
    {
        int at = 0;
        foreach (char c in initials)
        {
            at += at < letters.Length && letters[at] == c ? 1 : 0;
        }

        return letters.Length > 1 && at == letters.Length;
    }

    private void PlaceDate()
    {
        if (Find(BlockKind.PlaceDate) is not { } block)
        {
            return;
        }

        string rule = Rule(BlockKind.PlaceDate);
        if (document.Facts.Date is null)
        {
            Add("day, month or year is missing or could not be read", rule, block);
        }
        else if (profile.Header == "state" && PaddingPattern().Match(LetterForms.Plain(Text(block))) is { Success: true } match)
        {
            Add($"day under 10 or month under 3 without a 0 before it (\"{match.Value.Trim()}\")", rule, block);
        }
    }

    private void Signature()
    {
        Block? block = Find(BlockKind.Authority) ?? Find(BlockKind.SignerTitle);
        if (document.Facts.Signer is not { } signer || block is null)
        {
            return;
        }

        string rule = Rule(BlockKind.SignerTitle);
        if (signer.Authority is { } authority && !profile.Signing.Contains(authority, StringComparer.Ordinal))
        {
            Add($"{authority}. is not among the abbreviations of signing in this profile", rule, block);
        }

        if (signer.Authority == "KT" && signer.Titles.Count > 1 && !signer.Titles.Skip(1).Any(static t => Deputies.Any(d => t.StartsWith(d, StringComparison.OrdinalIgnoreCase))))
        {
            Add($"KT. is for a deputy; the post below it is \"{signer.Titles[^1]}\"", rule, block);
        }

        if (signer.Rank is { } rank && Find(BlockKind.SignerName) is { } name)
        {
            string letters = LetterForms.Letters(rank);
            bool force = Ranks.Any(r => letters.StartsWith(r, StringComparison.Ordinal));
            string where = LetterForms.Plain(string.Join(' ', [document.Facts.Issuer ?? "", document.Facts.ParentIssuer ?? "", .. signer.Titles]));
            if (force && !Array.Exists(Forces, f => where.Contains(f, StringComparison.Ordinal)))
            {
                Add($"the rank {rank} is one of the forces, the issuer {document.Facts.Issuer} is none of them", rule, name);
            }
            else if (!force && profile.Id == "decree30")
            {
                Add($"the academic title {rank} before the signer's name", "Decree 30/2020, Appendix I, II.7: no academic title before the name, but for the forces' ranks and organs of health, education and science", name);
            }
        }
    }

    private void Citations()
    {
        foreach (Citation citation in document.Facts.Citations.Where(c => document.Facts.Date is { } date && string.CompareOrdinal(c.Date, date) > 0 && !document.Facts.Uncertain.Contains("date")))
        {
            Block? block = document.Blocks.FirstOrDefault(b => b.Segments.Any(s => s.Id == citation.Segment));
            notes.Add(new FormatNote($"cites {citation.Number} of {citation.Date}, which is later than the letter's own date {document.Facts.Date}", "a letter cannot cite what is dated after it", block?.Id, block?.Page, block?.Box, false));
        }
    }

    private void Ending()
    {
        if (profile.Ending.Length > 0 && document.Blocks.LastOrDefault(static b => b.Section == Section.Body && b.Kind is BlockKind.Paragraph or BlockKind.ListItem) is { } last
            && !Text(last).TrimEnd().EndsWith(profile.Ending, StringComparison.Ordinal) && !Text(last).Contains("./", StringComparison.Ordinal))
        {
            Add($"the text does not end with {profile.Ending}", profile.EndingRule, last);
        }
    }

    private void Add(string what, string rule, Block block) =>
        notes.Add(new FormatNote(what, rule, block.Id, block.Page, block.Box, block.Segments.SelectMany(words.Of).Any(static w => w.Confidence < 0.7)));

    private string Rule(BlockKind kind) => profile.Cells.FirstOrDefault(c => c.Kind == kind)?.Rule ?? profile.Name;

    private Block? Find(BlockKind kind) => document.Blocks.FirstOrDefault(b => b.Kind == kind && b.Section is Section.Header or Section.Signature);

    private static string Text(Block block) => string.Join(' ', block.Segments.Select(static s => s.Source));

    private static string Folded(string text) => text.Trim(' ', '.', ',', '_', '\'', '`').Replace('–', '-').Replace('—', '-');

    private static string Plain(BlockKind kind) => kind switch
    {
        BlockKind.Motto => "the title and motto", BlockKind.ParentIssuer => "the body above the issuer", BlockKind.Issuer => "the issuer", BlockKind.Number => "the number",
        BlockKind.PlaceDate => "place and date", BlockKind.DocumentType => "the name of the type", BlockKind.Subject => "the subject", BlockKind.Addressee => "the addressee",
        BlockKind.Recipients => "the list of recipients", BlockKind.SignerTitle => "the signer's post", BlockKind.SignerName => "the signer's name", _ => kind.ToString(),
    };

    private static readonly string[] Ranks = ["thieuuy", "trunguy", "thuonguy", "daiuy", "thieuta", "trungta", "thuongta", "daita", "thieutuong", "trungtuong", "thuongtuong", "daituong", "chuandodoc", "dodoc", "phododoc"];

    private static readonly string[] Forces = ["cong an", "quan su", "bien phong", "quoc phong", "quan khu", "canh sat", "an ninh", "su doan", "hai quan", "tu lenh", "chi huy", "trai giam", "quan doan", "lu doan", "chinh uy", "bcd", "ban chi dao"];

    private static readonly string[] Deputies = ["PHÓ", "THỨ TRƯỞNG", "CỤC PHÓ", "VIỆN PHÓ", "HIỆU PHÓ"];

    [GeneratedRegex(@"\bngay\s+[1-9]\s+thang\b|\bthang\s+[12]\s+nam\b")]
    private static partial Regex PaddingPattern();
}
