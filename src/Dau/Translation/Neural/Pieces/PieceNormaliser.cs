using System.Text;

namespace Dau.Translation.Neural.Pieces;

/// <summary>A text as the vocabulary wants it, and where each of its code units came from.</summary>
/// <param name="Text">With <c>▁</c> for spaces.</param>
/// <param name="Starts">For each code unit, the first of the text that it came from; and one more, the end.</param>
/// <param name="Ends">For each code unit, one past the last of the text that it came from.</param>
internal sealed record NormalisedText(string Text, IReadOnlyList<int> Starts, IReadOnlyList<int> Ends);

/// <summary>Normalises as SentencePiece does.</summary>
internal sealed class PieceNormaliser(SentencePieceModel model)
{
    /// <summary>What a space becomes.</summary>
    public const char Space = '▁';

    private readonly string[] _userDefined = [.. model.Pieces.Where(static p => p.Kind == PieceKind.UserDefined).Select(static p => p.Text).OrderByDescending(static t => t.Length)];

    public NormalisedText Normalise(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var result = new StringBuilder(text.Length + 8);
        List<int> starts = [], ends = [];
        var afterSpace = model.RemoveExtraSpaces;
        var pending = model.AddDummyPrefix;
        for (int at = 0, unit = 0; unit < text.Length;)
        {
            var (piece, units, taken) = Next(text, unit, bytes.AsSpan(at));
            var rest = piece.AsSpan();
            while (afterSpace && rest.StartsWith(' '))
            {
                rest = rest[1..];
            }

            if (!rest.IsEmpty)
            {
                if (pending)
                {
                    Append(Space, unit, unit);
                    pending = false;
                }

                foreach (var c in rest)
                {
                    Append(c == ' ' ? Space : c, unit, unit + units);
                }

                afterSpace = rest.EndsWith(' ');
            }

            if (!model.RemoveExtraSpaces)
            {
                afterSpace = false;
            }

            (at, unit) = (at + taken, unit + units);
        }

        var length = result.Length;
        while (model.RemoveExtraSpaces && length > 0 && result[length - 1] == Space)
        {
            length--;
        }

        return new NormalisedText(result.ToString(0, length), starts, ends);

        void Append(char c, int start, int end)
        {
            result.Append(c);
            starts.Add(start);
            ends.Add(end);
        }
    }

    // What stands next after normalisation, and how many code units and bytes of the text it takes.
    private (string Piece, int Units, int Bytes) Next(string text, int unit, ReadOnlySpan<byte> bytes)
    {
        foreach (var symbol in _userDefined)
        {
            if (string.CompareOrdinal(text, unit, symbol, 0, symbol.Length) == 0)
            {
                return (symbol, symbol.Length, Encoding.UTF8.GetByteCount(symbol));
            }
        }

        var taken = model.Map.Longest(bytes, out var replacement);
        if (taken > 0)
        {
            return (replacement, Encoding.UTF8.GetCharCount(bytes[..taken]), taken);
        }

        Rune.DecodeFromUtf8(bytes, out var rune, out var length);
        return (rune.ToString(), rune.Utf16SequenceLength, length);
    }
}
