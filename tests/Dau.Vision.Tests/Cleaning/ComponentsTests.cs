using CsCheck;
using Dau.Vision.Cleaning;

namespace Dau.Vision.Tests.Cleaning;

public sealed class ComponentsTests
{
    [Theory]
    [InlineData(PixelConnectivity.Connectivity4)]
    [InlineData(PixelConnectivity.Connectivity8)]
    public void Parts_are_those_that_OpenCV_finds(PixelConnectivity connectivity) => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[1, 9], Gen.Int).Sample((width, height, density, seed) =>
    {
        using var mask = new Mat(height, width, MatType.CV_8UC1, Scalar.Black);
        var random = new Random(seed);
        for (int i = 0; i < width * height; i++)
        {
            mask.Set(i / width, i % width, random.Next(10) < density ? (byte)255 : (byte)0);
        }

        using var labels = new Mat();
        Assert.Equal(Sorted(Components.Of(mask, labels, connectivity)), Sorted(Components.Of(mask, connectivity)));
    });

    [Fact]
    public void Parts_come_in_the_order_of_their_first_pixels()
    {
        using var mask = new Mat(4, 9, MatType.CV_8UC1, Scalar.Black);
        mask.Rectangle(new Rect(6, 0, 2, 4), Scalar.White, -1);
        mask.Rectangle(new Rect(0, 2, 3, 1), Scalar.White, -1);
        Assert.Equal([new Component(new Rect(6, 0, 2, 4), 8), new Component(new Rect(0, 2, 3, 1), 3)], Components.Of(mask));
    }

    private static IEnumerable<Component> Sorted(IEnumerable<Component> parts) => parts.OrderBy(static part => (part.Box.Y, part.Box.X, part.Box.Height, part.Box.Width, part.Area));
}
