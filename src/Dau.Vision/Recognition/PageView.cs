using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>A small black-and-white view of a cleaned page, on which its layout is judged: about four pixels a millimetre.</summary>
internal sealed class PageView : IDisposable
{
    private const int ViewDpi = 100;
    private const double EdgeShare = 0.02;

    private PageView(Mat ink, Mat text, double factor, double dpi) => (Ink, Text, Factor, Dpi) = (ink, text, factor, dpi);

    /// <summary>All ink, 255 on 0.</summary>
    public Mat Ink { get; }

    /// <summary>Ink without specks and without the dark edges that a scanner leaves.</summary>
    public Mat Text { get; }

    /// <summary>Work pixels per pixel of the view.</summary>
    public double Factor { get; }

    /// <summary>Resolution of the view.</summary>
    public double Dpi { get; }

    public static PageView Make(WorkPage page)
    {
        Mat ink = InkMask.Make(page.Grey, page.WorkDpi, ViewDpi, out double factor);
        Mat text = ink.Clone();
        DropSpecks(text);
        int x = (int)(text.Width * EdgeShare);
        int y = (int)(text.Height * EdgeShare / 2);
        foreach (Rect edge in new[] { new Rect(0, 0, x, text.Height), new Rect(text.Width - x, 0, x, text.Height), new Rect(0, 0, text.Width, y), new Rect(0, text.Height - y, text.Width, y) })
        {
            text.Rectangle(edge, Scalar.Black, -1);
        }

        return new PageView(ink, text, factor, page.WorkDpi / factor);
    }

    /// <summary>The columns from one to another, as a view of its own whose work frame begins at the first. The caller's to dispose.</summary>
    public PageView Columns(int from, int to) => new(Part(Ink, from, to), Part(Text, from, to), Factor, Dpi);

    /// <summary>Whether a box of the work frame holds anything that may be text.</summary>
    public bool HasText(PixelBox work) => Count(Text, work) > 0;

    /// <summary>Whether a box of the work frame holds ink.</summary>
    public bool HasInk(PixelBox work) => Count(Ink, work) > 0;

    /// <summary>A box of the view in work pixels.</summary>
    public PixelBox ToWork(Rect box) => PixelBox.FromEdges(
        (int)Math.Round(box.Left * Factor), (int)Math.Round(box.Top * Factor), (int)Math.Round(box.Right * Factor), (int)Math.Round(box.Bottom * Factor));

    private int Count(Mat mask, PixelBox work)
    {
        var box = new Rect((int)(work.X / Factor), (int)(work.Y / Factor), (int)Math.Ceiling(work.Width / Factor) + 1, (int)Math.Ceiling(work.Height / Factor) + 1);
        box = box.Intersect(new Rect(0, 0, mask.Width, mask.Height));
        if (box.Width < 1 || box.Height < 1)
        {
            return 0;
        }

        using Mat part = mask.SubMat(box);
        return Cv2.CountNonZero(part);
    }

    public void Dispose()
    {
        Ink.Dispose();
        Text.Dispose();
    }

    // A copy: of a part that is only looked at through a window, morphology sees what lies beyond.
    private static Mat Part(Mat mask, int from, int to)
    {
        using Mat part = mask.SubMat(0, mask.Height, from, to);
        return part.Clone();
    }

    private static void DropSpecks(Mat mask)
    {
        foreach ((Rect box, _) in Components.Of(mask))
        {
            if (Math.Max(box.Width, box.Height) <= 4)
            {
                mask.Rectangle(box, Scalar.Black, -1);
            }
        }
    }
}
