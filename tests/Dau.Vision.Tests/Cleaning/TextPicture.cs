using Dau.Input;
using Dau.ScanForge;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using Dau.Vision.Rasterising;

namespace Dau.Vision.Tests.Cleaning;

/// <summary>The first page of an invented letter, as a clean grey picture at 150 dpi, made once.</summary>
internal static class TextPicture
{
    public const int Dpi = 150;

    private static readonly Lazy<Mat> Page = new(Make);

    /// <summary>The page; the caller's to dispose.</summary>
    public static Mat Load() => Page.Value.Clone();

    /// <summary>The page turned about its middle by <paramref name="degrees"/>, clockwise.</summary>
    public static Mat Turned(double degrees)
    {
        using Mat page = Load();
        using Mat matrix = Cv2.GetRotationMatrix2D(new Point2f(page.Width / 2f, page.Height / 2f), -degrees, 1);
        var turned = new Mat();
        Cv2.WarpAffine(page, turned, matrix, page.Size(), InterpolationFlags.Cubic, BorderTypes.Constant, Scalar.White);
        return turned;
    }

    private static Mat Make()
    {
        ForgedDocument letter = Forge.MakeDocument(LetterShelf.All[0], new ScanOptions { Condition = "clean" });
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, letter.Pdf);
        (int width, int height) = (letter.Pages[0].Width * Dpi / letter.Pages[0].Dpi, letter.Pages[0].Height * Dpi / letter.Pages[0].Dpi);
        using Mat picture = PageRasteriser.Rasterise(new PageSource
        {
            Path = path,
            Format = InputFormat.Pdf,
            Page = new InputPage { Number = 1, Width = width, Height = height, Dpi = Dpi },
            MaxPixels = 10_000_000,
            Timeout = TimeSpan.FromSeconds(60),
        });
        File.Delete(path);
        var grey = new Mat();
        Cv2.CvtColor(picture, grey, ColorConversionCodes.BGR2GRAY);
        return grey;
    }
}
