using System.Globalization;
using OpenCvSharp;

namespace Dau.Vision.Cleaning.Photo;

/// <summary>Finds the sheet on a photo. Scans pass: a small view tells them apart.</summary>
internal sealed class SheetCleaner : IPageCleaner
{
    private const int MeasuringDpi = 100;
    private const double MostTurn = 44;
    private const double Margin = 0.05;

    public void Clean(WorkPage page)
    {
        if (page.Kind is PictureKind.Bilevel)
        {
            return;
        }

        using Mat view = SheetFinder.View(page.Picture);
        using Mat closed = SheetFinder.CloseText(view);
        if (!PhotoTest.MayBePhoto(closed))
        {
            return;
        }

        if (SheetFinder.Find(view, closed, page.Picture.Size()) is { } sheet)
        {
            page.LieOn(sheet);
            page.Report(string.Create(CultureInfo.InvariantCulture, $"sheet found on the photo ({sheet.Certainty:0%} of its edges; corners {string.Join(' ', sheet.Corners.Select(static p => $"{p.X:0},{p.Y:0}"))})"));
            return;
        }

        page.LieOn(AroundText(page));
        page.Report("photo: no sheet found, read whole");
        page.Warn("The edges of the paper were not found on this photo; it was read as it lies.");
    }

    /// <summary>A rectangle along the lines of text that holds all ink.</summary>
    private static Sheet AroundText(WorkPage page)
    {
        using Mat mask = InkMask.Make(page.Grey, page.Dpi, MeasuringDpi, out double factor);
        using var lying = new Mat();
        Cv2.Rotate(mask, lying, RotateFlags.Rotate90Clockwise);
        (double standing, double contrast) = SkewEstimator.Estimate(mask, MostTurn);
        (double sideways, double other) = SkewEstimator.Estimate(lying, MostTurn);
        double degrees = contrast >= other ? standing : sideways;
        (double sine, double cosine) = Math.SinCos(degrees * Math.PI / 180);
        using var places = new Mat();
        Cv2.FindNonZero(mask, places);
        if (places.Empty())
        {
            return new Sheet(new(0, 0), new(page.Picture.Width, 0), new(page.Picture.Width, page.Picture.Height), new(0, page.Picture.Height), 0);
        }

        places.GetArray(out Point[] ink);
        (double left, double right) = Ends(ink, p => (p.X * cosine) + (p.Y * sine));
        (double top, double bottom) = Ends(ink, p => (p.Y * cosine) - (p.X * sine));
        Point2f At(double u, double v) => new((float)(((u * cosine) - (v * sine)) * factor), (float)(((u * sine) + (v * cosine)) * factor));
        return new Sheet(At(left, top), At(right, top), At(right, bottom), At(left, bottom), 0);
    }

    /// <summary>From where to where nearly all ink lies, with a margin.</summary>
    private static (double From, double To) Ends(Point[] ink, Func<Point, double> place)
    {
        double[] places = [.. ink.Where(static (_, i) => i % 16 == 0).Select(place).Order()];
        (double from, double to) = (places[places.Length / 200], places[^((places.Length / 200) + 1)]);
        double margin = Margin * (to - from);
        return (from - margin, to + margin);
    }
}
