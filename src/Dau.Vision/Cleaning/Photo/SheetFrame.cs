using OpenCvSharp;

namespace Dau.Vision.Cleaning.Photo;

/// <summary>The frame of a sheet on a photo, and pictures of it in that frame.</summary>
internal static class SheetFrame
{
    /// <summary>A frame as large as the picture, in whose middle the sheet lies flat.</summary>
    public static PageFrame Make(Sheet sheet, Size picture, double dpi)
    {
        double aspect = sheet.Aspect;
        double width = Math.Min(picture.Width, picture.Height / aspect);
        double height = width * aspect;
        float left = (float)((picture.Width - width) / 2);
        float top = (float)((picture.Height - height) / 2);
        (float right, float bottom) = (left + (float)width, top + (float)height);
        using Mat map = Cv2.GetPerspectiveTransform([new(left, top), new(right, top), new(right, bottom), new(left, bottom)], sheet.Corners);
        double zoom = Math.Sqrt(width * height / Math.Max(1, sheet.Width * sheet.Height));
        return PageFrame.Plain(picture) with { LayoutToPicture = [.. Enumerable.Range(0, 9).Select(i => map.At<double>(i / 3, i % 3))], Zoom = zoom };
    }

    /// <summary>The picture as it lies in the frame's work pixels; white where the picture ends.</summary>
    /// <param name="picture">The whole picture, 8 bits.</param>
    /// <param name="frame">Where it lies.</param>
    /// <param name="interpolation">How pixels are mixed.</param>
    public static Mat Warp(Mat picture, PageFrame frame, InterpolationFlags interpolation) =>
        Warp(picture, frame, new Rect(new Point(0, 0), frame.WorkSize), interpolation);

    /// <summary>A part of the picture as it lies in the frame's work pixels.</summary>
    public static Mat Warp(Mat picture, PageFrame frame, Rect part, InterpolationFlags interpolation)
    {
        const int Rows = 128;
        Size size = part.Size;
        var work = new Mat(size, picture.Type());
        using var mapX = new Mat(Rows, size.Width, MatType.CV_32FC1);
        using var mapY = new Mat(Rows, size.Width, MatType.CV_32FC1);
        // Shrunk by half or more, a picture is smoothed first: else its noise would stay and its thin strokes would go.
        double shrink = 1 / (frame.Scale * frame.Zoom);
        using Mat? soft = shrink > 1.5 ? picture.GaussianBlur(default, 0.4 * shrink) : null;
        for (int top = 0; top < size.Height; top += Rows)
        {
            int rows = Math.Min(Rows, size.Height - top);
            frame.FillMap(mapX, mapY, part.X, part.Y + top, rows);
            using Mat target = work.SubMat(top, top + rows, 0, size.Width);
            using Mat xs = mapX.SubMat(0, rows, 0, size.Width);
            using Mat ys = mapY.SubMat(0, rows, 0, size.Width);
            Cv2.Remap(soft ?? picture, target, xs, ys, interpolation, BorderTypes.Constant, Scalar.White);
        }

        return work;
    }
}
