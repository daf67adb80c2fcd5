using Dau.Translation.Text;

namespace Dau.Translation.Locks;

/// <summary>
/// Names that a letter has in small letters somewhere, so that they are known in its lines of capitals too: nothing else tells TRƯỜNG SƠN from "long" and
/// "mountain". They hold for the flow of work that begins with <see cref="Begin"/>.
/// </summary>
internal static class NamesOfLetter
{
    private static readonly AsyncLocal<Lazy<Dictionary<string, LockKind>>?> Here = new();

    /// <summary>Begins the work on a letter; its names are looked for when a line in capitals asks.</summary>
    /// <param name="texts">The letter's segments.</param>
    /// <param name="locks">What finds names in a text.</param>
    public static void Begin(IEnumerable<string> texts, LockFinder locks) => Here.Value = new(() =>
    {
        var names = new Dictionary<string, LockKind>(StringComparer.Ordinal);
        foreach (var text in texts.Where(static t => !Vietnamese.IsAllCaps(t)))
        {
            foreach (var item in locks.Find(text).Where(static l => l.Kind is LockKind.Name or LockKind.Place && l.End - l.Start > 3))
            {
                var name = text[item.Start..item.End];
                if (name == item.Rendering && name.Contains(' ', StringComparison.Ordinal))
                {
                    names[Vietnamese.Lower(name)] = item.Kind;
                }
            }
        }

        return names;
    });

    /// <summary>The longest such name that begins with a token of a line in capitals.</summary>
    /// <returns>How many tokens it has, 0 for none, and whether it is a place.</returns>
    public static (int Count, bool IsPlace) At(List<Token> tokens, int start)
    {
        if (Here.Value?.Value is not { Count: > 0 } names)
        {
            return default;
        }

        for (var count = Math.Min(6, tokens.Count - start); count > 1; count--)
        {
            if (names.TryGetValue(Vietnamese.Lower(string.Join(' ', tokens.Skip(start).Take(count).Select(static t => t.Text))), out var kind))
            {
                return (count, kind == LockKind.Place);
            }
        }

        return default;
    }
}
