using OpenCvSharp;

namespace Dau.ScanForge.Scanning;

/// <summary>An office scanner: 200 dpi, skewed up to 1.5°, worn toner, a little blur and noise, JPEG.</summary>
internal sealed class OfficeScan : ICondition
{
    public int Dpi => 200;

    public int DrawDpi => 400;

    public bool Colour => true;

    public ScannedPage Scan(Mat drawn, ForgeRandom random)
    {
        double[] toScan = Transforms.Chain(
            Transforms.Scale((double)Dpi / DrawDpi),
            Transforms.Rotation(random.Between(-1.5, 1.5), drawn.Cols / 4.0, drawn.Rows / 4.0));
        Size size = new(drawn.Cols / 2, drawn.Rows / 2);
        using Mat soft = drawn.Clone();
        Effects.Blur(soft, random.Between(0.9, 1.5));
        Mat picture = new();
        using (Mat matrix = Transforms.ToMat(toScan))
        {
            Cv2.WarpPerspective(soft, picture, matrix, size, InterpolationFlags.Linear, BorderTypes.Constant, Scalar.All(255));
        }

        Effects.Faint(picture, 0.05, random.Between(0.2, 0.42), random.Fork("faint"));
        Effects.Specks(picture, random.Between(15, 60), 1.6, true, random.Fork("specks"));
        Effects.Paper(picture, random.Between(0.955, 0.99), 0.012, random.Fork("paper"));
        Effects.Noise(picture, random.Between(2.0, 4.5), random.Fork("noise"));
        return new ScannedPage(picture, Transforms.Map(Transforms.Chain(Transforms.Scale(DrawDpi / 72.0), toScan)), Storage.Jpeg, random.Between(55, 75));
    }
}
