using Dau.Translation.Draft.Model;
using Dau.Translation.Text;

namespace Dau.Translation.Draft.Decoding;

/// <summary>A part of a segment that is decoded by itself.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="StartsSentence">Whether a sentence starts here.</param>
internal sealed record Chunk(IReadOnlyList<SourceToken> Tokens, bool StartsSentence)
{
    /// <summary>Cuts at sentence ends, colons and semicolons, around brackets and after the mark of a list's item; what is still too long at a comma, or where it must be.</summary>
    public static IEnumerable<Chunk> Cut(List<SourceToken> tokens)
    {
        var start = 0;
        var opens = true;
        var inBrackets = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var closes = inBrackets && tokens[i].Key == ")";
            inBrackets = (inBrackets && !closes) || tokens[i].Key == "(";
            var marks = IsListMark(tokens, i);
            if (!marks && !closes && !(i + 1 < tokens.Count && IsWall(tokens, i + 1)) && !IsJoint(tokens, i) && i + 1 < tokens.Count)
            {
                continue;
            }

            foreach (var part in Fit(tokens.GetRange(start, i + 1 - start)))
            {
                yield return new Chunk(part, opens);
                opens = false;
            }

            opens = marks || IsJoint(tokens, i) && tokens[i].Key is not ";";
            start = i + 1;
        }
    }

    // A bracket opens, or the mark that ends a part comes: what is before it stays before it.
    private static bool IsWall(List<SourceToken> tokens, int i) =>
        tokens[i].Key is "(" or ";" || (i == tokens.Count - 1 && tokens[i].Key is "," or ":");

    private static bool IsJoint(List<SourceToken> tokens, int i) => tokens[i].Key switch
    {
        ";" or "!" or "?" => true,
        ":" => i + 1 < tokens.Count && tokens[i + 1].Start > tokens[i].End,
        "." => i + 1 < tokens.Count && tokens[i + 1].Start > tokens[i].End && char.IsUpper(tokens[i + 1].Text[0]) && (i == 0 || tokens[i - 1].Key is not ("tp" or "ts" or "ths" or "pgs" or "gs")),
        _ => false,
    };

    // What is listed is a sentence of its own, and its mark stays before it.
    private static bool IsListMark(List<SourceToken> tokens, int i) => i + 1 < tokens.Count && tokens[i + 1].Start > tokens[i].End && (i, tokens[i].Text) switch
    {
        (0, "-" or "–" or "+" or "*" or "•") => true,
        (1, ")") => tokens[0].Text.Length == 1,
        _ => false,
    };

    private static IEnumerable<IReadOnlyList<SourceToken>> Fit(List<SourceToken> tokens)
    {
        while (tokens.Count > PhraseDecoder.LongestChunk)
        {
            var at = tokens.FindLastIndex(PhraseDecoder.LongestChunk - 1, PhraseDecoder.LongestChunk - 20, static t => t.Key == ",");
            var count = at >= 0 ? at + 1 : PhraseDecoder.LongestChunk - 5;
            yield return tokens.GetRange(0, count);
            tokens = tokens.GetRange(count, tokens.Count - count);
        }

        yield return tokens;
    }

    /// <summary>Whether the first word, list marks aside, starts with a capital.</summary>
    public bool IsCapitalised => Tokens.Skip(HasLetterMark ? 2 : 0).FirstOrDefault(static t => t.Lock is not null || char.IsLetter(t.Text[0])) is { Text: { Length: > 0 } text } && char.IsUpper(text[0]);

    /// <summary>Whether a sentence ends here.</summary>
    public bool EndsSentence => Tokens[^1].Key is "." or "./." or "!" or "?";

    /// <summary>Whether the chunk starts with the letter of a list item: <c>b)</c>.</summary>
    public bool HasLetterMark => Tokens is [{ Lock: null, Text: [var letter] }, { Text: ")" }, ..] && char.IsLetter(letter);

    /// <summary>Whether the sentence or list item has no subject and starts with "Không": an instruction not to do something.</summary>
    public bool Forbids => StartsSentence && Tokens[0] is { Key: "không", Text: "Không" };
}
