using Dau.Vision.Rasterising;

namespace Dau.Vision.Tests.Rasterising;

public sealed class TiffPagesTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".tiff");

    public TiffPagesTests()
    {
        using var white = new Mat(20, 30, MatType.CV_8UC1, Scalar.White);
        using var black = new Mat(40, 50, MatType.CV_8UC1, Scalar.Black);
        Cv2.ImWrite(_path, [white, black]);
    }

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(1, 30, 255)]
    [InlineData(2, 50, 0)]
    public void Each_page_is_decoded_by_itself(int number, int width, int shade)
    {
        using Mat? page = TiffPages.Decode(_path, number);
        Assert.NotNull(page);
        Assert.Equal((width, shade), (page.Width, page.At<byte>(5, 5)));
    }

    [Theory]
    [InlineData(3)] // past the end
    [InlineData(1000)]
    public void A_page_that_is_not_there_is_none(int number) => Assert.Null(TiffPages.Decode(_path, number));

    [Fact]
    public void The_file_itself_is_not_changed()
    {
        byte[] before = File.ReadAllBytes(_path);
        TiffPages.Decode(_path, 2)?.Dispose();
        Assert.Equal(before, File.ReadAllBytes(_path));
    }
}
