using Dau.Input;
using Dau.Vision.Rasterising;
using Dau.Vision.Tests.ScanForge;

namespace Dau.Vision.Tests.Rasterising;

public sealed class EmbeddedJpegTests
{
    [Fact]
    public async Task A_scan_decoded_as_it_lies_is_the_scan_that_is_drawn()
    {
        PageSource source = await SourceAsync();
        using Mat decoded = EmbeddedJpeg.Decode(source)!;
        using Mat drawn = PdfRasteriser.Rasterise(source);
        Assert.Equal(drawn.Size(), decoded.Size());
        using Mat a = Grey(decoded), b = Grey(drawn), difference = new();

        // The program that draws may lay a pixel beside its place; a turned or mirrored picture is tens of levels apart.
        Cv2.Blur(a, a, new Size(7, 7));
        Cv2.Blur(b, b, new Size(7, 7));
        Cv2.Absdiff(a, b, difference);
        Assert.True(difference.Mean().Val0 < 1.5, $"{difference.Mean().Val0:0.00} grey levels apart");
    }

    [Theory]
    [InlineData(0, 1, "another size than inspection saw")]
    [InlineData(40, 0, "not the start of a JPEG")]
    [InlineData(100_000_000, 0, "behind the end of the file")]
    public async Task What_is_not_the_JPEG_that_inspection_saw_is_drawn_instead(int shift, int wider, string reason)
    {
        PageSource source = await SourceAsync();
        InputPage page = source.Page;
        Assert.True(EmbeddedJpeg.Decode(source with { Page = page with { Jpeg = page.Jpeg! with { Start = page.Jpeg.Start + shift }, Width = page.Width + wider } }) is null, reason);
    }

    private static async Task<PageSource> SourceAsync()
    {
        foreach (string path in Directory.GetFiles(SampleFilesTests.Folder, "*.pdf").Order(StringComparer.Ordinal))
        {
            InputFile file = await new FileInspector().InspectAsync(path, new InputOptions(), TestContext.Current.CancellationToken);
            if (file.Pages[0].Jpeg is not null)
            {
                return new PageSource { Path = path, Format = file.Format, Page = file.Pages[0], MaxPixels = 100_000_000, Timeout = TimeSpan.FromSeconds(30) };
            }
        }

        throw new InvalidOperationException("No sample is a scan of one JPEG.");
    }

    private static Mat Grey(Mat picture) => picture.Channels() == 1 ? picture.Clone() : picture.CvtColor(ColorConversionCodes.BGR2GRAY);
}
