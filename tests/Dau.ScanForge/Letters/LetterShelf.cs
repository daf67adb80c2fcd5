namespace Dau.ScanForge.Letters;

/// <summary>All hand-written letters.</summary>
public static class LetterShelf
{
    /// <summary>The letters, in a fixed order.</summary>
    public static IReadOnlyList<Letter> All { get; } =
    [
        OfficeLetters.InternalAffairs, OfficeLetters.HealthNotice, OfficeLetters.PoliceRequest,
    ];
}
