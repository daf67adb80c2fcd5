using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Dau.Segmentation;

/// <summary>Posts, ranks and the abbreviations of signing (Decree 30/2020, Appendix I, II.7).</summary>
internal static partial class Posts
{
    /// <summary>Whether a line holds a post.</summary>
    internal static bool HasPost(TextLine line) => PostPattern().IsMatch(line.Plain);

    /// <summary>The authority a line starts with (TM, KT, TL, TUQ, Q), and how many characters it takes; null for none.</summary>
    internal static (string Authority, int Length)? AuthorityOf(string text)
    {
        Match match = AuthorityPattern.Match(text);
        if (!match.Success)
        {
            return null;
        }

        // The L of TL. is often read as an I.
        string letters = string.Concat(match.Groups[1].Value.Where(char.IsLetter)).ToUpperInvariant();
        string? authority = AnchorPhrases.Signing.FirstOrDefault(s => s == letters) ?? AnchorPhrases.Signing.FirstOrDefault(s => s.Replace('L', 'I') == letters);
        return authority is null ? null : (authority, match.Length);
    }

    /// <summary>
    /// The authority and post of a line of which a seal bent the first letter ("Ĩ L, GIÁM ĐỐC"): the second letter tells KT., TL. and TM. apart. Null where the
    /// rest is no whole post.
    /// </summary>
    internal static (string Authority, string Post)? BentAuthorityOf(string text)
    {
        Match match = BentPattern().Match(text);
        if (!match.Success || !PostNames.IsWhole(match.Groups["post"].Value))
        {
            return null;
        }

        string last = LetterForms.Letters(match.Groups["last"].Value).ToUpperInvariant();
        string[] possible = [.. AnchorPhrases.Signing.Where(s => s.Length == 2 && s.EndsWith(last, StringComparison.Ordinal))];
        return possible.Length == 1 ? (possible[0], match.Groups["post"].Value) : null;
    }

    /// <summary>How many leading tokens are a rank or an academic title.</summary>
    internal static int RankLength(IReadOnlyList<string> tokens)
    {
        int count = 0;
        while (count < tokens.Count)
        {
            string letters = LetterForms.Letters(tokens[count]);
            if (count + 1 < tokens.Count && Ranks.Contains(letters + LetterForms.Letters(tokens[count + 1])))
            {
                count += 2;
            }
            else if (count + 2 < tokens.Count && Ranks.Contains(letters + LetterForms.Letters(tokens[count + 1]) + LetterForms.Letters(tokens[count + 2])))
            {
                count += 3;
            }
            else if (AcademicTitles.Contains(letters) && (tokens[count].Contains('.', StringComparison.Ordinal) || letters is not ("bs" or "ts" or "cn" or "ks" or "ls" or "ds") || count == 0))
            {
                count++;
            }
            else
            {
                break;
            }
        }

        return count < tokens.Count ? count : 0;
    }

    private static readonly FrozenSet<string> Ranks = new[]
    {
        "thieuuy", "trunguy", "thuonguy", "daiuy", "thieuta", "trungta", "thuongta", "daita", "thieutuong", "trungtuong", "thuongtuong", "daituong", "thacsi",
        "tiensi", "bacsi", "luatsu", "kysu", "phogiaosu", "giaosu", "duocsi", "chuandodoc", "dodoc", "phododoc",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> AcademicTitles = new[]
    {
        "ths", "ts", "pgs", "gs", "pgsts", "gsts", "bs", "bscki", "bsckii", "bsck1", "bsck2", "cki", "ckii", "ck1", "ck2", "ks", "cn", "ls", "ds", "dsck1", "dscki", "dsckii",
        "dsck2", "tskh", "gstskh", "tsbs", "thsbs", "bsths", "kts", "ngut", "ngnd", "ttut", "ttnd", "bsckl", "bsckll", "bsckh", "bsckil", "pgstsbs", "gstsbs",
    }.ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"(giam d.c|chu tich|^dai dien|truong (ban|phong|cong an|doan|bo phan|khoa|tieu ban)|(cuc|vu|bo|thu|vien|hieu|chi cuc|tong cuc|hat|tram|thanh) truong|thu truong|chanh (van phong|thanh tra|an|vp)|bi thu|thu tuong|chu nhiem|uy vien|tong thu ky|tham phan|chi huy truong|chi huy pho|tu lenh|ke toan truong|to truong|vien pho|hieu pho|kiem sat vien|dieu tra vien|thanh tra vien|chap hanh vien|cong chung vien|(doi|don|trai) truong|truong (trai|don|doi)|giam thi|tong bien tap|chinh uy|thuong truc|tong kiem toan|truong truong|truong$)")]
    private static partial Regex PostPattern();

    [GeneratedRegex(@"^[^\p{L}]*\p{Lu}\s?(?<last>\p{Lu})\s?[.,/:]\s*(?<post>\p{Lu}{2}.+)$")]
    private static partial Regex BentPattern();

    // "TM.", "T/M", "T.U.Q"; two letters without a sign between them or behind only before another capital.
    private static readonly Regex AuthorityPattern = new(
        $@"^[^\p{{L}}\d]*({string.Join('|', AnchorPhrases.Signing.Select(static s => Spelt(s)))})(?:\s?[./,:;]+\s*|\s+(?=\p{{Lu}}{{2}}))", RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private static string Spelt(string abbreviation)
    {
        string[] letters = [.. abbreviation.Select(static c => c == 'L' ? "[LI]" : c.ToString())];
        return letters.Length == 2 ? $@"{letters[0]}\s?[./]\s?{letters[1]}|{abbreviation}" : string.Join(@"[\s./]?", letters);
    }
}
