using Dau.Translation.Locks;

namespace Dau.Translation.Draft.Decoding;

/// <summary>A way to render a stretch of the source.</summary>
/// <param name="Start">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Target">English, as numbers of words; -1 for a word outside the tables.</param>
/// <param name="Locks">For each word of English, the lock it stands for, or null.</param>
/// <param name="Surface">What is written where <paramref name="Target"/> is -1.</param>
/// <param name="Score">Weighted sum of everything but the language model and distortion.</param>
internal sealed record PhraseOption(int Start, int End, int[] Target, LockedSpan?[] Locks, string? Surface, float Score)
{
    /// <summary>The share of <see cref="Score"/> that no weight changes.</summary>
    public float Fixed { get; init; }

    /// <summary>How many tokens of terms it says as the termbase does.</summary>
    public float TermShare { get; init; }

    /// <summary><see cref="Score"/> and the language model within the phrase: what it costs at least, about.</summary>
    public float Estimate { get; init; }

    /// <summary>Its number in the table of phrases; -1 for one that is not from there.</summary>
    public int Number { get; init; } = -1;

    /// <summary>Whether the stretch denies something that its English does not.</summary>
    public bool LosesNegation { get; init; }

    /// <summary>Whether it is an entry of the termbase.</summary>
    public bool IsTerm { get; init; }

    /// <summary>Whether nothing is known of the token.</summary>
    public bool IsUnknown => Surface is not null && !IsTerm;
}
