using System.Text;
using System.Text.Json;
using Dau.Translation.Neural.Pieces;

namespace Dau.Translation.Neural.Opus;

/// <summary>The pieces of both languages: SentencePiece cuts the source, <c>vocab.json</c> numbers the pieces.</summary>
internal sealed class OpusVocabulary
{
    private const string UnknownName = "<unk>";

    private readonly SentencePieceVocabulary _source;
    private readonly Dictionary<string, int> _ids;
    private readonly string[] _symbols;
    private readonly int[] _ofSource;

    /// <param name="source">Cuts the source.</param>
    /// <param name="numbers">Bytes of <c>vocab.json</c>.</param>
    /// <param name="configuration">Names the pieces that are no text.</param>
    public OpusVocabulary(SentencePieceVocabulary source, byte[] numbers, OpusConfiguration configuration)
    {
        _source = source;
        _symbols = new string[configuration.Vocabulary];
        _ids = new Dictionary<string, int>(configuration.Vocabulary, StringComparer.Ordinal);
        using var document = Parse(numbers);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Number || !property.Value.TryGetInt32(out var id) || id < 0 || id >= _symbols.Length || _symbols[id] is not null)
            {
                throw new InvalidDataException($"the number of '{property.Name}' cannot be");
            }

            _symbols[id] = property.Name;
            _ids.TryAdd(property.Name, id);
        }

        Unknown = _ids.TryGetValue(UnknownName, out var unknown) ? unknown : throw new InvalidDataException("it has no unknown piece");
        for (var id = 0; id < _symbols.Length; id++)
        {
            _symbols[id] = id == configuration.End || id == configuration.Padding || id == configuration.Start ? "" : _symbols[id] ?? "";
        }

        _ofSource = [.. Enumerable.Range(0, source.Count).Select(id => _ids.GetValueOrDefault(source.Symbols(id), Unknown))];
    }

    /// <summary>The piece for what no other covers.</summary>
    public int Unknown { get; }

    /// <summary>Whether a character can go in and come out.</summary>
    public bool Has(char character) => _source.Has(character) && (_ids.ContainsKey(character.ToString()) || _ids.ContainsKey($"{PieceNormaliser.Space}{character}"));

    /// <summary>Cuts a text.</summary>
    public IReadOnlyList<Piece> Encode(string text) =>
        [.. _source.Encode(text).Select(piece => piece with { Id = piece.Id == _source.Unknown ? _ids.GetValueOrDefault(text[piece.Start..piece.End], Unknown) : _ofSource[piece.Id] })];

    /// <summary>Joins pieces to a text, and says where each stands in it.</summary>
    public (string Text, IReadOnlyList<Piece> Pieces) Decode(IEnumerable<int> ids) => PieceJoiner.Join(ids.Select(id => (id, _symbols[id])));

    /// <summary>Reads an object of JSON.</summary>
    public static JsonDocument Parse(byte[] bytes)
    {
        try
        {
            // Strict about UTF-8, which the parser itself is only where a text is read.
            var document = JsonDocument.Parse(new UTF8Encoding(false, true).GetString(bytes));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new InvalidDataException("it is no object of JSON");
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            throw new InvalidDataException("it is no JSON, or is cut short", e);
        }
    }
}
