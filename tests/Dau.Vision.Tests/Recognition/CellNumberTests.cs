using Dau.Vision.Recognition;

namespace Dau.Vision.Tests.Recognition;

public sealed class CellNumberTests
{
    private const int Height = 40;
    private const int Width = 24;
    private const int Baseline = 100;

    [Theory]
    [InlineData("787", "00,0", "78,7", "a comma that the engine dropped, and was sure of it")]
    [InlineData("47.6", "00,0", "47,6", "a comma taken for a point: it hangs below the line")]
    [InlineData("221505", "0.000,0", "2.215,05", "a point of thousands and a comma: no number is set like that", true)]
    [InlineData("21505", "0.000,0", "2.150,5", "a point of thousands and a comma")]
    [InlineData("78,7", "00,0", "78,7", "read as it is printed", true)]
    [InlineData("13", "0.0", "13", "a speck at the foot of a digit: no point stands before one digit", true)]
    [InlineData("78,7", "000", "787", "a comma where none is printed")]
    [InlineData("7087", "00,0", "7087", "a digit too many: print and reading cannot be laid beside each other", true)]
    public void Commas_and_points_of_a_number_in_a_cell_follow_the_print(string read, string print, string wanted, string reason, bool same = false)
    {
        using Mat picture = Draw(print);
        var word = new EngineWord(read, new PixelBox(50, Baseline - Height, (Width + 12) * print.Length, Height), 0.95, 0, [.. read.Select(static c => new Symbol(c.ToString(), 0.95, []))]);
        EngineWord mended = Assert.Single(CellNumber.Mend([word], picture));
        if (same)
        {
            Assert.Same(word, mended);
            return;
        }

        Assert.True(mended.Text == wanted, $"{reason}: {mended.Text}");
        Assert.Equal(read, mended.Other?.Text);
        Assert.True(mended.Confidence <= NumberCheck.Ceiling, "what we changed is doubted");
        Assert.Equal(wanted, string.Concat(mended.Symbols.Select(static symbol => symbol.Text)));
    }

    [Fact]
    public void A_blot_that_may_be_a_comma_or_a_speck_makes_the_number_doubtful()
    {
        using Mat picture = Draw("00?0");
        EngineWord word = Assert.Single(CellNumber.Mend([new EngineWord("283", new PixelBox(50, Baseline - Height, (Width + 12) * 4, Height), 0.95, 0, [])], picture));
        Assert.Equal(("283", NumberCheck.Ceiling, "28,3"), (word.Text, word.Confidence, word.Other?.Text));
    }

    [Theory]
    [InlineData("l", "1")]
    [InlineData("|", "1")]
    [InlineData("I", "I")]
    public void A_stroke_alone_in_a_cell_is_a_one_and_doubted(string read, string wanted)
    {
        using var picture = new Mat(200, 200, MatType.CV_8UC1, Scalar.White);
        EngineWord mended = Assert.Single(CellNumber.Mend([new EngineWord(read, new PixelBox(10, 10, 5, 40), 0.9, 0, [])], picture));
        Assert.Equal(wanted, mended.Text);
        Assert.Equal(read == wanted ? 0.9 : NumberCheck.Ceiling, mended.Confidence);
    }

    /// <summary>Digits as blocks with a hole, commas that hang below the line, points that stand on it.</summary>
    private static Mat Draw(string print)
    {
        var picture = new Mat(160, 600, MatType.CV_8UC1, Scalar.White);
        for (int i = 0; i < print.Length; i++)
        {
            int x = 50 + (i * (Width + 12));
            Rect box = print[i] switch { ',' => new Rect(x + 6, Baseline - 6, 7, 15), '.' => new Rect(x + 6, Baseline - 7, 7, 7), '?' => new Rect(x + 6, Baseline - 5, 7, 8), _ => new Rect(x, Baseline - Height, Width, Height) };
            picture.Rectangle(box, Scalar.Black, -1);
        }

        return picture;
    }
}
