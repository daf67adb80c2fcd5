using System.Globalization;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>
/// Takes the ink of red seals out of what the engine is shown, and nothing else that is red: titles and names are stamped in red too.
/// Within the seal's disk the brightest channel is used, in which red is nearly as bright as paper and black print stays black.
/// </summary>
internal sealed class SealCleaner : IPageCleaner
{
    private const double Margin = 1.06;
    private const double NearSeal = 28;

    public void Clean(WorkPage page)
    {
        // A photo's colours are judged once its light is even.
        if (page.Sheet is null)
        {
            TakeOut(page, page.Picture, page.Dpi);
        }
    }

    /// <summary>Takes seals out of what the engine is shown.</summary>
    /// <param name="page">The page.</param>
    /// <param name="colour">Its colours, pixel for pixel as the grey picture lies.</param>
    /// <param name="dpi">Their resolution.</param>
    public static void TakeOut(WorkPage page, Mat colour, int dpi)
    {
        if (page.Kind is not PictureKind.Colour)
        {
            return;
        }

        using ColourMasks masks = ColourMasks.Make(colour, dpi);
        IReadOnlyList<(MarkKind Kind, Rect Box)> stamps = StampFinder.Find(masks.Red, masks.Millimetre);
        foreach ((MarkKind kind, Rect stamp) in stamps)
        {
            Note(page, kind, stamp, masks.Factor, "red");
        }

        // What is round or written by hand within a stamp's frame belongs to the stamp.
        bool IsStamped(double x, double y) => stamps.Any(stamp => stamp.Box.Contains(new Point(x / masks.Factor, y / masks.Factor)));
        IReadOnlyList<Seal> seals = [.. SealFinder.Find(masks).Where(seal => !IsStamped(seal.X, seal.Y))];
        // Near a seal, blue ink is the signature.
        double near = NearSeal / 25.4 * dpi;
        foreach (Rect hand in HandwritingFinder.Find(masks))
        {
            (double x, double y) = ((hand.X + (hand.Width / 2)) * masks.Factor, (hand.Y + (hand.Height / 2)) * masks.Factor);
            if (IsStamped(x, y) || seals.Any(seal => Math.Abs(seal.Y - y) <= near))
            {
                continue;
            }

            Note(page, MarkKind.Handwriting, hand, masks.Factor, "blue");
        }

        foreach (Rect name in NameStampFinder.Find(masks, seals, stamps.Select(static stamp => stamp.Box)))
        {
            Note(page, MarkKind.NameStamp, name, masks.Factor, "red");
        }

        if (seals.Count == 0)
        {
            return;
        }

        Mat grey = page.Grey.Clone();
        foreach (Seal seal in seals)
        {
            page.AddSeal(seal);
            int reach = (int)Math.Ceiling(seal.Radius * Margin);
            var box = new Rect((int)seal.X - reach, (int)seal.Y - reach, 2 * reach, 2 * reach).Intersect(new Rect(0, 0, grey.Width, grey.Height));
            using Mat part = colour.SubMat(box);
            using Mat bright = Brightest(part);
            using var disk = new Mat(box.Size, MatType.CV_8UC1, Scalar.Black);
            disk.Circle(new Point(seal.X - box.X, seal.Y - box.Y), reach, Scalar.White, -1);
            using Mat target = grey.SubMat(box);
            bright.CopyTo(target, disk);
            Note(page, MarkKind.Seal, box, 1, "red");
        }

        page.ReplaceGrey(grey);
        page.Report(string.Create(CultureInfo.InvariantCulture, $"red seal taken out (×{seals.Count})"));
    }

    private static void Note(WorkPage page, MarkKind kind, Rect box, double factor, string colour)
    {
        PixelBox place = PixelBox.FromEdges((int)(box.Left * factor), (int)(box.Top * factor), (int)(box.Right * factor), (int)(box.Bottom * factor));
        page.AddMark(new Mark(kind, page.Sheet is null ? place : page.Frame.ToPicture(place), colour, null));
    }

    /// <summary>The brightest channel, stretched so that the seal's red reaches the paper's white.</summary>
    public static Mat Brightest(Mat part)
    {
        Mat[] channels = part.Split();
        var bright = new Mat();
        Cv2.Max(channels[0], channels[1], bright);
        Cv2.Max(bright, channels[2], bright);
        bright.ConvertTo(bright, MatType.CV_8U, 1.35, -45);
        foreach (Mat channel in channels)
        {
            channel.Dispose();
        }

        return bright;
    }
}
