namespace Dau.Translation.Neural.Arithmetic;

/// <summary>Sine and cosine in single precision as musl computes them, which the reference translator is linked with: one value in ten thousand differs from a better one.</summary>
internal static class Sines
{
    private const float SmallestAngle = 1f / 4096;
    private const double HalfPi = Math.PI / 2;

    // Turning points between the quadrants, as single-precision numbers.
    private static readonly float[] Turns =
        [BitConverter.UInt32BitsToSingle(0x3f490fda), BitConverter.UInt32BitsToSingle(0x4016cbe3), BitConverter.UInt32BitsToSingle(0x407b53d1), BitConverter.UInt32BitsToSingle(0x40afeddf), BitConverter.UInt32BitsToSingle(0x40e231d5)];

    /// <summary>Sine of an angle that is not negative.</summary>
    public static float Sin(float x)
    {
        if (x <= Turns[0])
        {
            return x < SmallestAngle ? x : NearZeroSin(x);
        }

        var (quadrant, rest) = Reduce(x);
        return (quadrant & 3) switch { 0 => NearZeroSin(rest), 1 => NearZeroCos(rest), 2 => NearZeroSin(-rest), _ => -NearZeroCos(rest) };
    }

    /// <summary>Cosine of an angle that is not negative.</summary>
    public static float Cos(float x)
    {
        if (x <= Turns[0])
        {
            return x < SmallestAngle ? 1 : NearZeroCos(x);
        }

        var (quadrant, rest) = Reduce(x);
        return (quadrant & 3) switch { 0 => NearZeroCos(rest), 1 => NearZeroSin(-rest), 2 => -NearZeroCos(rest), _ => NearZeroSin(rest) };
    }

    private static (int Quadrant, double Angle) Reduce(float x)
    {
        for (var turn = 1; turn < Turns.Length; turn++)
        {
            if (x <= Turns[turn])
            {
                return (turn, x - (turn * HalfPi));
            }
        }

        var n = Math.Round(x * 6.36619772367581382433e-01);
        return ((int)n, x - (n * 1.57079631090164184570e+00) - (n * 1.58932547735281966916e-08));
    }

    private static float NearZeroSin(double x)
    {
        var z = x * x;
        var s = z * x;
        return (float)((x + (s * (-0.16666666641626524 + (z * 0.008333329385889463)))) + (s * (z * z) * (-0.00019839334836096632 + (z * 2.718311493989822e-06))));
    }

    private static float NearZeroCos(double x)
    {
        var z = x * x;
        var w = z * z;
        return (float)(((1.0 + (z * -0.499999997251031)) + (w * 0.04166662332373906)) + (w * z * (-0.001388676377460993 + (z * 2.439044879627741e-05))));
    }
}
