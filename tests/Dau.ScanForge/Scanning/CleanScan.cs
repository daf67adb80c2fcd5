using OpenCvSharp;

namespace Dau.ScanForge.Scanning;

/// <summary>A good flatbed scan: 300 dpi, straight to a tenth of a degree, lossless.</summary>
internal sealed class CleanScan : ICondition
{
    public int Dpi => 300;

    public int DrawDpi => 300;

    public bool Colour => true;

    public ScannedPage Scan(Mat drawn, ForgeRandom random)
    {
        Mat picture = drawn.Clone();
        Effects.Blur(picture, 0.5);
        return new ScannedPage(picture, Transforms.Map(Transforms.Scale(Dpi / 72.0)), Storage.Lossless);
    }
}
