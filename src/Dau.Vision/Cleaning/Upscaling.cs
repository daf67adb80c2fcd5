namespace Dau.Vision.Cleaning;

/// <summary>How much a page is enlarged before it is read.</summary>
internal static class Upscaling
{
    /// <summary>Black-and-white pictures up to this resolution are enlarged.</summary>
    public const int LowDpi = 170;

    /// <summary>Work pixels per picture pixel.</summary>
    public static double Factor(PictureKind kind, int dpi) => (kind, dpi) switch
    {
        (PictureKind.Bilevel, <= LowDpi) => 2,
        (_, < 140) => 2,
        _ => 1,
    };
}
