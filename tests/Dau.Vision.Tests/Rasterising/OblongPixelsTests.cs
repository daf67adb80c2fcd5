using Dau.Input;
using Dau.Vision.Rasterising;

namespace Dau.Vision.Tests.Rasterising;

public sealed class OblongPixelsTests : IDisposable
{
    private const int ResolutionUnit = 256, XDpi = 257, YDpi = 258, Inch = 2;
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".tiff");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(204, 98, 1000, 1041)] // a fax of standard resolution
    [InlineData(98, 204, 2082, 500)]
    [InlineData(204, 196, 1000, 500)] // a fine one is left as it is
    [InlineData(204, 10, 1000, 500)] // no scanner does that
    public async Task Pages_of_oblong_pixels_are_made_square(int x, int y, int width, int height)
    {
        // An inch of black from the left and the top.
        using var picture = new Mat(500, 1000, MatType.CV_8UC1, Scalar.White);
        picture.Rectangle(new Rect(0, 0, x, y), Scalar.Black, -1);
        Cv2.ImWrite(_path, picture, [ResolutionUnit, Inch, XDpi, x, YDpi, y]);

        InputFile file = await new FileInspector().InspectAsync(_path, new InputOptions(), TestContext.Current.CancellationToken);
        InputPage page = Assert.Single(file.Pages);
        Assert.Equal((width, height, 204), (page.Width, page.Height, page.Dpi));
        using Mat drawn = PageRasteriser.Rasterise(new PageSource { Path = _path, Format = file.Format, Page = page, MaxPixels = 10_000_000, Timeout = TimeSpan.FromMinutes(1) });
        Assert.Equal((width, height), (drawn.Width, drawn.Height));
        Assert.Equal(x * y * (width * height / 500_000.0), drawn.Total() - Cv2.CountNonZero(drawn), 0.02 * drawn.Total());
    }
}
