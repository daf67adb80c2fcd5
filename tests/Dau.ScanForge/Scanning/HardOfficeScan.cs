using OpenCvSharp;

namespace Dau.ScanForge.Scanning;

/// <summary>A poor office scan: 150 dpi, up to 4° skewed, faint, with coffee rings, show-through of a back page, dark scanner edges and punched holes; strong JPEG.</summary>
internal sealed class HardOfficeScan : ICondition
{
    public int Dpi => 150;

    public int DrawDpi => 300;

    public bool Colour => true;

    public ScannedPage Scan(Mat drawn, ForgeRandom random)
    {
        List<string> effects = [];
        double[] toScan = Transforms.Chain(
            Transforms.Scale((double)Dpi / DrawDpi), Transforms.Rotation(random.Between(-4.0, 4.0), drawn.Cols / 4.0, drawn.Rows / 4.0));
        Size size = new(drawn.Cols / 2, drawn.Rows / 2);
        using Mat soft = drawn.Clone();
        Effects.Faint(soft, 0.1, random.Between(0.35, 0.6), random.Fork("faint"));
        if (random.Chance(0.6))
        {
            ShowThrough(soft, random);
            effects.Add("show-through");
        }

        if (random.Chance(0.5))
        {
            Coffee(soft, random.Fork("coffee"));
            effects.Add("coffee ring");
        }

        if (random.Chance(0.4))
        {
            Holes(soft);
            effects.Add("punched");
        }

        Effects.Blur(soft, random.Between(0.9, 1.3));
        Mat picture = new();
        double edge = random.Chance(0.5) ? 30 : 250;
        using (Mat matrix = Transforms.ToMat(toScan))
        {
            Cv2.WarpPerspective(soft, picture, matrix, size, InterpolationFlags.Linear, BorderTypes.Constant, Scalar.All(edge));
        }

        Effects.Specks(picture, random.Between(40, 160), 2.2, true, random.Fork("specks"));
        Effects.Paper(picture, random.Between(0.86, 0.95), 0.03, random.Fork("tone"));
        Effects.Noise(picture, random.Between(4.0, 7.0), random.Fork("noise"));
        PointMap map = Transforms.Map(Transforms.Chain(Transforms.Scale(DrawDpi / 72.0), toScan));
        return new ScannedPage(picture, map, Storage.Jpeg, random.Between(35, 55)) { Effects = effects };
    }

    /// <summary>The page's own print, mirrored and shifted, as if a similar page stood on the back.</summary>
    private static void ShowThrough(Mat picture, ForgeRandom random)
    {
        using Mat back = new();
        Cv2.Flip(picture, back, FlipMode.Y);
        Cv2.GaussianBlur(back, back, default, 2.2);
        using Mat move = new(2, 3, MatType.CV_64FC1, Scalar.All(0));
        move.Set(0, 0, 1.0);
        move.Set(1, 1, 1.0);
        move.Set(0, 2, random.Between(-60.0, 60.0));
        move.Set(1, 2, random.Between(-220.0, 220.0));
        Cv2.WarpAffine(back, back, move, picture.Size(), InterpolationFlags.Linear, BorderTypes.Constant, Scalar.All(255));
        double strength = random.Between(0.1, 0.22);
        using Mat factor = new();
        using Mat grey = new();
        Cv2.CvtColor(back, grey, ColorConversionCodes.BGR2GRAY);
        grey.ConvertTo(factor, MatType.CV_32FC1, strength / 255, 1 - strength);
        Effects.Multiply(picture, factor);
    }

    private static void Coffee(Mat picture, ForgeRandom random)
    {
        int rows = picture.Rows, columns = picture.Cols;
        using Mat stain = new(rows, columns, MatType.CV_8UC3, Scalar.All(0));
        Point centre = new(random.Below(columns), random.Below(rows));
        int radius = columns / 7;
        Scalar brown = new(random.Between(60, 110), random.Between(40, 75), random.Between(20, 45));
        Cv2.Circle(stain, centre, radius, brown, random.Between(8, 26), LineTypes.AntiAlias);
        Cv2.Ellipse(stain, centre, new Size(radius, radius - 6), 0, 20, 200, brown, 34, LineTypes.AntiAlias);
        Cv2.GaussianBlur(stain, stain, default, 4);
        Cv2.Subtract(picture, stain, picture);
    }

    private static void Holes(Mat picture)
    {
        int rows = picture.Rows, columns = picture.Cols;
        foreach (double y in new[] { 0.365, 0.635 })
        {
            Cv2.Circle(picture, new Point(columns * 0.055, rows * y), columns / 75, Scalar.All(40), -1, LineTypes.AntiAlias);
        }
    }
}
