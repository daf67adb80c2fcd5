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

/// <summary>A step between a scan and its reading that can be left out.</summary>
public enum CleaningStep
{
    /// <summary>A photo's sheet is found and its perspective undone.</summary>
    Sheet,

    /// <summary>The page is turned upright.</summary>
    Orientation,

    /// <summary>Red and blue ink is taken away.</summary>
    Seal,

    /// <summary>Bent lines are made straight.</summary>
    Bend,

    /// <summary>Shadow and uneven light are taken away.</summary>
    Light,

    /// <summary>Specks are taken away.</summary>
    Specks,

    /// <summary>Rows of dots, to be filled in or leading to a page's number, are taken away.</summary>
    Leaders,

    /// <summary>A slant is undone.</summary>
    Skew,

    /// <summary>A watermark is taken away.</summary>
    Watermark,

    /// <summary>Two facing pages are read one after the other.</summary>
    FacingPages,

    /// <summary>Strokes of Roman numerals are counted and raised digits set.</summary>
    Glyphs,

    /// <summary>What a pen wrote is told from print.</summary>
    Pen,
}

/// <summary>How pages are cleaned and read.</summary>
public sealed record RecognitionOptions
{
    /// <summary>Which model reads.</summary>
    public RecognitionModel Model { get; init; } = RecognitionModel.Auto;

    /// <summary>Whether pages are turned upright, straightened and evenly lit before they are read.</summary>
    public bool Clean { get; init; } = true;

    /// <summary>Steps that are left out even so.</summary>
    public IReadOnlyList<CleaningStep> Without { get; init; } = [];

    /// <summary>Whether a trustworthy text layer is used instead of reading the picture.</summary>
    public bool UseTextLayer { get; init; } = true;

    /// <summary>Longest time for one page, 1 to 3,600 s. A page that takes longer is reported as failed.</summary>
    public TimeSpan PageTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether a step is taken.</summary>
    internal bool Takes(CleaningStep step) => Clean && !Without.Contains(step);
}
