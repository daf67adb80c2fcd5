namespace Dau.Correction;

/// <summary>What a word may have been.</summary>
/// <param name="Id">Its id in the language model.</param>
/// <param name="Text">The whole word as it would stand in the text, case and signs as printed.</param>
/// <param name="Cost">What it costs to believe that the engine misread it so, nats; 0 for the word as read.</param>
internal readonly record struct Candidate(int Id, string Text, float Cost);
