using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using Dau.Vision.Recognition;

namespace Dau.Vision.Tests.Recognition;

/// <summary>Names with the ring of a black seal through them.</summary>
public sealed class SealedNamesTests
{
    private const double Size = 28;
    private const int Left = 130;
    private const int Baseline = 268;

    private static readonly SealRing s_ring = new(180, 170, 102, 5);

    [Theory]
    [InlineData("Phan Mạnh Tường", 1, "Phan Mạnh", "the ring runs through two words")]
    [InlineData("Cao Thị Vân Khánh", 2, "Cao Thị", "what the engine is sure of stays")]
    [InlineData("Đại tá Đặng Minh Khuê", 1, "Đại tá Đặng Minh", "a rank before the name")]
    [InlineData("Wzoj Minh Khuê", 1, "Minh", "what is on no list is left as it was read")]
    public void Words_that_fit_the_picture_are_found(string name, int sure, string found, string reason)
    {
        using Mat layer = Draw(name, out EngineWord[] printed);
        EngineWord[] read = [new EngineWord("ÈG#hz", PixelBox.Around(printed[..^sure].Select(static word => word.Box)), 0.2, 0, []), .. printed[^sure..]];

        IReadOnlyList<EngineWord> words = SealedNames.Read(read, layer, s_ring, ShapePage.Dpi);

        Assert.True(string.Join(' ', words.Select(static word => word.Shape).OfType<string>()) == found, $"{reason}: {string.Join(' ', words.Select(static word => word.Shape ?? word.Text))}");
        Assert.Equal(printed[^sure..].Select(static word => word.Text), words.TakeLast(sure).Select(static word => word.Text));
        Assert.All(words.Where(static word => word.Shape is not null), word =>
        {
            Assert.InRange(word.Confidence, 0, 0.7);
            Assert.Contains(printed, own => own.Text == word.Shape && ForgedPage.Shared(own.Box, word.Box) > 0.7);
        });
        Assert.Contains(words, static word => word.Text == "ÈG#hz");
    }

    [Fact]
    public void Without_a_word_that_is_sure_nothing_is_changed()
    {
        using Mat layer = Draw("Phan Mạnh Tường", out EngineWord[] printed);
        EngineWord[] read = [.. printed.Select(static word => word with { Text = "x8" + word.Text, Confidence = 0.2 })];

        Assert.Same(read, SealedNames.Read(read, layer, s_ring, ShapePage.Dpi));
    }

    [Fact]
    public void A_name_that_the_seal_does_not_touch_is_left_alone()
    {
        using Mat layer = Draw("Phan Mạnh Tường", out EngineWord[] printed);

        Assert.Same(printed, SealedNames.Read(printed, layer, s_ring with { X = -100 }, ShapePage.Dpi));
    }

    /// <summary>In another type face than the words are compared in.</summary>
    [Fact]
    public void Signers_of_faxes_are_found()
    {
        int right = 0;
        for (ulong seed = 76008; seed < 76011; seed++)
        {
            var scan = new ScanOptions { Condition = "fax", Seed = seed, Font = "serif2" };
            Truth truth = Dau.ScanForge.Forge.MakeDocument(LetterMaker.Make(seed), scan).Truth;
            TruthBlock name = truth.Blocks.Single(static block => block.Kind == BlockKind.SignerName);
            Page page = ForgedPage.Read(LetterMaker.Make(seed), scan, truth.Pages.First(other => other.Words.Any(word => word.Block == name.Id)).Number).Page;
            right += string.Join(' ', page.Words.Select(static word => word.Shape ?? word.Ocr)).Contains(truth.Facts.Signer!.Name!, StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(right, 2, 3);
    }

    private static Mat Draw(string name, out EngineWord[] words)
    {
        using Mat ink = Mat.Zeros(340, 620, MatType.CV_32FC1);
        SizedFont font = GlyphFont.All[0].At(Size);
        double x = Left;
        var boxes = new List<EngineWord>();
        foreach (string text in name.Split(' '))
        {
            DrawnWord word = font.Draw(text);
            foreach (InkPoint point in word.Points)
            {
                ref float pixel = ref ink.At<float>(Baseline + point.Y, (int)x + point.X);
                pixel = Math.Min(1, pixel + point.Ink);
            }

            boxes.Add(new EngineWord(text, PixelBox.FromEdges((int)x, Baseline - 20, (int)(x + word.Advance), Baseline + 6), 0.96, 0, []));
            x += word.Advance + (Size / 4);
        }

        words = [.. boxes];
        var layer = new Mat();
        ink.ConvertTo(layer, MatType.CV_8UC1, -255, 255);
        Cv2.Threshold(layer, layer, 150, 255, ThresholdTypes.Binary);
        layer.Circle(new Point(s_ring.X, s_ring.Y), 100, Scalar.Black, 5);
        layer.Circle(new Point(s_ring.X, s_ring.Y), 92, Scalar.Black, 2);
        return layer;
    }
}
