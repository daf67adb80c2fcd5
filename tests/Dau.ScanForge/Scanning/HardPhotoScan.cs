using OpenCvSharp;

namespace Dau.ScanForge.Scanning;

/// <summary>
/// A bad phone photo: cluttered or light desk, turned up to 25°, steep perspective, curled or folded paper, corners out of the picture, hard shadows, glare,
/// shaken hand. Each page gets some of these, drawn from its seed.
/// </summary>
internal sealed class HardPhotoScan : ICondition
{
    public int Dpi => 180;

    public int DrawDpi => 300;

    public bool Colour => true;

    public ScannedPage Scan(Mat drawn, ForgeRandom random)
    {
        List<string> effects = [];
        int columns = drawn.Cols, rows = drawn.Rows;
        using Mat sheet = drawn.Clone();
        Effects.Blur(sheet, random.Between(0.7, 1.2));
        Effects.Paper(sheet, random.Between(0.88, 0.96), 0.015, random.Fork("paper"));
        Curl curl = Curl.Draw(random.Fork("curl"), columns, rows, effects);
        curl.Shade(sheet);
        using Mat mask = new(rows, columns, MatType.CV_8UC1, Scalar.All(255));
        using Mat bent = curl.Bend(sheet);
        using Mat bentMask = curl.Bend(mask);

        double width = columns * (double)Dpi / DrawDpi, height = rows * (double)Dpi / DrawDpi;
        bool cut = random.Chance(0.3);
        double room = cut ? 1.02 : 1.3;
        Size size = new((int)(width * room), (int)(height * (cut ? 1.02 : 1.22)));
        double[] toScan = Placing(random.Fork("place"), columns, rows, width, height, size, cut, effects);
        using Mat matrix = Transforms.ToMat(toScan);

        Mat picture = Desk.Draw(size, random.Fork("desk"), effects);
        using Mat warped = new();
        using Mat warpedMask = new();
        Cv2.WarpPerspective(bent, warped, matrix, size, InterpolationFlags.Area, BorderTypes.Replicate);
        Cv2.WarpPerspective(bentMask, warpedMask, matrix, size, InterpolationFlags.Nearest);
        warped.CopyTo(picture, warpedMask);
        Light(picture, random.Fork("light"), effects);
        if (random.Chance(0.35))
        {
            Shake(picture, random.Fork("shake"));
            effects.Add("motion blur");
        }

        Effects.Noise(picture, random.Between(3.0, 6.0), random.Fork("noise"));
        PointMap projective = Transforms.Map(toScan);
        const double Scale = 300.0 / 72;
        (double X, double Y) Map(double x, double y)
        {
            (double bx, double by) = curl.Forward(x * Scale, y * Scale);
            return projective(bx, by);
        }

        return new ScannedPage(picture, Map, Storage.Jpeg, random.Between(50, 70)) { Effects = effects };
    }

    private static double[] Placing(ForgeRandom random, double columns, double rows, double width, double height, Size size, bool cut, List<string> effects)
    {
        double turn = random.Chance(0.6) ? random.Between(-25.0, 25.0) : random.Between(-6.0, 6.0);
        turn = cut ? random.Between(-3.0, 3.0) : turn;
        double lean = random.Between(0.02, 0.14);
        double shrink = cut ? 1.02 : 1 / (1 + (Math.Abs(Math.Sin(turn * Math.PI / 180)) * 0.42));
        if (cut)
        {
            effects.Add("cut-off corner");
        }

        effects.Add(FormattableString.Invariant($"turned {turn:0}°"));
        double w = width * shrink, h = height * shrink;
        double left = (size.Width - w) / 2, top = (size.Height - h) / 2;
        (double X, double Y)[] corners = [(left, top), (left + w, top), (left + w, top + h), (left, top + h)];
        int far = random.Below(4);
        PointMap rotate = Transforms.Map(Transforms.Rotation(turn, size.Width / 2.0, size.Height / 2.0));
        Point2f[] to = new Point2f[4];
        for (int i = 0; i < 4; i++)
        {
            // The side that is farther away is shorter.
            bool away = i == far || i == (far + 1) % 4;
            double pull = away ? lean : 0;
            double x = corners[i].X + (((size.Width / 2.0) - corners[i].X) * pull), y = corners[i].Y + (((size.Height / 2.0) - corners[i].Y) * pull * 0.6);
            (double px, double py) = rotate(x, y);
            to[i] = new Point2f((float)px, (float)py);
        }

        Point2f[] from = [new(0, 0), new((float)columns, 0), new((float)columns, (float)rows), new(0, (float)rows)];
        using Mat matrix = Cv2.GetPerspectiveTransform(from, to);
        return Transforms.FromMat(matrix);
    }

    private static void Light(Mat picture, ForgeRandom random, List<string> effects)
    {
        int shadows = random.Between(1, 2);
        for (int i = 0; i < shadows; i++)
        {
            Lighting.Shadow(picture, random.Between(0.4, 0.68), random.Between(0.006, 0.05), random);
        }

        effects.Add($"{shadows} hard shadow{(shadows == 1 ? "" : "s")}");
        if (random.Chance(0.3))
        {
            Lighting.Glare(picture, random);
            effects.Add("glare");
        }
    }

    private static void Shake(Mat picture, ForgeRandom random)
    {
        int length = random.Between(3, 5);
        using Mat kernel = new(length, length, MatType.CV_32FC1, Scalar.All(0));
        bool across = random.Chance(0.5);
        for (int i = 0; i < length; i++)
        {
            kernel.Set(across ? length / 2 : i, across ? i : length / 2, 1f / length);
        }

        Cv2.Filter2D(picture, picture, -1, kernel);
    }
}
