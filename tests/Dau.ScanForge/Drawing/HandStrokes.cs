using SkiaSharp;

namespace Dau.ScanForge.Drawing;

/// <summary>Writes digits and signatures as pen strokes: own shapes, bent a little each time.</summary>
internal static class HandStrokes
{
    /// <summary>Strokes of each digit in a unit box, y down; a stroke is a run of points that a curve goes through.</summary>
    private static readonly Dictionary<char, float[][]> Digits = new()
    {
        ['0'] = [[.55f, .02f, .2f, .25f, .12f, .65f, .42f, .98f, .78f, .7f, .82f, .3f, .55f, .03f]],
        ['1'] = [[.25f, .3f, .55f, .02f, .5f, .5f, .45f, 1f]],
        ['2'] = [[.15f, .25f, .42f, .02f, .75f, .2f, .6f, .52f, .15f, .95f, .45f, .9f, .85f, .96f]],
        ['3'] = [[.2f, .1f, .55f, .02f, .72f, .22f, .4f, .46f, .74f, .62f, .62f, .92f, .2f, .95f]],
        ['4'] = [[.5f, .02f, .12f, .62f, .45f, .62f, .88f, .58f], [.64f, .35f, .6f, .7f, .56f, 1f]],
        ['5'] = [[.78f, .04f, .32f, .06f, .26f, .42f, .6f, .42f, .76f, .7f, .5f, .97f, .14f, .9f]],
        ['6'] = [[.68f, .02f, .3f, .35f, .16f, .75f, .44f, .98f, .74f, .75f, .5f, .52f, .2f, .7f]],
        ['7'] = [[.14f, .1f, .5f, .07f, .82f, .06f, .55f, .5f, .36f, 1f], [.3f, .52f, .55f, .5f, .72f, .48f]],
        ['8'] = [[.72f, .14f, .42f, .02f, .26f, .24f, .56f, .48f, .74f, .74f, .46f, .98f, .2f, .76f, .46f, .48f, .7f, .2f, .62f, .08f]],
        ['9'] = [[.72f, .22f, .42f, .04f, .2f, .28f, .44f, .5f, .72f, .26f, .68f, .65f, .5f, 1f]],
        ['/'] = [[.7f, -.05f, .5f, .5f, .28f, 1.05f]],
        ['-'] = [[.2f, .5f, .5f, .52f, .8f, .5f]],
    };

    /// <summary>Writes digits side by side into a box.</summary>
    public static void Write(SKCanvas canvas, string digits, SKRect box, SKColor ink, ForgeRandom random)
    {
        float step = box.Width / digits.Length;
        float slant = (float)random.Between(0.05, 0.22);
        using SKPaint pen = Pen(ink, (float)random.Between(0.9, 1.25));
        for (int i = 0; i < digits.Length; i++)
        {
            if (!Digits.TryGetValue(digits[i], out float[][]? strokes))
            {
                continue;
            }

            float height = box.Height * (float)random.Between(0.86, 1.0);
            float top = box.Bottom - height + (float)random.Between(-0.6, 0.6);
            float left = box.Left + (step * i) + (step * 0.06f);
            foreach (float[] stroke in strokes)
            {
                List<SKPoint> points = [];
                for (int p = 0; p < stroke.Length; p += 2)
                {
                    float px = Math.Clamp(stroke[p] + (float)(random.Normal() * 0.025), 0.02f, 0.96f);
                    float py = stroke[p + 1] + (float)(random.Normal() * 0.02);
                    points.Add(new SKPoint(left + (px * step * 0.86f) + ((0.5f - py) * slant * step * 0.6f), top + (py * height)));
                }

                using SKPath path = Curve(points);
                canvas.DrawPath(path, pen);
            }
        }
    }

    /// <summary>A signature in one of several hands: loops, waves, a crossed capital, a flat run; mostly with a long stroke below.</summary>
    public static void Sign(SKCanvas canvas, SKRect box, SKColor ink, ForgeRandom random)
    {
        SKPoint At(double x, double y) => new(
            box.Left + (float)((x + (random.Normal() * 0.025)) * box.Width), box.Top + (float)((y + (random.Normal() * 0.05)) * box.Height));
        List<SKPoint> run = random.Below(4) switch
        {
            0 => Capital(At, random),
            1 => Loops(At, random),
            2 => Flat(At, random),
            _ => Crossed(At, random),
        };
        using SKPaint pen = Pen(ink, (float)random.Between(1.0, 1.7));
        using (SKPath path = Curve(run))
        {
            canvas.DrawPath(path, pen);
        }

        if (random.Chance(0.7))
        {
            double height = random.Between(0.7, 0.95);
            List<SKPoint> tail = [At(random.Between(0.15, 0.4), height), At(0.55, height - 0.15), At(0.8, height - 0.2), At(1.0, height - random.Between(-0.1, 0.3))];
            pen.StrokeWidth *= 0.8f;
            using SKPath under = Curve(tail);
            canvas.DrawPath(under, pen);
        }
    }

    private static List<SKPoint> Capital(Func<double, double, SKPoint> at, ForgeRandom random)
    {
        List<SKPoint> run = [at(0.1, 0.55), at(0.22, 0.12), at(0.32, 0.2), at(0.2, 0.75), at(0.05, 0.85), at(0.16, 0.5), at(0.38, 0.42)];
        int waves = random.Between(3, 6);
        for (int i = 0; i < waves; i++)
        {
            double x = 0.42 + (i * 0.34 / waves);
            run.Add(at(x, 0.62));
            run.Add(at(x + 0.03, random.Chance(0.3) ? 0.15 : 0.4));
        }

        run.AddRange([at(0.8, 0.55), at(0.98, 0.3)]);
        return run;
    }

    private static List<SKPoint> Loops(Func<double, double, SKPoint> at, ForgeRandom random)
    {
        List<SKPoint> run = [at(0.02, 0.7)];
        int loops = random.Between(3, 5);
        for (int i = 0; i < loops; i++)
        {
            double x = 0.1 + (i * 0.75 / loops), size = random.Between(0.1, 0.2), top = i == 0 ? 0.02 : random.Between(0.15, 0.45);
            run.AddRange([at(x + size, top), at(x + (size * 0.4), top + 0.1), at(x, 0.72), at(x + size, 0.78)]);
        }

        run.Add(at(1.0, random.Between(0.3, 0.8)));
        return run;
    }

    private static List<SKPoint> Flat(Func<double, double, SKPoint> at, ForgeRandom random)
    {
        List<SKPoint> run = [at(0.18, 0.05), at(0.12, 0.5), at(0.02, 0.95), at(0.1, 0.6), at(0.3, 0.35), at(0.28, 0.7)];
        int teeth = random.Between(4, 8);
        for (int i = 0; i < teeth; i++)
        {
            double x = 0.34 + (i * 0.4 / teeth);
            run.AddRange([at(x, 0.48), at(x + 0.02, 0.66)]);
        }

        run.AddRange([at(0.85, 0.58), at(1.0, 0.5)]);
        return run;
    }

    private static List<SKPoint> Crossed(Func<double, double, SKPoint> at, ForgeRandom random)
    {
        List<SKPoint> run = [at(0.3, 0.0), at(0.22, 0.45), at(0.1, 0.98), at(0.0, 0.8), at(0.3, 0.3), at(0.62, 0.1), at(0.5, 0.4), at(0.4, 0.75)];
        run.AddRange([at(0.55, 0.5), at(0.66, 0.7), at(0.74, random.Between(0.2, 0.5)), at(0.7, 0.8), at(0.98, random.Between(0.0, 0.4))]);
        return run;
    }

    /// <summary>Initials: a short scribble.</summary>
    public static void Initial(SKCanvas canvas, SKRect box, SKColor ink, ForgeRandom random)
    {
        List<SKPoint> points = [];
        for (int i = 0; i < 7; i++)
        {
            float x = box.Left + (box.Width * i / 6f);
            float y = i % 2 == 0 ? box.Bottom - (float)random.Between(0.0, 2.0) : box.Top + (float)random.Between(0.0, box.Height * 0.4);
            points.Add(new SKPoint(x, y));
        }

        using SKPaint pen = Pen(ink, 0.9f);
        using SKPath path = Curve(points);
        canvas.DrawPath(path, pen);
    }

    internal static SKPaint Pen(SKColor ink, float width) => new()
    {
        Color = ink,
        IsAntialias = true,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = width,
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
    };

    /// <summary>A Catmull-Rom curve through the points.</summary>
    internal static SKPath Curve(IReadOnlyList<SKPoint> points)
    {
        using SKPathBuilder path = new();
        path.MoveTo(points[0]);
        for (int i = 0; i + 1 < points.Count; i++)
        {
            SKPoint before = points[Math.Max(i - 1, 0)], from = points[i], to = points[i + 1], after = points[Math.Min(i + 2, points.Count - 1)];
            path.CubicTo(from.X + ((to.X - before.X) / 6), from.Y + ((to.Y - before.Y) / 6), to.X - ((after.X - from.X) / 6), to.Y - ((after.Y - from.Y) / 6), to.X, to.Y);
        }

        return path.Detach();
    }
}
