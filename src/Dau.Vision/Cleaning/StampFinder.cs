using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>Finds boxed red stamps: HỎA TỐC, KHẨN, MẬT (low) and the receiver's ĐẾN (high). A box is a frame whose four sides are inked.</summary>
internal static class StampFinder
{
    private const double Shortest = 12;
    private const double Longest = 75;
    private const double Lowest = 5;
    private const double Highest = 34;
    private const double UrgencyHeight = 15;
    private const double LeastCoverage = 0.8;
    private const double MostInk = 0.75;

    /// <param name="red">Red ink, 255 on 0.</param>
    /// <param name="millimetre">Its pixels of a millimetre.</param>
    /// <returns>Stamps in pixels of the mask.</returns>
    public static IReadOnlyList<(MarkKind Kind, Rect Box)> Find(Mat red, double millimetre)
    {
        using var joined = new Mat();
        using Mat kernel = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(3, 3));
        Cv2.MorphologyEx(red, joined, MorphTypes.Close, kernel);
        var stamps = new List<(MarkKind, Rect)>();
        foreach ((Rect box, int area) in Components.Of(joined))
        {
            (double width, double height) = (box.Width / millimetre, box.Height / millimetre);
            if (width is < Shortest or > Longest || height is < Lowest or > Highest || width < 1.2 * height || area > MostInk * box.Width * box.Height)
            {
                continue;
            }

            using Mat part = joined.SubMat(box);
            using Mat straight = Straightened(part);
            if (IsFramed(part, millimetre) || IsFramed(straight, millimetre))
            {
                stamps.Add((height <= UrgencyHeight ? MarkKind.UrgencyStamp : MarkKind.ReceiptStamp, box));
            }
        }

        return stamps;
    }

    /// <summary>A part turned so that the outline of its largest piece stands straight, cut along it.</summary>
    private static Mat Straightened(Mat part)
    {
        Cv2.FindContours(part, out Point[][] contours, out _, RetrievalModes.External, ContourApproximationModes.ApproxSimple);
        RotatedRect frame = Cv2.MinAreaRect(contours.MaxBy(static contour => Cv2.ContourArea(contour))!);
        (double angle, double wide, double high) = frame.Size.Width < frame.Size.Height ? (frame.Angle - 90, frame.Size.Height, frame.Size.Width) : (frame.Angle, frame.Size.Width, frame.Size.Height);
        angle -= 180 * Math.Round(angle / 180);
        using Mat turn = Cv2.GetRotationMatrix2D(frame.Center, angle, 1);
        using var straight = new Mat();
        Cv2.WarpAffine(part, straight, turn, part.Size(), InterpolationFlags.Nearest);
        Rect inside = new Rect((int)(frame.Center.X - (wide / 2)), (int)(frame.Center.Y - (high / 2)), (int)Math.Ceiling(wide), (int)Math.Ceiling(high)).Intersect(new Rect(0, 0, part.Width, part.Height));
        return straight.SubMat(inside).Clone();
    }

    private static bool IsFramed(Mat part, double millimetre)
    {
        // A stamp is set by hand: its sides run off by a degree or two.
        int across = Math.Max(2, (int)(millimetre + (part.Width * 0.045)));
        int down = Math.Max(2, (int)(millimetre + (part.Height * 0.045)));
        (int width, int height) = (part.Width, part.Height);
        if (Math.Min(width, height) < Lowest * millimetre / 2)
        {
            return false;
        }

        across = Math.Min(across, height / 3);
        return Covered(part.SubMat(0, across, 0, width), ReduceDimension.Row) >= LeastCoverage
            && Covered(part.SubMat(height - across, height, 0, width), ReduceDimension.Row) >= LeastCoverage
            && Covered(part.SubMat(0, height, 0, down), ReduceDimension.Column) >= LeastCoverage
            && Covered(part.SubMat(0, height, width - down, width), ReduceDimension.Column) >= LeastCoverage;
    }

    private static double Covered(Mat side, ReduceDimension along)
    {
        using (side)
        {
            using var most = new Mat();
            Cv2.Reduce(side, most, along, ReduceTypes.Max, MatType.CV_8U);
            return Cv2.CountNonZero(most) / (double)Math.Max(1, most.Total());
        }
    }
}
