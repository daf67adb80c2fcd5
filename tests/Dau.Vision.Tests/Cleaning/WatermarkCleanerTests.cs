using Dau.ScanForge;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using Dau.Vision.Cleaning;

namespace Dau.Vision.Tests.Cleaning;

public sealed class WatermarkCleanerTests
{
    [Theory]
    [InlineData("office", 0xE2E2E2, false)] // pale
    [InlineData("office", 0xC8C8C8, false)] // as dark as such letters get
    [InlineData("office", 0xCFD8F2, true)] // bluish, and falling
    public void A_watermark_is_reported_and_its_tone_becomes_paper(string condition, int tint, bool falls)
    {
        ForgedDocument made = Forge.MakeDocument(
            OfficeLetters.HealthNotice with { Watermark = "TÀI LIỆU MẬT", WatermarkTint = tint, WatermarkFalls = falls }, new ScanOptions { Condition = condition, Seed = 8 });
        using WorkPage page = Load(made);
        TruthMark truth = Assert.Single(made.Truth.Marks, static mark => mark is { Kind: MarkKind.Watermark, Page: 1 });
        double before = Middling(page.Grey, truth.Box);
        new WatermarkCleaner().Clean(page);
        Mark mark = Assert.Single(page.Marks);
        Assert.Equal(MarkKind.Watermark, mark.Kind);
        Assert.True(mark.Box.Intersect(truth.Box).Area > 0.5 * truth.Box.Area);
        Assert.InRange(Middling(page.Grey, truth.Box), 0, 0.7 * before);
        Assert.Contains("watermark taken out", page.Steps);
    }

    [Theory]
    [InlineData("office")]
    [InlineData("office-hard")] // stains and shadows are pale too
    public void A_page_without_one_stays_as_it_is(string condition)
    {
        ForgedDocument made = Forge.MakeDocument(OfficeLetters.HealthNotice, new ScanOptions { Condition = condition, Seed = 8 });
        using WorkPage page = Load(made);
        new WatermarkCleaner().Clean(page);
        Assert.Empty(page.Steps);
    }

    /// <summary>How many pixels are neither paper nor print.</summary>
    private static int Middling(Mat grey, PixelBox box)
    {
        using Mat part = grey.SubMat(new Rect(box.X, box.Y, box.Width, box.Height));
        using var between = new Mat();
        Cv2.InRange(part, new Scalar(170), new Scalar(233), between);
        return Cv2.CountNonZero(between);
    }

    private static WorkPage Load(ForgedDocument made) => new(Cv2.ImDecode(made.Pages[0].Data, ImreadModes.Grayscale), made.Truth.Dpi);
}
