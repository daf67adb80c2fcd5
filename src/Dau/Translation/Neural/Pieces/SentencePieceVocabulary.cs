using System.Runtime.CompilerServices;
using System.Text;

namespace Dau.Translation.Neural.Pieces;

/// <summary>Cuts a text into the pieces of a unigram SentencePiece model, and joins pieces.</summary>
/// <remarks>Ids and cuts are SentencePiece's own: the likeliest cut, of equal ones the one whose last piece is longest, a run of unknown characters as one piece.</remarks>
internal sealed class SentencePieceVocabulary
{
    private const float UnknownPenalty = 10;

    private readonly SentencePieceModel _model;
    private readonly PieceNormaliser _normaliser;
    private readonly Dictionary<string, int> _ids;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;
    private readonly float _unknownScore;
    private readonly float _largestScore;

    public SentencePieceVocabulary(SentencePieceModel model)
    {
        _model = model;
        _normaliser = new PieceNormaliser(model);
        _ids = new Dictionary<string, int>(model.Pieces.Count, StringComparer.Ordinal);
        _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        (var smallest, _largestScore) = (float.MaxValue, float.MinValue);
        for (var i = 0; i < model.Pieces.Count; i++)
        {
            var (text, score, kind) = model.Pieces[i];
            if (kind is PieceKind.Normal or PieceKind.UserDefined && !_ids.TryAdd(text, i))
            {
                throw new InvalidDataException($"the piece '{text}' is in it twice");
            }

            if (kind == PieceKind.Normal)
            {
                (smallest, _largestScore) = (Math.Min(smallest, score), Math.Max(_largestScore, score));
            }

            if (kind == PieceKind.Unknown)
            {
                Unknown = i;
            }

            _longest = Math.Max(_longest, text.Length);
        }

        _unknownScore = smallest - UnknownPenalty;
    }

    /// <summary>Pieces of the vocabulary.</summary>
    public int Count => _model.Pieces.Count;

    /// <summary>The piece for what no other piece covers.</summary>
    public int Unknown { get; }

    /// <summary>Whether the first two pieces are the end of a sentence and the unknown one, as Marian wants it.</summary>
    public bool IsMarians => _model.Pieces[Decoder.End].Kind == PieceKind.Control && Unknown == Decoder.Unknown;

    /// <summary>What a piece stands for, with <c>▁</c> for a space.</summary>
    public string Symbols(int id) => _model.Pieces[id].Text;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of a kind that is not read.</exception>
    public static SentencePieceVocabulary Read(ReadOnlySpan<byte> bytes) => new(SentencePieceModel.Read(bytes));

    /// <summary>Cuts a text.</summary>
    public IReadOnlyList<Piece> Encode(string text)
    {
        var normal = _normaliser.Normalise(text);
        var best = Cut(normal.Text);
        var pieces = new List<Piece>();
        for (var end = normal.Text.Length; end > 0; end = best[end].Start)
        {
            var (start, id) = (best[end].Start, best[end].Id);
            var (from, to) = Trim(text, normal.Starts[start], normal.Ends[end - 1]);
            if (id == Unknown && pieces.Count > 0 && pieces[^1].Id == Unknown)
            {
                pieces[^1] = pieces[^1] with { Start = from };
            }
            else
            {
                pieces.Add(new Piece(id, from, to));
            }
        }

        pieces.Reverse();
        return pieces;
    }

    /// <summary>Joins pieces to a text, and says where each stands in it.</summary>
    public (string Text, IReadOnlyList<Piece> Pieces) Decode(IEnumerable<int> ids) => PieceJoiner.Join(ids.Select(id => (id, _model.Pieces[id].Kind switch
    {
        PieceKind.Control => "",
        PieceKind.Unknown => "⁇",
        _ => _model.Pieces[id].Text,
    })));

    /// <summary>Whether a character is a piece, alone or with a space before it.</summary>
    public bool Has(char character) => _ids.ContainsKey(character.ToString()) || _ids.ContainsKey($"{PieceNormaliser.Space}{character}");

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Start, int Id, float Score)[] Cut(string text)
    {
        var best = new (int Start, int Id, float Score)[text.Length + 1];
        for (var i = 1; i < best.Length; i++)
        {
            best[i] = (-1, -1, 0);
        }

        for (var start = 0; start < text.Length;)
        {
            var character = char.IsSurrogatePair(text, start) ? 2 : 1;
            var alone = false;
            for (var length = character; length <= _longest && start + length <= text.Length; length++)
            {
                if (_lookup.TryGetValue(text.AsSpan(start, length), out var id))
                {
                    alone |= length == character;
                    Offer(start, start + length, id, Score(text, start, length, id));
                }
            }

            if (!alone)
            {
                Offer(start, start + character, Unknown, _unknownScore);
            }

            start += character;
        }

        return best;

        void Offer(int start, int end, int id, float score)
        {
            var total = best[start].Score + score;
            if (best[end].Start < 0 || total > best[end].Score)
            {
                best[end] = (start, id, total);
            }
        }
    }

    private float Score(string text, int start, int length, int id)
    {
        var (_, score, kind) = _model.Pieces[id];
        return kind == PieceKind.UserDefined ? (float)((Encoding.UTF8.GetByteCount(text.AsSpan(start, length)) * _largestScore) - 0.1) : score;
    }

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return (start, end);
    }
}
