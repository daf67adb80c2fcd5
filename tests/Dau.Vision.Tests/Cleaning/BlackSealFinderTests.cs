using Dau.Vision.Cleaning;

namespace Dau.Vision.Tests.Cleaning;

public sealed class BlackSealFinderTests
{
    [Fact]
    public void A_black_seal_among_print_is_found_where_it_stands()
    {
        using Mat page = TextPicture.Load();
        double millimetre = TextPicture.Dpi / 25.4;
        var centre = new Point(page.Width * 0.62, page.Height * 0.72);
        page.Circle(centre, (int)(17 * millimetre), Scalar.Black, 3);
        page.Circle(centre, (int)(11.5 * millimetre), Scalar.Black, 1);
        Seal seal = Assert.Single(BlackSealFinder.Find(page, TextPicture.Dpi, new PixelBox(0, 0, page.Width, page.Height)));
        Assert.InRange(seal.X, centre.X - (1.5 * millimetre), centre.X + (1.5 * millimetre));
        Assert.InRange(seal.Y, centre.Y - (1.5 * millimetre), centre.Y + (1.5 * millimetre));
        Assert.InRange(seal.Radius / millimetre, 15.5, 18);
        Assert.False(seal.IsRed);
    }

    [Fact]
    public void Print_alone_is_no_seal()
    {
        using Mat page = TextPicture.Load();
        // The upper half: the letter's own seal stands in the lower one.
        IReadOnlyList<Seal> found = BlackSealFinder.Find(page, TextPicture.Dpi, new PixelBox(0, 0, page.Width, page.Height / 2));
        Assert.Empty(found);
    }
}
