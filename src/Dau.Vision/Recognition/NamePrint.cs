using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>How a signer's name is printed.</summary>
/// <param name="Font">Type face.</param>
/// <param name="Size">Type size, px of the compared picture.</param>
/// <param name="Alike">Correlation of its known words with the picture.</param>
/// <param name="Left">Where they begin.</param>
/// <param name="Baseline">Where they stand.</param>
internal readonly record struct NamePrint(GlyphFont Font, double Size, double Alike, double Left, double Baseline)
{
    private const double LeastAlike = 0.75;
    private const double Smallest = 23;
    private const double Largest = 34;

    /// <summary>Type face, size and place of the words that were read with certainty.</summary>
    public static NamePrint? Of(ShapePage page, NameAnchor anchor)
    {
        string text = string.Join(' ', anchor.Words.Select(static word => word.Text));
        PixelBox box = PixelBox.Around(anchor.Words.Select(static word => word.Box));
        const int Reach = 9;
        Rect near = new Rect((int)(box.X * page.Scale) - Reach, (int)(box.Y * page.Scale) - (2 * Reach), (int)(box.Width * page.Scale) + (2 * Reach), (int)(box.Height * page.Scale) + (4 * Reach))
            .Intersect(new Rect(0, 0, page.Width, page.Height));
        if (near.Width <= 0 || near.Height <= 0)
        {
            return null;
        }

        using Mat place = page.Ink.SubMat(near);
        NamePrint[] coarse = [.. GlyphFont.All.Where(font => font.Has(text)).SelectMany(font => Sizes(Smallest, Largest, 1).Select(size => Match(place, near, font, text, size))).OfType<NamePrint>()];
        if (coarse.Length == 0)
        {
            return null;
        }

        NamePrint nearest = coarse.MaxBy(static print => print.Alike);
        NamePrint best = Sizes(nearest.Size - 0.5, nearest.Size + 0.5, 1).Select(size => Match(place, near, nearest.Font, text, size)).OfType<NamePrint>().Append(nearest).MaxBy(static print => print.Alike);
        return best.Alike >= LeastAlike ? best : null;
    }

    private static IEnumerable<double> Sizes(double from, double to, double step) => Enumerable.Range(0, (int)((to - from) / step) + 1).Select(i => from + (i * step));

    /// <summary>Where a text is most like a place.</summary>
    private static NamePrint? Match(Mat place, Rect near, GlyphFont font, string text, double size)
    {
        DrawnWord word = font.At(size).Draw(text);
        (int up, int down) = ((int)(1.1 * size), (int)(0.3 * size));
        if ((int)word.Advance > place.Width || up + down > place.Height)
        {
            return null;
        }

        using Mat drawn = Mat.Zeros(up + down, (int)word.Advance, MatType.CV_32FC1);
        foreach (InkPoint point in word.Points)
        {
            if (point.X >= 0 && point.X < drawn.Width && point.Y + up >= 0 && point.Y + up < drawn.Height)
            {
                drawn.At<float>(point.Y + up, point.X) = Math.Min(1, drawn.At<float>(point.Y + up, point.X) + point.Ink);
            }
        }

        using Mat match = place.MatchTemplate(drawn, TemplateMatchModes.CCoeffNormed);
        match.MinMaxLoc(out _, out double alike, out _, out Point at);
        return new NamePrint(font, size, alike, near.X + at.X, near.Y + at.Y + up);
    }
}
