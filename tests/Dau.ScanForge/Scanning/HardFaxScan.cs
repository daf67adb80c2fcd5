using OpenCvSharp;

namespace Dau.ScanForge.Scanning;

/// <summary>A fax of a fax: 100 to 130 dpi drawn into a 1-bit page, lines dropped or doubled, streaks, clotted or thin strokes.</summary>
internal sealed class HardFaxScan : ICondition
{
    public int Dpi => 115;

    public int DrawDpi => 345;

    public bool Colour => false;

    public ScannedPage Scan(Mat drawn, ForgeRandom random)
    {
        double[] toScan = Transforms.Chain(
            Transforms.Scale((double)Dpi / DrawDpi), Transforms.Rotation(random.Between(-1.6, 1.6), drawn.Cols / 6.0, drawn.Rows / 6.0));
        Size size = new(drawn.Cols / 3, drawn.Rows / 3);
        List<string> effects = [];
        using Mat soft = new();
        Cv2.CvtColor(drawn, soft, ColorConversionCodes.BGR2GRAY);
        Effects.Blur(soft, 1.2);
        Mat picture = new();
        using (Mat matrix = Transforms.ToMat(toScan))
        {
            Cv2.WarpPerspective(soft, picture, matrix, size, InterpolationFlags.Area, BorderTypes.Constant, Scalar.All(255));
        }

        Effects.Noise(picture, 16, random.Fork("noise"));
        double threshold = random.Between(150, 185);
        effects.Add(FormattableString.Invariant($"threshold {threshold:0}"));
        Cv2.Threshold(picture, picture, threshold, 255, ThresholdTypes.Binary);
        Drop(picture, random.Fork("drop"), effects);
        Effects.Specks(picture, random.Between(200, 600), 1.2, true, random.Fork("specks"));
        Cv2.Threshold(picture, picture, 128, 255, ThresholdTypes.Binary);
        return new ScannedPage(picture, Transforms.Map(Transforms.Chain(Transforms.Scale(DrawDpi / 72.0), toScan)), Storage.Bilevel) { Effects = effects };
    }

    /// <summary>Scan lines that were lost on the way, and streaks along the paper's path.</summary>
    private static void Drop(Mat picture, ForgeRandom random, List<string> effects)
    {
        int rows = picture.Rows, columns = picture.Cols;
        int lost = random.Between(0, 14);
        for (int i = 0; i < lost; i++)
        {
            Cv2.Rectangle(picture, new Rect(0, random.Below(rows), columns, 1), Scalar.All(255), -1);
        }

        effects.Add($"{lost} lines lost");
        int streaks = random.Between(0, 3);
        for (int i = 0; i < streaks; i++)
        {
            int x = random.Below(columns), from = random.Below(rows / 2);
            Cv2.Line(picture, new Point(x, from), new Point(x, from + random.Between(rows / 5, rows / 2)), Scalar.All(0), 1);
        }

        effects.Add($"{streaks} streaks");
    }
}
