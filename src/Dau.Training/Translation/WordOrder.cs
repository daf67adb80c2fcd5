namespace Dau.Training.Translation;

/// <summary>Orders sequences of words by their numbers, so that neighbours share their beginning.</summary>
internal sealed class WordOrder : IComparer<int[]>
{
    public static readonly WordOrder Instance = new();

    public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);
}
