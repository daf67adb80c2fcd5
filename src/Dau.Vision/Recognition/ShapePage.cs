using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>The place around a seal as drawn words are compared with it: ink from 0 to 1, slightly soft, at one resolution, the rings of the seal left out.</summary>
internal sealed class ShapePage
{
    /// <summary>Blur of scan and drawing alike, px.</summary>
    public const double Softness = 0.7;

    /// <summary>Dots of an inch that are compared.</summary>
    public const int Dpi = 150;

    private const double RingCoverage = 0.5;
    private const double Innermost = 0.5;
    private const double Slack = 1.0;
    private const int Angles = 288;
    private readonly float[] _ink;
    private readonly bool[] _hidden;

    private ShapePage(Mat soft, bool[] hidden, double scale)
    {
        soft.GetArray(out _ink);
        (Width, Height, _hidden, Scale, Ink) = (soft.Width, soft.Height, hidden, scale, soft);
    }

    /// <summary>Ink, 32-bit.</summary>
    public Mat Ink { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Pixels here for one of the layer.</summary>
    public double Scale { get; }

    /// <param name="layer">8 bits, black on white.</param>
    /// <param name="ring">In pixels of the layer.</param>
    /// <param name="dpi">The layer's.</param>
    public static ShapePage Make(Mat layer, SealRing ring, int dpi)
    {
        double scale = Dpi / (double)dpi;
        using Mat small = Math.Abs(scale - 1) < 0.05 ? layer.Clone() : layer.Resize(default, scale, scale, InterpolationFlags.Area);
        var ink = new Mat();
        small.ConvertTo(ink, MatType.CV_32FC1, -1 / 255.0, 1);
        bool[] hidden = Rings(ink, new SealRing(ring.X * scale, ring.Y * scale, ring.Outer * scale, ring.Thickness * scale));
        Cv2.GaussianBlur(ink, ink, default, Softness);
        return new ShapePage(ink, hidden, small.Width / (double)layer.Width);
    }

    /// <summary>How much better the ink is explained where a word stands than where nothing does.</summary>
    /// <param name="word">The word.</param>
    /// <param name="left">Where its origin is, px.</param>
    /// <param name="baseline">Where its baseline is.</param>
    public Fit Compare(DrawnWord word, int left, int baseline)
    {
        double gain = 0, seen = 0, met = 0, all = 0;
        foreach ((int x, int y, float value) in word.Points)
        {
            (int column, int row) = (x + left, y + baseline);
            all += value;
            if (column < 0 || row < 0 || column >= Width || row >= Height)
            {
                seen += value;
                gain -= value * value;
                continue;
            }

            int at = (row * Width) + column;
            if (!_hidden[at])
            {
                gain += value * ((2 * _ink[at]) - value);
                seen += value;
                met += Math.Min(value, _ink[at]);
            }
        }

        return new Fit(gain, seen == 0 ? 0 : met / seen, all == 0 ? 0 : seen / all);
    }

    /// <summary>Pixels of circles about the seal's middle that are inked nearly all around.</summary>
    private static bool[] Rings(Mat ink, SealRing ring)
    {
        (int width, int height) = (ink.Width, ink.Height);
        ink.GetArray(out float[] values);
        var hidden = new bool[width * height];
        List<double> radii = [];
        for (double radius = Innermost * ring.Outer; radius < ring.Outer + 3; radius += 0.5)
        {
            double inked = Enumerable.Range(0, Angles).Average(i =>
            {
                (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / Angles);
                (int x, int y) = ((int)Math.Round(ring.X + (radius * cosine)), (int)Math.Round(ring.Y + (radius * sine)));
                return x >= 0 && y >= 0 && x < width && y < height ? values[(y * width) + x] : 0;
            });
            if (inked > RingCoverage)
            {
                radii.Add(radius);
            }
        }

        for (int i = 0; i < hidden.Length && radii.Count > 0; i++)
        {
            (double x, double y) = ((i % width) - ring.X, (i / width) - ring.Y);
            double distance = Math.Sqrt((x * x) + (y * y));
            hidden[i] = distance <= ring.Outer + 4 && radii.Exists(radius => Math.Abs(radius - distance) < Slack);
        }

        return hidden;
    }
}

/// <summary>How a drawn word fits a place.</summary>
/// <param name="Gain">Squared error that it takes away, in inked pixels.</param>
/// <param name="Met">Share of its visible ink that is there.</param>
/// <param name="Seen">Share of its ink that no ring hides.</param>
internal readonly record struct Fit(double Gain, double Met, double Seen);
