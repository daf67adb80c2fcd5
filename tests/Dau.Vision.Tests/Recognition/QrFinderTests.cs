using Dau.Vision.Tests.Cleaning;
using Dau.Vision.Cleaning;
using Dau.Vision.Recognition;
using QRCoder;

namespace Dau.Vision.Tests.Recognition;

public sealed class QrFinderTests
{
    private const string Payload = "https://vanban.example/tra-cuu?so=12-XY";

    [Theory]
    [InlineData(150)]
    [InlineData(300)]
    public void A_code_on_a_page_is_decoded_where_it_stands(int dpi)
    {
        using WorkPage page = MakePage(dpi, Payload);
        using PageView view = PageView.Make(page);
        Mark code = Assert.Single(QrFinder.Find(page, view));
        Assert.Equal(Payload, code.Payload);
        Assert.InRange(code.Box.X + (code.Box.Width / 2.0), (40 / 25.4 * dpi) - 8, (40 / 25.4 * dpi) + 8);
    }

    [Fact]
    public void A_page_of_print_has_no_code()
    {
        using var page = new WorkPage(TextPicture.Load(), TextPicture.Dpi);
        using PageView view = PageView.Make(page);
        Assert.Empty(QrFinder.Find(page, view));
    }

    /// <summary>A4 with a code of 20 mm whose middle is 40 mm from the left and 60 mm from the top.</summary>
    private static WorkPage MakePage(int dpi, string payload)
    {
        var picture = new Mat((int)(297 / 25.4 * dpi), (int)(210 / 25.4 * dpi), MatType.CV_8UC1, Scalar.White);
        using QRCodeData code = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        int modules = code.ModuleMatrix.Count;
        // The matrix has its quiet zone of four modules on each side.
        double module = 20.0 / (modules - 8) / 25.4 * dpi;
        double left = (40.0 / 25.4 * dpi) - (modules / 2.0 * module);
        double top = (60.0 / 25.4 * dpi) - (modules / 2.0 * module);
        for (int y = 0; y < modules; y++)
        {
            for (int x = 0; x < modules; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    Rect box = Rect.FromLTRB((int)(left + (x * module)), (int)(top + (y * module)), (int)(left + ((x + 1) * module)), (int)(top + ((y + 1) * module)));
                    picture.Rectangle(box, Scalar.Black, -1);
                }
            }
        }

        return new WorkPage(picture, dpi);
    }
}
