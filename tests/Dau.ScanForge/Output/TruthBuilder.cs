using Dau.ScanForge.Drawing;
using Dau.ScanForge.Layout;
using Dau.ScanForge.Scanning;
using SkiaSharp;

namespace Dau.ScanForge.Output;

/// <summary>Carries what stands where on the laid-out pages over to the finished pictures.</summary>
internal sealed class TruthBuilder(LaidLetter laid, PageRenderer renderer, bool colour)
{
    private readonly Dictionary<int, string> _ids =
        laid.Blocks.Select(static (b, i) => (b.Index, Id: $"b{i + 1}")).ToDictionary(static p => p.Index, static p => p.Id);

    private readonly List<TruthPage> _pages = [];
    private readonly List<TruthMark> _marks = [];

    public void AddPage(LaidPage page, ScannedPage scan, int dpi, int turn)
    {
        int width = scan.Picture.Cols, height = scan.Picture.Rows;
        AddPage(page, scan.Map, width, height, dpi, turn);
        _pages[^1] = _pages[^1] with { Effects = scan.Effects };
    }

    public void AddPage(LaidPage page, PointMap map, int width, int height, int dpi, int turn)
    {
        int number = _pages.Count + 1;
        List<TruthWord> words = [];
        foreach (PlacedWord word in page.Words)
        {
            PixelBox box = Map(renderer.InkBox(word), map, width, height);
            words.Add(new TruthWord(word.Text + word.Raised, box, word.Bullet || word.Block < 0 ? null : _ids[word.Block], word.ByHand));
            if (word.ByHand)
            {
                _marks.Add(new TruthMark(MarkKind.Handwriting, number, box, Colour(word.Ink), null, word.Text));
            }
        }

        foreach (PlacedMark mark in page.Marks)
        {
            string? text = mark.Lines.Count == 0 ? null : string.Join(' ', mark.Lines);
            _marks.Add(new TruthMark(mark.Kind, number, Map(mark.Box, map, width, height), Colour(mark.Ink), mark.Payload, text));
        }

        (double X, double Y)[] corners = [map(0, 0), map(page.Width, 0), map(page.Width, page.Height), map(0, page.Height)];
        _pages.Add(new TruthPage(number, width, height, dpi, turn, [.. corners.SelectMany(static c => new[] { Math.Round(c.X, 1), Math.Round(c.Y, 1) })], words));
    }

    public Truth Build(string name, ScanOptions options, int dpi)
    {
        Dictionary<string, int> firstPage = new(StringComparer.Ordinal);
        foreach (TruthPage page in _pages)
        {
            foreach (TruthWord word in page.Words.Where(static w => w.Block is not null))
            {
                firstPage.TryAdd(word.Block!, page.Number);
            }
        }

        List<TruthBlock> blocks = [.. laid.Blocks.Select(b =>
            new TruthBlock(_ids[b.Index], b.Section, b.Kind, b.Level, firstPage.GetValueOrDefault(_ids[b.Index], 1), b.Text) { Rows = b.Rows })];
        return new Truth
        {
            Name = name,
            Condition = options.Condition,
            Seed = options.Seed,
            Font = options.Font,
            Dpi = dpi,
            Facts = laid.Facts,
            Handwritten = laid.ByHand,
            Blocks = blocks,
            Marks = _marks,
            Body = [.. blocks.Where(static b => b.Section == Section.Body).Select(static b => b.Text)],
            Pages = _pages,
        };
    }

    private string Colour(Ink ink) => !colour ? "black" : ink switch { Ink.Red => "red", Ink.Blue => "blue", _ => "black" };

    /// <summary>The upright box around a mapped rectangle; its edges are sampled, since a curled page bends them.</summary>
    private static PixelBox Map(SKRect box, PointMap map, int width, int height)
    {
        double left = double.MaxValue, top = double.MaxValue, right = double.MinValue, bottom = double.MinValue;
        for (int i = 0; i <= 4; i++)
        {
            double t = i / 4.0;
            double x = box.Left + (box.Width * t), y = box.Top + (box.Height * t);
            foreach ((double px, double py) in new[] { map(x, box.Top), map(x, box.Bottom), map(box.Left, y), map(box.Right, y) })
            {
                (left, right) = (Math.Min(left, px), Math.Max(right, px));
                (top, bottom) = (Math.Min(top, py), Math.Max(bottom, py));
            }
        }

        return PixelBox.FromEdges(
            Math.Clamp((int)Math.Floor(left), 0, width), Math.Clamp((int)Math.Floor(top), 0, height),
            Math.Clamp((int)Math.Ceiling(right), 0, width), Math.Clamp((int)Math.Ceiling(bottom), 0, height));
    }
}
