using System.Text.RegularExpressions;
using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>Finds the documents that a text cites, with number, date and issuing body.</summary>
internal static partial class CitationReader
{
    /// <summary>A cited document and where in the text its number stands.</summary>
    internal sealed record Found(string Number, string? Date, string? Issuer, int Start, int End)
    {
        /// <summary>Where the date's digits stand; empty where the text gives none.</summary>
        internal Range Day { get; init; } = ..0;

        /// <summary>Whether its code had to be mended.</summary>
        internal bool Doubtful { get; init; }
    }

    internal static IEnumerable<Found> Read(string text) => ReadCodes(text).Concat(ReadByType(text)).OrderBy(static f => f.Start).DistinctBy(static f => f.Start);

    // The type is named and what stands in the code's place is no code: "Chỉ thị số 42/C 1-UBND", "Giấy mời số 977/0M-UBND".
    private static IEnumerable<Found> ReadByType(string text)
    {
        foreach (Match match in TypedPattern().Matches(text))
        {
            DocumentType? type = DocumentTypes.All.FirstOrDefault(t => t.Code is not null && t.Letters == LetterForms.Letters(match.Groups["type"].Value));
            string read = string.Concat(match.Groups["code"].Value.Where(static c => !char.IsWhiteSpace(c)));
            if (type?.Code is { } code && read != code && !DocumentTypes.All.Any(t => t.Code == read) && LetterForms.Distance(read.ToUpperInvariant(), code.ToUpperInvariant()) <= 1
                && Math.Abs(read.Length - code.Length) <= 1)
            {
                int at = match.Index + match.Length;
                (string? date, int afterDate) = Date(text, at);
                yield return new Found($"{match.Groups["digits"].Value}/{match.Groups["year"].Value}{code}-{match.Groups["rest"].Value}", date, Issuer(text, afterDate).Issuer, match.Groups["digits"].Index, at) { Day = at..afterDate, Doubtful = true };
            }
        }
    }

    private static IEnumerable<Found> ReadCodes(string text)
    {
        foreach (Match match in NumberPattern().Matches(text))
        {
            (string number, bool digit) = Untangled(NumberReader.Tidy(match.Groups["number"].Value));
            if (!IsNumber(number))
            {
                continue;
            }

            int at = match.Groups["number"].Index + match.Groups["number"].Length;
            Match broken = BrokenPattern().Match(text, at);
            if (broken.Success && broken.Index == at)
            {
                number += broken.Groups["rest"].Value;
                at += broken.Length;
            }

            (number, bool mended) = CodeLetters.TypeMended(number);
            (string? date, int afterDate) = Date(text, at);
            (string? issuer, int afterIssuer) = Issuer(text, afterDate);
            Range day = at..afterDate;
            if (date is null && issuer is not null)
            {
                (date, afterDate) = Date(text, afterIssuer);
                day = afterIssuer..afterDate;
            }

            if (issuer is not null && (CodeLetters.Fit(number, issuer) ?? CodeLetters.FitCited(number, issuer)) is string fitting)
            {
                (number, mended) = (fitting, true);
            }

            bool lostDay = date is null && LostDayPattern().Match(text, at) is { Success: true } lost && lost.Index == at;
            yield return new Found(number, date, issuer, match.Groups["number"].Index, at) { Day = day, Doubtful = mended || digit || lostDay || (broken.Success && broken.Index + broken.Length == at) };
        }
    }

    // A code begins with no digit: "618/5TNMT-QLĐĐ" is of a Sở. An O before a digit is a nought: "402/CAT-PAO5".
    private static (string Number, bool Changed) Untangled(string number)
    {
        int code = number.IndexOf('/', StringComparison.Ordinal) + 1;
        string mended = code > 0 && code + 2 < number.Length && number[code] is '5' or '8' && char.IsUpper(number[code + 1]) ? number[..code] + 'S' + number[(code + 1)..] : number;
        mended = NoughtPattern().Replace(mended, "0");
        return (mended, mended != number);
    }

    private static bool IsNumber(string number)
    {
        int code = number.IndexOfAny(['/', '-']);
        string letters = code < 0 ? "" : number[(code + 1)..];
        return letters.Count(char.IsUpper) >= 2;
    }

    private static (string? Date, int End) Date(string text, int at)
    {
        Match match = DatePattern().Match(text, at);
        if (!match.Success || match.Index != at)
        {
            return (null, at);
        }

        string day = NumberReader.Mend(Digits(match.Groups["d"].Value)), month = NumberReader.Mend(Digits(match.Groups["m"].Value));
        return (DateReader.Iso(day, month, Digits(match.Groups["y"].Value)), match.Index + match.Length);
    }

    private static string Digits(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));

    private static (string? Issuer, int End) Issuer(string text, int at)
    {
        Match match = IssuerPattern().Match(text, at);
        if (!match.Success || match.Index != at)
        {
            return (null, at);
        }

        int start = match.Groups["first"].Index;
        int end = start;
        string[] seen = [];
        foreach (Match word in WordPattern().Matches(text, start))
        {
            string bare = word.Value.TrimEnd(',', ';', '.', ':', ')', '”', '"');
            string plain = LetterForms.Plain(bare);
            bool comma = word.Value.Length > bare.Length;
            if (seen.Length > 0 && Stops(bare, plain, seen, text, word))
            {
                break;
            }

            seen = [.. seen, plain];
            end = word.Index + bare.Length;
            if ((comma && !GoesOnAfterComma(text, word.Index + word.Length)) || seen.Length >= 16)
            {
                break;
            }
        }

        string issuer = PeriodPattern().Replace(text[start..end].Trim().TrimEnd('-', '–', ' '), "");
        return issuer.Length < 2 ? (null, at) : (issuer, end);
    }

    // Names of organs are full of small words; what never belongs to one ends it.
    private static bool Stops(string bare, string plain, string[] seen, string text, Match word)
    {
        if (bare.StartsWith('(') || bare.StartsWith('"') || bare.StartsWith('“') || plain == "v/v")
        {
            return true;
        }

        if (char.IsUpper(bare.FirstOrDefault()) || !bare.Any(char.IsLetter))
        {
            return bare.Any(char.IsDigit) && !plain.StartsWith("khoa", StringComparison.Ordinal);
        }

        if (plain is "ve" && seen[^1] is "dao")
        {
            return false;
        }

        if (plain is "va" && NextWord(text, word) is { Length: > 0 } next)
        {
            return !char.IsUpper(next[0]);
        }

        return (StopWords.Contains(plain) && !OtherWords.Contains(bare)) || (plain is "quy" or "huong" or "sua" or "phe" or "ban" or "giao" or "cong" or "thong" or "thanh" or "bo" or "to" or "trien" or "bao" or "dieu" or "chi" or "phan" or "kien" or "tra" or "tham" or "ung" or "danh" or "chap"
            && !(plain is "chi" && seen[^1] is "ban") && VerbPattern().IsMatch(LetterForms.Plain(text[word.Index..Math.Min(text.Length, word.Index + 24)])));
    }

    private static string NextWord(string text, Match word)
    {
        Match next = WordPattern().Match(text, word.Index + word.Length);
        return next.Success ? next.Value : "";
    }

    private static bool GoesOnAfterComma(string text, int at) =>
        text[at - 1] == ',' && CommaNamePattern().IsMatch(LetterForms.Plain(text[at..Math.Min(text.Length, at + 14)]));

    private static readonly HashSet<string> StopWords = new(
        ("ve v/v ngay duoc theo kem da co cho de thi tai trong la nham tren den gui yeu neu nay sau truoc voi vao tu khi ma bang do tiep se phai can ky gom thuc xin nhu hoac "
        + "cung moi trinh xu chua deu").Split(' '), StringComparer.Ordinal);

    // Words of names that only marks tell from those: Đầu tư, Đô thị, Chợ.
    private static readonly HashSet<string> OtherWords = new("tư đô độ đồ đê chợ má mã lạ nhà".Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![\p{L}\d/.-])(?<number>\d{1,5}[a-z]?(?:\s?/\s?(?:19|20)\d\d)?\s?(?:/\s?|(?<=[Ss]ố:?\s\d{1,5}\s?)-\s?)(?:\p{Lu}|[58](?=\p{Lu}{2}))[\p{L}\d]*(?:(?:\s?-\s?|\s?/\s?(?=\p{Lu}{2})|[.&](?=\p{Lu}))\p{Lu}[\p{L}\d]*)*(?:\(\p{Lu}+\))?)")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"(?<type>Nghị quyết|Quyết định|Chỉ thị|Quy chế|Thông báo|Hướng dẫn|Chương trình|Kế hoạch|Phương án|Đề án|Báo cáo|Biên bản|Tờ trình|Công điện|Giấy mời|Kết luận|Nghị định|Thông tư)\s+[Ss][ốôóỐổ]\s*:?\s*"
        + @"(?<digits>\d{1,5}[a-z]?)\s?/\s?(?<year>(?:19|20)\d\d/)?(?<code>[\p{L}\d]{1,4}(?:\s[\p{L}\d]{1,2})?)\s?-\s?(?<rest>\p{Lu}{2}[\p{L}\d]*)", RegexOptions.IgnoreCase)]
    private static partial Regex TypedPattern();

    // A speck that broke a code in two: "942/TT; r-SKHĐT".
    [GeneratedRegex(@"[;:.,]?\s?(?<rest>\p{Ll}?-\p{Lu}{2}[\p{L}\d]*)")]
    private static partial Regex BrokenPattern();

    // "ngày 26/9/2019", "ngày 26 tháng 9 năm 2019"; also without the word: "(26/9/2019)", ", 17-8-2022".
    [GeneratedRegex(@"[\s,(]*(?:n[gq][àâaáả]y|đề\s+ngày)\s*(?<d>[\dOolI]{1,2}|\d\s\d)\s*(?:[/.,-]|\s*th[áàảaãâ]ng\s*)\s*(?<m>[\dOolI]{1,2}|\d\s\d)\s*(?:[/.,-]|\s*n[ăàãâaẵắ]m\s*)\s*(?<y>\d{4})|\s?[,(]\s?(?<d>\d{1,2})(?<s>[/.-])(?<m>\d{1,2})\k<s>(?<y>\d{4})\b")]
    private static partial Regex DatePattern();

    // A day stands there and could not be made out.
    [GeneratedRegex(@"[\s,(]*n[gq]\p{L}y\s+\S{0,3}\d")]
    private static partial Regex LostDayPattern();

    [GeneratedRegex(@"(?<=\p{Lu})O(?=\d)")]
    private static partial Regex NoughtPattern();

    [GeneratedRegex(@"[\s,)]*(?:của|cúa|cùa|do)\s+(?<first>\p{Lu})")]
    private static partial Regex IssuerPattern();

    // "… của Trường Đại học Y khoa năm 2017": the year's word is no part of the name.
    [GeneratedRegex(@"\s(?:năm|tháng|quý|số|đợt|lần)$")]
    private static partial Regex PeriodPattern();

    [GeneratedRegex(@"\S+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"^(quy dinh|huong dan|sua doi|phe duyet|ban hanh|giao nhiem|giao chi|cong bo|cong nhan|thong qua|thong bao|thanh lap|bo sung|bo nhiem|to chuc|trien khai|bao cao|dieu chinh|chi dao|phan anh|kien nghi|tra loi|phe chuan|tham gia|chap thuan|danh gia|ket luan|uy quyen)")]
    private static partial Regex VerbPattern();

    [GeneratedRegex(@"^\s*(the thao|gia dinh|du lich|khoa hoc|thanh nien|hanh dong)")]
    private static partial Regex CommaNamePattern();
}
