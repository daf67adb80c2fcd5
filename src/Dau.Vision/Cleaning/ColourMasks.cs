using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>Where a picture is red and where it is blue, reduced to about 64 dpi.</summary>
internal sealed class ColourMasks : IDisposable
{
    private const int ViewDpi = 64;
    private const int LeastRedness = 38;
    private const int LeastBlueness = 26;

    private ColourMasks(Mat red, Mat blue, double factor, double millimetre) => (Red, Blue, Factor, Millimetre) = (red, blue, factor, millimetre);

    /// <summary>255 where the ink is red.</summary>
    public Mat Red { get; }

    /// <summary>255 where the ink is blue.</summary>
    public Mat Blue { get; }

    /// <summary>Pixels of the picture per pixel of a mask.</summary>
    public double Factor { get; }

    /// <summary>Pixels of a mask per millimetre.</summary>
    public double Millimetre { get; }

    /// <param name="picture">Blue, green, red.</param>
    /// <param name="dpi">Its resolution.</param>
    public static ColourMasks Make(Mat picture, int dpi)
    {
        double factor = Math.Max(1, dpi / (double)ViewDpi);
        using var small = new Mat();
        Cv2.Resize(picture, small, new Size(Math.Max(1, (int)(picture.Width / factor)), Math.Max(1, (int)(picture.Height / factor))), 0, 0, InterpolationFlags.Area);
        Mat[] channels = small.Split();
        Mat red = Beyond(channels[2], channels[0], channels[1], LeastRedness);
        Mat blue = Beyond(channels[0], channels[1], channels[2], LeastBlueness);
        foreach (Mat channel in channels)
        {
            channel.Dispose();
        }

        return new ColourMasks(red, blue, factor, dpi / factor / 25.4);
    }

    public void Dispose()
    {
        Red.Dispose();
        Blue.Dispose();
    }

    private static Mat Beyond(Mat channel, Mat one, Mat other, int least)
    {
        var mask = new Mat();
        Cv2.Max(one, other, mask);
        Cv2.Subtract(channel, mask, mask);
        Cv2.Threshold(mask, mask, least, 255, ThresholdTypes.Binary);
        return mask;
    }
}
