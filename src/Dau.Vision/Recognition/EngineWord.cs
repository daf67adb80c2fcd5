namespace Dau.Vision.Recognition;

/// <summary>A word as the engine gave it, in pixels of the picture that the engine was shown.</summary>
/// <param name="Text">NFC.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Line">Number of its line within one reading, from 0.</param>
/// <param name="Symbols">Letter by letter.</param>
internal sealed record EngineWord(string Text, PixelBox Box, double Confidence, int Line, IReadOnlyList<Symbol> Symbols)
{
    /// <summary>What a second look read instead; null where there was none or it agreed.</summary>
    public Alternative? Other { get; init; }

    /// <summary>Whether it stands under a seal.</summary>
    public bool Recovered { get; init; }

    /// <summary>The name that fits the picture where the engine read something else; null where none was looked for or none fits.</summary>
    public string? Shape { get; init; }
}
