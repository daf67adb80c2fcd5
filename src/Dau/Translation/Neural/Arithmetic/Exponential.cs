using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dau.Translation.Neural.Arithmetic;

/// <summary>The exponential function in the two ways in which the reference translator computes it.</summary>
internal static class Exponential
{
    // 2^(i/32), each with i/32 taken off its exponent, so that a whole number of thirty-seconds can be added to the bits.
    private static readonly long[] Powers = [.. Enumerable.Range(0, 32).Select(static i => BitConverter.DoubleToInt64Bits(Math.Pow(2, i / 32.0)) - ((long)i << 47))];

    /// <summary>In single precision, eight at a time: the polynomial of Cephes' expf, within two units of the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Fast(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-88.3762626647949f)), Vector256.Create(88.3762626647949f));
        var n = Vector256.Floor((x * Vector256.Create(1.44269504088896341f)) + Vector256.Create(0.5f));
        var r = x - (n * Vector256.Create(0.693359375f)) - (n * Vector256.Create(-2.12194440e-4f));
        var p = Vector256.Create(1.9875691500e-4f);
        p = (p * r) + Vector256.Create(1.3981999507e-3f);
        p = (p * r) + Vector256.Create(8.3334519073e-3f);
        p = (p * r) + Vector256.Create(4.1665795894e-2f);
        p = (p * r) + Vector256.Create(1.6666665459e-1f);
        p = (p * r) + Vector256.Create(5.0000001201e-1f);
        p = (p * (r * r)) + r + Vector256<float>.One;
        return p * Vector256.ShiftLeft(Vector256.ConvertToInt32Native(n) + Vector256.Create(127), 23).AsSingle();
    }

    /// <summary>Rounded from double precision: a table of 32 powers and a polynomial, as in musl's expf.</summary>
    /// <param name="x">Not above 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exact(float x)
    {
        if (x < -103.9f)
        {
            return 0;
        }

        var scaled = 1.4426950408889634 * 32 * x;
        var whole = Math.Round(scaled);
        var r = scaled - whole;
        var thirtySeconds = (long)whole;
        var power = BitConverter.Int64BitsToDouble(Powers[thirtySeconds & 31] + (thirtySeconds << 47));
        var high = (0.05550361559341535 / 32 / 32 / 32 * r) + (0.2402284522445722 / 32 / 32);
        var low = (0.6931471806916203 / 32 * r) + 1;
        return (float)(((high * (r * r)) + low) * power);
    }
}
