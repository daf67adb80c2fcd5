using SkiaSharp;

namespace Dau.ScanForge.Drawing;

/// <summary>Writes lines that look like words by hand and say nothing: arches, loops, tall and hanging strokes joined to words, with marks above them.</summary>
internal static class HandScript
{
    /// <summary>Fills a box with lines of it.</summary>
    public static void Write(SKCanvas canvas, SKRect box, SKColor ink, ForgeRandom random)
    {
        float line = (float)random.Between(17.0, 21.0);
        float letter = line * (float)random.Between(0.26, 0.34);
        float slant = (float)random.Between(0.1, 0.4);
        float drift = (float)random.Between(-0.05, 0.05);
        using SKPaint pen = HandStrokes.Pen(ink, (float)random.Between(0.9, 1.4));
        for (float y = box.Top + (line * 0.8f); y < box.Bottom; y += line)
        {
            float x = box.Left + (float)random.Between(0.0, 8.0);
            while (true)
            {
                int letters = random.Between(2, 5);
                if (x + (letters * letter) > box.Right)
                {
                    break;
                }

                float baseline = y + ((x - box.Left) * drift) + (float)random.Between(-1.2, 1.2);
                x = Word(canvas, pen, x, baseline, letters, letter, slant, random) + (letter * (float)random.Between(0.5, 0.9));
            }
        }
    }

    private static float Word(SKCanvas canvas, SKPaint pen, float x, float baseline, int letters, float size, float slant, ForgeRandom random)
    {
        List<SKPoint> run = [new(x, baseline)];
        SKPoint At(double dx, double height) => new(x + (float)((dx + (random.Normal() * 0.05)) * size) + (float)(height * slant * size), baseline - (float)((height + (random.Normal() * 0.06)) * size));
        for (int i = 0; i < letters; i++)
        {
            run.AddRange(random.Below(5) switch
            {
                0 => [At(0.25, 0.9), At(0.1, 0.5), At(0.3, 0.02), At(0.7, 0.15), At(0.75, 0.85), At(0.85, 0.05)],
                1 => [At(0.2, 0.9), At(0.3, 0.05), At(0.5, 0.85), At(0.65, 0.05), At(0.8, 0.8), At(0.95, 0.1)],
                2 => [At(0.4, 1.9), At(0.25, 2.0), At(0.2, 0.3), At(0.4, 0.02), At(0.8, 0.3)],
                3 => [At(0.5, 0.85), At(0.2, 0.6), At(0.35, 0.1), At(0.7, 0.9), At(0.6, -0.9), At(0.25, -0.8), At(0.85, 0.2)],
                _ => [At(0.3, 0.8), At(0.55, 0.85), At(0.35, 0.1), At(0.6, 0.02), At(0.9, 0.4)],
            });
            if (random.Chance(0.35))
            {
                using SKPath mark = HandStrokes.Curve([At(0.3, 1.3), At(0.5, 1.45), At(0.75, 1.6)]);
                canvas.DrawPath(mark, pen);
            }

            x += size;
        }

        using SKPath path = HandStrokes.Curve(run);
        canvas.DrawPath(path, pen);
        return x;
    }
}
