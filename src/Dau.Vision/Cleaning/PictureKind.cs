using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>What a picture holds.</summary>
internal enum PictureKind
{
    /// <summary>Black and white only.</summary>
    Bilevel,

    /// <summary>Shades of grey.</summary>
    Grey,

    /// <summary>Colour.</summary>
    Colour,
}

/// <summary>Tells kinds of picture apart by their pixels.</summary>
internal static class PictureKinds
{
    private const int LeastChroma = 24;

    public static PictureKind Detect(Mat picture)
    {
        if (picture.Channels() == 3)
        {
            // Every fourth row and column is enough to see a stamp; noise of a grey JPEG stays under the bound.
            using var sample = new Mat();
            Cv2.Resize(picture, sample, new Size((picture.Width + 3) / 4, (picture.Height + 3) / 4), 0, 0, InterpolationFlags.Nearest);
            if (HasColour(sample))
            {
                return PictureKind.Colour;
            }
        }

        return IsBilevel(picture) ? PictureKind.Bilevel : PictureKind.Grey;
    }

    private static bool HasColour(Mat sample)
    {
        Mat[] channels = sample.Split();
        using var high = new Mat();
        using var low = new Mat();
        Cv2.Max(channels[0], channels[1], high);
        Cv2.Max(high, channels[2], high);
        Cv2.Min(channels[0], channels[1], low);
        Cv2.Min(low, channels[2], low);
        Cv2.Subtract(high, low, high);
        Cv2.Threshold(high, high, LeastChroma, 255, ThresholdTypes.Binary);
        foreach (Mat channel in channels)
        {
            channel.Dispose();
        }

        return Cv2.CountNonZero(high) > Math.Max(20, sample.Width * sample.Height / 20_000);
    }

    private static bool IsBilevel(Mat picture)
    {
        using Mat plane = picture.Channels() == 1 ? picture.Clone() : picture.ExtractChannel(1);
        using var between = new Mat();
        Cv2.InRange(plane, new Scalar(1), new Scalar(254), between);
        // A seal or a line of type set over a 1-bit scan leaves a few shades at its edges.
        return Cv2.CountNonZero(between) < plane.Width * (long)plane.Height / 500;
    }
}
