namespace Dau.Translation.Neural;

/// <summary>A piece of a text that is one symbol to the model.</summary>
/// <param name="Id">Its number in the vocabulary.</param>
/// <param name="Start">First code unit in the text.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct Piece(int Id, int Start, int End);

/// <summary>A sentence in English, and which of its pieces came from which of the source.</summary>
/// <param name="Text">The English.</param>
/// <param name="Source">Pieces of the source, without the end of the sentence.</param>
/// <param name="Target">Pieces of the English, without the end of the sentence.</param>
/// <param name="Shares">For each piece of the English, the share of each piece of the source and last of its end: rows of one more than the source has.</param>
internal sealed record NeuralSentence(string Text, IReadOnlyList<Piece> Source, IReadOnlyList<Piece> Target, float[] Shares)
{
    /// <summary>Whether the model ended the sentence itself; false where it ran on until it was stopped.</summary>
    public bool IsFinished { get; init; } = true;

    /// <summary>Mean share of the chosen pieces among all that could have come, 0 to 1: how sure the model was.</summary>
    public double Certainty { get; init; }

    /// <summary>Share of a piece of the source in a piece of the English.</summary>
    public float Share(int target, int source) => Shares[(target * (Source.Count + 1)) + source];
}
