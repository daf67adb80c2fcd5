using UglyToad.PdfPig.Content;
using Page = UglyToad.PdfPig.Content.Page;

namespace Dau.Input;

/// <summary>The words of a born-digital page with their places on its picture.</summary>
internal static class PdfTextLayer
{
    /// <summary>The words in reading order.</summary>
    /// <param name="page">The page.</param>
    /// <param name="box">What is shown of it.</param>
    /// <param name="width">Width of its picture, px.</param>
    /// <param name="height">Height of its picture, px.</param>
    public static IReadOnlyList<TextLayerWord> Of(Page page, PdfPageBox box, int width, int height)
    {
        double x = width / box.Width;
        double y = height / box.Height;
        var frame = new PixelBox(0, 0, width, height);
        var placed = new List<TextLines.Item>();
        foreach (PdfWord word in PdfWord.Of(page))
        {
            // The page's origin is at the bottom, the picture's at the top.
            PixelBox pixels = PixelBox.FromEdges(
                (int)Math.Floor(word.Left * x), (int)Math.Floor((box.Height - word.Top) * y), (int)Math.Ceiling(word.Right * x), (int)Math.Ceiling((box.Height - word.Bottom) * y))
                .Intersect(frame);
            if (!pixels.IsEmpty && word.Text.Length > 0)
            {
                placed.Add(new TextLines.Item(word.Text, pixels, (box.Height - word.Baseline) * y, word.Size * y));
            }
        }

        return TextLines.Order(placed, width, height);
    }
}
