using Dau.Translation.Terms;

namespace Dau.Translation.Draft;

/// <summary>Chooses the best offline engine that can be had.</summary>
internal static class DraftEngines
{
    /// <summary>The engine, and what a reader should know about it.</summary>
    public static (IDraftEngine Engine, IReadOnlyList<string> Warnings) Load() =>
        (new WordGloss(Termbase.Default, GlossDictionary.Default),
            ["The draft engine of this version is a word gloss: words in the order of the Vietnamese, not sentences."]);
}
