using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dau.Translation.Neural.Arithmetic;

/// <summary>Makes shares of scores: all positive, and together 1.</summary>
internal static class Softmax
{
    private const int Lanes = Numbers.Lanes, ReferenceLanes = 4;

    /// <summary>Replaces scores by their shares.</summary>
    /// <param name="scores">A multiple of eight of them; what stands behind the last real one is overwritten.</param>
    /// <param name="count">Those that are real. Where they fill the reference's four lanes it takes them so, else one by one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(Span<float> scores, int count)
    {
        scores[count..].Fill(float.NegativeInfinity);
        var length = (nuint)scores.Length;
        ref var s = ref MemoryMarshal.GetReference(scores);
        var most = Vector256.Create(float.NegativeInfinity);
        for (nuint i = 0; i < length; i += Lanes)
        {
            most = Vector256.Max(most, Vector256.LoadUnsafe(ref s, i));
        }

        var peak = Numbers.Largest(most);
        var sum = 0f;
        if (count % ReferenceLanes == 0)
        {
            for (nuint i = 0; i < length; i += Lanes)
            {
                Exponential.Fast(Vector256.LoadUnsafe(ref s, i) - Vector256.Create(peak)).StoreUnsafe(ref s, i);
            }

            var four = Vector128<float>.Zero;
            for (nuint i = 0; i < (nuint)count; i += ReferenceLanes)
            {
                four += Vector128.LoadUnsafe(ref s, i);
            }

            sum = ((four[0] + four[1]) + four[2]) + four[3];
        }
        else
        {
            for (nint i = 0; i < count; i++)
            {
                var e = Exponential.Exact(Unsafe.Add(ref s, i) - peak);
                Unsafe.Add(ref s, i) = e;
                sum += e;
            }
        }

        var total = Vector256.Create(sum);
        for (nuint i = 0; i < length; i += Lanes)
        {
            (Vector256.LoadUnsafe(ref s, i) / total).StoreUnsafe(ref s, i);
        }
    }
}
