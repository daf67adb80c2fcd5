namespace Dau.Correction;

/// <summary>What correction weighed for a word, and what it decided.</summary>
/// <param name="Word">Index of the word on its page.</param>
/// <param name="IsName">Whether the word is held for part of a name, where changes cost more.</param>
/// <param name="Readings">What the word may have been; the first is the word as it was read.</param>
/// <param name="Gains">How much likelier each reading makes the sentence than the word as read, its neighbours as decided, nats; what the reading costs is taken off.</param>
/// <param name="Best">Index of the reading that the decoder chose.</param>
/// <param name="Changed">Whether the gain was above the margin, so that the word was changed.</param>
internal sealed record WordDecision(int Word, bool IsName, IReadOnlyList<Candidate> Readings, IReadOnlyList<float> Gains, int Best, bool Changed);
