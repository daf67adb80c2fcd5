using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>The ink of a word's box at full resolution, on which single glyphs are judged.</summary>
internal sealed class InkRuns : IDisposable
{
    private readonly Mat _ink;

    private InkRuns(Mat ink) => _ink = ink;

    /// <summary>The ink of a part of the page; null where the part is too small to judge.</summary>
    public static InkRuns? Of(Mat grey, PixelBox part)
    {
        Rect box = new Rect(part.X, part.Y, part.Width, part.Height).Intersect(new Rect(0, 0, grey.Width, grey.Height));
        if (box.Width < 3 || box.Height < 8)
        {
            return null;
        }

        using Mat cut = grey.SubMat(box);
        var ink = new Mat();
        Cv2.Threshold(cut, ink, 0, 255, ThresholdTypes.BinaryInv | ThresholdTypes.Otsu);
        return new InkRuns(ink);
    }

    /// <summary>Connected parts from left to right, places within the box.</summary>
    public IReadOnlyList<Component> Parts() => [.. Components.Of(_ink).Where(static part => part.Area > 3).OrderBy(static part => part.Box.X)];

    /// <summary>Runs of ink in a row, first column and width.</summary>
    public List<(int X, int Width)> Row(int y)
    {
        ReadOnlySpan<byte> row = _ink.RowSpan<byte>(Math.Clamp(y, 0, _ink.Height - 1));
        var runs = new List<(int, int)>();
        int start = -1;
        for (int x = 0; x <= row.Length; x++)
        {
            if (x < row.Length && row[x] != 0)
            {
                start = start < 0 ? x : start;
            }
            else if (start >= 0)
            {
                runs.Add((start, x - start));
                start = -1;
            }
        }

        return runs;
    }

    public void Dispose() => _ink.Dispose();
}
