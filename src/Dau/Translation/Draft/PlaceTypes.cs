using Dau.Translation.Text;

namespace Dau.Translation.Draft;

/// <summary>What stands before a place's name in Vietnamese and after it in English: huyện Lâm Thao, Lâm Thao District.</summary>
internal static class PlaceTypes
{
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["tỉnh"] = "Province", ["thành phố"] = "City", ["huyện"] = "District", ["quận"] = "District", ["thị xã"] = "Town", ["thị trấn"] = "Township",
        ["xã"] = "Commune", ["phường"] = "Ward", ["đặc khu"] = "Special Zone", ["thôn"] = "Village", ["xóm"] = "Hamlet", ["ấp"] = "Hamlet", ["bản"] = "Village",
        ["buôn"] = "Village", ["làng"] = "Village", ["sóc"] = "Village", ["khu phố"] = "Quarter", ["đường"] = "Street", ["phố"] = "Street", ["cầu"] = "Bridge",
        ["sông"] = "River", ["đảo"] = "Island", ["chùa"] = "Pagoda", ["giáo xứ"] = "Parish",
    };

    /// <summary>English for the type; null for a word that is none.</summary>
    public static string? Find(string lower) => English.GetValueOrDefault(lower);

    /// <summary>The type that ends the tokens, how many of them it takes, and its English.</summary>
    public static (int Count, string? English) Before(IReadOnlyList<Token> tokens)
    {
        for (var count = Math.Min(2, tokens.Count); count > 0; count--)
        {
            if (Find(string.Join(' ', tokens.TakeLast(count).Select(static t => Vietnamese.Lower(t.Text)))) is { } english)
            {
                return (count, english);
            }
        }

        return default;
    }
}
