namespace Dau.Translation.Draft.Decoding;

/// <summary>A translation of some of a chunk's tokens.</summary>
/// <param name="coverage">Which tokens, a bit each.</param>
/// <param name="lastEnd">Where the last phrase ends in the source.</param>
/// <param name="state">The last words, for the language model.</param>
/// <param name="score">What it has cost.</param>
/// <param name="rank">That and what the rest will cost at least, about.</param>
/// <param name="back">What it extends; null at the start.</param>
/// <param name="choice">By which option, a number of the <see cref="OptionChart"/>.</param>
internal sealed class Hypothesis(ulong coverage, int lastEnd, ulong state, float score, float rank, Hypothesis? back, int choice)
{
    public ulong Coverage { get; } = coverage;

    public int LastEnd { get; } = lastEnd;

    public ulong State { get; } = state;

    public float Score { get; } = score;

    public float Rank { get; } = rank;

    public Hypothesis? Back { get; } = back;

    public int Choice { get; } = choice;

    /// <summary>One that goes on alike and is no better, where such are kept; it may have a further one.</summary>
    public Hypothesis? Alternative { get; set; }

    /// <summary>Whether both go on alike.</summary>
    public bool GoesOnAs(ulong coverage, int lastEnd, ulong state) => Coverage == coverage && LastEnd == lastEnd && State == state;
}
