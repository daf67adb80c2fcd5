using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>Finds printed lines: what is left of the ink when all that is shorter than a line is taken away.</summary>
internal static class RuleFinder
{
    private const double ShortestHorizontal = 8;
    private const double ShortestVertical = 10;
    private const double Thickest = 1.6;

    /// <summary>Rules in the layout frame.</summary>
    public static IReadOnlyList<Rule> Find(PageView view, PageFrame frame)
    {
        double millimetre = view.Dpi / 25.4;
        return [.. Find(view, frame, new Size((int)(ShortestHorizontal * millimetre), 1), Thickest * millimetre)
            .Concat(Find(view, frame, new Size(1, (int)(ShortestVertical * millimetre)), Thickest * millimetre))];
    }

    /// <summary>What of the ink is at least as long as an element one pixel thick; two pixels thicker than it was.</summary>
    public static Mat Long(Mat ink, Size element)
    {
        var lines = new Mat();
        // A line that is a little off falls into steps: joined across, before what is short is taken away.
        using Mat join = Cv2.GetStructuringElement(MorphShapes.Rect, element.Width > element.Height ? new Size(1, 3) : new Size(3, 1));
        using Mat kernel = Cv2.GetStructuringElement(MorphShapes.Rect, element);
        Cv2.Dilate(ink, lines, join);
        Cv2.MorphologyEx(lines, lines, MorphTypes.Open, kernel);
        return lines;
    }

    private static List<Rule> Find(PageView view, PageFrame frame, Size element, double thickest)
    {
        bool horizontal = element.Width > element.Height;
        using Mat lines = Long(view.Ink, element);
        var rules = new List<Rule>();
        foreach ((Rect box, _) in Components.Of(lines))
        {
            // The joining made the line two pixels thicker.
            (int left, int top, int width, int height) = (box.X, box.Y, box.Width, box.Height);
            (left, width, top, height) = horizontal ? (left, width, top + 1, Math.Max(1, height - 2)) : (left + 1, Math.Max(1, width - 2), top, height);
            if ((horizontal ? height : width) > thickest)
            {
                continue;
            }

            double f = view.Factor;
            rules.Add(new Rule(frame.ToLayout(PixelBox.FromEdges((int)(left * f), (int)(top * f), (int)((left + width) * f), (int)((top + height) * f)))));
        }

        return rules;
    }
}
