using System.Runtime.CompilerServices;
using Dau.Translation.Neural.Arithmetic;

namespace Dau.Translation.Neural.Marian;

/// <summary>The one table that serves as embeddings of both languages and, turned, as the output layer.</summary>
internal sealed class Embeddings
{
    private readonly byte[] _input;
    private readonly byte[] _output;
    private readonly float _outputMultiplier;
    private readonly float[] _values = new float[256];
    private readonly float[] _positions;
    private readonly int _width;

    private Embeddings(byte[] input, byte[] output, float multiplier, float outputMultiplier, PackedMatrix whole, int width)
    {
        (_input, _output, _outputMultiplier, Whole, _width) = (input, output, outputMultiplier, whole, width);
        var root = MathF.Sqrt(width);
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = (sbyte)i * (1f / multiplier) * root;
        }

        _positions = Positions(width);
    }

    /// <summary>The output layer with every piece of the vocabulary.</summary>
    public PackedMatrix Whole { get; }

    /// <summary>Takes the table out of a container.</summary>
    /// <param name="file">The container.</param>
    /// <param name="isWhole">False where a shortlist will always choose among the outputs.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Embeddings Read(MarianFile file, bool isWhole)
    {
        int pieces = file.Configuration.Vocabulary, width = file.Configuration.Width;
        var (elements, multiplier) = file.Quantised("Wemb", pieces, width);
        var input = elements.ToArray();

        // The reference takes the table as numbers and rounds it anew for the output layer.
        var largest = 0;
        foreach (var element in input)
        {
            largest = Math.Max(largest, Math.Abs((int)(sbyte)element));
        }

        var inverse = 1f / multiplier;
        var outputMultiplier = 127f / (Math.Max(largest, 1) * inverse);
        var map = new byte[256];
        var same = true;
        for (var i = 0; i < map.Length; i++)
        {
            map[i] = (byte)(sbyte)Math.Clamp(MathF.Round((sbyte)i * inverse * outputMultiplier), -127, 127);
            same &= map[i] == i || (sbyte)i == -128;
        }

        var output = same && largest <= 127 ? input : Array.ConvertAll(input, element => map[element]);
        var whole = PackedMatrix.Pack(output, pieces, width, file.ActivationMultiplier("Wemb"), outputMultiplier, file.Floats("decoder_ff_logit_out_b", pieces), isWhole);
        return new Embeddings(input, output, multiplier, outputMultiplier, whole, width);
    }

    /// <summary>A piece at a position, as the first layer takes it. Before the first piece of the output there is none (-1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Look(int piece, int position, Span<float> target)
    {
        var places = _positions.AsSpan(position * _width, _width);
        if (piece < 0)
        {
            places.CopyTo(target);
            return;
        }

        var row = _input.AsSpan(piece * _width, _width);
        for (var i = 0; i < row.Length; i++)
        {
            target[i] = _values[row[i]] + places[i];
        }
    }

    /// <summary>The output layer with some pieces only.</summary>
    public void Select(ReadOnlySpan<int> pieces, PackedMatrix target) => target.Select(_output, Whole, _outputMultiplier, pieces);

    // Sines in the first half, cosines in the second; the step is one less than the half. Products in single precision.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] Positions(int width)
    {
        var half = width / 2;
        var table = new float[MarianConfiguration.MostPositions * width];
        var step = MathF.Log(10000f) / (half - 1f);
        for (var i = 0; i < half; i++)
        {
            var rate = Exponential.Exact(i * -step);
            for (var t = 0; t < MarianConfiguration.MostPositions; t++)
            {
                (table[(t * width) + i], table[(t * width) + half + i]) = (Sines.Sin(t * rate), Sines.Cos(t * rate));
            }
        }

        return table;
    }
}
