using System.Buffers;
using System.Text.RegularExpressions;

namespace Dau.Translation.Locks;

/// <summary>Finds what denies, forbids or excepts, on both sides.</summary>
internal static partial class Negation
{
    /// <summary>Negations in a Vietnamese text; words that only look like one (không gian, khấu trừ, "có … không?") are left out.</summary>
    public static int CountSource(string text) => NeedOf(text).All;

    /// <summary>Words in an English text that deny, forbid or except.</summary>
    public static int CountTarget(string text) => Plain().Count(text);

    /// <summary>
    /// Whether the English has fewer negations than the Vietnamese. A word such as "refuse" or "illegal" counts for one, unless another Vietnamese word
    /// asks for it or the Vietnamese forbids or excepts.
    /// </summary>
    public static bool IsLost(string source, string target) => NeedOf(source).IsLost(target);

    /// <summary>What a Vietnamese text asks of its English.</summary>
    public static Need NeedOf(string source)
    {
        if (!MayDeny(source))
        {
            return default;
        }

        var text = NotNegative().Replace(source, " ");
        return Source().Count(text) is > 0 and var all ? new Need(all, Strict().Count(text), AsksForHidden().Count(source) - Unmeant().Count(source)) : default;
    }

    /// <summary>The same of a text in pieces that spaces join.</summary>
    public static Need NeedOf(IEnumerable<string> pieces) => pieces.Any(static p => MayDeny(p)) ? NeedOf(string.Join(' ', pieces)) : default;

    private static bool MayDeny(ReadOnlySpan<char> text) => text.ContainsAny(FirstSyllables);

    /// <summary>Negations that a text has, and those words of it that may account for an English word such as "refuse".</summary>
    /// <param name="All">All negations.</param>
    /// <param name="Strict">Of these, bans and exceptions.</param>
    /// <param name="AsksForHidden">Words that say "refuse", "illegal" and the like, less those that say "unintended".</param>
    internal readonly record struct Need(int All, int Strict, int AsksForHidden)
    {
        /// <summary>Whether there is any.</summary>
        public bool Any => All > 0;

        /// <summary>Whether the English has fewer.</summary>
        public bool IsLost(string target) => All > 0
            && CountTarget(target) is var plain && (plain < Strict || (plain < All && plain + Math.Max(0, Hidden().Count(target) - Unintended().Count(target) - AsksForHidden) < All));
    }

    // What Source() begins with: most texts have none of it, and need no closer look.
    private static readonly SearchValues<string> FirstSyllables =
        SearchValues.Create(["không", "chưa", "chẳng", "chả", "chớ", "đừng", "cấm", "trừ", "vô", "phi", "bất"], StringComparison.OrdinalIgnoreCase);

    // In doubt a word denies: "mặt hàng không rõ nguồn gốc" is not aviation, "không chỉ đạo" not "not only", "Phòng không nhận" no air defence.
    [GeneratedRegex("""
        \bkhông\ (
            gian(?!\ (lận|dối|nan|xảo))|khí|quân|phận(?!\ (sự|biệt))|tặc|lực(?!\ lượng)|trung\b(?!\ (thực|thành|lập|tâm|gian|ương|dung))
            |chỉ\b(?!\ (đạo|định|huy|ra|thị|trích|rõ|dẫn|giới|số))|những|ngớt|ngừng\b(?!\ (lại|hoạt|bắn|việc|cấp))|thể\ không|phải\ không|\?)
        |(?<!\b(mặt|bán|số|lô|khách|ngân|nhà|cửa|đơn|kho|giao|nhận|mua|xếp|các|loại)\ )hàng\ không\b(?!\ (có|rõ|được|đúng|đủ|đảm|bảo|phải|còn|đạt|bị|hợp|cho|thể|chịu|qua|đến|thuộc|phù|ghi|nguồn|kê|khai))
        |\b(pháo|lực\ lượng|bộ\ đội|quân\ chủng|tên\ lửa|trận\ địa|trực|hỏa\ lực)\ phòng\ không|phòng\ không\ ?[,–-]?\ ?(không\ quân|nhân\ dân|quốc\ gia|lục\ quân)
        |\b(dịch\ vụ|kiểm\ soát|quản\ lý|điều\ hành|an\ toàn)(\ viên)?\ không\ lưu|\b(bằng|theo)\ đường\ không|trên\ không(?=\ ?[,.;])|\bchân\ không\b
        |\bhay\ (không|chưa)\b|\b(không|chưa)\?|\b(có|đã)(\ [\p{L}\d,]+){1,12}\ (không|chưa)\ ?\?
        |\bcấm\ vận|\btử\ cấm\ thành|\b(khấu|loại|diệt|phòng|bài|tẩy|miễn|giảm|tiễu)\ trừ\b|\btrừ\ (lùi|vào|diệt|khử|gian|sâu|thuế|đi)\b
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NotNegative();

    [GeneratedRegex(@"\b(không|chưa|chẳng|chả|chớ|đừng|cấm|trừ|vô (hiệu|ý|trách nhiệm|tội|căn cứ|kỷ luật|nhân đạo|chính phủ)|phi (pháp|nghĩa|nông nghiệp|lợi nhuận|vũ trang|bạo lực)|bất (hợp pháp|hợp tác|hợp lý|bình đẳng|công|lợi|tín nhiệm))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex(@"\b(cấm|trừ)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Strict();

    [GeneratedRegex(@"\b(not|no|non|never|none|nothing|nobody|nowhere|neither|nor|cannot|without|unless|except\w*|excluding|excluded|other than|apart from|save for|forbid\w*|prohibit\w*|ban|banned|bans|banning|forbidden|barred|unable|rather than|yet to|regardless|irrespective|exempt\w*|void|null|non-\w+)\b|n[’']t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\b(fail\w*|lack\w*|refus\w*|reject\w*|den(y|ied|ies|ying)|avoid\w*|prevent\w*|instead|free of|free from|absen\w+|untimely|minus|stop\w*|cease\w*|refrain\w*|false|innocen\w*|wrongful\w*|incomplete\w*|improper\w*|incorrect\w*|invalid\w*|in(?:sufficien|adequa|eligib|effectiv|complet|capab|direct|consisten|appropriat|accura|secur|visib|discriminat|human|equal|justic|advert)\w*|un(?!it|der|ion|ique|ivers|til|iform|ify|ified|less)\w{3,}|im(?:possib|proper|permiss)\w*|ir(?:regular|respons|relevan)\w*|dis(?:agree|approv|allow|satisf|honest)\w*|il(?:legal|legit|licit)\w*|(?!nevertheless|nonetheless|unless|regardless)\w+less)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    // "unintentionally" is what "vô ý" says, and nothing else: not "vô kỷ luật".
    [GeneratedRegex(@"\bunintention\w*", RegexOptions.IgnoreCase)]
    private static partial Regex Unintended();

    [GeneratedRegex(@"\bvô ý\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unmeant();

    [GeneratedRegex(@"\b(trái (phép|pháp luật|quy định|luật)|từ chối|phủ nhận|bác bỏ|bãi bỏ|ngăn (chặn|ngừa)|phòng (ngừa|tránh)|phòng,? chống|tránh|thiếu|dừng|ngừng|thất bại|vắng( mặt)?|sai|giả|chấm dứt|thay vì|bất (ổn|thường|ngờ|mãn|bạo động|khả)|vô (danh|gia cư))\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForHidden();
}
