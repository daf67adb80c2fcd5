using System.Text.Json;

namespace Dau.Translation.Neural.Opus;

/// <summary>What <c>config.json</c> says of a model.</summary>
internal sealed record OpusConfiguration
{
    private const int MostPieces = 1 << 18, MostPlaces = 1 << 14;

    /// <summary>Pieces of both languages.</summary>
    public required int Vocabulary { get; init; }

    /// <summary>The end of a sentence.</summary>
    public required int End { get; init; }

    /// <summary>What fills a row behind its end; never chosen.</summary>
    public required int Padding { get; init; }

    /// <summary>What the English starts with.</summary>
    public required int Start { get; init; }

    /// <summary>Most pieces of a sentence on either side, ends included.</summary>
    public required int Places { get; init; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or the model is of a kind that is not run.</exception>
    public static OpusConfiguration Read(byte[] bytes)
    {
        using var document = OpusVocabulary.Parse(bytes);
        var root = document.RootElement;
        if (!root.TryGetProperty("model_type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "marian")
        {
            throw new InvalidDataException("its model_type is not marian, and no other is run");
        }

        var vocabulary = Number("vocab_size", 3, MostPieces);
        var padding = Number("pad_token_id", 0, vocabulary - 1);
        return new OpusConfiguration
        {
            Vocabulary = vocabulary,
            End = Number("eos_token_id", 0, vocabulary - 1),
            Padding = padding,
            Start = root.TryGetProperty("decoder_start_token_id", out _) ? Number("decoder_start_token_id", 0, vocabulary - 1) : padding,
            Places = Number("max_position_embeddings", 8, MostPlaces),
        };

        int Number(string name, int least, int most) =>
            root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
                ? number
                : throw new InvalidDataException($"its {name} is missing or cannot be");
    }
}
