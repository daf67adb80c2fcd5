using Dau.Translation.Locks;

namespace Dau.Translation.Draft;

/// <summary>Puts a stretch of text into English without a network.</summary>
internal interface IDraftEngine
{
    /// <summary>English for the text, with every lock as it must stand.</summary>
    Rendering Render(string text, IReadOnlyList<LockedSpan> locks);
}
