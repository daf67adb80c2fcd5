using System.Text.RegularExpressions;

namespace Dau.Translation.Locks;

/// <summary>Counts what denies or forbids, on both sides.</summary>
internal static partial class Negation
{
    /// <summary>Negations in a Vietnamese text; words that only look like one (không gian, không chỉ) are left out.</summary>
    public static int CountSource(string text) => Source().Count(NotNegative().Replace(text, " "));

    /// <summary>Words in an English text that carry a negation.</summary>
    public static int CountTarget(string text) => Target().Count(text);

    [GeneratedRegex(@"\b(không gian|không khí|không quân|không phận|không lực|không tặc|hàng không|trên không|phòng không|đường không|không trung|không chỉ|không những|không ngừng|hay không|cấm vận|không thể không|chân không|không\?)", RegexOptions.IgnoreCase)]
    private static partial Regex NotNegative();

    [GeneratedRegex(@"\b(không|chưa|chẳng|chớ|đừng|cấm|trừ)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex(@"\b(not|no|non|never|none|nothing|nobody|neither|nor|cannot|without|unless|except|excluding|excluded|forbid\w*|prohibit\w*|ban|banned|bans|banning|forbidden|fail\w*|lack\w*|refus\w*|den(y|ied|ies|ying)|avoid\w*|prevent\w*|instead|rather than|free of|free from|absen\w+|yet to|regardless|irrespective|untimely|minus|barred|stop\w*|refrain\w*|incomplete\w*|improper\w*|incorrect\w*|invalid\w*|in(?:sufficien|adequa|eligib|effectiv|complet|capab|direct|consisten|appropriat|accura|secur|visib|discriminat)\w*|un(?!it|der|ion|ique|ivers|til|iform|ify|ified|less)\w{3,}|im(?:possib|proper|permiss)\w*|ir(?:regular|respons|relevan)\w*|dis(?:agree|approv|allow|satisf|honest)\w*|il(?:legal|legit|licit)\w*|non-\w+|\w+less)\b|n[’']t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Target();
}
