using Dau.Input;
using Dau.Vision.Cleaning;
using Dau.Vision.Rasterising;

namespace Dau.Vision.Tests.Workers;

/// <summary>A picture file with one line of text on it, in a folder of its own that goes with it.</summary>
internal sealed class TestPages : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dau-vision-").FullName;

    public TestPages()
    {
        using var picture = new Mat(400, 1240, MatType.CV_8UC1, Scalar.White);
        Cv2.PutText(picture, "CONG VAN 2024", new Point(100, 220), HersheyFonts.HersheyDuplex, 2.6, Scalar.Black, 5, LineTypes.AntiAlias);
        string path = Path.Combine(_folder, "page.png");
        System.IO.File.WriteAllBytes(path, PngEncoder.Encode(picture, PictureKind.Grey));
        Page = new InputPage { Number = 1, Width = picture.Width, Height = picture.Height, Dpi = 200 };
        File = new InputFile { Path = path, Format = InputFormat.Png, Sha256 = "", Bytes = 1, PageCount = 1, Pages = [Page] };
    }

    /// <summary>The same page as the second of a file in several pages.</summary>
    public InputFile Tiff()
    {
        using Mat picture = Cv2.ImRead(File.Path, ImreadModes.Grayscale);
        using var blank = new Mat(picture.Size(), MatType.CV_8UC1, Scalar.White);
        string path = Path.Combine(_folder, "pages.tiff");
        Cv2.ImWrite(path, [blank, picture]);
        return File with { Path = path, Format = InputFormat.Tiff, PageCount = 2, Pages = [Page, Page with { Number = 2 }] };
    }

    public InputFile File { get; }

    public InputPage Page { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
