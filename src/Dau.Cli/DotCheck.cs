using System.Globalization;
using Dau.Facts.Checks;
using Dau.Model;
using Dau.Vision.Traces;

namespace Dau.Cli;

/// <summary>Looks for yellow printer dots on the pages of a document, and says of each page what can be said.</summary>
/// <param name="Pages">Each page with a picture, and what was seen on it.</param>
internal sealed record DotCheck(IReadOnlyList<(int Page, PrinterDots Dots)> Pages)
{
    public static DotCheck Of(CaseDocument document) => new(
        [.. document.Document.Pages.Where(page => page.Image is not null && File.Exists(Picture(document, page)))
            .Select(page => (page.Number, PrinterDotFinder.Find(Picture(document, page), page.Dpi)))]);

    /// <summary>The pages with dots as traces.</summary>
    public IEnumerable<SourceTrace> Traces => Pages.Where(static page => page.Dots.Outcome == PrinterDotOutcome.Found).Select(static page => new SourceTrace(
        "yellow printer dots",
        "a pattern that colour laser printers lay over a page: it codes the printer's serial number and often the time of printing",
        string.Create(CultureInfo.InvariantCulture, $"about {page.Dots.Count} dots, in a pattern that repeats every {page.Dots.StepX:0} mm across and {page.Dots.StepY:0} mm down"),
        page.Page, null));

    /// <summary>What the check could and could not say, a sentence.</summary>
    public string Remark => Pages.Count == 0 ? "Yellow printer dots: there is no picture to look at." : "Yellow printer dots: " + string.Join("; ", new[]
    {
        Of(PrinterDotOutcome.Found, "seen on"),
        Of(PrinterDotOutcome.NotSeen, "none seen on", " (strong compression hides them)"),
        Of(PrinterDotOutcome.NoColour, "cannot show without colour on"),
        Of(PrinterDotOutcome.TooCoarse, string.Create(CultureInfo.InvariantCulture, $"cannot show below {PrinterDotFinder.LeastDpi} dpi on")),
    }.OfType<string>()) + ".";

    private string? Of(PrinterDotOutcome outcome, string what, string note = "")
    {
        int[] pages = [.. Pages.Where(page => page.Dots.Outcome == outcome).Select(static page => page.Page)];
        return pages.Length == 0 ? null
            : pages.Length == Pages.Count && pages.Length > 1 ? $"{what} all {pages.Length.ToString(CultureInfo.InvariantCulture)} pages{note}"
            : $"{what} p. {string.Join(", ", pages.Select(static number => number.ToString(CultureInfo.InvariantCulture)))}{note}";
    }

    private static string Picture(CaseDocument document, Page page) => Path.Combine(document.Folder, page.Image!);
}
