using Dau.ScanForge.Layout;
using SkiaSharp;

namespace Dau.ScanForge.Drawing;

/// <summary>Draws a laid-out page: print in black, then ink and stamps over it.</summary>
internal sealed class PageRenderer(Typeface typeface, bool colour)
{
    private readonly MarkArtist _artist = new(typeface, colour);

    /// <summary>Draws a page to a white picture.</summary>
    public SKBitmap Render(LaidPage page, double dpi, ForgeRandom random)
    {
        float scale = (float)(dpi / 72);
        SKBitmap bitmap = new((int)Math.Round(page.Width * scale), (int)Math.Round(page.Height * scale), SKColorType.Bgra8888, SKAlphaType.Opaque);
        using SKCanvas canvas = new(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        Draw(canvas, page, random, textured: true);
        canvas.Flush();
        return bitmap;
    }

    /// <summary>Draws a page to any canvas whose unit is the point.</summary>
    public void Draw(SKCanvas canvas, LaidPage page, ForgeRandom random, bool textured)
    {
        Print(canvas, page);
        foreach (PlacedMark mark in page.Marks)
        {
            using SKPaint layer = new() { BlendMode = SKBlendMode.Multiply };
            canvas.SaveLayer(layer);
            ForgeRandom own = random.Fork($"{mark.Kind}{mark.Box.Left:0}{mark.Box.Top:0}");
            _artist.Draw(canvas, mark, own);
            Words(canvas, page.Words.Where(w => w.OnMark && mark.Box.Contains(w.X + 1, w.Baseline - 2)));
            if (textured && mark.Ink == Ink.Red)
            {
                Wear(canvas, mark.Box, own);
            }

            canvas.Restore();
        }

        foreach (PlacedWord word in page.Words.Where(static w => w.ByHand))
        {
            HandStrokes.Write(canvas, word.Text, InkBox(word), _artist.ColourOf(word.Ink), random.Fork(word.Text));
        }
    }

    /// <summary>The box of a word's ink, in points.</summary>
    public SKRect InkBox(PlacedWord word)
    {
        if (word.ByHand)
        {
            return new SKRect(word.X, word.Baseline - (word.Size * 0.78f), word.X + word.Width, word.Baseline + 1.5f);
        }

        using SKFont font = typeface.Font(word.Cut, word.Size);
        font.MeasureText(word.Text, out SKRect bounds);
        SKRect box = new(word.X + bounds.Left, word.Baseline + bounds.Top, word.X + bounds.Right, word.Baseline + bounds.Bottom);
        if (word.Raised.Length > 0)
        {
            using SKFont small = typeface.Font(Cut.Regular, word.Size * TextSetter.RaisedSize);
            small.MeasureText(word.Raised, out SKRect raised);
            float x = word.X + font.MeasureText(word.Text);
            float baseline = word.Baseline - (word.Size * 0.33f);
            box.Union(new SKRect(x + raised.Left, baseline + raised.Top, x + raised.Right, baseline + raised.Bottom));
        }

        return box;
    }

    private void Print(SKCanvas canvas, LaidPage page)
    {
        Words(canvas, page.Words.Where(static w => !w.OnMark && !w.ByHand));
        using SKPaint line = new() { Color = SKColors.Black, IsAntialias = true, Style = SKPaintStyle.Stroke };
        foreach (PlacedRule rule in page.Rules)
        {
            line.StrokeWidth = rule.Thickness;
            canvas.DrawLine(rule.X1, rule.Y1, rule.X2, rule.Y2, line);
        }
    }

    private void Words(SKCanvas canvas, IEnumerable<PlacedWord> words)
    {
        using SKPaint fill = new() { IsAntialias = true };
        foreach (PlacedWord word in words)
        {
            fill.Color = _artist.ColourOf(word.Ink);
            using SKFont font = typeface.Font(word.Cut, word.Size);
            canvas.DrawText(word.Text, word.X, word.Baseline, SKTextAlign.Left, font, fill);
            if (word.Raised.Length > 0)
            {
                using SKFont small = typeface.Font(Cut.Regular, word.Size * TextSetter.RaisedSize);
                canvas.DrawText(word.Raised, word.X + font.MeasureText(word.Text), word.Baseline - (word.Size * 0.33f), SKTextAlign.Left, small, fill);
            }
        }
    }

    /// <summary>Thins a stamp's ink unevenly, as rubber does.</summary>
    private static void Wear(SKCanvas canvas, SKRect box, ForgeRandom random)
    {
        const int Grain = 110;
        using SKBitmap mask = new(Grain, Grain, SKColorType.Bgra8888, SKAlphaType.Premul);
        double tilt = random.Between(0.0, Math.PI * 2);
        for (int y = 0; y < Grain; y++)
        {
            for (int x = 0; x < Grain; x++)
            {
                double gradient = 0.12 * (((x - (Grain / 2)) * Math.Cos(tilt)) + ((y - (Grain / 2)) * Math.Sin(tilt))) / Grain;
                double strength = 0.86 + gradient + (0.13 * random.Normal());
                byte alpha = (byte)(255 * Math.Clamp(strength, 0.25, 1));
                mask.SetPixel(x, y, new SKColor(alpha, alpha, alpha, alpha));
            }
        }

        using SKPaint paint = new() { BlendMode = SKBlendMode.DstIn };
        using SKImage image = SKImage.FromBitmap(mask);
        SKRect wide = SKRect.Inflate(box, 12, 12);
        canvas.DrawImage(image, new SKRect(0, 0, Grain, Grain), wide, new SKSamplingOptions(SKFilterMode.Linear), paint);
    }
}
