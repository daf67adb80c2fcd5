using System.Text.RegularExpressions;
using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>Finds the people that a text names: after a form of address, a rank or a degree, or alone in a cell of a table.</summary>
internal static partial class PeopleReader
{
    private const int LongestPost = 14;

    internal static IReadOnlyList<NamedPerson> Read(IReadOnlyList<Block> blocks)
    {
        List<NamedPerson> people = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Block block in blocks.Where(static b => b.Section is Section.Body or Section.Appendix or Section.Footnote || b.Kind == BlockKind.Subject))
        {
            foreach (Segment segment in block.Segments)
            {
                foreach (NamedPerson person in segment.Cell is null ? InText(segment) : InCell(segment))
                {
                    if (seen.Add(person.Name + "|" + person.Title))
                    {
                        people.Add(person);
                    }
                }
            }
        }

        return people;
    }

    private static IEnumerable<NamedPerson> InText(Segment segment)
    {
        foreach (Match match in AddressPattern().Matches(segment.Source))
        {
            (string Name, int End)? found = NameAt(segment.Source, match.Index + match.Length);
            if (found is (string name, int end))
            {
                string before = match.Groups["title"].Value.Trim();
                string? post = PostBehind(segment.Source, end);
                string? title = IsCourtesy(before) ? post : post is null ? before : $"{before}, {post}";
                yield return new NamedPerson(name, title, segment.Id, PersonNames.Check(name, []).Doubtful);
            }
        }
    }

    // A cell that is a name and nothing else: a list of people.
    private static IEnumerable<NamedPerson> InCell(Segment segment)
    {
        string text = segment.Source.Trim();
        Match address = AddressPattern().Match(text);
        int start = address is { Success: true, Index: 0 } ? address.Length : 0;
        if (NameAt(text, start) is (string name, int end) && end == text.Length && (start > 0 || (name.Count(static c => c == ' ') >= 2 && !PersonNames.Check(name, []).Doubtful)))
        {
            yield return new NamedPerson(name, start == 0 || IsCourtesy(address.Groups["title"].Value) ? null : address.Groups["title"].Value.Trim(), segment.Id, PersonNames.Check(name, []).Doubtful);
        }
    }

    // A family name and one to four capitalised syllables behind it.
    private static (string Name, int End)? NameAt(string text, int at)
    {
        List<string> syllables = [];
        int end = at;
        foreach (Match word in WordPattern().Matches(text, at))
        {
            string bare = word.Value.TrimEnd(',', ';', '.', ':', ')', '”', '"');
            if (word.Index > end + 1 || bare.Length == 0 || !char.IsUpper(bare[0]) || !bare.All(char.IsLetter) || bare.Length > 8 || syllables.Count == 5
                || (syllables.Count == 0 && !PersonNames.IsFamilyName(bare)) || (syllables.Count > 1 && !PersonNames.IsPartOfName(bare)))
            {
                break;
            }

            syllables.Add(bare);
            end = word.Index + bare.Length;
            if (bare.Length < word.Length)
            {
                break;
            }
        }

        return syllables.Count >= 2 ? (string.Join(' ', syllables), end) : null;
    }

    // "…, Phó Chủ tịch UBND huyện Phú Xuân": up to the next comma.
    private static string? PostBehind(string text, int at)
    {
        Match match = BehindPattern().Match(text, at);
        if (!match.Success || match.Index != at)
        {
            return null;
        }

        string post = match.Groups["post"].Value.Trim();
        return post.Split(' ').Length <= LongestPost && StartsPost().IsMatch(LetterForms.Plain(post)) ? post : null;
    }

    private static bool IsCourtesy(string title) => LetterForms.Letters(title) is "ong" or "ba" or "hoten" or "hovaten" or "anh" or "chi" or "em" or "chau" or "co" or "bac" or "chu";

    [GeneratedRegex(@"(?<![\p{L}])(?<title>[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]háu|[Đđ]ồng chí|[Đđ]/[Cc]:?|[Ll]uật sư|[Ll]inh mục|[Mm]ục sư|[Tt]hượng tọa|[Hh]òa thượng|[Đđ]ại đức|[Nn]i sư|[Gg]iám mục|[Nn]hà báo|"
        + @"[Pp]hóng viên|[Bb]ác sĩ|[Tt]iến sĩ|[Tt]hạc sĩ|(?:Thiếu|Trung|Thượng|Đại) (?:úy|tá|tướng|uý)|(?:PGS|GS)\.?\s?TS\.?|[Hh]ọ (?:và )?tên|ThS\.|TS\.|BS\.(?:CKI{1,2}\.?)?)\s*(?:\([\p{L} ]{1,12}\)\s*)?:?\s*(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"\S+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\s*(?:\([^)]{1,40}\)\s*)?[,–-]\s*(?:là\s+)?(?<post>[^,;.():]{4,120})")]
    private static partial Regex BehindPattern();

    [GeneratedRegex(@"^(pho |quyen |nguyen )?(giam doc|chu tich|bi thu|truong |cuc truong|vu truong|bo truong|thu truong|vien truong|hieu truong|chanh |doi truong|to truong|chuyen vien|can bo|nhan vien|ke toan|uy vien|thanh vien|dai bieu|thu ky|thanh tra|dieu tra vien|kiem sat vien|tham phan|chi huy|tong |pct|ct |gd |pgd |pvt)")]
    private static partial Regex StartsPost();
}
