using System.Runtime.InteropServices;

namespace Dau.Translation.Neural.Marian;

/// <summary>An 8-bit matrix laid out for multiplication: tiles of 16 outputs, in each, four inputs of every output after one another.</summary>
internal sealed class PackedMatrix
{
    /// <summary>Outputs of a tile.</summary>
    public const int Tile = 16;

    // Kernels take two tiles at a time.
    private const int ColumnUnit = 2 * Tile;

    private sbyte[] _elements = [];
    private float[] _bias = [];

    /// <summary>Inputs; a multiple of 4.</summary>
    public int Inputs { get; private set; }

    /// <summary>Outputs that are real.</summary>
    public int Outputs { get; private set; }

    /// <summary>Outputs with the filling: what a row of a product takes.</summary>
    public int Stride { get; private set; }

    /// <summary>By how much activations are multiplied before they are rounded.</summary>
    public float ActivationMultiplier { get; private set; }

    /// <summary>What makes a sum of products a number again.</summary>
    public float Scale { get; private set; }

    public ReadOnlySpan<sbyte> Elements => _elements;

    /// <summary>Bias of each output, less what the shift of the activations into 0 to 254 adds.</summary>
    public ReadOnlySpan<float> Bias => _bias.AsSpan(0, Stride);

    /// <summary>Packs rows of weights, each row one output.</summary>
    public static PackedMatrix Pack(ReadOnlySpan<byte> rows, int outputs, int inputs, float activation, float multiplier, float[]? bias)
    {
        var matrix = new PackedMatrix();
        matrix.Prepare(outputs, inputs, activation, multiplier);
        for (var o = 0; o < outputs; o++)
        {
            var row = rows.Slice(o * inputs, inputs);
            matrix.Put(o, row);
            matrix._bias[o] = PreparedBias(row, activation, multiplier, bias, o);
        }

        return matrix;
    }

    /// <summary>Takes some outputs of another matrix, whose weights are given as rows; arrays are used again.</summary>
    public void Select(ReadOnlySpan<byte> rows, PackedMatrix whole, float multiplier, ReadOnlySpan<int> outputs)
    {
        Prepare(outputs.Length, whole.Inputs, whole.ActivationMultiplier, multiplier);
        Scale = whole.Scale;
        for (var o = 0; o < outputs.Length; o++)
        {
            Put(o, rows.Slice(outputs[o] * Inputs, Inputs));
            _bias[o] = whole._bias[outputs[o]];
        }
    }

    private void Prepare(int outputs, int inputs, float activation, float multiplier)
    {
        (Inputs, Outputs, Stride) = (inputs, outputs, (outputs + ColumnUnit - 1) / ColumnUnit * ColumnUnit);
        (ActivationMultiplier, Scale) = (activation, 1f / (activation * multiplier));
        if (_elements.Length < Stride * inputs)
        {
            _elements = new sbyte[Stride * inputs];
        }

        if (_bias.Length < Stride)
        {
            _bias = new float[Stride];
        }
    }

    private void Put(int output, ReadOnlySpan<byte> row)
    {
        var groups = MemoryMarshal.Cast<byte, int>(row);
        var target = MemoryMarshal.Cast<sbyte, int>(_elements.AsSpan(output / Tile * Tile * Inputs, Tile * Inputs))[(output % Tile)..];
        for (var g = 0; g < groups.Length; g++)
        {
            target[g * Tile] = groups[g];
        }
    }

    private static float PreparedBias(ReadOnlySpan<byte> row, float activation, float multiplier, float[]? bias, int output)
    {
        var sum = 0;
        foreach (var weight in row)
        {
            sum += (sbyte)weight;
        }

        var shift = sum * (-1f * ((127f / activation) * (127f / multiplier)) / 127f);
        return bias is null ? shift : shift + bias[output];
    }
}
