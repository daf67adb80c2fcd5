using System.Text.RegularExpressions;

namespace Dau.Translation.Templates;

/// <summary>A sentence or line with a fixed frame and slots that the draft engine fills.</summary>
/// <param name="Pattern">The Vietnamese frame; the groups <c>a</c>, <c>b</c>, <c>c</c> are slots to be translated, <c>x</c> and <c>y</c> are copied.</param>
/// <param name="Frame">The English frame: <c>{a}</c> a slot, <c>{x}</c> a copy.</param>
internal sealed record Template(Regex Pattern, string Frame)
{
    /// <summary>Kinds of block it is for; empty for all.</summary>
    public IReadOnlyList<BlockKind> Kinds { get; init; } = [];

    /// <summary>Whether a slot's first letter is made small: it stands inside the frame's sentence.</summary>
    public bool LowerSlot { get; init; }
}
