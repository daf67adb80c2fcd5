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
        Mat ink = page.Ink(out double factor);
        Rect[] parts = [.. Components.Of(ink).Select(static part => part.Box)];
        int letter = LeaderFinder.LetterOf(parts);
        IReadOnlyList<IReadOnlyList<Rect>> leaders = LeaderFinder.Find(ink, parts, letter), underlines = UnderlineFinder.Find(ink, parts, letter);
        if (leaders.Count + underlines.Count == 0)
        {
            return;
        }

        Mat grey = page.Grey.Clone();
        foreach (IReadOnlyList<Rect> dots in leaders)
        {
            foreach (Rect dot in dots)
            {
                byte paper = Paper(grey, Scaled(Rect.Inflate(dot, 0, dot.Height), factor));
                // The soft edge of a dot goes with it.
                grey.Rectangle(Scaled(Rect.Inflate(dot, 1, 1), factor), Scalar.All(paper), -1);
            }

            page.AddLeader(Place(page, dots[0], factor), Place(page, dots[^1], factor));
        }

        foreach (IReadOnlyList<Rect> dots in underlines)
        {
            Rect line = dots.Aggregate(static (a, b) => a | b);
            byte paper = Paper(grey, Scaled(Rect.Inflate(line, 0, 2 * letter), factor));
            foreach (Rect dot in dots)
            {
                // A letter may stand close above: the soft edge goes only where nothing else begins.
                Rect soft = Rect.Inflate(dot, 1, 1).Intersect(new Rect(0, 0, ink.Width, ink.Height));
                grey.Rectangle(Scaled(Holds(ink, soft, dot) ? dot : soft, factor), Scalar.All(paper), -1);
            }
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

    /// <summary>Whether there is ink around a dot that is not its own.</summary>
    private static bool Holds(Mat ink, Rect around, Rect dot)
    {
        using Mat all = ink.SubMat(around), own = ink.SubMat(dot);
        return Cv2.CountNonZero(all) > Cv2.CountNonZero(own);
    }

    /// <summary>The middle tone of a place, most of which is paper.</summary>
    private static byte Paper(Mat grey, Rect column)
    {
        using Mat part = grey.SubMat(column.Intersect(new Rect(0, 0, grey.Width, grey.Height))).Clone();
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
