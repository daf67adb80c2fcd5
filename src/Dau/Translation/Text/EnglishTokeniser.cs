namespace Dau.Translation.Text;

/// <summary>Cuts English into words (with inner hyphens and apostrophes), numbers and marks.</summary>
internal static class EnglishTokeniser
{
    /// <summary>The tokens in order.</summary>
    public static List<Token> Tokenise(string text)
    {
        var tokens = new List<Token>();
        foreach (var token in Tokeniser.Tokenise(text))
        {
            if (tokens.Count >= 2 && tokens[^1] is { Text: "-", Kind: TokenKind.Punctuation } hyphen && token.Kind == TokenKind.Word && tokens[^2].Kind != TokenKind.Punctuation
                && hyphen.Start == tokens[^2].End && token.Start == hyphen.End)
            {
                var first = tokens[^2];
                tokens.RemoveRange(tokens.Count - 2, 2);
                tokens.Add(new Token(text[first.Start..token.End], first.Start, first.Kind));
            }
            else
            {
                tokens.Add(token.Text switch { "“" or "”" => token with { Text = "\"" }, "’" => token with { Text = "'" }, _ => token });
            }
        }

        return tokens;
    }
}
