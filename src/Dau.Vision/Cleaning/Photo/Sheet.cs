using OpenCvSharp;

namespace Dau.Vision.Cleaning.Photo;

/// <summary>Where a sheet of paper lies on a picture.</summary>
/// <param name="TopLeft">px; may lie a little outside the picture where a corner is cut off.</param>
/// <param name="TopRight">px.</param>
/// <param name="BottomRight">px.</param>
/// <param name="BottomLeft">px.</param>
/// <param name="Certainty">Share of its outline that the picture shows, 0 to 1; 0 for a sheet that was made up around the text.</param>
internal sealed record Sheet(Point2f TopLeft, Point2f TopRight, Point2f BottomRight, Point2f BottomLeft, double Certainty)
{
    private const double A4 = 297.0 / 210;
    private const double NearA4 = 0.16;
    private const double InchesAcross = 210 / 25.4;
    private const double InchesDown = 297 / 25.4;

    public IReadOnlyList<Point2f> Corners => [TopLeft, TopRight, BottomRight, BottomLeft];

    /// <summary>Mean width on the picture, px.</summary>
    public double Width => (TopLeft.DistanceTo(TopRight) + BottomLeft.DistanceTo(BottomRight)) / 2;

    /// <summary>Mean height on the picture, px.</summary>
    public double Height => (TopLeft.DistanceTo(BottomLeft) + TopRight.DistanceTo(BottomRight)) / 2;

    /// <summary>Height over width of the paper: A4's, upright or lying, unless the edges are far from it.</summary>
    public double Aspect
    {
        get
        {
            double seen = Height / Math.Max(1, Width);
            return Certainty == 0 ? seen : Math.Abs(Math.Log(seen / A4)) < NearA4 ? A4 : Math.Abs(Math.Log(seen * A4)) < NearA4 ? 1 / A4 : seen;
        }
    }

    /// <summary>Resolution of the paper on the picture, were it A4.</summary>
    public double Dpi => Math.Max(Width, Height) / InchesDown is var along && Math.Min(Width, Height) / InchesAcross is var across ? Math.Sqrt(along * across) : 0;

    /// <summary>The sheet after the picture was turned clockwise by a quarter or more.</summary>
    /// <param name="degrees">90, 180 or 270.</param>
    /// <param name="size">Of the picture before the turn.</param>
    public Sheet Turned(int degrees, Size size)
    {
        Point2f[] to = [.. Corners.Select(p => degrees switch
        {
            90 => new Point2f(size.Height - 1 - p.Y, p.X),
            180 => new Point2f(size.Width - 1 - p.X, size.Height - 1 - p.Y),
            _ => new Point2f(p.Y, size.Width - 1 - p.X),
        })];
        int first = degrees / 90;
        // What was bottom left comes to lie top left after a quarter.
        return this with { TopLeft = to[(4 - first) % 4], TopRight = to[(5 - first) % 4], BottomRight = to[(6 - first) % 4], BottomLeft = to[(7 - first) % 4] };
    }
}
