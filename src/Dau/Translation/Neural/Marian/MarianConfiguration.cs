using System.Globalization;

namespace Dau.Translation.Neural.Marian;

/// <summary>What a model says of its own shape.</summary>
internal sealed record MarianConfiguration
{
    /// <summary>Positions of the longest input and output that are worked on.</summary>
    public const int MostPositions = 512;

    // What this engine computes; anything else would run and give nonsense.
    private static readonly (string Key, string Value)[] Required =
    [
        ("type", "transformer"), ("transformer-decoder-autoreg", "rnn"), ("dec-cell", "ssru"), ("transformer-preprocess", ""), ("transformer-postprocess", "dan"),
        ("transformer-postprocess-top", ""), ("transformer-ffn-activation", "relu"), ("transformer-ffn-depth", "2"), ("tied-embeddings-all", "true"),
        ("transformer-train-position-embeddings", "false"), ("transformer-no-projection", "false"), ("transformer-no-bias", "false"), ("transformer-no-affine", "false"),
        ("transformer-rnn-projection", "false"), ("transformer-pool", "false"), ("factors-dim-emb", "0"), ("lemma-dependency", ""), ("right-left", "false"),
        ("layer-normalization", "false"), ("output-omit-bias", "false"),
    ];

    public required int EncoderLayers { get; init; }

    public required int DecoderLayers { get; init; }

    public required int Heads { get; init; }

    /// <summary>Width of the model: numbers for each token.</summary>
    public required int Width { get; init; }

    public required int FeedForward { get; init; }

    /// <summary>Pieces of the vocabulary, which serves both languages.</summary>
    public required int Vocabulary { get; init; }

    public int HeadWidth => Width / Heads;

    /// <summary>Reads the few lines of YAML that Marian writes.</summary>
    /// <exception cref="InvalidDataException">The model is of an architecture that is not run here; the message says what differs.</exception>
    public static MarianConfiguration Parse(string yaml)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var key = "";
        foreach (var raw in yaml.Split('\n', '\0'))
        {
            var line = raw.TrimEnd();
            if (line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("  - ", StringComparison.Ordinal))
            {
                values[key] = $"{values.GetValueOrDefault(key)},{Plain(line.TrimStart(' ', '-'))}".TrimStart(',');
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                key = line[..colon].Trim();
                values[key] = Plain(line[(colon + 1)..].Trim().Trim('[', ']'));
            }
        }

        foreach (var (name, value) in Required)
        {
            if (values.TryGetValue(name, out var found) && found != value)
            {
                throw new InvalidDataException($"its {name} is '{found}', and only '{value}' is run here");
            }
        }

        if (!values.ContainsKey("dec-cell") || !values.ContainsKey("transformer-decoder-autoreg"))
        {
            throw new InvalidDataException("its configuration does not name an SSRU decoder, and no other is run here");
        }

        if (values.GetValueOrDefault("transformer-tied-layers") is { Length: > 0 } tied)
        {
            throw new InvalidDataException($"its layers are tied ({tied}), which is not run here");
        }

        var vocabularies = values.GetValueOrDefault("dim-vocabs", "").Split(',', StringSplitOptions.TrimEntries);
        if (vocabularies.Length != 2 || vocabularies[0] != vocabularies[1])
        {
            throw new InvalidDataException($"its vocabularies have the sizes '{string.Join(", ", vocabularies)}', and only one vocabulary for both languages is run here");
        }

        var configuration = new MarianConfiguration
        {
            EncoderLayers = Number("enc-depth", values.GetValueOrDefault("enc-depth"), 1, 48),
            DecoderLayers = Number("dec-depth", values.GetValueOrDefault("dec-depth"), 1, 48),
            Heads = Number("transformer-heads", values.GetValueOrDefault("transformer-heads"), 1, 64),
            Width = Number("dim-emb", values.GetValueOrDefault("dim-emb"), 32, 4096),
            FeedForward = Number("transformer-dim-ffn", values.GetValueOrDefault("transformer-dim-ffn"), 32, 16384),
            Vocabulary = Number("dim-vocabs", vocabularies[0], 8, 1 << 18),
        };
        if (configuration.Width % 32 != 0 || configuration.FeedForward % 32 != 0 || configuration.Width % (configuration.Heads * 8) != 0)
        {
            throw new InvalidDataException(
                $"its width of {configuration.Width}, {configuration.Heads} heads and feed-forward of {configuration.FeedForward} are not run here: both sizes must be multiples of 32, a head's of 8");
        }

        return configuration;
    }

    private static string Plain(string value) => value.Trim().Trim('"', '\'') is var text && text is "~" or "null" ? "" : value.Trim().Trim('"', '\'');

    private static int Number(string key, string? text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new InvalidDataException($"its {key} is '{text}', and it should be a number from {least} to {most}");
}
