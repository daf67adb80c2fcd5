using Dau.Vision.Rasterising;

namespace Dau.Vision.Tests.Rasterising;

public sealed class PdfColoursTests
{
    [Theory]
    [InlineData(true, "1 0 image 2480 3507 gray 1 1 ccitt no 5 0 300 300 50.2K 4.7%")] // a fax
    [InlineData(true, "1 0 image 2480 3507 icc 1 8 jpeg no 5 0 300 300 50.2K 4.7%")] // grey with a profile
    [InlineData(false, "1 0 image 1670 2337 rgb 3 8 jpeg no 7 0 200 200 234K 2.0%")] // a colour scan
    [InlineData(false, "1 0 image 1670 2337 index 1 8 image no 7 0 200 200 234K 2.0%")] // a palette may hold colours
    [InlineData(false, "1 0 stencil 1670 2337 - 1 1 jbig2 no 7 0 200 200 234K 2.0%")] // painted in any colour
    [InlineData(false, "1 0 image 1673 2339 gray 1 1 ccitt no 7 0 200 200 31K 6.6%", "1 1 image 273 278 rgb 3 8 image no 13 0 267 267 119K 54%")] // a red seal set over a fax
    [InlineData(false)] // no image at all: drawn
    public void Only_pages_whose_images_are_all_grey_are_grey(bool grey, params string[] images) =>
        Assert.Equal(grey, PdfColours.AreGrey(["page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio", "-----", .. images]));
}
