using System.Text;
using Dau.Input;

namespace Dau.Tests.Input;

public sealed class PdfScanTests : IDisposable
{
    private const string A4 = "/MediaBox [0 0 595.2 841.92]";
    private const string WholePage = "q 595.2 0 0 841.92 0 0 cm /I1 Do Q";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_scan_that_is_one_JPEG_is_found_in_the_file_byte_for_byte()
    {
        // Two pages with pictures that begin alike, as those of one scanner do.
        TestPdf pdf = new TestPdf().Page(WholePage, A4, Jpeg("first")).Page(WholePage, A4, Jpeg("second"));
        (InputFile file, byte[] bytes) = await InspectAsync(pdf);
        Assert.Equal(["first", "second"], file.Pages.Select(page => Tail(bytes, page.Jpeg!)));
        Assert.All(file.Pages, page => Assert.Equal((0xFF, 0xD8), (bytes[page.Jpeg!.Start], bytes[page.Jpeg.Start + 1])));
    }

    [Theory]
    [InlineData(WholePage + " 10 10 100 100 re f", "", "", "a box is painted over the scan: a redaction must stay one")]
    [InlineData(WholePage + " 10 10 m 100 100 l S", "", "", "a line is drawn over the scan")]
    [InlineData("q 0 841.92 -595.2 0 595.2 0 cm /I1 Do Q", "", "", "the picture is turned")]
    [InlineData("q -595.2 0 0 841.92 595.2 0 cm /I1 Do Q", "", "", "the picture is mirrored")]
    [InlineData("q 595.2 0 0 841.92 0 0 cm /I1 Do Q q 100 0 0 100 0 0 cm /I1 Do Q", "", "", "a second picture lies on the first")]
    [InlineData(WholePage, "/Annots []", "", "annotations can hide or add what a viewer shows")]
    [InlineData(WholePage, "/Rotate 180", "", "the page is turned")]
    [InlineData(WholePage, "", "/Decode [1 0]", "the picture is shown inverted")]
    [InlineData(WholePage, "", "/DecodeParms<</ColorTransform 0>>", "the colours are coded another way")]
    [InlineData(WholePage, "", "/Mask [0 10]", "parts are not shown")]
    public async Task A_page_that_shows_more_or_less_than_its_JPEG_is_drawn(string content, string entries, string imageEntries, string reason)
    {
        (InputFile file, _) = await InspectAsync(new TestPdf().Page(content, A4 + entries, Jpeg("x", imageEntries)));
        Assert.True(file.Pages.Single().Jpeg is null, reason);
    }

    [Fact]
    public async Task A_visible_text_over_the_scan_rules_it_out_and_a_hidden_one_does_not()
    {
        foreach (int mode in new[] { 0, 3 })
        {
            var pdf = new TestPdf();
            pdf.Page(WholePage + "\n" + TestPdf.Show("ab", "ab", 100, 700, mode), A4, Jpeg("x"), pdf.Font("F1", "Test", "ab"));
            (InputFile file, _) = await InspectAsync(pdf);
            Assert.Equal(mode == 3, file.Pages.Single().Jpeg is not null);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static (string Name, string Stream) Jpeg(string tail, string entries = "")
    {
        string data = Encoding.Latin1.GetString(TestImages.Jpeg(1653, 2339, 200)) + tail;
        return ("I1", $"<</Type/XObject/Subtype/Image/Width 1653/Height 2339/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode{entries}/Length {data.Length}>>\nstream\n{data}\nendstream");
    }

    private static string Tail(byte[] bytes, ByteRange jpeg)
    {
        string all = Encoding.Latin1.GetString(bytes, (int)jpeg.Start, jpeg.Length);
        return string.Concat(all.Reverse().TakeWhile(char.IsAsciiLetterLower).Reverse());
    }

    private async Task<(InputFile File, byte[] Bytes)> InspectAsync(TestPdf pdf)
    {
        byte[] bytes = pdf.Bytes();
        string path = _folder.File("scan.pdf", bytes);
        return (await new FileInspector().InspectAsync(path, new InputOptions(), TestContext.Current.CancellationToken), bytes);
    }
}
