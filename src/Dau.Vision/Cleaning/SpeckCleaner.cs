using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>Drops single black pixels from black-and-white pictures of low resolution: enlarged, they would be read as marks.</summary>
internal sealed class SpeckCleaner : IPageCleaner
{
    public void Clean(WorkPage page)
    {
        if (page.Kind is not PictureKind.Bilevel || page.Dpi > Upscaling.LowDpi)
        {
            return;
        }

        Mat clean = page.Grey.Clone();
        int dropped = Drop(page.Grey, clean);
        if (dropped == 0)
        {
            clean.Dispose();
            return;
        }

        page.ReplaceGrey(clean);
        page.Report("single pixels dropped");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe int Drop(Mat from, Mat to)
    {
        int dropped = 0;
        int width = from.Width;
        int height = from.Height;
        for (int y = 1; y < height - 1; y++)
        {
            byte* above = (byte*)from.Ptr(y - 1);
            byte* row = (byte*)from.Ptr(y);
            byte* below = (byte*)from.Ptr(y + 1);
            byte* result = (byte*)to.Ptr(y);
            for (int x = 1; x < width - 1; x++)
            {
                if (row[x] < 128 && (above[x - 1] & above[x] & above[x + 1] & row[x - 1] & row[x + 1] & below[x - 1] & below[x] & below[x + 1] & 128) != 0)
                {
                    result[x] = 255;
                    dropped++;
                }
            }
        }

        return dropped;
    }
}
