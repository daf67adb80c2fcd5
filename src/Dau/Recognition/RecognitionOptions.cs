namespace Dau.Recognition;

/// <summary>Which model reads.</summary>
public enum RecognitionModel
{
    /// <summary>Best where it is there, else fast.</summary>
    Auto,

    /// <summary>Debian's <c>vie</c>: small and quick.</summary>
    Fast,

    /// <summary>The integer form of Tesseract's best <c>vie</c> model: a third of the errors.</summary>
    Best,
}

/// <summary>How pages are cleaned and read.</summary>
public sealed record RecognitionOptions
{
    /// <summary>Which model reads.</summary>
    public RecognitionModel Model { get; init; } = RecognitionModel.Auto;

    /// <summary>Whether pages are turned upright, straightened and evenly lit before they are read.</summary>
    public bool Clean { get; init; } = true;

    /// <summary>Whether a trustworthy text layer is used instead of reading the picture.</summary>
    public bool UseTextLayer { get; init; } = true;

    /// <summary>Longest time for one page, 1 to 3,600 s. A page that takes longer is reported as failed.</summary>
    public TimeSpan PageTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
