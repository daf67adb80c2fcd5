using OpenCvSharp;

namespace Dau.ScanForge.Scanning;

/// <summary>Paper that does not lie flat: waves along one side, and folds that cast a thin shade.</summary>
internal sealed class Curl
{
    private readonly double _height;
    private readonly double _wave;
    private readonly double _phase;
    private readonly double _columns;
    private readonly List<(double Place, bool Level)> _folds = [];

    private Curl(double height, double wave, double phase, int columns)
    {
        (_height, _wave, _phase, _columns) = (height, wave, phase, columns);
    }

    public static Curl Draw(ForgeRandom random, int columns, int rows, List<string> effects)
    {
        bool curled = random.Chance(0.6);
        Curl curl = new(curled ? rows * random.Between(0.004, 0.014) : 0, random.Between(0.5, 1.3), random.Between(0.0, Math.PI), columns);
        if (curled)
        {
            effects.Add("curled");
        }

        if (random.Chance(0.45))
        {
            curl._folds.Add((rows * random.Between(0.3, 0.7), true));
            if (random.Chance(0.5))
            {
                curl._folds.Add((columns * random.Between(0.4, 0.6), false));
            }

            effects.Add("folded");
        }

        return curl;
    }

    /// <summary>Where a point of the flat page comes to lie, in pixels of the drawn page.</summary>
    public (double X, double Y) Forward(double x, double y) => (x, y + Lift(x));

    /// <summary>The page bent; what lies beyond its edge repeats the edge.</summary>
    public Mat Bend(Mat flat)
    {
        if (_height == 0)
        {
            return flat.Clone();
        }

        int rows = flat.Rows, columns = flat.Cols;
        using Mat mapX = new(rows, columns, MatType.CV_32FC1);
        using Mat mapY = new(rows, columns, MatType.CV_32FC1);
        float[] lifts = [.. Enumerable.Range(0, columns).Select(x => (float)Lift(x))];
        for (int y = 0; y < rows; y++)
        {
            Span<float> rowX = mapX.RowSpan<float>(y), rowY = mapY.RowSpan<float>(y);
            for (int x = 0; x < columns; x++)
            {
                rowX[x] = x;
                rowY[x] = y - lifts[x];
            }
        }

        Mat bent = new();
        Cv2.Remap(flat, bent, mapX, mapY, InterpolationFlags.Linear, flat.Channels() == 1 ? BorderTypes.Constant : BorderTypes.Replicate);
        return bent;
    }

    /// <summary>Darkens the slopes of the wave and the folds.</summary>
    public void Shade(Mat sheet)
    {
        int rows = sheet.Rows, columns = sheet.Cols;
        using Mat factor = new(rows, columns, MatType.CV_32FC1, Scalar.All(1));
        for (int y = 0; y < rows; y++)
        {
            Span<float> row = factor.RowSpan<float>(y);
            for (int x = 0; x < columns; x++)
            {
                double slope = _height == 0 ? 0 : Math.Cos((Math.PI * 2 * _wave * x / _columns) + _phase);
                double light = 1 - (0.06 * slope);
                foreach ((double place, bool level) in _folds)
                {
                    double distance = (level ? y : x) - place;
                    light -= Math.Abs(distance) < 40 ? 0.16 * Math.Exp(-Math.Abs(distance) / 9) * (distance < 0 ? 1 : 0.4) : 0;
                }

                row[x] = (float)light;
            }
        }

        Effects.Multiply(sheet, factor);
    }

    private double Lift(double x) => _height * Math.Sin((Math.PI * 2 * _wave * x / _columns) + _phase);
}
