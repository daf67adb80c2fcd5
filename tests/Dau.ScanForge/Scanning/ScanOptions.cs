namespace Dau.ScanForge.Scanning;

/// <summary>How a letter became a file.</summary>
public sealed record ScanOptions
{
    /// <summary>Name of the condition: see <see cref="Conditions.Names"/>.</summary>
    public string Condition { get; init; } = "office";

    /// <summary>What everything random is drawn from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Name of the font: <c>serif</c> (Liberation Serif), <c>serif2</c> (FreeSerif), <c>serif3</c> (Noto Serif), <c>serif4</c> (DejaVu Serif), <c>sans</c>.</summary>
    public string Font { get; init; } = "serif";

    /// <summary>How far the finished page is turned clockwise: 0, 90, 180 or 270 degrees.</summary>
    public int Turn { get; init; }

    /// <summary>Whether two pages lie side by side on each picture, as in an open book.</summary>
    public bool Facing { get; init; }
}
