using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>A connected part of a mask.</summary>
/// <param name="Box">Around it, px.</param>
/// <param name="Area">Its pixels.</param>
internal readonly record struct Component(Rect Box, int Area);

/// <summary>Lists the connected parts of a mask.</summary>
internal static class Components
{
    /// <param name="mask">255 on 0.</param>
    /// <param name="connectivity">Whether pixels that touch at a corner belong together.</param>
    /// <returns>In the order in which their first pixels come, row by row.</returns>
    public static IReadOnlyList<Component> Of(Mat mask, PixelConnectivity connectivity = PixelConnectivity.Connectivity8) =>
        RunLabels.Parts(mask, connectivity == PixelConnectivity.Connectivity8 ? 1 : 0);

    /// <param name="mask">255 on 0.</param>
    /// <param name="labels">Becomes the number of each pixel's part: its index in the answer and one more; 0 is the ground.</param>
    /// <param name="connectivity">Whether pixels that touch at a corner belong together.</param>
    public static unsafe IReadOnlyList<Component> Of(Mat mask, Mat labels, PixelConnectivity connectivity = PixelConnectivity.Connectivity8)
    {
        using var stats = new Mat();
        using var centres = new Mat();
        int count = Cv2.ConnectedComponentsWithStats(mask, labels, stats, centres, connectivity);
        var parts = new Component[Math.Max(0, count - 1)];
        for (int i = 0; i < parts.Length; i++)
        {
            int* row = (int*)stats.Ptr(i + 1);
            parts[i] = new Component(new Rect(row[0], row[1], row[2], row[3]), row[4]);
        }

        return parts;
    }
}
