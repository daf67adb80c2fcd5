using System.Text.RegularExpressions;

namespace Dau.Translation.Templates;

/// <summary>The frames of Decree 30/2020 and of Party papers, the most special first.</summary>
internal static class TemplateList
{
    private const string Item = @"^(?<x>[-–+•*]\s*|\d{1,2}[.)]\s*)?";
    private const string End = @"(?<y>[;.,]?(/\.)?)$";
    private const string Deputy = @"(?=(PHÓ|CHÁNH|TRƯỞNG PHÒNG|(?<!\bBAN\s)BÍ THƯ|UỶ VIÊN|ỦY VIÊN)\b)";

    /// <summary>All frames.</summary>
    public static IReadOnlyList<Template> All { get; } =
    [
        // Number, place and date
        new(R(@"^Số\s*[:.]?\s*(?<x>\d+[^\s]*)$"), "No. {x}"),
        new(R(@"^Số\s*[:.]?\s*[.…_\s]*(?<x>[/-]\p{Lu}[^\s]*)$"), "No. ___{x}"),
        new(R(@"^Số\s*[:.]?\s*(?<x>\S.{0,40})$"), "No. {x}") { Kinds = [BlockKind.Number] },
        new(R(@"^V/v:?\s+(?<a>.+)$"), "Re: {a}") { LowerSlot = true, Gerund = true },
        new(R(@"^Về việc:?\s+(?<a>.+)$"), "On {a}") { Kinds = [BlockKind.Subject], LowerSlot = true, Gerund = true },
        new(R(@"^Kính gửi\s*:\s*(?<a>.+)$"), "To: {a}"),
        new(R(@"^Nơi nhận\s*:\s*(?<a>.+)$"), "Recipients: {a}"),

        // Articles
        new(R(@"^Điều\s+(?<x>\d+[a-zđ]?)\s*[.:]\s*(?<a>.+)$"), "Article {x}. {a}"),
        new(R(@"^Điều\s+(?<x>\d+[a-zđ]?\s*[.:]?)$"), "Article {x}"),
        new(R(@"^Chương\s+(?<x>[IVXLC]+|\d+)\s*(?<y>[.:]?)\s*(?<a>.*)$"), "Chapter {x}{y} {a}"),
        new(R(@"^Mục\s+(?<x>[IVXLC]+|\d+)\s*(?<y>[.:]?)\s*(?<a>.*)$"), "Section {x}{y} {a}"),
        new(R(@"^Tiểu mục\s+(?<x>[IVXLC]+|\d+)\s*(?<y>[.:]?)\s*(?<a>.*)$"), "Subsection {x}{y} {a}"),
        new(R(@"^Phần\s+(?<x>[IVXLC]+|\d+)\s*(?<y>[.:]?)\s*(?<a>.*)$"), "Part {x}{y} {a}"),
        new(R(@"^Phụ lục\s*(?<x>[IVXLC]+|\d+|[A-Z])\s*(?<y>[.:]?)\s*(?<a>.*)$"), "Appendix {x}{y} {a}"),
        new(R(@"^(?<x>[IVXLC]+|\d+(\.\d+)*)\s*[.)/]?$"), "{x}"),

        // Recipients
        new(R(Item + @"Như Điều (?<z>\d+)(?<a>\s+\(.*\))?" + End), "{x}As in Article {z}{a}{y}"),
        new(R(Item + @"Như (trên|kính gửi)\s*\(\s*để\s+(thực hiện|t/h|th/h)\s*\)" + End), "{x}As above (for implementation){y}"),
        new(R(Item + @"Như (trên|kính gửi)" + End), "{x}As above{y}"),
        new(R(Item + @"Lưu\s*:?\s*(VT|Văn thư)(?<z>(,\s*[\p{Lu}\d&./-]+(\s*\([\p{L}\d. ]{1,24}\))?)*)" + End), "{x}File: clerical office{z}{y}"),
        new(R(Item + @"Lưu\s*:\s*(?<z>[\p{Lu}\d&./-]{2,}(\s*\([\p{L}\d. ]{1,24}\))?(,\s*[\p{Lu}\d&./-]+(\s*\([\p{L}\d. ]{1,24}\))?)*)" + End), "{x}File: {z}{y}"),
        .. Purposes(),

        // Authority. The collective, then whom the signer stands for, then his own post.
        new(R(@"^(TM|T/M)\s*[.:]?\s*(?<a>.+?)[,\s]+(KT|K/T)\s*[.:]?\s*(?<b>.+?)[,\s]+" + Deputy + "(?<c>.+)$"), "ON BEHALF OF THE {a}, SIGNED FOR THE {b}, {c}"),
        new(R(@"^(TM|T/M)\s*[.:]?\s*(?<a>.+?)[,\s]+(KT|K/T)\s*[.:]?\s*(?<b>.+)$"), "ON BEHALF OF THE {a}, SIGNED FOR THE {b}"),
        .. Authorities("TM|T/M", "ON BEHALF OF THE"),
        .. Authorities("KT|K/T", "SIGNED FOR THE"),
        .. Authorities("TL|T/L", "BY ORDER OF THE"),
        .. Authorities("TUQ|T/U/Q", "UNDER AUTHORISATION OF THE"),
        new(R(@"^(Q|Quyền)\s*\.\s*(?<a>.+)$"), "ACTING {a}"),

        // Legal basis
        new(R(@"^(?<z>[-–]\s*)?Căn cứ\s+(?<t>(Bộ luật|Luật|Pháp lệnh|Hiến pháp)[^;]*?)\s+(?<d>ngày\s[^;]+?\d{4})(?<y>[;,.]?)$"), "{z}Pursuant to the {t} of {d}{y}"),
        new(R(@"^(?<z>[-–]\s*)?Căn cứ\s+(?<t>(Bộ luật|Luật|Pháp lệnh|Hiến pháp)[^;,.]*?)(?<y>[;,.]?)$"), "{z}Pursuant to the {t}{y}"),
        new(R(@"^(?<z>[-–]\s*)?Căn cứ\s+(?<t>[^;\d]+?)\s+số\s+(?<x>[\w/&.-]+)\s+(?<d>ngày\s[^;]+?\d{4})\s+của\s+(?<b>[^;]+?)\s+(về việc|về)\s+(?<c>[^;]+?)(?<y>[;,.]?)$"),
            "{z}Pursuant to {t} No. {x} of {d} of the {b} on {c}{y}"),
        new(R(@"^(?<z>[-–]\s*)?Căn cứ\s+(?<a>.+)$"), "{z}Pursuant to {a}") { Kinds = [BlockKind.LegalBasis] },
    ];

    private static IEnumerable<Template> Authorities(string prefix, string english)
    {
        yield return new Template(R($@"^({prefix})\s*[.:]?\s*(?<a>.+?)[,\s]+{Deputy}(?<b>.+)$"), english + " {a}, {b}");
        yield return new Template(R($@"^({prefix})\s*[.:]?\s*(?<a>.+)$"), english + " {a}");
    }

    private static IEnumerable<Template> Purposes()
    {
        (string Vietnamese, string English)[] purposes =
        [
            (@"để báo cáo|để b/c|b/c|để b\.cáo", "for reporting"),
            (@"để biết", "for information"),
            (@"để thực hiện|để t/h|t/h|th/h|để th/hiện|để triển khai thực hiện", "for implementation"),
            (@"để phối hợp|để p/h|p/h|để phối hợp thực hiện", "for coordination"),
            (@"để chỉ đạo|để c/đ", "for direction"),
            (@"để theo dõi|để theo dõi, chỉ đạo", "for monitoring"),
            (@"để đăng tải", "for posting"),
            (@"để đưa tin", "for news coverage"),
            (@"để tổng hợp", "for consolidation"),
        ];
        return purposes.Select(static p => new Template(R(Item + $@"(?<a>[^()]+)\s*\(\s*({p.Vietnamese})\s*\)" + End), "{x}{a} (" + p.English + "){y}") { Hint = "(" });
    }

    private static Regex R(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
}
