using Dau.Vision.Cleaning;
using Dau.Vision.Rasterising;

namespace Dau.Vision.Tests.Rasterising;

public sealed class PngEncoderTests
{
    [Theory]
    [InlineData(1)] // a single pixel
    [InlineData(7)] // narrower than what is packed at once
    [InlineData(333)]
    public void Every_pixel_comes_back(int side)
    {
        using var picture = new Mat(side + 3, side, MatType.CV_8UC3);
        Cv2.Randu(picture, Scalar.All(0), Scalar.All(256));
        AssertSame(picture, PngEncoder.Encode(picture, PictureKind.Colour));
        using Mat green = picture.ExtractChannel(1);
        AssertSame(green, PngEncoder.Encode(picture, PictureKind.Grey));
    }

    [Fact]
    public void Part_of_a_picture_is_packed_by_its_own_rows()
    {
        using var picture = new Mat(40, 50, MatType.CV_8UC1);
        Cv2.Randu(picture, Scalar.All(0), Scalar.All(256));
        using Mat part = picture.SubMat(new Rect(3, 5, 20, 30));
        AssertSame(part, PngEncoder.Encode(part, PictureKind.Grey));
    }

    [Fact]
    public void Black_and_white_takes_a_bit_a_pixel()
    {
        using var picture = new Mat(64, 64, MatType.CV_8UC1, Scalar.White);
        picture.Rectangle(new Rect(10, 10, 20, 20), Scalar.Black, -1);
        byte[] png = PngEncoder.Encode(picture, PictureKind.Bilevel);
        Assert.Equal(1, png[24]);
        AssertSame(picture, png);
    }

    private static void AssertSame(Mat expected, byte[] png)
    {
        using Mat back = Cv2.ImDecode(png, ImreadModes.Unchanged);
        Assert.Equal(expected.Type(), back.Type());
        Assert.Equal(0, Cv2.Norm(expected, back, NormTypes.INF));
    }
}
