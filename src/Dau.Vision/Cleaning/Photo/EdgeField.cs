using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace Dau.Vision.Cleaning.Photo;

/// <summary>
/// Where a small view of a photo changes its colour, and which way. Text is closed away first and brightness taken as its logarithm, so that an edge of paper
/// looks the same in light and in shadow.
/// </summary>
internal sealed class EdgeField
{
    private const double ColourWeight = 1.6;
    private const float LeastStrength = 6;
    private readonly float[][] _x;
    private readonly float[][] _y;

    private EdgeField(Size size, float[][] x, float[][] y) => (Width, Height, _x, _y) = (size.Width, size.Height, x, y);

    public int Width { get; }

    public int Height { get; }

    /// <param name="closed">The view without text, 8 bits, three channels.</param>
    public static EdgeField Make(Mat closed)
    {
        using Mat lab = ToLogLab(closed);
        Mat[] channels = lab.Split();
        float[][] xs = new float[3][];
        float[][] ys = new float[3][];
        for (int i = 0; i < 3; i++)
        {
            using Mat channel = channels[i];
            using var dx = new Mat();
            using var dy = new Mat();
            Cv2.Sobel(channel, dx, MatType.CV_32F, 1, 0, 3, 0.25, 0, BorderTypes.Replicate);
            Cv2.Sobel(channel, dy, MatType.CV_32F, 0, 1, 3, 0.25, 0, BorderTypes.Replicate);
            dx.GetArray(out xs[i]);
            dy.GetArray(out ys[i]);
        }

        return new EdgeField(closed.Size(), xs, ys);
    }

    /// <summary>How strongly the picture changes at a pixel in a direction: above 0 where it grows lighter that way, below where it does not.</summary>
    public float Across(int x, int y, float nx, float ny)
    {
        int i = (y * Width) + x;
        float light = (_x[0][i] * nx) + (_y[0][i] * ny);
        float a = (_x[1][i] * nx) + (_y[1][i] * ny);
        float b = (_x[2][i] * nx) + (_y[2][i] * ny);
        float strength = MathF.Sqrt((light * light) + (a * a) + (b * b));
        return light < 0 ? -strength : strength;
    }

    /// <summary>Strength from which a change counts as an edge.</summary>
    public static float Least => LeastStrength;

    /// <summary>Places whose change is the strongest across their edge, with its direction in radians, 0 to π.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public List<(short X, short Y, float Angle)> Points()
    {
        var points = new List<(short, short, float)>();
        for (int y = 2; y < Height - 2; y++)
        {
            for (int x = 2; x < Width - 2; x++)
            {
                int i = (y * Width) + x;
                // The direction is that of the channel that changes most.
                int most = 0;
                float best = 0;
                for (int c = 0; c < 3; c++)
                {
                    float square = (_x[c][i] * _x[c][i]) + (_y[c][i] * _y[c][i]);
                    (best, most) = square > best ? (square, c) : (best, most);
                }

                if (best < LeastStrength * LeastStrength * 0.6f)
                {
                    continue;
                }

                float length = MathF.Sqrt(best);
                (float nx, float ny) = (_x[most][i] / length, _y[most][i] / length);
                int ahead = ((int)MathF.Round(y + ny) * Width) + (int)MathF.Round(x + nx);
                int behind = ((int)MathF.Round(y - ny) * Width) + (int)MathF.Round(x - nx);
                if (best >= Square(most, ahead) && best >= Square(most, behind))
                {
                    float angle = MathF.Atan2(ny, nx);
                    points.Add(((short)x, (short)y, angle < 0 ? angle + MathF.PI : angle));
                }
            }
        }

        return points;
    }

    private float Square(int channel, int i) => (_x[channel][i] * _x[channel][i]) + (_y[channel][i] * _y[channel][i]);

    private static Mat ToLogLab(Mat closed)
    {
        using var lab = new Mat();
        Cv2.CvtColor(closed, lab, ColorConversionCodes.BGR2Lab);
        using var wide = new Mat();
        lab.ConvertTo(wide, MatType.CV_32FC3);
        Mat[] channels = wide.Split();
        // Ten levels at the dark end, so that noise in a deep shadow does not become an edge.
        using Mat lifted = channels[0] + new Scalar(12);
        Cv2.Log(lifted, channels[0]);
        channels[0].ConvertTo(channels[0], MatType.CV_32F, 110);
        channels[1].ConvertTo(channels[1], MatType.CV_32F, ColourWeight);
        channels[2].ConvertTo(channels[2], MatType.CV_32F, ColourWeight);
        var result = new Mat();
        Cv2.Merge(channels, result);
        foreach (Mat channel in channels)
        {
            channel.Dispose();
        }

        return result;
    }
}
