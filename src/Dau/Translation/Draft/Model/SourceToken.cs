using Dau.Translation.Locks;
using Dau.Translation.Text;

namespace Dau.Translation.Draft.Model;

/// <summary>A token of the source as the tables know it.</summary>
/// <param name="Key">In small letters, or the word for a lock.</param>
/// <param name="Text">As it stands.</param>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Lock">The lock it stands for; null for a plain token.</param>
internal readonly record struct SourceToken(string Key, string Text, int Start, int End, LockedSpan? Lock)
{
    /// <summary>Cuts a text into such tokens.</summary>
    public static List<SourceToken> Cut(string text, IReadOnlyList<LockedSpan> locks)
    {
        var tokens = new List<SourceToken>();
        var at = 0;
        foreach (var item in locks)
        {
            AddPlain(tokens, text, at, item.Start);
            tokens.Add(new SourceToken(Slots.Of(item.Kind), text[item.Start..item.End], item.Start, item.End, item));
            at = item.End;
        }

        AddPlain(tokens, text, at, text.Length);
        return tokens;
    }

    private static void AddPlain(List<SourceToken> tokens, string text, int start, int end)
    {
        foreach (var token in Tokeniser.Tokenise(text, start, end))
        {
            var key = token.Text switch { "“" or "”" => "\"", "–" => "-", _ => Vietnamese.Lower(token.Text) };
            tokens.Add(new SourceToken(key, token.Text, token.Start, token.End, null));
        }
    }
}
