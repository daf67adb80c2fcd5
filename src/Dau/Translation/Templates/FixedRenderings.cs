using System.Text.RegularExpressions;
using Dau.Translation.Terms;
using Dau.Translation.Text;

namespace Dau.Translation.Templates;

/// <summary>Whole segments that have one English: titles, types, stamps, labels.</summary>
internal static partial class FixedRenderings
{
    private static readonly Dictionary<string, string> ByKey = Read();

    /// <summary>The English for the whole text; null where it is no fixed text. Capitals follow the source.</summary>
    public static string? Find(string text)
    {
        // "QUYẾT ĐỊNH:" (decides) is not "QUYẾT ĐỊNH" (decision): with its mark first, then without.
        var key = Key(text);
        var mark = "";
        if (!ByKey.TryGetValue(key, out var english))
        {
            mark = key.Length > 1 && key[^1] is ':' or ';' or '.' or ',' ? key[^1..] : "";
            if (mark.Length == 0 || !ByKey.TryGetValue(key[..^1].TrimEnd(), out english))
            {
                return mark.Length == 0 && ByKey.TryGetValue(key + ":", out english) && english.EndsWith(':') && key is "nơi nhận" or "kính gửi" ? english[..^1] : null;
            }
        }

        english += mark;
        if (Vietnamese.IsAllCaps(text))
        {
            return english.ToUpperInvariant();
        }

        // A document's type in small letters: Kế hoạch → Plan.
        return Vietnamese.IsAllCaps(english) && english.Length > 3 ? Vietnamese.Capitalise(english.ToLowerInvariant()) : english;
    }

    private static string Key(string text) => Spaces().Replace(Vietnamese.Lower(text.Trim()), " ").Replace('–', '-').Replace('—', '-').Replace(" - ", "-").Replace(" :", ":");

    private static Dictionary<string, string> Read()
    {
        var renderings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in TermFile.EmbeddedLines("fixed.tsv"))
        {
            var parts = line.Split('\t');
            renderings[Key(parts[0])] = parts[1];
        }

        return renderings;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
