using System.Text;
using Dau.Translation.Locks;
using Dau.Translation.Text;
using TonePlacement = Dau.Correction.TonePlacement;

namespace Dau.Translation.Memory;

/// <summary>A token as the memory compares it.</summary>
/// <param name="Key">The syllable in small letters, hoà as hòa; for a number, date, code or address only what kind it is.</param>
/// <param name="Lock">The lock that the token is; null for a plain one.</param>
/// <param name="IsCapital">Whether it begins with a capital, and so may be part of a name.</param>
internal readonly record struct MemoryToken(string Key, LockedSpan? Lock, bool IsCapital);

/// <summary>A sentence as the memory compares it: numbers, dates, codes and addresses are one token each and all alike.</summary>
internal sealed class MemoryText
{
    private MemoryText(string text, IReadOnlyList<MemoryToken> tokens) => (Text, Tokens) = (text, tokens);

    public string Text { get; }

    public IReadOnlyList<MemoryToken> Tokens { get; }

    /// <summary>The whole as one key.</summary>
    public string Key => string.Join(' ', Tokens.Select(static t => t.Key));

    /// <summary>Prepares a text for the index: names are words like others.</summary>
    public static MemoryText Of(string text) => Of(text, text.AsSpan().IndexOfAnyInRange('0', '9') < 0 && !text.Contains('@', StringComparison.Ordinal) ? [] : PatternLocks.Find(text));

    /// <summary>Prepares a text with locks that were found in it; a name is one token, alike only to the same name.</summary>
    public static MemoryText Of(string text, IReadOnlyList<LockedSpan> locks)
    {
        var tokens = new List<MemoryToken>();
        var at = 0;
        foreach (var item in locks)
        {
            AddPlain(tokens, text, at, item.Start);
            tokens.Add(new MemoryToken(item.Kind is LockKind.Name or LockKind.Place ? Vietnamese.Lower(item.Rendering) : Shape(item), item, false));
            at = item.End;
        }

        AddPlain(tokens, text, at, text.Length);
        return new MemoryText(text, tokens);
    }

    private static void AddPlain(List<MemoryToken> tokens, string text, int start, int end)
    {
        foreach (var token in Tokeniser.Tokenise(text, start, end))
        {
            var key = token.Text switch { "“" or "”" => "\"", "–" => "-", "’" => "'", _ => TonePlacement.ToOld(Vietnamese.Lower(token.Text)) };
            tokens.Add(new MemoryToken(key, null, char.IsUpper(token.Text[0])));
        }
    }

    // What stands around the digits decides the English around it: "in June" is not "on 16 June", "1 person" not "5 persons", an amount of money not a number.
    private static string Shape(LockedSpan item)
    {
        var shape = new StringBuilder("\u0001").Append((int)item.Kind);
        switch (item.Kind)
        {
            case LockKind.Date:
                shape.Append(char.IsDigit(item.Rendering[0]) ? 'd' : 'm').Append(item.Rendering.Count(static c => c == ' '));
                break;
            case LockKind.Number:
                shape.Append(item.Rendering.TrimStart('0') == "1" ? "one" : string.Concat(item.Rendering.Where(static c => !char.IsDigit(c) && c is not (',' or '.'))));
                break;
            default:
                break;
        }

        return shape.ToString();
    }
}
