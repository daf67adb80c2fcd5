using Dau.Correction;
using Dau.Input;
using Dau.Recognition;
using Dau.Translation;

namespace Dau;

/// <summary>Everything that shapes how a document is read, one part per stage. Validated as a whole before work starts.</summary>
public sealed record ReaderOptions
{
    /// <summary>Pages, password, limits.</summary>
    public InputOptions Input { get; init; } = new();

    /// <summary>Cleaning and recognition.</summary>
    public RecognitionOptions Recognition { get; init; } = new();

    /// <summary>Correction.</summary>
    public CorrectionOptions Correction { get; init; } = new();

    /// <summary>Translation.</summary>
    public TranslationOptions Translation { get; init; } = new();

    /// <summary>Checks every part.</summary>
    /// <exception cref="DauException">Something is out of its bounds; the message names every fault at once.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        Check(Input.MaxPages is >= 1 and <= 100_000, "the page limit must be 1 to 100,000");
        Check(Input.MaxPixels is >= 1 and <= 400_000_000, "the pixel limit must be 1 to 400,000,000");
        Check(Input.MaxBytes >= 1, "the byte limit must be at least 1");
        Check(Recognition.PageTimeout >= TimeSpan.FromSeconds(1) && Recognition.PageTimeout <= TimeSpan.FromHours(1), "the time limit for a page must be 1 to 3,600 seconds");
        if (faults.Count > 0)
        {
            throw new DauException(Fault.Usage, "These options cannot be used: " + string.Join("; ", faults) + ".");
        }

        void Check(bool holds, string otherwise)
        {
            if (!holds)
            {
                faults.Add(otherwise);
            }
        }
    }
}
