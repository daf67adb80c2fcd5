using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dau.Translation.Neural.Arithmetic;

/// <summary>What is computed in ordinary numbers. Always in eight lanes and one order, without fused steps, so that every machine gives the same bits.</summary>
internal static class Numbers
{
    /// <summary>Numbers in a lane.</summary>
    public const int Lanes = 8;

    private const float Epsilon = 1e-6f;

    /// <summary>Rounds numbers to 8 bits, half to even, and shifts them into 0 to 254.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Quantise(ReadOnlySpan<float> values, float multiplier, Span<byte> target)
    {
        ref var x = ref MemoryMarshal.GetReference(values);
        ref var y = ref MemoryMarshal.GetReference(target[..values.Length]);
        var factor = Vector256.Create(multiplier);
        for (nuint i = 0; i + 32 <= (nuint)values.Length; i += 32)
        {
            var low = Vector256.Narrow(Eight(ref x, i, factor), Eight(ref x, i + 8, factor));
            var high = Vector256.Narrow(Eight(ref x, i + 16, factor), Eight(ref x, i + 24, factor));
            Vector256.Narrow(low.AsUInt16(), high.AsUInt16()).StoreUnsafe(ref y, i);
        }
    }

    /// <summary>Adds what a sublayer gives to what went into it, and normalises the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddNormalised(Span<float> values, ReadOnlySpan<float> sublayer, Marian.Normalisation normalisation)
    {
        var width = (nuint)values.Length;
        ref var x = ref MemoryMarshal.GetReference(values);
        ref var y = ref MemoryMarshal.GetReference(sublayer[..values.Length]);
        ref var scale = ref MemoryMarshal.GetReference(normalisation.Scale.AsSpan(0, values.Length));
        ref var bias = ref MemoryMarshal.GetReference(normalisation.Bias.AsSpan(0, values.Length));
        var total = Vector256<float>.Zero;
        for (nuint i = 0; i < width; i += Lanes)
        {
            var sum = Vector256.LoadUnsafe(ref y, i) + Vector256.LoadUnsafe(ref x, i);
            sum.StoreUnsafe(ref x, i);
            total += sum;
        }

        var mean = Vector256.Create(Sum(total) / width);
        var squares = Vector256<float>.Zero;
        for (nuint i = 0; i < width; i += Lanes)
        {
            var off = Vector256.LoadUnsafe(ref x, i) - mean;
            squares += off * off;
        }

        var deviation = Vector256.Create(MathF.Sqrt((Sum(squares) / width) + Epsilon));
        for (nuint i = 0; i < width; i += Lanes)
        {
            var off = (Vector256.LoadUnsafe(ref x, i) - mean) / deviation;
            ((Vector256.LoadUnsafe(ref scale, i) * off) + Vector256.LoadUnsafe(ref bias, i)).StoreUnsafe(ref x, i);
        }
    }

    /// <summary>A step of the recurrent unit: the state forgets and takes in; what is positive of it comes out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Recur(Span<float> state, ReadOnlySpan<float> input, ReadOnlySpan<float> forget, Span<float> output)
    {
        var width = (nuint)state.Length;
        ref var c = ref MemoryMarshal.GetReference(state);
        ref var u = ref MemoryMarshal.GetReference(input[..state.Length]);
        ref var f = ref MemoryMarshal.GetReference(forget[..state.Length]);
        ref var y = ref MemoryMarshal.GetReference(output[..state.Length]);
        var one = Vector256<float>.One;
        for (nuint i = 0; i < width; i += Lanes)
        {
            var e = Exp(Vector256.LoadUnsafe(ref f, i));
            var gate = e / (one + e);
            var next = (gate * Vector256.LoadUnsafe(ref c, i)) + ((one - gate) * Vector256.LoadUnsafe(ref u, i));
            next.StoreUnsafe(ref c, i);
            Vector256.Max(next, Vector256<float>.Zero).StoreUnsafe(ref y, i);
        }
    }

    /// <summary>Makes shares of scores, in place: all positive, and together 1.</summary>
    /// <param name="scores">A multiple of eight of them; what stands behind the last real one is overwritten with 0.</param>
    /// <param name="count">Those that are real.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Softmax(Span<float> scores, int count)
    {
        scores[count..].Fill(float.NegativeInfinity);
        var length = (nuint)scores.Length;
        ref var s = ref MemoryMarshal.GetReference(scores);
        var most = Vector256.Create(float.NegativeInfinity);
        for (nuint i = 0; i < length; i += Lanes)
        {
            most = Vector256.Max(most, Vector256.LoadUnsafe(ref s, i));
        }

        var peak = Vector256.Create(Largest(most));
        var total = Vector256<float>.Zero;
        for (nuint i = 0; i < length; i += Lanes)
        {
            var e = Exp(Vector256.LoadUnsafe(ref s, i) - peak);
            e.StoreUnsafe(ref s, i);
            total += e;
        }

        var sum = Vector256.Create(Sum(total));
        for (nuint i = 0; i < length; i += Lanes)
        {
            (Vector256.LoadUnsafe(ref s, i) / sum).StoreUnsafe(ref s, i);
        }
    }

    /// <summary>The place of the largest of the sums of a running score and each number; the first where several are largest.</summary>
    /// <remarks>The sum is rounded before it is compared: two numbers that differ less than the running score can carry are equal.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Largest(ReadOnlySpan<float> numbers, float running)
    {
        ref var x = ref MemoryMarshal.GetReference(numbers);
        var count = (nuint)numbers.Length;
        var whole = count / Lanes * Lanes;
        var add = Vector256.Create(running);
        var most = Vector256.Create(float.NegativeInfinity);
        for (nuint i = 0; i < whole; i += Lanes)
        {
            most = Vector256.Max(most, Vector256.LoadUnsafe(ref x, i) + add);
        }

        var peak = Largest(most);
        for (var i = whole; i < count; i++)
        {
            peak = MathF.Max(peak, Unsafe.Add(ref x, i) + running);
        }

        var wanted = Vector256.Create(peak);
        for (nuint i = 0; i < whole; i += Lanes)
        {
            var hits = Vector256.Equals(Vector256.LoadUnsafe(ref x, i) + add, wanted).ExtractMostSignificantBits();
            if (hits != 0)
            {
                return (int)i + System.Numerics.BitOperations.TrailingZeroCount(hits);
            }
        }

        for (var i = whole; i < count; i++)
        {
            if (Unsafe.Add(ref x, i) + running == peak)
            {
                return (int)i;
            }
        }

        return 0;
    }

    /// <summary>The exponential function; smaller than about 1e-38 is 0.</summary>
    /// <remarks>The polynomial of Cephes' expf: within two units of the last place.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        var clamped = Vector256.Min(Vector256.Max(x, Vector256.Create(-87.33f)), Vector256.Create(88f));
        var n = Vector256.Floor((clamped * Vector256.Create(1.44269504088896341f)) + Vector256.Create(0.5f));
        var r = clamped - (n * Vector256.Create(0.693359375f)) - (n * Vector256.Create(-2.12194440e-4f));
        var p = Vector256.Create(1.9875691500e-4f);
        p = (p * r) + Vector256.Create(1.3981999507e-3f);
        p = (p * r) + Vector256.Create(8.3334519073e-3f);
        p = (p * r) + Vector256.Create(4.1665795894e-2f);
        p = (p * r) + Vector256.Create(1.6666665459e-1f);
        p = (p * r) + Vector256.Create(5.0000001201e-1f);
        p = (p * (r * r)) + r + Vector256<float>.One;
        var power = Vector256.ShiftLeft(Vector256.ConvertToInt32Native(n) + Vector256.Create(127), 23).AsSingle();
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(-87.33f)), Vector256<float>.Zero, p * power);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Eight(ref float from, nuint at, Vector256<float> factor)
    {
        var rounded = Vector256.Round(Vector256.LoadUnsafe(ref from, at) * factor);
        return Vector256.ConvertToInt32Native(Vector256.Min(Vector256.Max(rounded, Vector256.Create(-127f)), Vector256.Create(127f))) + Vector256.Create(127);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector256<float> v)
    {
        var four = v.GetLower() + v.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Largest(Vector256<float> v)
    {
        var four = Vector128.Max(v.GetLower(), v.GetUpper());
        return MathF.Max(MathF.Max(four[0], four[2]), MathF.Max(four[1], four[3]));
    }
}
