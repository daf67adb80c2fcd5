using Dau.Translation.Neural.Arithmetic;
using Dau.Translation.Neural.Marian;

namespace Dau.Translation.Neural;

/// <summary>What one thread computes in. Arrays grow to what the largest batch needs and are used again: translating allocates only what it returns.</summary>
internal sealed class Workspace(Instructions instructions)
{
    // So many rows are taken through a matrix at once: they stay in the cache nearest to the processor.
    private const int RowsAtOnce = 64;

    private byte[] _rounded = [];
    private float[] _inner = [];
    private float[] _outer = [];

    public float[] X = [], Query = [], Key = [], Value = [], Turned = [], Shares = [], Logits = [];

    public ulong[] PieceSet = [];

    public int[] Pieces = [];

    /// <summary>For each layer of the decoder, keys and values of the encoder's output, and the states of the recurrent units.</summary>
    public float[][] ContextKeys = [], ContextValues = [], States = [];

    /// <summary>Output layers with a shortlist, one for each sentence of a batch.</summary>
    public List<PackedMatrix> Outputs { get; } = [];

    /// <summary>Is shown the rows that go into each matrix and what comes out; for tests.</summary>
    public Action<PackedMatrix, float[], float[]>? Watch { get; init; }

    /// <summary>Makes an array at least so long; what it held is lost.</summary>
    public static T[] Room<T>(ref T[] array, long length)
    {
        if (array.Length < length)
        {
            array = new T[checked((int)Math.Max(length, array.Length * 3L / 2))];
        }

        return array;
    }

    /// <summary>Rows of numbers through a matrix.</summary>
    public void Linear(ReadOnlySpan<float> x, int rows, PackedMatrix matrix, Span<float> y, float floor = float.NegativeInfinity)
    {
        Room(ref _rounded, RowsAtOnce * (long)matrix.Inputs);
        for (var row = 0; row < rows; row += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, rows - row);
            Numbers.Quantise(x.Slice(row * matrix.Inputs, count * matrix.Inputs), matrix.ActivationMultiplier, _rounded);
            var product = y.Slice(row * matrix.Stride, count * matrix.Stride);
            Int8Product.Multiply(instructions, _rounded, count, matrix, product, floor);
            Watch?.Invoke(matrix, x.Slice(row * matrix.Inputs, count * matrix.Inputs).ToArray(), product.ToArray());
        }
    }

    /// <summary>Rows through a feed-forward block, in place.</summary>
    public void FeedForward(Span<float> x, int rows, FeedForwardWeights weights)
    {
        var width = weights.In.Inputs;
        Room(ref _inner, RowsAtOnce * (long)weights.In.Stride);
        for (var row = 0; row < rows; row += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, rows - row);
            var part = x.Slice(row * width, count * width);
            Linear(part, count, weights.In, _inner, floor: 0);
            Project(part, _inner, count, weights.Out, weights.Normalisation);
        }
    }

    /// <summary>Rows through a sublayer's last matrix, added to what went into the sublayer and normalised.</summary>
    public void Project(Span<float> x, ReadOnlySpan<float> sublayer, int rows, PackedMatrix matrix, Normalisation normalisation)
    {
        var width = matrix.Outputs;
        Room(ref _outer, RowsAtOnce * (long)matrix.Stride);
        for (var row = 0; row < rows; row += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, rows - row);
            Linear(sublayer.Slice(row * matrix.Inputs, count * matrix.Inputs), count, matrix, _outer);
            Normaliser.AddNormalised(x.Slice(row * width, count * width), _outer, count, width, normalisation);
        }
    }
}
