using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dau.Translation.Neural.Marian;

namespace Dau.Translation.Neural.Arithmetic;

/// <summary>Layer normalisation. Sums go from the first number to the last; eight rows go side by side, since one sum alone would wait for itself.</summary>
internal static class Normaliser
{
    private const float Epsilon = 1e-6f;
    private const int Lanes = Numbers.Lanes, RowsAtOnce = 8;

    /// <summary>Adds what a sublayer gives to what went into it, and normalises the sums, row by row.</summary>
    public static void AddNormalised(Span<float> values, ReadOnlySpan<float> sublayer, int rows, int width, Normalisation normalisation)
    {
        ReadOnlySpan<float> scale = normalisation.Scale.AsSpan(0, width), bias = normalisation.Bias.AsSpan(0, width);
        for (var row = 0; row < rows;)
        {
            var count = rows - row >= RowsAtOnce ? RowsAtOnce : 1;
            var x = values.Slice(row * width, count * width);
            var y = sublayer.Slice(row * width, count * width);
            Add(ref MemoryMarshal.GetReference(x), ref MemoryMarshal.GetReference(y), x.Length);
            if (count == RowsAtOnce)
            {
                Eight(ref MemoryMarshal.GetReference(x), width, ref MemoryMarshal.GetReference(scale), ref MemoryMarshal.GetReference(bias));
            }
            else
            {
                One(ref MemoryMarshal.GetReference(x), width, ref MemoryMarshal.GetReference(scale), ref MemoryMarshal.GetReference(bias));
            }

            row += count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ref float x, ref float y, int length)
    {
        for (nuint i = 0; i < (nuint)length; i += Lanes)
        {
            (Vector256.LoadUnsafe(ref y, i) + Vector256.LoadUnsafe(ref x, i)).StoreUnsafe(ref x, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(ref float x, nint width, ref float scale, ref float bias)
    {
        var sum = 0f;
        for (nint i = 0; i < width; i++)
        {
            sum += Unsafe.Add(ref x, i);
        }

        var mean = sum / width;
        var squares = 0f;
        for (nint i = 0; i < width; i++)
        {
            var off = Unsafe.Add(ref x, i) - mean;
            squares += off * off;
        }

        Finish(ref x, width, mean, squares, ref scale, ref bias);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(ref float x, nint width, ref float scale, ref float bias)
    {
        ref var a = ref x;
        ref var b = ref Unsafe.Add(ref a, 4 * width);
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (nint i = 0; i < width; i++)
        {
            s0 += Unsafe.Add(ref a, i);
            s1 += Unsafe.Add(ref a, i + width);
            s2 += Unsafe.Add(ref a, i + (2 * width));
            s3 += Unsafe.Add(ref a, i + (3 * width));
            s4 += Unsafe.Add(ref b, i);
            s5 += Unsafe.Add(ref b, i + width);
            s6 += Unsafe.Add(ref b, i + (2 * width));
            s7 += Unsafe.Add(ref b, i + (3 * width));
        }

        float m0 = s0 / width, m1 = s1 / width, m2 = s2 / width, m3 = s3 / width, m4 = s4 / width, m5 = s5 / width, m6 = s6 / width, m7 = s7 / width;
        float q0 = 0, q1 = 0, q2 = 0, q3 = 0, q4 = 0, q5 = 0, q6 = 0, q7 = 0;
        for (nint i = 0; i < width; i++)
        {
            q0 += Square(Unsafe.Add(ref a, i) - m0);
            q1 += Square(Unsafe.Add(ref a, i + width) - m1);
            q2 += Square(Unsafe.Add(ref a, i + (2 * width)) - m2);
            q3 += Square(Unsafe.Add(ref a, i + (3 * width)) - m3);
            q4 += Square(Unsafe.Add(ref b, i) - m4);
            q5 += Square(Unsafe.Add(ref b, i + width) - m5);
            q6 += Square(Unsafe.Add(ref b, i + (2 * width)) - m6);
            q7 += Square(Unsafe.Add(ref b, i + (3 * width)) - m7);
        }

        Finish(ref a, width, m0, q0, ref scale, ref bias);
        Finish(ref Unsafe.Add(ref a, width), width, m1, q1, ref scale, ref bias);
        Finish(ref Unsafe.Add(ref a, 2 * width), width, m2, q2, ref scale, ref bias);
        Finish(ref Unsafe.Add(ref a, 3 * width), width, m3, q3, ref scale, ref bias);
        Finish(ref b, width, m4, q4, ref scale, ref bias);
        Finish(ref Unsafe.Add(ref b, width), width, m5, q5, ref scale, ref bias);
        Finish(ref Unsafe.Add(ref b, 2 * width), width, m6, q6, ref scale, ref bias);
        Finish(ref Unsafe.Add(ref b, 3 * width), width, m7, q7, ref scale, ref bias);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Square(float value) => value * value;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Finish(ref float x, nint width, float mean, float squares, ref float scale, ref float bias)
    {
        var (middle, deviation) = (Vector256.Create(mean), Vector256.Create(MathF.Sqrt((squares / width) + Epsilon)));
        for (nuint i = 0; i < (nuint)width; i += Lanes)
        {
            var off = (Vector256.LoadUnsafe(ref x, i) - middle) / deviation;
            ((Vector256.LoadUnsafe(ref scale, i) * off) + Vector256.LoadUnsafe(ref bias, i)).StoreUnsafe(ref x, i);
        }
    }
}
