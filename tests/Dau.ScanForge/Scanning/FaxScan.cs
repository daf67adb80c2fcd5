using OpenCvSharp;

namespace Dau.ScanForge.Scanning;

/// <summary>A fax or a copier's 1-bit file: 150 dpi, black and white, specks.</summary>
internal sealed class FaxScan : ICondition
{
    public int Dpi => 150;

    public int DrawDpi => 300;

    public bool Colour => false;

    public ScannedPage Scan(Mat drawn, ForgeRandom random)
    {
        double[] toScan = Transforms.Chain(
            Transforms.Scale((double)Dpi / DrawDpi),
            Transforms.Rotation(random.Between(-0.8, 0.8), drawn.Cols / 4.0, drawn.Rows / 4.0));
        Size size = new(drawn.Cols / 2, drawn.Rows / 2);
        using Mat soft = new();
        Cv2.CvtColor(drawn, soft, ColorConversionCodes.BGR2GRAY);
        Effects.Blur(soft, 0.8);
        Mat picture = new();
        using (Mat matrix = Transforms.ToMat(toScan))
        {
            Cv2.WarpPerspective(soft, picture, matrix, size, InterpolationFlags.Linear, BorderTypes.Constant, Scalar.All(255));
        }

        Effects.Noise(picture, 14, random.Fork("noise"));
        Cv2.Threshold(picture, picture, random.Between(150, 178), 255, ThresholdTypes.Binary);
        Effects.Specks(picture, random.Between(250, 700), 1.35, true, random.Fork("specks"));
        Effects.Specks(picture, random.Between(200, 500), 1.0, false, random.Fork("holes"));
        Cv2.Threshold(picture, picture, 128, 255, ThresholdTypes.Binary);
        return new ScannedPage(picture, Transforms.Map(Transforms.Chain(Transforms.Scale(DrawDpi / 72.0), toScan)), Storage.Bilevel);
    }
}
