using Dau.Recognition;
using Dau.ScanForge;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using Dau.Vision.Cleaning;

namespace Dau.Vision.Tests.Cleaning;

/// <summary>Every step can be left out by itself.</summary>
public sealed class PageCleaningTests
{
    private static readonly Dictionary<CleaningStep, string> Reports = new()
    {
        [CleaningStep.Skew] = "deskew", [CleaningStep.Watermark] = "watermark taken out",
    };

    [Theory]
    [InlineData(CleaningStep.Skew)]
    [InlineData(CleaningStep.Watermark)]
    public void A_step_that_is_left_out_does_nothing_and_the_others_go_on(CleaningStep without)
    {
        ForgedDocument made = Forge.MakeDocument(OfficeLetters.HealthNotice with { Watermark = "TÀI LIỆU MẬT", WatermarkTint = 0xC8C8C8 }, new ScanOptions { Condition = "office", Seed = 8 });
        string[] all = Clean(made, []), some = Clean(made, [without]);
        Assert.All(Reports.Values, report => Assert.Contains(all, step => step.StartsWith(report, StringComparison.Ordinal)));
        Assert.All(Reports, pair => Assert.Equal(pair.Key != without, Array.Exists(some, step => step.StartsWith(pair.Value, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_step_is_taken_unless_it_or_all_are_left_out()
    {
        Assert.True(new RecognitionOptions { Without = [CleaningStep.Pen] }.Takes(CleaningStep.Glyphs));
        Assert.False(new RecognitionOptions { Without = [CleaningStep.Pen] }.Takes(CleaningStep.Pen));
        Assert.False(new RecognitionOptions { Clean = false }.Takes(CleaningStep.Pen));
    }

    private static string[] Clean(ForgedDocument made, CleaningStep[] without)
    {
        using var page = new WorkPage(Cv2.ImDecode(made.Pages[0].Data, ImreadModes.Color), made.Truth.Dpi);
        PageCleaning.Clean(page, static (_, _) => 0, without);
        return [.. page.Steps];
    }
}
