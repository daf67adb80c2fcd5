using System.Globalization;
using Dau.Input;
using Dau.Vision.Cleaning;

namespace Dau.Vision.Recognition;

/// <summary>A page whose words come from the file itself: only its picture is made.</summary>
internal static class TextLayerPage
{
    public static Page Make(InputPage page, IReadOnlyList<TextLayerWord> layer, WorkPage work)
    {
        using PageView view = PageView.Make(work);
        return new Page
        {
            Number = page.Number,
            Width = work.Picture.Width,
            Height = work.Picture.Height,
            Dpi = work.Dpi,
            RotationDegrees = work.RotationDegrees,
            Status = layer.Count == 0 ? PageStatus.Blank : PageStatus.Read,
            Origin = TextOrigin.TextLayer,
            Rules = RuleFinder.Find(view, work.Frame),
            Words = [.. layer.Select((word, i) => new Word
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"p{page.Number}w{i + 1}"),
                Ocr = word.Text,
                Source = word.Text,
                Box = word.Box,
                Layout = word.Box,
                Confidence = 1,
                Line = word.Line,
            })],
        };
    }
}
