using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dau.Translation.Neural.Arithmetic;

/// <summary>Attention of one token to the tokens of a sentence.</summary>
internal static class Attention
{
    private const int Lanes = Numbers.Lanes;

    /// <summary>Positions with the filling, so that they can be taken eight at a time.</summary>
    public static int Padded(int positions) => (positions + Lanes - 1) / Lanes * Lanes;

    /// <summary>Turns keys, so that the same number of all positions lies together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Turn(ReadOnlySpan<float> keys, int width, int positions, Span<float> turned)
    {
        var padded = Padded(positions);
        for (var t = 0; t < positions; t++)
        {
            var row = keys.Slice(t * width, width);
            for (var d = 0; d < row.Length; d++)
            {
                turned[(d * padded) + t] = row[d];
            }
        }

        if (padded > positions)
        {
            for (var d = 0; d < width; d++)
            {
                turned.Slice((d * padded) + positions, padded - positions).Clear();
            }
        }
    }

    /// <summary>Adds up the values of all positions, each with the share that its key gives it, head by head.</summary>
    /// <param name="query">The token's query.</param>
    /// <param name="turned">Keys of the sentence, turned.</param>
    /// <param name="values">Values of the sentence, position after position.</param>
    /// <param name="positions">Tokens of the sentence.</param>
    /// <param name="inFours">Whether the token is one of those that the reference takes four at a time: all of a sentence but what is left over four.</param>
    /// <param name="heads">Heads; each takes its part of the width.</param>
    /// <param name="shares">Room for the padded positions.</param>
    /// <param name="result">Takes the sums.</param>
    /// <param name="first">Takes the shares of the first head; may be empty.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Attend(
        ReadOnlySpan<float> query, ReadOnlySpan<float> turned, ReadOnlySpan<float> values, int positions, bool inFours, int heads, Span<float> shares, Span<float> result, Span<float> first)
    {
        int width = query.Length, padded = Padded(positions), head = width / heads;
        if (turned.Length < width * padded || values.Length < width * positions || shares.Length < padded || result.Length < width || head % Lanes != 0)
        {
            throw new ArgumentException("The attention does not fit into what was given for it.");
        }

        shares = shares[..padded];
        var scale = Vector256.Create(1f / MathF.Sqrt(head));
        ref var q = ref MemoryMarshal.GetReference(query);
        ref var k = ref MemoryMarshal.GetReference(turned);
        ref var v = ref MemoryMarshal.GetReference(values);
        ref var s = ref MemoryMarshal.GetReference(shares);
        ref var y = ref MemoryMarshal.GetReference(result);
        for (var h = 0; h < heads; h++)
        {
            ref var part = ref Unsafe.Add(ref q, h * head);
            ref var keys = ref Unsafe.Add(ref k, (nint)h * head * padded);
            var t = 0;
            for (; t + (4 * Lanes) <= padded; t += 4 * Lanes)
            {
                Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
                for (var d = 0; d < head; d++)
                {
                    var x = Vector256.Create(Unsafe.Add(ref part, d));
                    ref var key = ref Unsafe.Add(ref keys, ((nint)d * padded) + t);
                    s0 += x * Vector256.LoadUnsafe(ref key);
                    s1 += x * Vector256.LoadUnsafe(ref key, 8);
                    s2 += x * Vector256.LoadUnsafe(ref key, 16);
                    s3 += x * Vector256.LoadUnsafe(ref key, 24);
                }

                (s0 * scale).StoreUnsafe(ref s, (nuint)t);
                (s1 * scale).StoreUnsafe(ref s, (nuint)t + 8);
                (s2 * scale).StoreUnsafe(ref s, (nuint)t + 16);
                (s3 * scale).StoreUnsafe(ref s, (nuint)t + 24);
            }

            for (; t < padded; t += Lanes)
            {
                Vector256<float> sum = default;
                for (var d = 0; d < head; d++)
                {
                    sum += Vector256.Create(Unsafe.Add(ref part, d)) * Vector256.LoadUnsafe(ref Unsafe.Add(ref keys, ((nint)d * padded) + t));
                }

                (sum * scale).StoreUnsafe(ref s, (nuint)t);
            }

            if (inFours)
            {
                Tail(ref part, ref keys, head, positions, padded, ref s, scale[0]);
            }

            Softmax.Apply(shares, positions);
            if (h == 0 && first.Length > 0)
            {
                shares[..positions].CopyTo(first);
            }

            var at = 0;
            for (; at + (4 * Lanes) <= head; at += 4 * Lanes)
            {
                Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
                ref var value = ref Unsafe.Add(ref v, (h * head) + at);
                for (var j = 0; j < positions; j++)
                {
                    var share = Vector256.Create(Unsafe.Add(ref s, j));
                    s0 += share * Vector256.LoadUnsafe(ref value);
                    s1 += share * Vector256.LoadUnsafe(ref value, 8);
                    s2 += share * Vector256.LoadUnsafe(ref value, 16);
                    s3 += share * Vector256.LoadUnsafe(ref value, 24);
                    value = ref Unsafe.Add(ref value, width);
                }

                ref var target = ref Unsafe.Add(ref y, (h * head) + at);
                s0.StoreUnsafe(ref target);
                s1.StoreUnsafe(ref target, 8);
                s2.StoreUnsafe(ref target, 16);
                s3.StoreUnsafe(ref target, 24);
            }

            for (; at < head; at += Lanes)
            {
                Vector256<float> sum = default;
                for (var j = 0; j < positions; j++)
                {
                    sum += Vector256.Create(Unsafe.Add(ref s, j)) * Vector256.LoadUnsafe(ref Unsafe.Add(ref v, ((nint)j * width) + (h * head) + at));
                }

                sum.StoreUnsafe(ref y, (nuint)((h * head) + at));
            }
        }
    }
    // Keys that are left over four, against tokens that are not, have their products summed in four parts: so does the matrix product of the reference.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tail(ref float query, ref float keys, int head, int positions, int padded, ref float scores, float scale)
    {
        for (var t = positions / 4 * 4; t < positions; t++)
        {
            var four = Vector128<float>.Zero;
            for (var d = 0; d < head; d += 4)
            {
                ref var key = ref Unsafe.Add(ref keys, ((nint)d * padded) + t);
                var column = Vector128.Create(key, Unsafe.Add(ref key, padded), Unsafe.Add(ref key, 2 * padded), Unsafe.Add(ref key, 3 * padded));
                four += Vector128.LoadUnsafe(ref query, (nuint)d) * column;
            }

            Unsafe.Add(ref scores, t) = ((four[0] + four[1]) + (four[2] + four[3])) * scale;
        }
    }
}
