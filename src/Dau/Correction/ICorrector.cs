namespace Dau.Correction;

/// <summary>Repairs words that the engine misread. It changes <see cref="Word.Source"/> and <see cref="Word.Alternatives"/> and nothing else; words keep their number, order and id.</summary>
public interface ICorrector
{
    /// <summary>Corrects pages, each by itself. May be called for several at the same time.</summary>
    /// <returns>The pages with the words' source text set, and a record of every word where it differs from what was read.</returns>
    CorrectedText Correct(IReadOnlyList<Page> pages, CorrectionOptions options);
}

/// <summary>What correction returns.</summary>
/// <param name="Pages">The pages, each with every word it came with.</param>
/// <param name="Corrections">One entry for each changed word, in reading order of the pages.</param>
public sealed record CorrectedText(IReadOnlyList<Page> Pages, IReadOnlyList<Model.Correction> Corrections)
{
    /// <summary>Sentences for the reader: what kept correction from doing all it can.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>How words are corrected.</summary>
public sealed record CorrectionOptions
{
    /// <summary>False leaves every word as it was read (NFC apart).</summary>
    public bool Enabled { get; init; } = true;
}
