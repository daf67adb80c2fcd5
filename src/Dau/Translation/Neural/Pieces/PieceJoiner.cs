using System.Text;

namespace Dau.Translation.Neural.Pieces;

/// <summary>Joins pieces to a text.</summary>
internal static class PieceJoiner
{
    /// <summary>The text without the space at its start, and where each piece stands in it.</summary>
    public static (string Text, IReadOnlyList<Piece> Pieces) Join(IEnumerable<(int Id, string Symbols)> all)
    {
        var text = new StringBuilder();
        var pieces = new List<Piece>();
        foreach (var (id, symbols) in all)
        {
            var start = text.Length;
            var shown = symbols.Replace(PieceNormaliser.Space, ' ');
            if (start == 0 && shown.StartsWith(' '))
            {
                shown = shown[1..];
            }

            text.Append(shown);
            pieces.Add(new Piece(id, shown.StartsWith(' ') && shown.Length > 1 ? start + 1 : start, text.Length));
        }

        return (text.ToString(), pieces);
    }
}
