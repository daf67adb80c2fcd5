using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>Takes a seal's rings away, the outer and those inside it, but leaves strokes of print that run through them.</summary>
internal sealed class RingEraser
{
    private const int Ink = 150;
    private const double Slack = 1.5;
    private const double Innermost = 0.5;
    private const double InnerCoverage = 0.75;
    private const double Beyond = 0.55;
    private const double Reach = 0.7;
    private const int Around = 5;
    private readonly byte[] _pixels;
    private readonly int _width;
    private readonly int _height;
    private readonly SealRing _ring;
    private readonly int _beyond;
    private readonly double[] _offsets = [];

    private RingEraser(Mat layer, SealRing ring, double millimetre)
    {
        layer.GetArray(out _pixels);
        (_width, _height, _ring, _beyond) = (layer.Width, layer.Height, ring, Math.Max(2, (int)(Beyond * millimetre)));
        _offsets = Offsets(Reach * millimetre);
    }

    /// <summary>Paints the rings white.</summary>
    /// <param name="layer">8 bits, black on white.</param>
    /// <param name="ring">In pixels of the layer.</param>
    /// <param name="millimetre">Pixels of a millimetre.</param>
    public static void Erase(Mat layer, SealRing ring, double millimetre)
    {
        var eraser = new RingEraser(layer, ring, millimetre);
        foreach ((double outer, double inner) in eraser.InnerRings().Append((ring.Outer, ring.Outer - ring.Thickness)).ToArray())
        {
            eraser.Erase(outer + Slack, inner - Slack);
        }

        layer.SetArray(eraser._pixels);
    }

    /// <summary>How far the ring is off a circle, ray by ray: a stamp is not round to a pixel. What print adds to single rays the middle of several leaves out.</summary>
    private double[] Offsets(double reach)
    {
        double[] found = [.. Enumerable.Range(0, SealRing.Angles).Select(i =>
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / SealRing.Angles);
            for (double off = reach; off >= -reach; off -= 0.5)
            {
                if (IsInk(cosine, sine, _ring.Outer + off))
                {
                    return off == reach ? double.NaN : off; // print from further out
                }
            }

            return double.NaN;
        })];
        return [.. Enumerable.Range(0, SealRing.Angles).Select(i =>
        {
            double[] near = [.. Enumerable.Range(i - Around + SealRing.Angles, (2 * Around) + 1).Select(k => found[k % SealRing.Angles]).Where(static off => !double.IsNaN(off)).Order()];
            return near.Length == 0 ? 0 : near[near.Length / 2];
        })];
    }

    private double Offset(double cosine, double sine)
    {
        int ray = (int)Math.Round(Math.Atan2(sine, cosine) / (2 * Math.PI) * SealRing.Angles);
        return _offsets.Length == 0 ? 0 : _offsets[(ray + SealRing.Angles) % SealRing.Angles];
    }

    private void Erase(double outer, double inner)
    {
        double reach = outer + _offsets.Max();
        double least = inner + _offsets.Min();
        for (int y = Math.Max(0, (int)(_ring.Y - reach)); y <= Math.Min(_height - 1, (int)(_ring.Y + reach + 1)); y++)
        {
            for (int x = Math.Max(0, (int)(_ring.X - reach)); x <= Math.Min(_width - 1, (int)(_ring.X + reach + 1)); x++)
            {
                double distance = Math.Sqrt(((x - _ring.X) * (x - _ring.X)) + ((y - _ring.Y) * (y - _ring.Y)));
                if (distance < least || distance > reach)
                {
                    continue;
                }

                (double cosine, double sine) = ((x - _ring.X) / distance, (y - _ring.Y) / distance);
                double off = distance - Offset(cosine, sine);
                if (off < inner || off > outer)
                {
                    continue;
                }

                // A stroke goes on beyond the ring.
                if (!GoesOn(cosine, sine, outer, 1) && !GoesOn(cosine, sine, inner, -1))
                {
                    _pixels[(y * _width) + x] = byte.MaxValue;
                }
            }
        }
    }

    private bool GoesOn(double cosine, double sine, double radius, int step)
    {
        for (int i = 1; i <= _beyond; i++)
        {
            if (!IsInk(cosine, sine, radius + (i * step)))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsInk(double cosine, double sine, double radius)
    {
        double there = radius + Offset(cosine, sine);
        (int x, int y) = ((int)Math.Round(_ring.X + (cosine * there)), (int)Math.Round(_ring.Y + (sine * there)));
        return x >= 0 && y >= 0 && x < _width && y < _height && _pixels[(y * _width) + x] < Ink;
    }

    /// <summary>Circles about the same centre that are inked nearly all around.</summary>
    private IEnumerable<(double Outer, double Inner)> InnerRings()
    {
        double start = -1;
        for (double radius = _ring.Outer - _ring.Thickness - Slack - 1; radius >= Innermost * _ring.Outer; radius -= 0.5)
        {
            if (Coverage(radius) > InnerCoverage)
            {
                start = start < 0 ? radius : start;
            }
            else if (start >= 0)
            {
                yield return (start, radius + 0.5);
                start = -1;
            }
        }
    }

    private double Coverage(double radius) =>
        Enumerable.Range(0, SealRing.Angles).Count(i =>
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / SealRing.Angles);
            return IsInk(cosine, sine, radius) || IsInk(cosine, sine, radius - 1);
        }) / (double)SealRing.Angles;
}
