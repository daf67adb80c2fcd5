namespace Dau.Segmentation;

/// <summary>Tokens that stand side by side on one page, from left to right: a line of print or a part of one.</summary>
internal sealed class TextLine
{
    internal TextLine(IReadOnlyList<Token> tokens)
    {
        Tokens = tokens;
        Box = PixelBox.Around(tokens.Select(static t => t.Place));
        Text = string.Join(' ', tokens.Select(static t => t.Text));
        Plain = LetterForms.Plain(Text);
        Letters = LetterForms.Letters(Text);
        IsCapitals = LetterForms.IsCapitals(Text);
        int[] heights = [.. tokens.Select(static t => t.Place.Height).Order()];
        Height = Math.Max(1, heights.Length == 0 ? 1 : heights[heights.Length / 2]);
        int length = Math.Max(1, tokens.Sum(static t => t.Text.Length));
        Confidence = tokens.Sum(static t => t.Word.Confidence * t.Text.Length) / length;
    }

    internal IReadOnlyList<Token> Tokens { get; }

    internal PixelBox Box { get; }

    internal string Text { get; }

    /// <summary>The text in small letters without marks.</summary>
    internal string Plain { get; }

    /// <summary>Its small unmarked letters and digits alone.</summary>
    internal string Letters { get; }

    internal bool IsCapitals { get; }

    /// <summary>Height of its middle word, px.</summary>
    internal int Height { get; }

    /// <summary>Mean confidence of its words, weighted by their length.</summary>
    internal double Confidence { get; }

    internal int Page => Tokens.Count == 0 ? 0 : Tokens[0].Page;

    internal int Left => Box.X;

    internal int Right => Box.Right;

    internal int Top => Box.Y;

    internal int Bottom => Box.Bottom;

    internal double CentreX => Box.CentreX;

    internal double CentreY => Box.CentreY;

    /// <summary>Whether it is scribble: no letters, or hardly a likely syllable read with little confidence.</summary>
    internal bool IsJunk
    {
        get
        {
            if (!Text.Any(LetterForms.IsLetterOrDigit))
            {
                return true;
            }

            int likely = Tokens.Count(static t => LetterForms.LooksLikeSyllable(t.Text) || t.Text.Any(char.IsDigit));
            return Confidence < 0.25 || (Confidence < 0.6 && likely <= Tokens.Count / 2);
        }
    }

    /// <summary>How much of the lower of two lines the other covers from top to bottom, 0 to 1.</summary>
    internal double OverlapY(TextLine other) =>
        Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top)) / (double)Math.Max(1, Math.Min(Box.Height, other.Box.Height));

    /// <summary>The part before a token and the part from it on.</summary>
    internal (TextLine Before, TextLine After) SplitAt(int index) => (new TextLine([.. Tokens.Take(index)]), new TextLine([.. Tokens.Skip(index)]));
}
