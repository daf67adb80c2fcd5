using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>Finds lines of red letters in the lower part of a page that belong to no seal and no frame: names pressed with a stamp, and titles.</summary>
internal static class NameStampFinder
{
    private const double Highest = 0.15;
    private const double Lowest = 2.2;
    private const double Tallest = 8.5;
    private const double Shortest = 12;
    private const double Longest = 95;
    private const double Gap = 4.5;
    private const double SealMargin = 1.06;
    private const double LeastInk = 0.12;
    private const double MostInk = 0.85;

    /// <param name="masks">Where the page is red.</param>
    /// <param name="seals">In pixels of the picture.</param>
    /// <param name="stamps">Framed stamps in pixels of the masks.</param>
    /// <returns>Boxes in pixels of the masks.</returns>
    public static IReadOnlyList<Rect> Find(ColourMasks masks, IReadOnlyList<Seal> seals, IEnumerable<Rect> stamps)
    {
        double millimetre = masks.Millimetre;
        if (Cv2.CountNonZero(masks.Red) < Shortest * millimetre * millimetre)
        {
            return [];
        }

        using Mat red = masks.Red.Clone();
        foreach (Seal seal in seals)
        {
            red.Circle(new Point(seal.X / masks.Factor, seal.Y / masks.Factor), (int)Math.Ceiling(seal.Radius * SealMargin / masks.Factor), Scalar.Black, -1);
        }

        foreach (Rect stamp in stamps)
        {
            red.Rectangle(Rect.Inflate(stamp, (int)millimetre, (int)millimetre), Scalar.Black, -1);
        }

        using var joined = new Mat();
        using Mat kernel = Cv2.GetStructuringElement(MorphShapes.Rect, new Size((int)(Gap * millimetre) | 1, 1));
        Cv2.MorphologyEx(red, joined, MorphTypes.Close, kernel);
        return [.. Components.Of(joined).Select(static part => part.Box).Where(box => IsLine(red, box, millimetre) && box.Y > Highest * red.Height)];
    }

    private static bool IsLine(Mat red, Rect box, double millimetre)
    {
        (double width, double height) = (box.Width / millimetre, box.Height / millimetre);
        if (height is < Lowest or > Tallest || width is < Shortest or > Longest)
        {
            return false;
        }

        using Mat part = red.SubMat(box);
        return Cv2.CountNonZero(part) / (double)(box.Width * box.Height) is >= LeastInk and <= MostInk;
    }
}
