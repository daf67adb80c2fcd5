using System.Runtime.Intrinsics.X86;

namespace Dau.Translation.Neural.Arithmetic;

/// <summary>Which of the processor's instructions multiply. All give the same bits.</summary>
internal enum Instructions
{
    Plain,
    Avx2,
    Avx512,
}

/// <summary>What this machine has.</summary>
internal static class Machine
{
    /// <summary>The widest instructions here.</summary>
    public static Instructions Best => Avx512BW.IsSupported ? Instructions.Avx512 : Avx2.IsSupported ? Instructions.Avx2 : Instructions.Plain;

    /// <summary>All that can be used here.</summary>
    public static IEnumerable<Instructions> All => Enum.GetValues<Instructions>().Where(static i => i <= Best);
}
