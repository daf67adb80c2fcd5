using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    /// <param name="rows">The weights.</param>
    /// <param name="outputs">How many rows.</param>
    /// <param name="inputs">Weights of a row.</param>
    /// <param name="activation">By how much activations are multiplied.</param>
    /// <param name="multiplier">By how much the weights were.</param>
    /// <param name="bias">Bias of each output; may be none.</param>
    /// <param name="isWhole">False where only <see cref="Select"/> will use the matrix: its weights are then not packed.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PackedMatrix Pack(ReadOnlySpan<byte> rows, int outputs, int inputs, float activation, float multiplier, float[]? bias, bool isWhole = true)
    {
        var matrix = new PackedMatrix();
        matrix.Prepare(outputs, inputs, activation, multiplier, isWhole);
        for (var o = 0; o < outputs; o++)
        {
            var row = rows.Slice(o * inputs, inputs);
            if (isWhole)
            {
                matrix.Put(o, row);
            }

            matrix._bias[o] = PreparedBias(row, activation, multiplier, bias, o);
        }

        return matrix;
    }

    /// <summary>Takes some outputs of another matrix, whose weights are given as rows; arrays are used again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    private void Prepare(int outputs, int inputs, float activation, float multiplier, bool isWhole = true)
    {
        (Inputs, Outputs, Stride) = (inputs, outputs, (outputs + ColumnUnit - 1) / ColumnUnit * ColumnUnit);
        (ActivationMultiplier, Scale) = (activation, 1f / (activation * multiplier));
        if (isWhole && _elements.Length < Stride * inputs)
        {
            _elements = new sbyte[Stride * inputs];
        }

        if (_bias.Length < Stride)
        {
            _bias = new float[Stride];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(int output, ReadOnlySpan<byte> row)
    {
        var groups = MemoryMarshal.Cast<byte, int>(row);
        var target = MemoryMarshal.Cast<sbyte, int>(_elements.AsSpan(output / Tile * Tile * Inputs, Tile * Inputs))[(output % Tile)..];
        for (var g = 0; g < groups.Length; g++)
        {
            target[g * Tile] = groups[g];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float PreparedBias(ReadOnlySpan<byte> row, float activation, float multiplier, float[]? bias, int output)
    {
        var sum = 0;
        var i = 0;
        var sums = Vector256<short>.Zero;
        for (; i + Vector256<sbyte>.Count <= row.Length; i += Vector256<sbyte>.Count)
        {
            // Two of these to a lane: 16 bits hold the sums of 128 steps, and a matrix has at most 16384 inputs.
            var (low, high) = Vector256.Widen(Vector256.Create(row[i..]).AsSByte());
            sums += low + high;
            if (i % 4096 == 4096 - 32)
            {
                sum += Total(sums);
                sums = Vector256<short>.Zero;
            }
        }

        sum += Total(sums);
        for (; i < row.Length; i++)
        {
            sum += (sbyte)row[i];
        }

        var shift = sum * (-1f * ((127f / activation) * (127f / multiplier)) / 127f);
        return bias is null ? shift : shift + bias[output];
    }

    private static int Total(Vector256<short> sums)
    {
        var (low, high) = Vector256.Widen(sums);
        return Vector256.Sum(low + high);
    }
}
