using Dau.Correction;
using Dau.Model;

namespace Dau.Tests.Correction;

public sealed class BulletsTests
{
    [Theory]
    [InlineData("s", 624, 732, 11, 11, "•")] // as read off an office scan
    [InlineData("Là", 624, 733, 10, 10, "•")] // as read off a fax
    [InlineData("+", 624, 730, 10, 11, "•")]
    [InlineData("+", 622, 727, 19, 19, "+")] // as large as print has it
    [InlineData("-", 624, 737, 11, 4, "-")] // a dash is flat
    [InlineData("s", 620, 733, 14, 18, "s")] // a letter stands on the line
    [InlineData("1", 640, 724, 8, 11, "1")] // a raised digit
    [InlineData("s", 644, 732, 11, 11, "s")] // part of the word behind it
    public void A_round_spot_before_an_item_is_a_bullet(string read, int x, int y, int width, int height, string expected)
    {
        Word[] words = [Make(read, new PixelBox(x, y, width, height), 0), Make("Báo", new PixelBox(656, 724, 62, 27), 0)];
        List<Dau.Model.Correction> log = [];
        Bullets.Repair(words, log);
        Assert.Equal(expected, words[0].Source);
        Assert.Equal(read == expected ? 0 : 1, log.Count);
        Assert.Equal(read, words[0].Ocr);
    }

    [Fact]
    public void Only_where_a_line_begins()
    {
        Word[] words = [Make("số", new PixelBox(560, 724, 40, 27), 0), Make("s", new PixelBox(624, 732, 11, 11), 0), Make("Báo", new PixelBox(656, 724, 62, 27), 0)];
        Bullets.Repair(words, []);
        Assert.Equal("s", words[1].Source);
    }

    private static Word Make(string text, PixelBox box, int line) => new() { Id = $"p1w{box.X}", Ocr = text, Source = text, Box = box, Line = line };
}
