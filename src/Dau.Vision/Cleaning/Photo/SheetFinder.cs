using OpenCvSharp;

namespace Dau.Vision.Cleaning.Photo;

/// <summary>
/// Finds the sheet on a photo: of all four-sided shapes that straight edges on a small view form, the one whose sides lie on edges most, that is large, that has
/// about the shape of paper and that holds the text. A side may be the picture's own edge, and corners may be cut off.
/// </summary>
internal static class SheetFinder
{
    private const int ViewSide = 600;
    private const double BorderSupport = 0.3;
    private const double SmallestShare = 0.2;
    private const double A4 = 297.0 / 210;

    /// <summary>Score from which a shape is taken for the sheet.</summary>
    private const double LeastScore = 0.9;

    /// <summary>Share of the outline that must show: a shape that is mostly the picture's own edge is no finding.</summary>
    private const double LeastSeen = 0.4;

    /// <summary>A view small enough to judge at little cost: long side <see cref="ViewSide"/> px, three channels.</summary>
    public static Mat View(Mat picture)
    {
        double factor = Math.Max(1, Math.Max(picture.Width, picture.Height) / (double)ViewSide);
        var view = new Mat();
        Cv2.Resize(picture, view, new Size(Math.Max(1, (int)Math.Round(picture.Width / factor)), Math.Max(1, (int)Math.Round(picture.Height / factor))), 0, 0, InterpolationFlags.Area);
        if (view.Channels() == 1)
        {
            Cv2.CvtColor(view, view, ColorConversionCodes.GRAY2BGR);
        }

        return view;
    }

    /// <summary>The view with its text closed away.</summary>
    public static Mat CloseText(Mat view)
    {
        var closed = new Mat();
        using Mat kernel = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(9, 9));
        Cv2.MorphologyEx(view, closed, MorphTypes.Close, kernel);
        Cv2.MedianBlur(closed, closed, 5);
        return closed;
    }

    /// <param name="view">From <see cref="View"/>.</param>
    /// <param name="closed">From <see cref="CloseText"/>.</param>
    /// <param name="size">Of the picture; the answer is in its pixels.</param>
    /// <returns>The sheet; null where none stands out.</returns>
    public static Sheet? Find(Mat view, Mat closed, Size size)
    {
        EdgeField field = EdgeField.Make(closed);
        (List<Line> level, List<Line> upright) = LineVote.Find(field.Points(), field.Width, field.Height);
        level.AddRange([new Line(0, 1, 0.5f, true), new Line(0, 1, field.Height - 1.5f, true)]);
        upright.AddRange([new Line(1, 0, 0.5f, true), new Line(1, 0, field.Width - 1.5f, true)]);
        List<Shape> best = Best([.. level.Select(line => new LineSupport(line, field))], [.. upright.Select(line => new LineSupport(line, field))], field);
        List<(Point2f Place, int Ink)> text = Text(view, closed);
        double all = Math.Max(1, text.Sum(static cell => cell.Ink));
        Shape? found = null;
        double foundScore = 0;
        foreach (Shape shape in best.Where(static shape => shape.Seen >= LeastSeen))
        {
            double held = text.Where(cell => Cv2.PointPolygonTest(shape.Corners, cell.Place, false) >= 0).Sum(static cell => cell.Ink) / all;
            double score = shape.Score + (0.35 * held);
            (found, foundScore) = score > foundScore ? (shape, score) : (found, foundScore);
        }

        if (found is null || foundScore < LeastScore)
        {
            return null;
        }

        double x = size.Width / (double)field.Width;
        double y = size.Height / (double)field.Height;
        Point2f[] corners = [.. found.Corners.Select(p => new Point2f((float)(((p.X + 0.5) * x) - 0.5), (float)(((p.Y + 0.5) * y) - 0.5)))];
        return new Sheet(corners[0], corners[1], corners[2], corners[3], Math.Min(1, found.Seen));
    }

    private sealed record Shape(Point2f[] Corners, double Score, double Seen);

    private static List<Shape> Best(List<LineSupport> level, List<LineSupport> upright, EdgeField field)
    {
        var shapes = new List<Shape>();
        foreach ((LineSupport top, LineSupport bottom) in Pairs(level))
        {
            foreach ((LineSupport left, LineSupport right) in Pairs(upright))
            {
                if (Judge(top, right, bottom, left, field) is { } shape)
                {
                    shapes.Add(shape);
                }
            }
        }

        shapes.Sort(static (a, b) => b.Score.CompareTo(a.Score));
        return shapes.Count > 60 ? shapes.GetRange(0, 60) : shapes;
    }

    private static IEnumerable<(LineSupport First, LineSupport Second)> Pairs(List<LineSupport> lines) =>
        lines.SelectMany((line, i) => lines.Skip(i + 1), static (a, b) => (a, b));

    private static Shape? Judge(LineSupport top, LineSupport right, LineSupport bottom, LineSupport left, EdgeField field)
    {
        if (top.Line.Cross(left.Line) is not { } a || top.Line.Cross(right.Line) is not { } b || bottom.Line.Cross(right.Line) is not { } c || bottom.Line.Cross(left.Line) is not { } d)
        {
            return null;
        }

        // Which of a pair is top and which is left shows where they cross.
        if (a.Y + b.Y > c.Y + d.Y)
        {
            (a, b, c, d, top, bottom) = (d, c, b, a, bottom, top);
        }

        if (a.X + d.X > b.X + c.X)
        {
            (a, b, c, d, left, right) = (b, a, d, c, right, left);
        }

        double area = Area(a, b, c, d) / (field.Width * (double)field.Height);
        if (area < SmallestShare || !IsConvex(a, b, c, d) || IsFarOut(a, field) || IsFarOut(b, field) || IsFarOut(c, field) || IsFarOut(d, field))
        {
            return null;
        }

        (float X, float Y) middle = ((a.X + b.X + c.X + d.X) / 4, (a.Y + b.Y + c.Y + d.Y) / 4);
        double sum = 0;
        double least = 1;
        double seen = 0;
        foreach ((LineSupport side, (float X, float Y) from, (float X, float Y) to) in new[] { (top, a, b), (right, b, c), (bottom, c, d), (left, d, a) })
        {
            bool ahead = (middle.X * side.Line.Nx) + (middle.Y * side.Line.Ny) > side.Line.Offset;
            (double onEdge, double onPicture) = side.Of(from, to, ahead);
            double support = (side.Line.IsBorder ? BorderSupport : onEdge) * onPicture;
            support += (1 - onPicture) * BorderSupport;
            sum += support / 4;
            seen += (side.Line.IsBorder ? 0 : onEdge) / 4;
            least = Math.Min(least, support);
        }

        double across = (Length(a, b) + Length(d, c)) / 2;
        double down = (Length(a, d) + Length(b, c)) / 2;
        double odd = Math.Min(Math.Abs(Math.Log(down / across / A4)), Math.Abs(Math.Log(down / across * A4)));
        double lean = Math.Max(Math.Abs(Math.Log(Length(a, b) / Length(d, c))), Math.Abs(Math.Log(Length(a, d) / Length(b, c))));
        double score = sum + (0.2 * least) + (0.25 * Math.Sqrt(Math.Min(1, area))) - (0.5 * Math.Max(0, odd - 0.12)) - (0.5 * Math.Max(0, lean - 0.2));
        return new Shape([new(a.X, a.Y), new(b.X, b.Y), new(c.X, c.Y), new(d.X, d.Y)], score, seen);
    }

    private static bool IsFarOut((float X, float Y) p, EdgeField field) =>
        p.X < -0.15 * field.Width || p.Y < -0.15 * field.Height || p.X > 1.15 * field.Width || p.Y > 1.15 * field.Height;

    private static bool IsConvex((float X, float Y) a, (float X, float Y) b, (float X, float Y) c, (float X, float Y) d) =>
        Turn(a, b, c) > 0 && Turn(b, c, d) > 0 && Turn(c, d, a) > 0 && Turn(d, a, b) > 0;

    private static float Turn((float X, float Y) a, (float X, float Y) b, (float X, float Y) c) => ((b.X - a.X) * (c.Y - b.Y)) - ((b.Y - a.Y) * (c.X - b.X));

    private static double Area((float X, float Y) a, (float X, float Y) b, (float X, float Y) c, (float X, float Y) d) =>
        Math.Abs(((c.X - a.X) * (d.Y - b.Y)) - ((d.X - b.X) * (c.Y - a.Y))) / 2;

    private static double Length((float X, float Y) a, (float X, float Y) b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    /// <summary>Where dark marks thinner than the closing are, cell by cell.</summary>
    private static List<(Point2f Place, int Ink)> Text(Mat view, Mat closed)
    {
        const int Cell = 16;
        using var grey = new Mat();
        using var paper = new Mat();
        Cv2.CvtColor(view, grey, ColorConversionCodes.BGR2GRAY);
        Cv2.CvtColor(closed, paper, ColorConversionCodes.BGR2GRAY);
        Cv2.Divide(grey, paper, grey, 255);
        Cv2.Threshold(grey, grey, 205, 255, ThresholdTypes.BinaryInv);
        var cells = new List<(Point2f, int)>();
        (int width, int height) = (grey.Width, grey.Height);
        for (int y = 0; y < height; y += Cell)
        {
            for (int x = 0; x < width; x += Cell)
            {
                using Mat part = grey.SubMat(new Rect(x, y, Math.Min(Cell, width - x), Math.Min(Cell, height - y)));
                int ink = Cv2.CountNonZero(part);
                if (ink > 8)
                {
                    cells.Add((new Point2f(x + (Cell / 2f), y + (Cell / 2f)), ink));
                }
            }
        }

        return cells;
    }
}
