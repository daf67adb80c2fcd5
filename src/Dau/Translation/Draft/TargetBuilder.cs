using System.Text;
using Dau.Translation.Text;

namespace Dau.Translation.Draft;

/// <summary>Joins pieces of English, spaced as the source was around marks, and keeps which stretch became which.</summary>
internal sealed class TargetBuilder(string source)
{
    private readonly StringBuilder _text = new();
    private readonly List<Link> _links = [];
    private int _lastEnd = -1;
    private bool _lastIsMark;

    /// <summary>The English so far.</summary>
    public string Text => _text.ToString();

    /// <summary>The links so far.</summary>
    public IReadOnlyList<Link> Links => _links;

    /// <summary>Adds a piece that stands for a stretch of the source; an empty piece only moves on.</summary>
    public void Add(string piece, int start, int end)
    {
        if (piece.Length == 0)
        {
            return;
        }

        var isMark = !Tokeniser.IsWordPart(piece[0]) && piece.Length <= 3;
        var touches = start == _lastEnd || (_lastEnd >= 0 && start > _lastEnd && !source.AsSpan(_lastEnd, start - _lastEnd).ContainsAny(' ', '\n', '\t'));
        if (_text.Length > 0 && !(touches && (isMark || _lastIsMark)) && !(isMark && piece[0] is ',' or ';' or '.' or ')' or '”'))
        {
            _text.Append(' ');
        }

        _links.Add(new Link(new TextSpan(start, end), new TextSpan(_text.Length, _text.Length + piece.Length)));
        _text.Append(piece);
        _lastEnd = end;
        _lastIsMark = !Tokeniser.IsWordPart(piece[^1]);
    }
}
