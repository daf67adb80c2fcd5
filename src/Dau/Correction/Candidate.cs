namespace Dau.Correction;

/// <summary>What a word may have been.</summary>
/// <param name="Id">Its id in the language model.</param>
/// <param name="Text">The whole word as it would stand in the text, case and signs as printed.</param>
/// <param name="Cost">What it costs to believe that the engine misread it so, nats.</param>
/// <param name="Second">Where the engine glued two syllables, the id of the second; else null.</param>
internal readonly record struct Candidate(int Id, string Text, float Cost, int? Second = null)
{
    /// <summary>The id of its last syllable.</summary>
    public int Last => Second ?? Id;
}
