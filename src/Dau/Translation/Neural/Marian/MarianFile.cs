using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Dau.Translation.Neural.Marian;

/// <summary>Marian's binary container: named tensors, and the configuration of the model among them. Little endian throughout.</summary>
/// <remarks>Layout: version, count, a header for each tensor, all names, all shapes, filling to 256 bytes, all data. Nothing in it is trusted.</remarks>
internal sealed class MarianFile
{
    /// <summary>Longest file that is read, in bytes; the models this is for have 15 to 60 million.</summary>
    public const long LongestFile = 512L << 20;

    private const string ConfigurationName = "special:model.yml";
    private const int HeaderBytes = 32, MostTensors = 4096, LongestName = 256, MostDimensions = 4;
    private const ulong Version = 1, Float32 = 0x404, Int8 = 0x101, Intgemm8 = 0x4101;

    private readonly byte[] _bytes;
    private readonly Dictionary<string, Tensor> _tensors = new(StringComparer.Ordinal);

    /// <summary>Reads the directory of a container.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of another version.</exception>
    public MarianFile(byte[] bytes)
    {
        _bytes = bytes;
        var at = 0L;
        var version = Number(ref at);
        if (version != Version)
        {
            throw new InvalidDataException($"it says it is of version {version} of Marian's format, and only version {Version} is read");
        }

        var count = Bounded(Number(ref at), MostTensors, "tensors");
        var heads = new (int Name, ulong Type, int Dimensions, long Data)[count];
        Need(at, (long)count * HeaderBytes);
        for (var i = 0; i < count; i++)
        {
            heads[i] = (Bounded(Number(ref at), LongestName, "characters in a name"), Number(ref at), Bounded(Number(ref at), MostDimensions, "dimensions"),
                Bounded(Number(ref at), bytes.Length, "bytes in a tensor"));
        }

        var names = new string[count];
        for (var i = 0; i < count; i++)
        {
            names[i] = Encoding.UTF8.GetString(Take(ref at, heads[i].Name)).TrimEnd('\0');
        }

        var shapes = new int[count][];
        for (var i = 0; i < count; i++)
        {
            shapes[i] = MemoryMarshal.Cast<byte, int>(Take(ref at, heads[i].Dimensions * sizeof(int))).ToArray();
        }

        var filling = Bounded(Number(ref at), 4096, "bytes of filling");
        Take(ref at, filling);
        for (var i = 0; i < count; i++)
        {
            var start = at;
            Take(ref at, (int)heads[i].Data);
            if (!_tensors.TryAdd(names[i], new Tensor(names[i], heads[i].Type, shapes[i], (int)start, (int)heads[i].Data)))
            {
                throw new InvalidDataException($"the tensor {names[i]} is in it twice");
            }
        }

        Configuration = MarianConfiguration.Parse(Encoding.UTF8.GetString(Text()));
    }

    /// <summary>The configuration that the model was trained with.</summary>
    public MarianConfiguration Configuration { get; }

    /// <summary>Numbers of a float tensor of the size asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float[] Floats(string name, int count)
    {
        var tensor = Find(name, Float32, count, sizeof(float), 0);
        var values = MemoryMarshal.Cast<byte, float>(_bytes.AsSpan(tensor.Start, count * sizeof(float))).ToArray();
        foreach (var value in values)
        {
            if (!float.IsFinite(value))
            {
                throw new InvalidDataException($"the tensor {name} has a value that is no number");
            }
        }

        return values;
    }

    /// <summary>Elements of an 8-bit tensor, and by how much each was multiplied.</summary>
    /// <remarks>Every matrix but the embeddings is stored transposed: its rows are the outputs.</remarks>
    public (ReadOnlyMemory<byte> Elements, float Multiplier) Quantised(string name, int rows, int columns)
    {
        var count = checked(rows * columns);
        var tensor = Find(name, Intgemm8, count, sizeof(byte), sizeof(float));
        if (tensor.Shape.Length != 2 || tensor.Shape[0] != rows || tensor.Shape[1] != columns)
        {
            throw new InvalidDataException($"the tensor {name} is {string.Join(" by ", tensor.Shape)} and should be {rows} by {columns}");
        }

        var multiplier = BinaryPrimitives.ReadSingleLittleEndian(_bytes.AsSpan(tensor.Start + count, sizeof(float)));
        return (_bytes.AsMemory(tensor.Start, count), Positive(name, multiplier));
    }

    /// <summary>By how much the activations that go into a matrix are multiplied before they are rounded.</summary>
    public float ActivationMultiplier(string matrix)
    {
        var name = matrix + "_QuantMultA";
        return _tensors.ContainsKey(name)
            ? Positive(name, Floats(name, 1)[0])
            : throw new InvalidDataException($"{name} is missing: only models with fixed multipliers for their activations (int8shiftAlphaAll) are read");
    }

    private static float Positive(string name, float value) =>
        value is > 1e-9f and < 1e9f ? value : throw new InvalidDataException($"the multiplier of {name} is {value}, which cannot be");

    private Tensor Find(string name, ulong type, int count, int size, int extra)
    {
        if (!_tensors.TryGetValue(name, out var tensor))
        {
            throw new InvalidDataException($"the tensor {name} is missing");
        }

        if (tensor.Type != type)
        {
            throw new InvalidDataException($"the tensor {name} has elements of type {tensor.Type:x} and should have {type:x}");
        }

        var elements = 1L;
        foreach (var dimension in tensor.Shape)
        {
            elements = dimension is > 0 and < 1 << 28 && elements < 1L << 31 ? elements * dimension : long.MaxValue;
        }

        return elements == count && ((long)count * size) + extra <= tensor.Length
            ? tensor
            : throw new InvalidDataException($"the tensor {name} has not the {count} elements that the configuration asks for");
    }

    private ReadOnlySpan<byte> Text() => _tensors.TryGetValue(ConfigurationName, out var tensor) && tensor.Type == Int8 && tensor.Length < 1 << 20
        ? _bytes.AsSpan(tensor.Start, tensor.Length)
        : throw new InvalidDataException($"it has no configuration ({ConfigurationName})");

    private ulong Number(ref long at) => BinaryPrimitives.ReadUInt64LittleEndian(Take(ref at, sizeof(ulong)));

    private ReadOnlySpan<byte> Take(ref long at, int count)
    {
        Need(at, count);
        var taken = _bytes.AsSpan((int)at, count);
        at += count;
        return taken;
    }

    private void Need(long at, long count)
    {
        if (at + count > _bytes.Length)
        {
            throw new InvalidDataException($"it ends after {_bytes.Length} bytes, in the middle");
        }
    }

    private static int Bounded(ulong value, long most, string what) =>
        value <= (ulong)most ? (int)value : throw new InvalidDataException($"it claims to have {value} {what}, and at most {most} can be");

    private sealed record Tensor(string Name, ulong Type, int[] Shape, int Start, int Length);
}
