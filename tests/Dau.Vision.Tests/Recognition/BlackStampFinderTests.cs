using Dau.Vision.Cleaning;
using Dau.Vision.Recognition;

namespace Dau.Vision.Tests.Recognition;

public sealed class BlackStampFinderTests
{
    [Theory]
    [InlineData("HỎA TỐC", MarkKind.UrgencyStamp)]
    [InlineData("HOẢ TỐC HẸN GIỜ", MarkKind.UrgencyStamp)] // the other placement of the tone, with an hour
    [InlineData("THƯỢNG KHẨN", MarkKind.UrgencyStamp)]
    [InlineData("MẬT", MarkKind.UrgencyStamp)] // degrees of secrecy are stamped alike
    [InlineData("UBND XÃ ĐẾN Số: 12 Ngày: 3/4", MarkKind.ReceiptStamp)]
    [InlineData("Đến ngày 30 tháng 6", MarkKind.ReceiptStamp)] // a framed stamp whose words were read poorly
    [InlineData("Số vụ việc", null)] // a cell of a table
    [InlineData("BÍ MẬT NHÀ NƯỚC", null)] // a heading in a frame
    [InlineData("", null)] // a frame in which nothing was read
    public void A_frame_is_a_stamp_by_what_it_says(string text, MarkKind? kind) => Assert.Equal(kind, BlackStampFinder.KindOf([text]));

    [Fact]
    public void A_stamp_is_reported_once_with_its_box()
    {
        var picture = new Mat(1100, 800, MatType.CV_8UC1, Scalar.White);
        picture.Rectangle(new Rect(100, 100, 170, 48), Scalar.Black, 2);
        using var page = new WorkPage(picture, 100);
        using PageView view = PageView.Make(page);
        Word[] words = [Make("HỎA", new PixelBox(115, 112, 60, 24)), Make("TỐC", new PixelBox(185, 112, 60, 24))];
        Mark stamp = Assert.Single(BlackStampFinder.Find(view, page.Frame, words, []));
        Assert.Equal((MarkKind.UrgencyStamp, "black"), (stamp.Kind, stamp.Colour));
        Assert.InRange(stamp.Box.X, 97, 103);
        Assert.InRange(stamp.Box.Width, 166, 176);
        Assert.Empty(BlackStampFinder.Find(view, page.Frame, words, [stamp]));
    }

    private static Word Make(string text, PixelBox box) => new() { Id = "p1w1", Ocr = text, Source = text, Box = box };
}
