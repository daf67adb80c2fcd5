using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>Finds a signature beside a seal: strokes in blue ink, or black ones too tall and too thin for print.</summary>
internal static class SignatureFinder
{
    private const double Shortest = 10;
    private const double Tallest = 6.5;
    private const double MostFill = 0.2;

    /// <summary>Around all blue ink but specks; null where there is too little for a signature.</summary>
    /// <param name="blue">255 on 0.</param>
    /// <param name="seal">Middle of the seal: a signature runs near its height.</param>
    /// <param name="millimetre">Pixels of a millimetre.</param>
    public static Rect? FindBlue(Mat blue, Point seal, double millimetre)
    {
        Rect? all = null;
        foreach ((Rect box, _) in Components.Of(blue))
        {
            int middle = box.Y + (box.Height / 2);
            if (Math.Max(box.Width, box.Height) >= 2.5 * millimetre && Math.Abs(middle - seal.Y) < 20 * millimetre)
            {
                all = all is { } before ? before.Union(box) : box;
            }
        }

        return all is { } found && found.Width >= Shortest * millimetre ? found : null;
    }

    /// <summary>The largest stroke that is no print and does not belong to the ring.</summary>
    /// <param name="layer">8 bits, black on white.</param>
    /// <param name="ring">The seal's.</param>
    /// <param name="millimetre">Pixels of a millimetre.</param>
    public static Rect? Find(Mat layer, SealRing ring, double millimetre)
    {
        using Mat print = layer.Clone();
        ring.EraseDisk(print);
        using Mat ink = print.Threshold(150, 255, ThresholdTypes.BinaryInv);
        Rect? largest = null;
        foreach ((Rect box, int area) in Components.Of(ink))
        {
            bool stroke = box.Width >= Shortest * millimetre && box.Height >= Tallest * millimetre && area < MostFill * box.Width * box.Height;
            // What is left of a ring hugs it.
            bool apart = box.Right > ring.X + ring.Outer + (5 * millimetre) && box.Top < ring.Y + ring.Outer && box.Bottom > ring.Y - ring.Outer;
            if (stroke && apart && (largest is not { } before || box.Width * box.Height > before.Width * before.Height))
            {
                largest = box;
            }
        }

        return largest;
    }
}
