using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Dau.Translation.Neural.Marian;

namespace Dau.Translation.Neural.Arithmetic;

/// <summary>Products of 8-bit activations and weights, as Marian's int8shiftAlphaAll has them.</summary>
/// <remarks>
/// Two neighbouring products are added and cut off at 16 bits (what <c>pmaddubsw</c> does), these sums are added in 32 bits. The cutting is part of what
/// a model computes in the reference translator, so instructions without it (VNNI) are not used: they would give another text.
/// </remarks>
internal static class Int8Product
{
    /// <summary>Multiplies rows of activations with a matrix.</summary>
    /// <param name="instructions">What multiplies.</param>
    /// <param name="activations">Rows of <see cref="PackedMatrix.Inputs"/> bytes, each 127 more than the rounded number.</param>
    /// <param name="rows">How many.</param>
    /// <param name="matrix">The weights.</param>
    /// <param name="result">Takes rows of <see cref="PackedMatrix.Stride"/> numbers.</param>
    /// <param name="floor">What smaller numbers become: 0 for a rectified layer, else the smallest number.</param>
    public static void Multiply(Instructions instructions, ReadOnlySpan<byte> activations, int rows, PackedMatrix matrix, Span<float> result, float floor = float.NegativeInfinity)
    {
        if (activations.Length < (long)rows * matrix.Inputs || result.Length < (long)rows * matrix.Stride || matrix.Inputs % 4 != 0
            || matrix.Elements.Length < matrix.Stride * matrix.Inputs)
        {
            throw new ArgumentException("The product does not fit into what was given for it.");
        }

        ref var a = ref MemoryMarshal.GetReference(activations);
        ref var w = ref MemoryMarshal.GetReference(matrix.Elements);
        ref var bias = ref MemoryMarshal.GetReference(matrix.Bias);
        ref var y = ref MemoryMarshal.GetReference(result);
        switch (instructions)
        {
            case Instructions.Avx512:
                Wide(ref a, rows, matrix.Inputs, ref w, ref bias, matrix.Scale, ref y, matrix.Stride, floor);
                break;
            case Instructions.Avx2:
                Narrow(ref a, rows, matrix.Inputs, ref w, ref bias, matrix.Scale, ref y, matrix.Stride, floor);
                break;
            default:
                Plain(activations, rows, matrix, result, floor);
                break;
        }
    }

    // Two tiles of outputs at a time, four rows at a time: eight sums stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Wide(ref byte a, int rows, int inputs, ref sbyte w, ref float bias, float scale, ref float y, int stride, float floor)
    {
        var ones = Vector512.Create((short)1);
        var (factor, least) = (Vector512.Create(scale), Vector512.Create(floor));
        nint tile = inputs * PackedMatrix.Tile;
        for (var column = 0; column < stride; column += 2 * PackedMatrix.Tile)
        {
            ref var left = ref Unsafe.Add(ref w, (nint)column * inputs);
            ref var right = ref Unsafe.Add(ref left, tile);
            var (biasLeft, biasRight) = (Vector512.LoadUnsafe(ref bias, (nuint)column), Vector512.LoadUnsafe(ref bias, (nuint)column + 16));
            var row = 0;
            for (; row + 4 <= rows; row += 4)
            {
                ref var a0 = ref Unsafe.Add(ref a, (nint)row * inputs);
                ref var a1 = ref Unsafe.Add(ref a0, inputs);
                ref var a2 = ref Unsafe.Add(ref a1, inputs);
                ref var a3 = ref Unsafe.Add(ref a2, inputs);
                Vector512<int> l0 = default, l1 = default, l2 = default, l3 = default, r0 = default, r1 = default, r2 = default, r3 = default;
                for (nint i = 0; i < inputs; i += 4)
                {
                    var (wl, wr) = (Vector512.LoadUnsafe(ref left, (nuint)(i * PackedMatrix.Tile)), Vector512.LoadUnsafe(ref right, (nuint)(i * PackedMatrix.Tile)));
                    var x = Four512(ref a0, i);
                    l0 = Avx512F.Add(l0, Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(x, wl), ones));
                    r0 = Avx512F.Add(r0, Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(x, wr), ones));
                    x = Four512(ref a1, i);
                    l1 = Avx512F.Add(l1, Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(x, wl), ones));
                    r1 = Avx512F.Add(r1, Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(x, wr), ones));
                    x = Four512(ref a2, i);
                    l2 = Avx512F.Add(l2, Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(x, wl), ones));
                    r2 = Avx512F.Add(r2, Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(x, wr), ones));
                    x = Four512(ref a3, i);
                    l3 = Avx512F.Add(l3, Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(x, wl), ones));
                    r3 = Avx512F.Add(r3, Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(x, wr), ones));
                }

                ref var target = ref Unsafe.Add(ref y, ((nint)row * stride) + column);
                Store(l0, factor, biasLeft, least, ref target);
                Store(r0, factor, biasRight, least, ref Unsafe.Add(ref target, 16));
                Store(l1, factor, biasLeft, least, ref Unsafe.Add(ref target, stride));
                Store(r1, factor, biasRight, least, ref Unsafe.Add(ref Unsafe.Add(ref target, stride), 16));
                Store(l2, factor, biasLeft, least, ref Unsafe.Add(ref target, 2 * stride));
                Store(r2, factor, biasRight, least, ref Unsafe.Add(ref Unsafe.Add(ref target, 2 * stride), 16));
                Store(l3, factor, biasLeft, least, ref Unsafe.Add(ref target, 3 * stride));
                Store(r3, factor, biasRight, least, ref Unsafe.Add(ref Unsafe.Add(ref target, 3 * stride), 16));
            }

            for (; row < rows; row++)
            {
                ref var a0 = ref Unsafe.Add(ref a, (nint)row * inputs);
                Vector512<int> l0 = default, r0 = default;
                for (nint i = 0; i < inputs; i += 4)
                {
                    var x = Four512(ref a0, i);
                    l0 = Avx512F.Add(l0, Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(x, Vector512.LoadUnsafe(ref left, (nuint)(i * PackedMatrix.Tile))), ones));
                    r0 = Avx512F.Add(r0, Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(x, Vector512.LoadUnsafe(ref right, (nuint)(i * PackedMatrix.Tile))), ones));
                }

                Store(l0, factor, biasLeft, least, ref Unsafe.Add(ref y, ((nint)row * stride) + column));
                Store(r0, factor, biasRight, least, ref Unsafe.Add(ref Unsafe.Add(ref y, ((nint)row * stride) + column), 16));
            }
        }
    }

    // One tile, in two halves.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(ref byte a, int rows, int inputs, ref sbyte w, ref float bias, float scale, ref float y, int stride, float floor)
    {
        var ones = Vector256.Create((short)1);
        var (factor, least) = (Vector256.Create(scale), Vector256.Create(floor));
        for (var column = 0; column < stride; column += PackedMatrix.Tile)
        {
            ref var tile = ref Unsafe.Add(ref w, (nint)column * inputs);
            var (biasLeft, biasRight) = (Vector256.LoadUnsafe(ref bias, (nuint)column), Vector256.LoadUnsafe(ref bias, (nuint)column + 8));
            var row = 0;
            for (; row + 4 <= rows; row += 4)
            {
                ref var a0 = ref Unsafe.Add(ref a, (nint)row * inputs);
                ref var a1 = ref Unsafe.Add(ref a0, inputs);
                ref var a2 = ref Unsafe.Add(ref a1, inputs);
                ref var a3 = ref Unsafe.Add(ref a2, inputs);
                Vector256<int> l0 = default, l1 = default, l2 = default, l3 = default, r0 = default, r1 = default, r2 = default, r3 = default;
                for (nint i = 0; i < inputs; i += 4)
                {
                    var (wl, wr) = (Vector256.LoadUnsafe(ref tile, (nuint)(i * PackedMatrix.Tile)), Vector256.LoadUnsafe(ref tile, (nuint)(i * PackedMatrix.Tile) + 32));
                    var x = Four256(ref a0, i);
                    l0 = Avx2.Add(l0, Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(x, wl), ones));
                    r0 = Avx2.Add(r0, Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(x, wr), ones));
                    x = Four256(ref a1, i);
                    l1 = Avx2.Add(l1, Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(x, wl), ones));
                    r1 = Avx2.Add(r1, Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(x, wr), ones));
                    x = Four256(ref a2, i);
                    l2 = Avx2.Add(l2, Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(x, wl), ones));
                    r2 = Avx2.Add(r2, Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(x, wr), ones));
                    x = Four256(ref a3, i);
                    l3 = Avx2.Add(l3, Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(x, wl), ones));
                    r3 = Avx2.Add(r3, Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(x, wr), ones));
                }

                ref var target = ref Unsafe.Add(ref y, ((nint)row * stride) + column);
                Store(l0, factor, biasLeft, least, ref target);
                Store(r0, factor, biasRight, least, ref Unsafe.Add(ref target, 8));
                Store(l1, factor, biasLeft, least, ref Unsafe.Add(ref target, stride));
                Store(r1, factor, biasRight, least, ref Unsafe.Add(ref Unsafe.Add(ref target, stride), 8));
                Store(l2, factor, biasLeft, least, ref Unsafe.Add(ref target, 2 * stride));
                Store(r2, factor, biasRight, least, ref Unsafe.Add(ref Unsafe.Add(ref target, 2 * stride), 8));
                Store(l3, factor, biasLeft, least, ref Unsafe.Add(ref target, 3 * stride));
                Store(r3, factor, biasRight, least, ref Unsafe.Add(ref Unsafe.Add(ref target, 3 * stride), 8));
            }

            for (; row < rows; row++)
            {
                ref var a0 = ref Unsafe.Add(ref a, (nint)row * inputs);
                Vector256<int> l0 = default, r0 = default;
                for (nint i = 0; i < inputs; i += 4)
                {
                    var x = Four256(ref a0, i);
                    l0 = Avx2.Add(l0, Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(x, Vector256.LoadUnsafe(ref tile, (nuint)(i * PackedMatrix.Tile))), ones));
                    r0 = Avx2.Add(r0, Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(x, Vector256.LoadUnsafe(ref tile, (nuint)(i * PackedMatrix.Tile) + 32)), ones));
                }

                Store(l0, factor, biasLeft, least, ref Unsafe.Add(ref y, ((nint)row * stride) + column));
                Store(r0, factor, biasRight, least, ref Unsafe.Add(ref Unsafe.Add(ref y, ((nint)row * stride) + column), 8));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Plain(ReadOnlySpan<byte> activations, int rows, PackedMatrix matrix, Span<float> result, float floor)
    {
        int inputs = matrix.Inputs, stride = matrix.Stride;
        for (var row = 0; row < rows; row++)
        {
            var a = activations.Slice(row * inputs, inputs);
            for (var column = 0; column < stride; column++)
            {
                var weights = matrix.Elements.Slice((column / PackedMatrix.Tile * PackedMatrix.Tile * inputs) + (column % PackedMatrix.Tile * 4));
                var sum = 0;
                for (var i = 0; i < inputs; i += 4)
                {
                    var w = i * PackedMatrix.Tile;
                    sum += Math.Clamp((a[i] * weights[w]) + (a[i + 1] * weights[w + 1]), short.MinValue, short.MaxValue)
                        + Math.Clamp((a[i + 2] * weights[w + 2]) + (a[i + 3] * weights[w + 3]), short.MinValue, short.MaxValue);
                }

                var scaled = sum * matrix.Scale;
                result[(row * stride) + column] = MathF.Max(scaled + matrix.Bias[column], floor);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<int> sum, Vector512<float> factor, Vector512<float> bias, Vector512<float> least, ref float target) =>
        Vector512.Max((Vector512.ConvertToSingle(sum) * factor) + bias, least).StoreUnsafe(ref target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Four512(ref byte a, nint at) => Vector512.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref a, at))).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> sum, Vector256<float> factor, Vector256<float> bias, Vector256<float> least, ref float target) =>
        Vector256.Max((Vector256.ConvertToSingle(sum) * factor) + bias, least).StoreUnsafe(ref target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Four256(ref byte a, nint at) => Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref a, at))).AsByte();
}
