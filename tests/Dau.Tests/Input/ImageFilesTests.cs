using Dau.Input;

namespace Dau.Tests.Input;

public sealed class ImageFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<byte[], int, int, int, int, string> Pictures => new()
    {
        { TestImages.Png(1654, 2339, 200), 1654, 2339, 200, 0, "pHYs says 200" },
        { TestImages.Png(2480, 3508), 2480, 3508, 300, 0, "nothing stated: A4" },
        { TestImages.Png(2480, 3508, 72), 2480, 3508, 300, 0, "72 means nothing" },
        { TestImages.Jpeg(1654, 2339, 200), 1654, 2339, 200, 0, "JFIF says 200" },
        { TestImages.Jpeg(4032, 3024, 300, 6, camera: true), 4032, 3024, 345, 90, "a camera's 300 means nothing; orientation 6 is a quarter turn" },
        { TestImages.Jpeg(1654, 2339, null, 3), 1654, 2339, 200, 180, "upside down" },
        { TestImages.WebP(1654, 2339), 1654, 2339, 200, 0, "WebP states none" },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Size_resolution_and_turn_come_from_the_header(byte[] bytes, int width, int height, int dpi, int turn, string reason)
    {
        InputFile file = await Inspect(bytes);
        InputPage page = Assert.Single(file.Pages);
        Assert.True((width, height, dpi, turn) == (page.Width, page.Height, page.Dpi, page.RotationDegrees), $"{reason}: {page}");
        Assert.Equal(1, file.PageCount);
    }

    [Fact]
    public async Task A_TIFF_has_a_page_for_each_directory()
    {
        InputFile file = await Inspect(TestImages.Tiff([(1654, 2339, 200), (2480, 3508, 300), (100, 200, 0)]));
        Assert.Equal([(1, 1654, 2339, 200), (2, 2480, 3508, 300), (3, 100, 200, 17)], file.Pages.Select(page => (page.Number, page.Width, page.Height, page.Dpi)));
    }

    [Fact]
    public async Task A_TIFF_bent_into_a_ring_ends()
    {
        InputFile file = await Inspect(TestImages.Tiff([(1654, 2339, 200), (2480, 3508, 300)], lastLink: 8));
        Assert.Equal(2, file.PageCount);
        Assert.Contains("breaks off", Assert.Single(file.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_oversized_page_of_a_TIFF_costs_that_page_only()
    {
        InputFile file = await Inspect(TestImages.Tiff([(1654, 2339, 200), (20_000, 20_000, 300)]));
        Assert.Null(file.Pages[0].Fault);
        Assert.Contains("limit", file.Pages[1].Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_JPEG_that_breaks_off_is_read_as_far_as_it_goes()
    {
        InputFile file = await Inspect(TestImages.Jpeg(1654, 2339, 200)[..^100]);
        Assert.Single(file.Pages);
        Assert.Contains("cut off", Assert.Single(file.Warnings), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<InputFile> Inspect(byte[] bytes) => new FileInspector().InspectAsync(_folder.File("a", bytes), new InputOptions(), TestContext.Current.CancellationToken);
}
