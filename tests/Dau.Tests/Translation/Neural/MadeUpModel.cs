using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Dau.Tests.Translation.Neural;

/// <summary>What the weights of a made-up model are like.</summary>
internal enum MadeUpKind
{
    /// <summary>Drawn at random: every rule of the arithmetic shows in the text, which is nonsense.</summary>
    Random,

    /// <summary>A lexicon: piece 2k of the source comes out as piece 2k + 1 and the other way round, in the order of the source, with some noise.</summary>
    Lexicon,

    /// <summary>Random, with normalisations whose input hardly varies, so that the small number added to the variance counts.</summary>
    LowVariance,

    /// <summary>A lexicon in which every piece has a double that differs by less than a running score can carry.</summary>
    Ties,
}

/// <summary>Shape and seed of a made-up model.</summary>
internal sealed record MadeUpShape(MadeUpKind Kind, int Seed, int Vocabulary, int Width, int Heads, int FeedForward, int Encoder, int Decoder)
{
    /// <summary>The shape of Firefox's tiny Vietnamese model.</summary>
    public static MadeUpShape FirefoxTiny(MadeUpKind kind, int seed) => new(kind, seed, 32000, 256, 8, 1536, 6, 2);

    /// <summary>A model small enough for the repository.</summary>
    public static MadeUpShape Small(MadeUpKind kind, int seed) => new(kind, seed, 512, 64, 4, 128, 2, 2);

    /// <summary>Share of noise in a lexicon's other weights.</summary>
    public double Noise { get; init; } = 0.05;
}

/// <summary>Makes models in Marian's container with weights that nobody trained. The same shape and seed give the same bytes everywhere.</summary>
internal sealed class MadeUpModel
{
    private const ulong Float32 = 0x404, Int8 = 0x101, Intgemm8 = 0x4101;
    private const int Alignment = 256;

    private readonly MadeUpShape _shape;
    private readonly SortedDictionary<string, (ulong Type, int[] Shape, byte[] Data)> _tensors = new(StringComparer.Ordinal);
    private ulong _state;

    private MadeUpModel(MadeUpShape shape) => (_shape, _state) = (shape, ((ulong)shape.Seed * 0x9E3779B97F4A7C15) + 1);

    /// <summary>Bytes of a model's file.</summary>
    public static byte[] Make(MadeUpShape shape)
    {
        var model = new MadeUpModel(shape);
        model.Fill();
        return model.Write();
    }

    private bool IsLexicon => _shape.Kind is MadeUpKind.Lexicon or MadeUpKind.Ties;

    private double Smallness => _shape.Kind == MadeUpKind.LowVariance ? 0.002 : 1;

    // Positions are told apart by the fast sines and cosines, so a lexicon keeps its pieces out of these; and out of the slowest sine, which is about
    // nothing everywhere and so shows what normalising has taken off.
    private const int RatesOfHead = 3, FastRates = 2 * RatesOfHead;

    private bool IsFast(int d) => d % (_shape.Width / 2) < FastRates || d == Still;

    private int Still => (_shape.Width / 2) - 1;

    private void Fill()
    {
        int width = _shape.Width, inner = _shape.FeedForward;
        Embeddings();
        for (var l = 1; l <= _shape.Encoder; l++)
        {
            Attention($"encoder_l{l}_self", last: false);
            FeedForward($"encoder_l{l}_ffn", last: l == _shape.Encoder);
        }

        for (var l = 1; l <= _shape.Decoder; l++)
        {
            Matrix($"decoder_l{l}_rnn_W", width, width);
            Matrix($"decoder_l{l}_rnn_Wf", width, width);
            Bias($"decoder_l{l}_rnn_bf", width, 0.5);
            Normalisation($"decoder_l{l}_rnn_ffn", 1);
            Attention($"decoder_l{l}_context", last: l == _shape.Decoder);
            FeedForward($"decoder_l{l}_ffn", last: l == _shape.Decoder);
        }

        Floats("none_QuantMultA", [1, 1], [25.4f]);

        void FeedForward(string name, bool last)
        {
            Matrix(name + "_W1", width, inner);
            Bias(name + "_b1", inner, 0.05);
            Matrix(name + "_W2", inner, width);
            Bias(name + "_b2", width, 0.05);
            Normalisation(name + "_ffn", last ? 1 : Smallness);
        }
    }

    private void Embeddings()
    {
        int pieces = _shape.Vocabulary, width = _shape.Width;
        var table = new double[pieces * width];
        var bias = new double[pieces];
        for (var p = 0; p < pieces; p++)
        {
            var row = table.AsSpan(p * width, width);
            for (var d = 0; d < width; d++)
            {
                row[d] = IsLexicon ? (IsFast(d) ? 0 : Normal()) : Uniform() * Math.Sqrt(3.0 / width);
            }

            bias[p] = Normal() * (IsLexicon ? 0.05 : 0.5);
            if (IsLexicon && p >= 3 && p % 2 == 1)
            {
                // A piece's partner is its mirror image.
                table.AsSpan((p - 1) * width, width).CopyTo(row);
                Mirror(row, -1);
            }
            else if (IsLexicon && p < 2)
            {
                Mirror(row, 0);
            }

            if (_shape.Kind == MadeUpKind.Ties && p >= pieces / 2 && p >= 4)
            {
                table.AsSpan((p - (pieces / 2)) * width, width).CopyTo(row);
                bias[p] = bias[p - (pieces / 2)] + 4e-6;
            }
        }

        if (IsLexicon)
        {
            bias[0] += 5; // the end of a sentence has no mirror image to lift it over the piece before
            for (var p = 0; p < pieces; p++)
            {
                var row = table.AsSpan(p * width, width);
                var length = 0.0;
                foreach (var value in row)
                {
                    length += value * value;
                }

                foreach (ref var value in row)
                {
                    value /= Math.Sqrt(length);
                }
            }
        }

        Quantised("Wemb", table, pieces, width, turned: false);
        Floats("decoder_ff_logit_out_b", [1, pieces], [.. bias.Select(static b => (float)b)]);
    }

    private void Mirror(Span<double> row, double factor)
    {
        for (var d = 0; d < row.Length; d++)
        {
            row[d] *= Mirrored(d) ? factor : 1;
        }
    }

    private bool Mirrored(int d) => !IsFast(d) && d % 2 == 0;

    private void Attention(string name, bool last)
    {
        int width = _shape.Width, head = width / _shape.Heads;
        var aligns = IsLexicon && name.StartsWith("decoder", StringComparison.Ordinal);
        foreach (var which in "qkvo")
        {
            var weights = Drawn(width, width);
            for (var i = 0; aligns && i < weights.Length; i++)
            {
                weights[i] *= which is 'q' or 'k' ? 0.3 : 0.1;
            }

            // Each head compares a few rates of the position; values and output carry the rest through, mirrored at the end.
            for (var i = 0; aligns && i < width; i++)
            {
                if (which is 'q' or 'k' && i < _shape.Heads * RatesOfHead)
                {
                    var (h, j) = (i / RatesOfHead, i % RatesOfHead);
                    var (rate, column) = ((h % 2 * RatesOfHead) + j, (h * head) + (2 * j));
                    weights[(rate * width) + column] += 12;
                    weights[(((width / 2) + rate) * width) + column + 1] += 12;
                    weights[(Still * width) + column] -= 12;
                    weights[(Still * width) + column + 1] -= 12;
                }
                else if (which == 'v' && !IsFast(i))
                {
                    weights[(i * width) + i] += 1;
                }
                else if (which == 'o' && !IsFast(i))
                {
                    weights[(i * width) + i] += last ? 6 * (Mirrored(i) ? -1 : 1) : 0.5;
                }
            }

            Quantised($"{name}_W{which}", weights, width, width, turned: true);
            Bias($"{name}_b{which}", width, aligns && which is 'q' or 'k' ? 0 : 0.05);
        }

        Normalisation(name + "_Wo", name.StartsWith("encoder", StringComparison.Ordinal) ? Smallness : 1);
    }

    private void Matrix(string name, int inputs, int outputs) => Quantised(name, Drawn(inputs, outputs), inputs, outputs, turned: true);

    private double[] Drawn(int inputs, int outputs)
    {
        var range = Math.Sqrt(6.0 / (inputs + outputs)) * (IsLexicon ? _shape.Noise : 1);
        var weights = new double[inputs * outputs];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Uniform() * range;
        }

        return weights;
    }

    private void Bias(string name, int count, double range)
    {
        var small = name.StartsWith("encoder", StringComparison.Ordinal) ? Smallness : 1;
        Floats(name, [1, count], [.. Enumerable.Range(0, count).Select(_ => (float)(Normal() * range * small))]);
    }

    private void Normalisation(string name, double size)
    {
        Floats(name + "_ln_scale", [1, _shape.Width], [.. Enumerable.Range(0, _shape.Width).Select(_ => (float)((1 + (Normal() * 0.1)) * size))]);
        Floats(name + "_ln_bias", [1, _shape.Width], [.. Enumerable.Range(0, _shape.Width).Select(_ => (float)(Normal() * 0.1 * size * (IsLexicon ? 0.2 : 1)))]);
    }

    private void Quantised(string name, double[] weights, int rows, int columns, bool turned)
    {
        var multiplier = 127f / (float)weights.Max(Math.Abs);
        var data = new byte[Rounded((rows * columns) + sizeof(float))];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                var value = Math.Clamp(Math.Round((float)weights[(r * columns) + c] * multiplier), -127, 127);
                data[turned ? (c * rows) + r : (r * columns) + c] = (byte)(sbyte)value;
            }
        }

        BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(rows * columns), multiplier);
        _tensors[name] = (Intgemm8, [rows, columns], data);

        // The encoder's numbers are small behind a small normalisation; the first layer's input never is.
        var small = name.StartsWith("encoder", StringComparison.Ordinal) && !name.StartsWith("encoder_l1_self", StringComparison.Ordinal) ? Smallness : 1;
        Floats(name + "_QuantMultA", [1, 1], [(float)(25.4 / small)]);
    }

    private void Floats(string name, int[] shape, float[] values)
    {
        var data = new byte[Rounded(values.Length * sizeof(float))];
        MemoryMarshal.AsBytes(values.AsSpan()).CopyTo(data);
        _tensors[name] = (Float32, shape, data);
    }

    private static int Rounded(int bytes) => (bytes + Alignment - 1) / Alignment * Alignment;

    private byte[] Write()
    {
        var yaml = Encoding.UTF8.GetBytes(Configuration() + "\0");
        var items = _tensors.Select(static t => (t.Key, t.Value.Type, t.Value.Shape, t.Value.Data)).Append(("special:model.yml", Int8, [yaml.Length], yaml)).ToList();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(1UL);
        writer.Write((ulong)items.Count);
        foreach (var (name, type, shape, data) in items)
        {
            writer.Write((ulong)(name.Length + 1));
            writer.Write(type);
            writer.Write((ulong)shape.Length);
            writer.Write((ulong)data.Length);
        }

        items.ForEach(item => writer.Write(Encoding.ASCII.GetBytes(item.Item1 + "\0")));
        items.ForEach(item => writer.Write(MemoryMarshal.AsBytes(item.Item3.AsSpan())));
        var filling = (((stream.Position + 8) / Alignment) + 1) * Alignment - stream.Position - 8;
        writer.Write((ulong)filling);
        writer.Write(new byte[filling]);
        items.ForEach(item => writer.Write(item.Item4));
        return stream.ToArray();
    }

    private string Configuration() => string.Create(CultureInfo.InvariantCulture, $"""
        bert-train-type-embeddings: true
        bert-type-vocab-size: 2
        dec-cell: ssru
        dec-cell-base-depth: 2
        dec-cell-high-depth: 1
        dec-depth: {_shape.Decoder}
        dim-emb: {_shape.Width}
        dim-rnn: 1024
        dim-vocabs:
          - {_shape.Vocabulary}
          - {_shape.Vocabulary}
        enc-cell: gru
        enc-cell-depth: 1
        enc-depth: {_shape.Encoder}
        enc-type: bidirectional
        factors-combine: sum
        factors-dim-emb: 0
        input-types: []
        layer-normalization: false
        lemma-dependency: ""
        lemma-dim-emb: 0
        output-omit-bias: false
        right-left: false
        skip: false
        tied-embeddings: false
        tied-embeddings-all: true
        tied-embeddings-src: false
        transformer-aan-activation: swish
        transformer-aan-depth: 2
        transformer-aan-nogate: false
        transformer-decoder-autoreg: rnn
        transformer-decoder-dim-ffn: 0
        transformer-decoder-ffn-depth: 0
        transformer-dim-aan: 2048
        transformer-dim-ffn: {_shape.FeedForward}
        transformer-ffn-activation: relu
        transformer-ffn-depth: 2
        transformer-guided-alignment-layer: last
        transformer-heads: {_shape.Heads}
        transformer-no-affine: false
        transformer-no-bias: false
        transformer-no-projection: false
        transformer-pool: false
        transformer-postprocess: dan
        transformer-postprocess-emb: d
        transformer-postprocess-top: ""
        transformer-preprocess: ""
        transformer-rnn-projection: false
        transformer-tied-layers: []
        transformer-train-position-embeddings: false
        type: transformer
        ulr: false
        ulr-dim-emb: 0
        ulr-trainable-transformation: false
        version: v1.12.14 2d067af 2024-02-16 11:44:13 -0500
        """);

    // SplitMix64: the same numbers on every machine and every version of the runtime.
    private double Uniform()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (2.0 / (1UL << 53)) - 1;
    }

    // Twelve uniform numbers are normal enough, and need no function that differs between machines.
    private double Normal()
    {
        var sum = 0.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Uniform();
        }

        return sum / 2;
    }
}
