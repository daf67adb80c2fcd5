using System.Text.RegularExpressions;

namespace Dau.Translation.Templates;

/// <summary>A sentence or line with a fixed frame and slots that the draft engine fills.</summary>
/// <param name="Pattern">The Vietnamese frame; the groups <c>a</c>, <c>b</c>, <c>c</c> are slots to be translated, <c>x</c> and <c>y</c> are copied.</param>
/// <param name="Frame">The English frame: <c>{a}</c> a slot, <c>{x}</c> a copy.</param>
internal sealed record Template(Regex Pattern, string Frame)
{
    /// <summary>What a text must have for the pattern to be tried; empty for nothing.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Kinds of block it is for; empty for all.</summary>
    public IReadOnlyList<BlockKind> Kinds { get; init; } = [];

    /// <summary>How the pattern fits a text of a kind of block; null where it does not.</summary>
    public Match? Fit(string text, BlockKind kind) =>
        (Kinds.Count == 0 || Kinds.Contains(kind)) && text.Contains(Hint, StringComparison.OrdinalIgnoreCase) && Pattern.Match(text) is { Success: true } match ? match : null;

    /// <summary>Whether a slot's first letter is made small: it stands inside the frame's sentence.</summary>
    public bool LowerSlot { get; init; }

    /// <summary>Whether a verb that begins a slot takes the form in -ing.</summary>
    public bool Gerund { get; init; }
}
