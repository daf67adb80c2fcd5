namespace Dau.Translation.Neural;

/// <summary>A sentence while it is being translated.</summary>
/// <param name="Source">Its pieces with the end of the sentence.</param>
internal sealed record Hypothesis(int[] Source)
{
    /// <summary>Pieces that came out; the end of the sentence is the last, unless the length ended it.</summary>
    public List<int> Target { get; } = new(2 * Source.Length);

    /// <summary>Sum of the chosen numbers, as the reference keeps it.</summary>
    public float Score { get; set; }

    /// <summary>Sum of the logarithms of the shares that the chosen pieces had among all that could have come.</summary>
    public double Certainty { get; set; }

    /// <summary>For each piece that came out, the shares of all pieces of the source.</summary>
    public float[] Shares { get; set; } = [];
}
