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
    private static readonly (string[] Full, string Key)[] ShortForms =
    [
        (["ủy", "ban", "nhân", "dân"], "ubnd"), (["hội", "đồng", "nhân", "dân"], "hđnd"), (["mặt", "trận", "tổ", "quốc"], "mttq"),
    ];

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
        return Shorten(tokens);
    }

    // "Ủy ban nhân dân" and "UBND" are one word to the tables: twice the evidence, and longer phrases around it.
    private static List<SourceToken> Shorten(List<SourceToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            LengthenCity(tokens, i);
            foreach (var (full, key) in ShortForms)
            {
                if (i + full.Length <= tokens.Count && Matches(tokens, i, full))
                {
                    var (first, last) = (tokens[i], tokens[i + full.Length - 1]);
                    var written = string.Join(' ', tokens.Skip(i).Take(full.Length).Select(static t => t.Text));
                    tokens.RemoveRange(i + 1, full.Length - 1);
                    tokens[i] = new SourceToken(key, written, first.Start, last.End, null);
                    break;
                }
            }
        }

        return tokens;
    }

    // "TP. Cần Thơ" is "thành phố Cần Thơ"; elsewhere TP heads a division.
    private static void LengthenCity(List<SourceToken> tokens, int at)
    {
        var dot = at + 1 < tokens.Count && tokens[at + 1].Text == "." ? 1 : 0;
        if (tokens[at].Key == "tp" && at + dot + 1 < tokens.Count && tokens[at + dot + 1].Lock is { Kind: LockKind.Place })
        {
            var (start, end) = (tokens[at].Start, tokens[at + dot].End);
            tokens.RemoveRange(at, dot + 1);
            tokens.InsertRange(at, [new SourceToken("thành", "thành", start, start + 1, null), new SourceToken("phố", "phố", start + 1, end, null)]);
        }
    }

    private static bool Matches(List<SourceToken> tokens, int at, string[] full)
    {
        for (var k = 0; k < full.Length; k++)
        {
            if (tokens[at + k].Key != full[k])
            {
                return false;
            }
        }

        return true;
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
