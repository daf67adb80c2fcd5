using System.Globalization;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>
/// Takes rows of dots out of what the engine is shown, which reads them as letters and with them the words before: leaders to a page's number, blanks to be filled in.
/// Where they stood is kept, and "…" is set there in the text. So are the dotted lines of a form below words that were filled in, which nothing is set for.
/// </summary>
internal sealed class LeaderCleaner : IPageCleaner
{
    public void Clean(WorkPage page)
    {
        PageInk view = page.Ink();
        (Mat ink, double factor) = (view.Mask, view.Factor);
        Rect[] parts = [.. view.Parts.Select(static part => part.Box)];
        int letter = LeaderFinder.LetterOf(parts);
        IReadOnlyList<IReadOnlyList<Rect>> leaders = LeaderFinder.Find(ink, parts, letter), underlines = UnderlineFinder.Find(ink, parts, letter);
        if (leaders.Count + underlines.Count == 0)
        {
            return;
        }

        Mat grey = page.Grey.Clone();
        foreach (IReadOnlyList<Rect> dots in leaders.Concat(underlines))
        {
            byte paper = Paper(grey, Scaled(Rect.Inflate(dots.Aggregate(static (a, b) => a | b), 0, 2 * letter), factor));
            foreach (Rect dot in dots)
            {
                // The soft edge of a dot goes with it, but for the edge that a letter closely above may share.
                Rect soft = Rect.Inflate(dot, 1, 1);
                bool isFree = LeaderFinder.IsWhite(ink, Rect.FromLTRB(soft.Left, soft.Top, soft.Right, dot.Top));
                grey.Rectangle(Scaled(isFree ? soft : dot, factor), Scalar.All(paper), -1);
            }
        }

        foreach (IReadOnlyList<Rect> dots in leaders)
        {
            page.AddLeader(Place(page, dots[0], factor), Place(page, dots[^1], factor));
        }

        page.ReplaceGrey(grey);
        if (leaders.Count > 0)
        {
            page.Report(string.Create(CultureInfo.InvariantCulture, $"rows of dots taken out (×{leaders.Count})"));
        }

        if (underlines.Count > 0)
        {
            page.Report(string.Create(CultureInfo.InvariantCulture, $"dotted lines below words taken out (×{underlines.Count})"));
        }
    }

    /// <summary>The middle tone of a place, most of which is paper.</summary>
    private static byte Paper(Mat grey, Rect place)
    {
        using Mat part = grey.SubMat(place.Intersect(new Rect(0, 0, grey.Width, grey.Height))).Clone();
        Span<byte> tones = part.AsSpan<byte>();
        tones.Sort();
        return tones[tones.Length / 2];
    }

    private static PixelBox Place(WorkPage page, Rect dot, double factor)
    {
        Rect place = Scaled(dot, factor);
        return page.Frame.ToPicture(PixelBox.FromEdges(place.Left, place.Top, place.Right, place.Bottom));
    }

    private static Rect Scaled(Rect box, double factor) => Rect.FromLTRB(
        (int)Math.Floor(box.Left * factor), (int)Math.Floor(box.Top * factor), (int)Math.Ceiling(box.Right * factor), (int)Math.Ceiling(box.Bottom * factor));
}
