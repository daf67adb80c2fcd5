namespace Dau.Vision.Workers;

/// <summary>Whether a sandbox can be made.</summary>
/// <param name="Works">Whether it can.</param>
/// <param name="Explanation">A sentence or two for the user.</param>
internal sealed record SandboxProbe(bool Works, string Explanation);
