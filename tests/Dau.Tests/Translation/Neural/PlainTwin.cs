using Dau.Translation.Neural.Marian;

namespace Dau.Tests.Translation.Neural;

/// <summary>A mistake that the arithmetic could have.</summary>
internal enum Mistake
{
    None,
    SwappedGate,
    NoRectifierInFeedForward,
    NoRectifierInRecurrence,
    PositionDivisor,
    NoSaturation,
    Epsilon,
    PlainArgmax,
}

/// <summary>The model's arithmetic written down as plainly as can be, slow, and with any one mistake at will: a fixture on which it gives another text catches that mistake.</summary>
internal sealed class PlainTwin(MarianFile file, Mistake mistake)
{
    private readonly Dictionary<string, (sbyte[] Weights, float Multiplier, float Activation)> _matrices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float[]> _floats = new(StringComparer.Ordinal);
    private readonly MarianConfiguration _shape = file.Configuration;

    /// <summary>Pieces of the English for pieces of the source without its end.</summary>
    public List<int> Translate(IEnumerable<int> pieces)
    {
        int[] source = [.. pieces, 0];
        var context = Encode(source);
        var states = Enumerable.Range(0, _shape.DecoderLayers).Select(_ => new float[_shape.Width]).ToArray();
        var target = new List<int>();
        var score = 0f;
        while (true)
        {
            var x = Look(target.Count == 0 ? -1 : target[^1], target.Count);
            for (var l = 1; l <= _shape.DecoderLayers; l++)
            {
                var name = $"decoder_l{l}";
                var u = Product(x, name + "_rnn_W", null, _shape.Width);
                var f = Product(x, name + "_rnn_Wf", name + "_rnn_bf", _shape.Width);
                var h = new float[_shape.Width];
                for (var i = 0; i < h.Length; i++)
                {
                    var e = (float)Math.Exp(f[i]);
                    var gate = mistake == Mistake.SwappedGate ? 1 - (e / (1 + e)) : e / (1 + e);
                    states[l - 1][i] = (gate * states[l - 1][i]) + ((1 - gate) * u[i]);
                    h[i] = mistake == Mistake.NoRectifierInRecurrence ? states[l - 1][i] : Math.Max(states[l - 1][i], 0);
                }

                x = Normal(x, h, name + "_rnn_ffn");
                x = Attend(x, context, name + "_context");
                x = FeedForward(x, name + "_ffn");
            }

            var numbers = Product(x, "Wemb", "decoder_ff_logit_out_b", _shape.Vocabulary);
            var best = 0;
            for (var p = 0; p < numbers.Length; p++)
            {
                var better = mistake == Mistake.PlainArgmax ? numbers[p] > numbers[best] : score + numbers[p] > score + numbers[best];
                best = p != 1 && better ? p : best;
            }

            score += numbers[best];
            if (best != 0)
            {
                target.Add(best);
            }

            if (best == 0 || target.Count >= 2 * source.Length)
            {
                return target;
            }
        }
    }

    private float[][] Encode(int[] source)
    {
        float[][] x = [.. source.Select(Look)];
        for (var l = 1; l <= _shape.EncoderLayers; l++)
        {
            var all = x;
            x = [.. all.Select(row => FeedForward(Attend(row, all, $"encoder_l{l}_self"), $"encoder_l{l}_ffn"))];
        }

        return x;
    }

    private float[] Look(int piece, int position)
    {
        int width = _shape.Width, half = width / 2;
        var (weights, multiplier, _) = Matrix("Wemb", _shape.Vocabulary, width);
        var step = MathF.Log(10000f) / (mistake == Mistake.PositionDivisor ? half : half - 1);
        var x = new float[width];
        for (var i = 0; i < width; i++)
        {
            var angle = position * MathF.Exp(i % half * -step);
            var place = i < half ? MathF.Sin(angle) : MathF.Cos(angle);
            x[i] = piece < 0 ? place : (weights[(piece * width) + i] * (1f / multiplier) * MathF.Sqrt(width)) + place;
        }

        return x;
    }

    private float[] Attend(float[] x, float[][] context, string name)
    {
        int width = _shape.Width, head = width / _shape.Heads;
        var query = Product(x, name + "_Wq", name + "_bq", width);
        float[][] keys = [.. context.Select(row => Product(row, name + "_Wk", name + "_bk", width))];
        float[][] values = [.. context.Select(row => Product(row, name + "_Wv", name + "_bv", width))];
        var found = new float[width];
        for (var h = 0; h < width; h += head)
        {
            float[] scores = [.. keys.Select(key => Sum(Enumerable.Range(h, head).Select(i => query[i] * key[i])) * (1 / MathF.Sqrt(head)))];
            float[] shares = [.. scores.Select(s => (float)Math.Exp((double)(s - scores.Max())))];
            var sum = Sum(shares);
            for (var i = h; i < h + head; i++)
            {
                for (var t = 0; t < values.Length; t++)
                {
                    found[i] += shares[t] / sum * values[t][i];
                }
            }
        }

        return Normal(x, Product(found, name + "_Wo", name + "_bo", width), name + "_Wo");
    }

    private float[] FeedForward(float[] x, string name)
    {
        var inner = Product(x, name + "_W1", name + "_b1", _shape.FeedForward);
        float[] rectified = mistake == Mistake.NoRectifierInFeedForward ? inner : [.. inner.Select(static v => Math.Max(v, 0))];
        return Normal(x, Product(rectified, name + "_W2", name + "_b2", _shape.Width), name + "_ffn");
    }

    private float[] Normal(float[] x, float[] sublayer, string name)
    {
        float[] sums = [.. x.Zip(sublayer, static (a, b) => a + b)], scale = Floats(name + "_ln_scale", x.Length), bias = Floats(name + "_ln_bias", x.Length);
        var mean = Sum(sums) / sums.Length;
        var deviation = MathF.Sqrt((Sum(sums.Select(v => (v - mean) * (v - mean))) / sums.Length) + (mistake == Mistake.Epsilon ? 1e-9f : 1e-6f));
        return [.. sums.Select((v, i) => (scale[i] * ((v - mean) / deviation)) + bias[i])];
    }

    private float[] Product(float[] x, string name, string? bias, int outputs)
    {
        var (weights, multiplier, activation) = name == "Wemb" ? Matrix(name, outputs, x.Length) : Matrix(name, x.Length, outputs);
        int[] rounded = [.. x.Select(v => (int)Math.Clamp(MathF.Round(v * activation), -127, 127) + 127)];
        var biases = bias is null ? new float[outputs] : Floats(bias, outputs);
        var y = new float[outputs];
        for (var o = 0; o < outputs; o++)
        {
            int sum = 0, all = 0;
            for (var i = 0; i < x.Length; i += 2)
            {
                int a = weights[(o * x.Length) + i], b = weights[(o * x.Length) + i + 1];
                var pair = (rounded[i] * a) + (rounded[i + 1] * b);
                sum += mistake == Mistake.NoSaturation ? pair : Math.Clamp(pair, short.MinValue, short.MaxValue);
                all += a + b;
            }

            y[o] = (sum * (1f / (activation * multiplier))) + ((all * (-1f * ((127f / activation) * (127f / multiplier)) / 127f)) + biases[o]);
        }

        return y;
    }

    private (sbyte[] Weights, float Multiplier, float Activation) Matrix(string name, int rows, int columns)
    {
        if (!_matrices.TryGetValue(name, out var matrix))
        {
            var (elements, multiplier) = file.Quantised(name, rows, columns);
            _matrices[name] = matrix = (Array.ConvertAll(elements.ToArray(), static b => (sbyte)b), multiplier, file.ActivationMultiplier(name));
        }

        return matrix;
    }

    // In single precision and in order; the library's sum is in double.
    private static float Sum(IEnumerable<float> values) => values.Aggregate(0f, static (sum, value) => sum + value);

    private float[] Floats(string name, int count) => _floats.TryGetValue(name, out var values) ? values : _floats[name] = file.Floats(name, count);
}
