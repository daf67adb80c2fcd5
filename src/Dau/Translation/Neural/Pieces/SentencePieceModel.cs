using System.Text;

namespace Dau.Translation.Neural.Pieces;

/// <summary>What a piece is for; the numbers are those of the file.</summary>
internal enum PieceKind
{
    Normal = 1,
    Unknown = 2,
    Control = 3,
    UserDefined = 4,
    Unused = 5,
    Byte = 6,
}

/// <summary>A SentencePiece model (<c>.spm</c>) as its file has it.</summary>
internal sealed record SentencePieceModel
{
    private const int MostPieces = 1 << 18, LongestPiece = 128;
    private const ulong Unigram = 1;

    public required IReadOnlyList<(string Text, float Score, PieceKind Kind)> Pieces { get; init; }

    public required CharacterMap Map { get; init; }

    /// <summary>Whether a space is put before the text.</summary>
    public bool AddDummyPrefix { get; init; } = true;

    /// <summary>Whether spaces at both ends go, and of several one stays.</summary>
    public bool RemoveExtraSpaces { get; init; } = true;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of a kind that is not read.</exception>
    public static SentencePieceModel Read(ReadOnlySpan<byte> bytes)
    {
        var pieces = new List<(string Text, float Score, PieceKind Kind)>();
        var model = new SentencePieceModel { Pieces = pieces, Map = new CharacterMap([]) };
        var isWhole = false;
        var reader = new ProtobufReader(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1:
                    pieces.Add(Piece(reader.Bytes));
                    break;
                case 2:
                    CheckTrainer(reader.Bytes);
                    break;
                case 3:
                    (model, isWhole) = (Normaliser(model, reader.Bytes), true);
                    break;
            }

            if (pieces.Count > MostPieces)
            {
                throw new InvalidDataException($"it has more than {MostPieces} pieces");
            }
        }

        // The rules of normalisation stand behind the pieces.
        if (!isWhole)
        {
            throw new InvalidDataException("it is no SentencePiece model, or is cut short");
        }

        if (pieces.Count < 3 || pieces.Count(static p => p.Kind == PieceKind.Unknown) != 1)
        {
            throw new InvalidDataException("it has not one unknown piece");
        }

        return pieces.Exists(static p => p.Kind == PieceKind.Byte) ? throw new InvalidDataException("it falls back to bytes, which is not read here") : model;
    }

    private static (string Text, float Score, PieceKind Kind) Piece(ReadOnlySpan<byte> bytes)
    {
        var (text, score, kind) = ("", 0f, PieceKind.Normal);
        var reader = new ProtobufReader(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1:
                    text = Encoding.UTF8.GetString(reader.Bytes);
                    break;
                case 2:
                    score = reader.Single;
                    break;
                case 3:
                    kind = (PieceKind)reader.Number;
                    break;
            }
        }

        return text.Length is > 0 and <= LongestPiece && float.IsFinite(score) && Enum.IsDefined(kind)
            ? (text, score, kind)
            : throw new InvalidDataException("one of its pieces is damaged");
    }

    private static void CheckTrainer(ReadOnlySpan<byte> bytes)
    {
        var reader = new ProtobufReader(bytes);
        while (reader.Read())
        {
            if (reader.Field == 3 && reader.Number != Unigram)
            {
                throw new InvalidDataException("it is not of the unigram kind, and no other is read");
            }

            if (reader.Field == 24 && reader.Number != 0)
            {
                throw new InvalidDataException("it puts spaces behind words, which is not read here");
            }
        }
    }

    private static SentencePieceModel Normaliser(SentencePieceModel model, ReadOnlySpan<byte> bytes)
    {
        var reader = new ProtobufReader(bytes);
        while (reader.Read())
        {
            model = reader.Field switch
            {
                2 => model with { Map = new CharacterMap(reader.Bytes) },
                3 => model with { AddDummyPrefix = reader.Number != 0 },
                4 => model with { RemoveExtraSpaces = reader.Number != 0 },
                5 when reader.Number == 0 => throw new InvalidDataException("it does not mark spaces, which is not read here"),
                _ => model,
            };
        }

        return model;
    }
}
