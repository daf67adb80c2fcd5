using System.Text.RegularExpressions;
using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>Reports what a pen wrote as signatures and handwriting, and drops the words that such ink alone explains.</summary>
internal static partial class PenMarks
{
    private const double LeastShare = 0.7;
    private const double ShortestSignature = 12;
    private const double LowestSignature = 5;
    private const double OneSignature = 9;
    private const int LeastBlue = 18;
    private const int LeastRed = 30;

    /// <summary>Adds the marks, and takes their words out.</summary>
    /// <param name="page">The page.</param>
    /// <param name="view">Its view.</param>
    /// <param name="words">What was read, with its place in work pixels.</param>
    /// <param name="signer">Where the signer stands, work pixels; null where that is not on this page.</param>
    /// <returns>How many words were dropped.</returns>
    public static int Apply(WorkPage page, PageView view, List<(Word Word, PixelBox Box)> words, PixelBox? signer)
    {
        using PenInk pen = PenFinder.Find(page, view, words);
        if (pen.Places.Count == 0)
        {
            return 0;
        }

        double millimetre = view.Dpi / 25.4;
        foreach (Rect place in pen.Places)
        {
            PixelBox box = page.Frame.ToPicture(view.ToWork(place));
            if (ColourOf(page.Picture, box) is not { } colour)
            {
                pen.Mask.Rectangle(place, Scalar.Black, -1); // red: a stamp's
                continue;
            }

            // A signature falls into pieces where it crosses the seal or a line of print.
            int near = (int)(OneSignature * page.Dpi / 25.4);
            PixelBox wide = PixelBox.FromEdges(box.X - near, box.Y - near, box.Right + near, box.Bottom + near);
            Mark? signature = page.Marks.FirstOrDefault(mark => mark.Kind is MarkKind.Signature && !mark.Box.Intersect(wide).IsEmpty);
            bool signs = place.Width >= ShortestSignature * millimetre && place.Height >= LowestSignature * millimetre && signer is { } zone && IsIn(zone, view.ToWork(place));
            if (signature is not null)
            {
                page.DropMarks(mark => ReferenceEquals(mark, signature));
                page.AddMark(signature with { Box = signature.Box.Union(box) });
            }
            else
            {
                page.AddMark(new Mark(signs ? MarkKind.Signature : MarkKind.Handwriting, box, colour, null));
            }
        }

        // A number or a day by hand is uncertain, and the most wanted word of the page.
        HashSet<int> kept = [.. words.GroupBy(static word => word.Word.Line).Where(static line => line.Any(static word => FilledIn().IsMatch(word.Word.Ocr))).Select(static line => line.Key)];
        // Where somebody signs, strokes run through titles and name: a word in doubt is worth more there than a gap.
        return words.RemoveAll(word => !kept.Contains(word.Word.Line) && !(signer is { } place && IsIn(place, word.Box)) && !IsCapitals(word.Word.Ocr) && IsWritten(view, pen.Mask, word.Box));
    }

    /// <summary>Whether nearly all ink of a box is the pen's.</summary>
    private static bool IsWritten(PageView view, Mat pen, PixelBox box)
    {
        double f = view.Factor;
        Rect place = new Rect((int)(box.X / f), (int)(box.Y / f), (int)Math.Ceiling(box.Width / f), (int)Math.Ceiling(box.Height / f)).Intersect(new Rect(0, 0, pen.Width, pen.Height));
        if (place.Width < 1 || place.Height < 1)
        {
            return false;
        }

        using Mat ink = view.Text.SubMat(place);
        using Mat written = pen.SubMat(place);
        int all = Cv2.CountNonZero(ink);
        return all > 0 && Cv2.CountNonZero(written) >= LeastShare * all;
    }

    private static bool IsCapitals(string text) => text.Count(char.IsUpper) > 1 && !text.Any(char.IsLower);

    private static bool IsIn(PixelBox zone, PixelBox place) => zone.X <= place.CentreX && place.CentreX < zone.Right && zone.Y <= place.CentreY && place.CentreY < zone.Bottom;

    /// <summary>Black or blue by the mean of its ink; null for red.</summary>
    private static string? ColourOf(Mat picture, PixelBox box)
    {
        Rect place = new Rect(box.X, box.Y, box.Width, box.Height).Intersect(new Rect(0, 0, picture.Width, picture.Height));
        if (picture.Channels() == 1 || place.Width < 1 || place.Height < 1)
        {
            return "black";
        }

        using Mat part = picture.SubMat(place);
        using Mat grey = part.CvtColor(ColorConversionCodes.BGR2GRAY);
        using var ink = new Mat();
        Cv2.Threshold(grey, ink, 0, 255, ThresholdTypes.BinaryInv | ThresholdTypes.Otsu);
        Scalar mean = Cv2.Mean(part, ink);
        return mean.Val2 - Math.Max(mean.Val0, mean.Val1) > LeastRed ? null : mean.Val0 - Math.Max(mean.Val1, mean.Val2) > LeastBlue ? "blue" : "black";
    }

    /// <summary>A document's code, the word before a number, the words around a day.</summary>
    [GeneratedRegex(@"[/-]\p{Lu}{2,}|^Số:?$|^(ngày|tháng|năm)$")]
    private static partial Regex FilledIn();
}
