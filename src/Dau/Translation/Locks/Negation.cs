using System.Text.RegularExpressions;

namespace Dau.Translation.Locks;

/// <summary>Finds what denies, forbids or excepts, on both sides.</summary>
internal static partial class Negation
{
    /// <summary>Negations in a Vietnamese text; words that only look like one (không gian, khấu trừ, "có … không?") are left out.</summary>
    public static int CountSource(string text) => text.Length == 0 ? 0 : Source().Count(NotNegative().Replace(text, " "));

    /// <summary>Words in an English text that deny, forbid or except.</summary>
    public static int CountTarget(string text) => Plain().Count(text);

    /// <summary>
    /// Whether the English has fewer negations than the Vietnamese. A word such as "refuse" or "illegal" counts for one, unless another Vietnamese word
    /// asks for it or the Vietnamese forbids or excepts.
    /// </summary>
    public static bool IsLost(string source, string target)
    {
        var needed = CountSource(source);
        if (needed == 0)
        {
            return false;
        }

        var plain = CountTarget(target);
        return plain < Strict().Count(NotNegative().Replace(source, " "))
            || (plain < needed && plain + Math.Max(0, Hidden().Count(target) - AsksForHidden().Count(source)) < needed);
    }

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

    [GeneratedRegex(@"\b(trái (phép|pháp luật|quy định|luật)|từ chối|phủ nhận|bác bỏ|bãi bỏ|ngăn (chặn|ngừa)|phòng (ngừa|tránh)|phòng,? chống|tránh|thiếu|dừng|ngừng|thất bại|vắng( mặt)?|sai|giả|chấm dứt|thay vì|bất (ổn|thường|ngờ|mãn|bạo động|khả)|vô (danh|gia cư))\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForHidden();
}
