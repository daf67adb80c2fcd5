namespace Dau.Translation.Neural.Marian;

/// <summary>Scale and bias of a layer's normalisation.</summary>
internal sealed record Normalisation(float[] Scale, float[] Bias);

/// <summary>Matrices of an attention, and the normalisation after it.</summary>
internal sealed record AttentionWeights(PackedMatrix Query, PackedMatrix Key, PackedMatrix Value, PackedMatrix Output, Normalisation Normalisation);

/// <summary>Matrices of a feed-forward block, and the normalisation after it.</summary>
internal sealed record FeedForwardWeights(PackedMatrix In, PackedMatrix Out, Normalisation Normalisation);

/// <summary>Matrices of a simple recurrent unit (SSRU), and the normalisation after it.</summary>
internal sealed record RecurrentWeights(PackedMatrix Input, PackedMatrix Forget, Normalisation Normalisation);

internal sealed record EncoderLayer(AttentionWeights Attention, FeedForwardWeights FeedForward);

internal sealed record DecoderLayer(RecurrentWeights Recurrent, AttentionWeights Attention, FeedForwardWeights FeedForward);

/// <summary>A model as it is computed with.</summary>
internal sealed class MarianModel
{
    public required MarianConfiguration Configuration { get; init; }

    public required Embeddings Embeddings { get; init; }

    public required IReadOnlyList<EncoderLayer> Encoder { get; init; }

    public required IReadOnlyList<DecoderLayer> Decoder { get; init; }

    /// <summary>Takes a model out of its container.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing or has another shape, or the architecture is another.</exception>
    public static MarianModel Read(MarianFile file, bool wholeOutput)
    {
        var configuration = file.Configuration;
        int width = configuration.Width, inner = configuration.FeedForward;
        return new MarianModel
        {
            Configuration = configuration,
            Embeddings = Embeddings.Read(file, wholeOutput),
            Encoder =
            [
                .. Enumerable.Range(1, configuration.EncoderLayers).Select(n => new EncoderLayer(Attention($"encoder_l{n}_self"), FeedForward($"encoder_l{n}_ffn"))),
            ],
            Decoder =
            [
                .. Enumerable.Range(1, configuration.DecoderLayers).Select(n => new DecoderLayer(
                    new RecurrentWeights(Matrix($"decoder_l{n}_rnn_W", null, width, width), Matrix($"decoder_l{n}_rnn_Wf", $"decoder_l{n}_rnn_bf", width, width), Normal($"decoder_l{n}_rnn_ffn")),
                    Attention($"decoder_l{n}_context"),
                    FeedForward($"decoder_l{n}_ffn"))),
            ],
        };

        AttentionWeights Attention(string name) => new(Square(name, 'q'), Square(name, 'k'), Square(name, 'v'), Square(name, 'o'), Normal(name + "_Wo"));

        PackedMatrix Square(string name, char which) => Matrix($"{name}_W{which}", $"{name}_b{which}", width, width);

        FeedForwardWeights FeedForward(string name) => new(Matrix(name + "_W1", name + "_b1", width, inner), Matrix(name + "_W2", name + "_b2", inner, width), Normal(name + "_ffn"));

        Normalisation Normal(string name) => new(file.Floats(name + "_ln_scale", width), file.Floats(name + "_ln_bias", width));

        PackedMatrix Matrix(string name, string? bias, int inputs, int outputs)
        {
            var (elements, multiplier) = file.Quantised(name, inputs, outputs);
            return PackedMatrix.Pack(elements.Span, outputs, inputs, file.ActivationMultiplier(name), multiplier, bias is null ? null : file.Floats(bias, outputs));
        }
    }
}
