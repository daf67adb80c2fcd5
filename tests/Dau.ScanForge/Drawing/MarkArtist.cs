using Dau.ScanForge.Layout;
using QRCoder;
using SkiaSharp;

namespace Dau.ScanForge.Drawing;

/// <summary>Draws seals, signatures, stamps and codes.</summary>
internal sealed class MarkArtist(Typeface typeface, bool colour)
{
    private SKColor Red => colour ? new SKColor(0xD8, 0x1E, 0x2C) : new SKColor(0x38, 0x38, 0x38);

    private SKColor Blue => colour ? new SKColor(0x22, 0x3A, 0xA8) : new SKColor(0x30, 0x30, 0x30);

    private static readonly SKColor s_blackPen = new(0x24, 0x24, 0x28);

    private SKColor PenOf(Ink ink) => ink == Ink.Blue ? Blue : s_blackPen;

    public SKColor ColourOf(Ink ink) => ink switch { Ink.Red => Red, Ink.Blue => Blue, _ => SKColors.Black };

    public void Draw(SKCanvas canvas, PlacedMark mark, ForgeRandom random)
    {
        switch (mark.Kind)
        {
            case MarkKind.Seal:
                Seal(canvas, mark, random);
                break;
            case MarkKind.Signature:
                HandStrokes.Sign(canvas, mark.Box, PenOf(mark.Ink), random);
                break;
            case MarkKind.UrgencyStamp:
                Box(canvas, mark.Box, 1.6f);
                break;
            case MarkKind.ReceiptStamp:
                Receipt(canvas, mark, random);
                break;
            case MarkKind.Handwriting:
                if (mark.Box.Height > 20)
                {
                    HandScript.Write(canvas, mark.Box, PenOf(mark.Ink), random);
                }
                else
                {
                    HandStrokes.Initial(canvas, mark.Box, PenOf(mark.Ink), random);
                }

                break;
            case MarkKind.Watermark:
                Watermark(canvas, mark);
                break;
            case MarkKind.QrCode:
                Code(canvas, mark);
                break;
            default:
                break;
        }
    }

    private void Box(SKCanvas canvas, SKRect box, float width)
    {
        using SKPaint line = Stroke(width);
        canvas.DrawRect(box, line);
    }

    private void Seal(SKCanvas canvas, PlacedMark mark, ForgeRandom random)
    {
        SKPoint middle = new(mark.Box.MidX, mark.Box.MidY);
        float radius = mark.Box.Width / 2;
        canvas.Save();
        canvas.RotateDegrees((float)random.Between(-9.0, 9.0), middle.X, middle.Y);
        using (SKPaint outer = Stroke(radius * 0.05f))
        {
            canvas.DrawCircle(middle, radius - 1.4f, outer);
        }

        using (SKPaint inner = Stroke(radius * 0.018f))
        {
            canvas.DrawCircle(middle, radius * 0.9f, inner);
            canvas.DrawCircle(middle, radius * 0.62f, inner);
        }

        Arc(canvas, mark.Lines[0], middle, radius * 0.69f, true);
        Arc(canvas, mark.Lines[1], middle, radius * 0.82f, false);
        using SKPaint fill = Fill();
        Star(canvas, new SKPoint(middle.X - (radius * 0.755f), middle.Y), radius * 0.07f, fill);
        Star(canvas, new SKPoint(middle.X + (radius * 0.755f), middle.Y), radius * 0.07f, fill);
        if (mark.Lines.Count == 2)
        {
            Star(canvas, middle, radius * 0.36f, fill);
        }
        else
        {
            Middle(canvas, [.. mark.Lines.Skip(2)], middle, radius, fill);
        }

        canvas.Restore();
    }

    private void Middle(SKCanvas canvas, IReadOnlyList<string> lines, SKPoint middle, float radius, SKPaint fill)
    {
        float size = Math.Min(radius * 0.3f, radius * 0.62f / lines.Count);
        float y = middle.Y - (size * 1.1f * (lines.Count - 1) / 2) + (size * 0.34f);
        foreach (string line in lines)
        {
            using SKFont font = typeface.Font(Cut.Bold, size);
            float width = font.MeasureText(line);
            float squeeze = Math.Min(1, radius * 1.05f / width);
            canvas.Save();
            canvas.Translate(middle.X, y);
            canvas.Scale(squeeze, 1);
            canvas.DrawText(line, -width / 2, 0, SKTextAlign.Left, font, fill);
            canvas.Restore();
            y += size * 1.1f;
        }
    }

    private void Arc(SKCanvas canvas, string text, SKPoint middle, float radius, bool above)
    {
        float size = radius * 0.2f;
        using SKFont font = typeface.Font(Cut.Bold, size);
        using SKPaint fill = Fill();
        float spacing = size * 0.08f;
        float total = text.Sum(c => font.MeasureText($"{c}") + spacing);
        double span = Math.Min(total / radius, above ? 2.9 : 2.2);
        double scale = span / (total / radius);
        double at = -span / 2;
        foreach (char c in text)
        {
            double step = (font.MeasureText($"{c}") + spacing) / radius * scale;
            double angle = at + (step / 2);
            canvas.Save();
            canvas.RotateRadians((float)(above ? angle : -angle), middle.X, middle.Y);
            canvas.Translate(middle.X, above ? middle.Y - radius : middle.Y + radius);
            canvas.Scale((float)scale, 1);
            canvas.DrawText($"{c}", -font.MeasureText($"{c}") / 2, 0, SKTextAlign.Left, font, fill);
            canvas.Restore();
            at += step;
        }
    }

    private static void Star(SKCanvas canvas, SKPoint middle, float radius, SKPaint fill)
    {
        using SKPathBuilder path = new();
        for (int i = 0; i < 10; i++)
        {
            double angle = (Math.PI * i / 5) - (Math.PI / 2);
            float r = i % 2 == 0 ? radius : radius * 0.4f;
            SKPoint point = new(middle.X + (float)(r * Math.Cos(angle)), middle.Y + (float)(r * Math.Sin(angle)));
            if (i == 0)
            {
                path.MoveTo(point);
            }
            else
            {
                path.LineTo(point);
            }
        }

        path.Close();
        using SKPath star = path.Detach();
        canvas.DrawPath(star, fill);
    }

    /// <summary>Pale letters along the box's rising diagonal.</summary>
    private void Watermark(SKCanvas canvas, PlacedMark mark)
    {
        SKRect box = mark.Box;
        double diagonal = Math.Sqrt((box.Width * box.Width) + (box.Height * box.Height));
        using SKFont unit = typeface.Font(Cut.Bold, 10);
        float size = (float)(diagonal * 0.86 / unit.MeasureText(mark.Lines[0]) * 10);
        using SKFont font = typeface.Font(Cut.Bold, Math.Min(size, box.Height * 0.3f));
        using SKPaint fill = new() { Color = new SKColor(0xFF000000 | (uint)mark.Tint), IsAntialias = true };
        canvas.Save();
        canvas.Translate(box.MidX, box.MidY);
        canvas.RotateRadians((float)(mark.Falls ? 1 : -1) * (float)Math.Atan2(box.Height, box.Width));
        canvas.DrawText(mark.Lines[0], -font.MeasureText(mark.Lines[0]) / 2, font.Size * 0.35f, SKTextAlign.Left, font, fill);
        canvas.Restore();
    }

    private void Receipt(SKCanvas canvas, PlacedMark mark, ForgeRandom random)
    {
        SKRect box = mark.Box;
        canvas.Save();
        canvas.RotateDegrees((float)random.Between(-2.0, 2.0), box.MidX, box.MidY);
        Box(canvas, box, 1.2f);
        using SKPaint fill = Fill();
        using SKPaint line = Stroke(0.7f);
        Centred(canvas, mark.Lines[0], box, box.Top + 11, 8, fill);
        canvas.DrawLine(box.Left, box.Top + 15, box.Right, box.Top + 15, line);
        using SKFont big = typeface.Font(Cut.Bold, 15);
        canvas.DrawText("ĐẾN", box.Left + 8, box.Top + 42, SKTextAlign.Left, big, fill);
        using SKFont small = typeface.Font(Cut.Regular, 8.5f);
        string[] labels = ["Số: ..................", "Ngày: ..............", "Chuyển: .........."];
        for (int i = 0; i < labels.Length; i++)
        {
            canvas.DrawText(labels[i], box.Left + 50, box.Top + 30 + (i * 18), SKTextAlign.Left, small, fill);
        }

        HandStrokes.Write(canvas, mark.Lines[1], SKRect.Create(box.Left + 70, box.Top + 17, 6f * mark.Lines[1].Length, 12), Blue, random);
        HandStrokes.Write(canvas, mark.Lines[2], SKRect.Create(box.Left + 74, box.Top + 36, 5f * mark.Lines[2].Length, 10), Blue, random);
        canvas.Restore();
    }

    private void Centred(SKCanvas canvas, string text, SKRect box, float baseline, float size, SKPaint fill)
    {
        using SKFont font = typeface.Font(Cut.Bold, size);
        float width = font.MeasureText(text);
        float squeeze = Math.Min(1, (box.Width - 4) / width);
        canvas.Save();
        canvas.Translate(box.MidX, baseline);
        canvas.Scale(squeeze, 1);
        canvas.DrawText(text, -width / 2, 0, SKTextAlign.Left, font, fill);
        canvas.Restore();
    }

    private static void Code(SKCanvas canvas, PlacedMark mark)
    {
        using QRCodeData data = QRCodeGenerator.GenerateQrCode(mark.Payload!, QRCodeGenerator.ECCLevel.M);
        int modules = data.ModuleMatrix.Count;
        float cell = mark.Box.Width / modules;
        using SKPaint fill = new() { Color = SKColors.Black, IsAntialias = false };
        for (int row = 0; row < modules; row++)
        {
            for (int column = 0; column < modules; column++)
            {
                if (data.ModuleMatrix[row][column])
                {
                    canvas.DrawRect(SKRect.Create(mark.Box.Left + (column * cell), mark.Box.Top + (row * cell), cell, cell), fill);
                }
            }
        }
    }

    private SKPaint Stroke(float width) => new() { Color = Red, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width };

    private SKPaint Fill() => new() { Color = Red, IsAntialias = true };
}
