using OpenCvSharp;

namespace Dau.ScanForge.Scanning;

/// <summary>Where a point of the page, in points, lies on the finished picture, in pixels.</summary>
internal delegate (double X, double Y) PointMap(double x, double y);

/// <summary>How a picture is kept in the PDF.</summary>
internal enum Storage
{
    Jpeg,
    Lossless,
    Bilevel,
}

/// <summary>A page as a device saw it. The picture is the caller's to dispose.</summary>
/// <param name="Picture">BGR or grey, 8 bits.</param>
/// <param name="Map">From the page to the picture.</param>
/// <param name="Storage">How it is kept.</param>
/// <param name="Quality">JPEG quality.</param>
internal sealed record ScannedPage(Mat Picture, PointMap Map, Storage Storage, int Quality = 80)
{
    /// <summary>What was done to this page, where that differs from page to page.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];
}

/// <summary>A way in which a printed page becomes a picture.</summary>
internal interface ICondition
{
    /// <summary>Resolution of the finished picture, dots per inch.</summary>
    int Dpi { get; }

    /// <summary>Resolution at which the page is drawn before, dots per inch.</summary>
    int DrawDpi { get; }

    /// <summary>Whether the result has colour.</summary>
    bool Colour { get; }

    /// <summary>Scans a page. <paramref name="drawn"/> is BGR at <see cref="DrawDpi"/> and stays the caller's.</summary>
    ScannedPage Scan(Mat drawn, ForgeRandom random);
}
