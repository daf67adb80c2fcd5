using Dau.Vision.Cleaning;

namespace Dau.Vision.Tests.Cleaning;

public sealed class SkewEstimatorTests
{
    [Theory]
    [InlineData(0)] // straight
    [InlineData(0.1)] // the precision that is asked for
    [InlineData(-0.3)]
    [InlineData(1.7)] // a hasty scan
    [InlineData(-4.4)]
    [InlineData(9.3)] // a photo
    [InlineData(-14.2)] // near the limit
    public void Skew_is_found_to_a_tenth_of_a_degree(double degrees)
    {
        using Mat turned = TextPicture.Turned(degrees);
        using Mat mask = InkMask.Make(turned, TextPicture.Dpi, 150, out _);
        (double found, double contrast) = SkewEstimator.Estimate(mask);
        Assert.InRange(found, degrees - 0.1, degrees + 0.1);
        Assert.True(contrast > 1.25, $"The peak does not stand out: {contrast}.");
    }

    [Fact]
    public void An_empty_page_has_no_skew()
    {
        using var mask = new Mat(500, 400, MatType.CV_8UC1, Scalar.Black);
        Assert.Equal((0, 1), SkewEstimator.Estimate(mask));
    }
}
