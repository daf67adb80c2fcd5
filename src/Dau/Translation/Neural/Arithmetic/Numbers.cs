using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dau.Translation.Neural.Arithmetic;

/// <summary>What is computed in ordinary numbers.</summary>
/// <remarks>
/// Here, in <see cref="Normaliser"/>, <see cref="Softmax"/> and <see cref="Attention"/> the order of all sums is that of the reference translator, and no two
/// steps are fused: one bit more or less can round an activation to another number, and a letter later the text is another.
/// </remarks>
internal static class Numbers
{
    /// <summary>Numbers in a lane.</summary>
    public const int Lanes = 8;

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
            var e = Exponential.Fast(Vector256.LoadUnsafe(ref f, i));
            var gate = e / (one + e);
            var next = (gate * Vector256.LoadUnsafe(ref c, i)) + ((one - gate) * Vector256.LoadUnsafe(ref u, i));
            next.StoreUnsafe(ref c, i);
            Vector256.Max(next, Vector256<float>.Zero).StoreUnsafe(ref y, i);
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

    /// <summary>Sum of the exponentials of what each number has over a base.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float SumOfExponentials(ReadOnlySpan<float> numbers, float over)
    {
        ref var x = ref MemoryMarshal.GetReference(numbers);
        var whole = (nuint)numbers.Length / Lanes * Lanes;
        var total = Vector256<float>.Zero;
        for (nuint i = 0; i < whole; i += Lanes)
        {
            total += Exponential.Fast(Vector256.LoadUnsafe(ref x, i) - Vector256.Create(over));
        }

        var four = total.GetLower() + total.GetUpper();
        var sum = (four[0] + four[2]) + (four[1] + four[3]);
        for (var i = whole; i < (nuint)numbers.Length; i++)
        {
            sum += Exponential.Exact(MathF.Min(Unsafe.Add(ref x, i) - over, 0));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Eight(ref float from, nuint at, Vector256<float> factor)
    {
        var rounded = Vector256.Round(Vector256.LoadUnsafe(ref from, at) * factor);
        return Vector256.ConvertToInt32Native(Vector256.Min(Vector256.Max(rounded, Vector256.Create(-127f)), Vector256.Create(127f))) + Vector256.Create(127);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Vector256<float> v)
    {
        var four = Vector128.Max(v.GetLower(), v.GetUpper());
        return MathF.Max(MathF.Max(four[0], four[2]), MathF.Max(four[1], four[3]));
    }
}
