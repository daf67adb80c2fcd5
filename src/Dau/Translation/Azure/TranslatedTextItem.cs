using System.Globalization;
using System.Text.Json;

namespace Dau.Translation.Azure;

/// <summary>A translated text of the service's answer.</summary>
/// <param name="Text">English.</param>
/// <param name="Links">Its alignment, with ends made exclusive; empty where the service gave none.</param>
internal sealed record TranslatedTextItem(string Text, IReadOnlyList<Link> Links)
{
    /// <summary>Reads an answer's body.</summary>
    public static IReadOnlyList<TranslatedTextItem> ReadAll(BinaryData body)
    {
        using var document = JsonDocument.Parse(body);
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    private static TranslatedTextItem Read(JsonElement item)
    {
        var translation = item.GetProperty("translations")[0];
        var text = translation.GetProperty("text").GetString() ?? "";
        var links = translation.TryGetProperty("alignment", out var alignment) && alignment.TryGetProperty("proj", out var projection)
            ? ReadAlignment(projection.GetString() ?? "", text.Length)
            : [];
        return new TranslatedTextItem(text, links);
    }

    // "0:4-0:6 6:9-8:11": source start and end, target start and end, ends inclusive, in UTF-16 code units.
    private static IReadOnlyList<Link> ReadAlignment(string projection, int targetLength)
    {
        var links = new List<Link>();
        foreach (var pair in projection.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = pair.Split(':', '-');
            if (numbers.Length == 4 && TryNumber(numbers[0], out var a) && TryNumber(numbers[1], out var b) && TryNumber(numbers[2], out var c) && TryNumber(numbers[3], out var d)
                && a <= b && c <= d && d < targetLength)
            {
                links.Add(new Link(new TextSpan(a, b + 1), new TextSpan(c, d + 1)));
            }
        }

        return links;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
