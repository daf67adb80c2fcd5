using Dau.ScanForge;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using Dau.Vision.Cleaning;

namespace Dau.Vision.Tests.Cleaning;

public sealed class SpeckCleanerTests
{
    private const int Dpi = 150;
    private const int Specks = 400;

    /// <summary>The dot of ạ, the hook of ả and the tail of ơ are parts of few pixels at 150 dpi: each that is there before is there after.</summary>
    [Fact]
    public void Specks_go_and_every_mark_stays()
    {
        ForgedDocument made = Forge.MakeDocument(OfficeLetters.InternalAffairs, new ScanOptions { Condition = "office", Seed = 3 });
        using Mat scan = Cv2.ImDecode(made.Pages[0].Data, ImreadModes.Grayscale);
        double scale = Dpi / (double)made.Truth.Dpi;
        var picture = new Mat();
        Cv2.Resize(scan, picture, new Size(), scale, scale, InterpolationFlags.Area);
        Cv2.Threshold(picture, picture, 165, 255, ThresholdTypes.Binary);
        Rect[] words = [.. made.Truth.Pages[0].Words.Where(static word => word.Text.Any("ạảơởđệểịọộ".Contains)).Select(word => Scaled(word.Box, scale).Intersect(new Rect(0, 0, picture.Width, picture.Height)))];
        List<Point> specks = Scatter(picture);
        using var before = picture.Clone();

        using var page = new WorkPage(picture, Dpi);
        new SpeckCleaner().Clean(page);

        Assert.All(specks, speck => Assert.Equal(255, page.Grey.At<byte>(speck.Y, speck.X)));
        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.Equal(Parts(before, word), Parts(page.Grey, word)));
    }

    private static List<Point> Scatter(Mat picture)
    {
        var random = new Random(7);
        var specks = new List<Point>();
        while (specks.Count < Specks)
        {
            var speck = new Point(random.Next(3, picture.Width - 3), random.Next(3, picture.Height - 3));
            using Mat around = picture.SubMat(new Rect(speck.X - 2, speck.Y - 2, 5, 5));
            if (Cv2.CountNonZero(around) == 25)
            {
                picture.Set(speck.Y, speck.X, (byte)0);
                specks.Add(speck);
            }
        }

        return specks;
    }

    /// <summary>Parts of more than a pixel: letters and the marks that stand apart from them.</summary>
    private static int Parts(Mat picture, Rect word)
    {
        using Mat part = picture.SubMat(word);
        using var ink = new Mat();
        Cv2.Threshold(part, ink, 128, 255, ThresholdTypes.BinaryInv);
        return Components.Of(ink).Count(static component => component.Area > 1);
    }

    private static Rect Scaled(PixelBox box, double scale) => new((int)(box.X * scale) - 1, (int)(box.Y * scale) - 1, (int)(box.Width * scale) + 3, (int)(box.Height * scale) + 3);
}
