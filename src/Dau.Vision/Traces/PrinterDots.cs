namespace Dau.Vision.Traces;

/// <summary>What looking for the yellow dots of colour laser printers on one page gave.</summary>
/// <param name="Outcome">What can be said.</param>
/// <param name="Count">How many dots were seen; 0 where none were looked for.</param>
/// <param name="StepX">How far apart the pattern repeats across the page, mm; 0 where it does not.</param>
/// <param name="StepY">How far apart it repeats down the page, mm; 0 where it does not.</param>
internal sealed record PrinterDots(PrinterDotOutcome Outcome, int Count = 0, double StepX = 0, double StepY = 0);

/// <summary>What can be said about yellow dots on a page.</summary>
internal enum PrinterDotOutcome
{
    /// <summary>A pattern of small yellow dots repeats over the page.</summary>
    Found,

    /// <summary>None was seen. It may still be there: strong compression and coarse colour blur such dots away.</summary>
    NotSeen,

    /// <summary>The picture has no colour: the dots would not show.</summary>
    NoColour,

    /// <summary>Under 280 dpi a dot of a tenth of a millimetre is smaller than a pixel.</summary>
    TooCoarse,
}
