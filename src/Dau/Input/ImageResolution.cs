namespace Dau.Input;

/// <summary>The resolution of a picture of paper.</summary>
internal static class ImageResolution
{
    /// <summary>Long side of A4, inches.</summary>
    private const double A4LongSide = 297 / 25.4;

    /// <summary>How much finer one side must be before pixels are made square: faxes of 204 × 98 dpi (ITU-T T.4) are; 204 × 196 dpi is near enough.</summary>
    private const double Oblong = 1.1;

    /// <summary>Beyond this the stated resolutions are taken for nonsense.</summary>
    private const double MostOblong = 4;

    /// <summary>The size of a picture with square pixels: the coarser side is drawn out to the resolution of the finer.</summary>
    /// <param name="width">px.</param>
    /// <param name="height">px.</param>
    /// <param name="x">Stated resolution from left to right; 0 for none.</param>
    /// <param name="y">Stated resolution from top to bottom, in the same unit.</param>
    public static (long Width, long Height) Square(long width, long height, double x, double y)
    {
        double ratio = x > 0 && y > 0 ? Math.Max(x, y) / Math.Min(x, y) : 1;
        return ratio is < Oblong or > MostOblong ? (width, height) : x > y ? (width, (long)Math.Round(height * ratio)) : ((long)Math.Round(width * ratio), height);
    }

    /// <summary>
    /// The stated resolution where it can be one of a scan, else what the size says of an A4 page. Cameras and screens write 72 or 96 without meaning it;
    /// 120 to 1,200 dpi on paper between a receipt (2 in) and A0 (47 in) is believed.
    /// </summary>
    /// <param name="width">px.</param>
    /// <param name="height">px.</param>
    /// <param name="stated">Dots per inch as the file says; null where it does not.</param>
    /// <param name="photograph">Whether a camera made it, whose stated resolution has no meaning.</param>
    /// <returns>Dots per inch, at least 1.</returns>
    public static int Of(int width, int height, double? stated, bool photograph)
    {
        int longSide = Math.Max(width, height);
        if (stated is >= 120 and <= 1200 && !photograph && longSide / stated is >= 2 and <= 47.5)
        {
            return (int)Math.Round(stated.Value);
        }

        return Math.Max(1, (int)Math.Round(longSide / A4LongSide));
    }

    /// <summary>The turn, clockwise in degrees, that an EXIF orientation of 1 to 8 asks for. Mirrored ones are turned as their unmirrored twins: paper is never mirrored.</summary>
    public static int RotationOf(int orientation) => orientation switch
    {
        3 or 4 => 180,
        6 or 5 => 90,
        8 or 7 => 270,
        _ => 0,
    };
}
