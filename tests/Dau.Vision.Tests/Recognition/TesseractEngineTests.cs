using Dau.Recognition;
using Dau.Vision.Interop;
using Dau.Vision.Recognition;

namespace Dau.Vision.Tests.Recognition;

public sealed class TesseractEngineTests
{
    [Fact]
    public void A_line_is_read_with_boxes_letters_and_what_else_they_could_be()
    {
        using var picture = new Mat(200, 1240, MatType.CV_8UC1, Scalar.White);
        Cv2.PutText(picture, "CONG VAN 2024", new Point(100, 130), HersheyFonts.HersheyDuplex, 2.6, Scalar.Black, 5, LineTypes.AntiAlias);
        using TesseractEngine engine = TesseractEngine.Load(ModelStore.Find(RecognitionModel.Best, ModelStore.DefaultFolders));
        engine.SetPicture(picture, 200);
        IReadOnlyList<EngineWord> words = engine.Read(new PixelBox(0, 0, 1240, 200), SegmentationMode.Auto);
        Assert.Equal(["CONG", "VAN", "2024"], words.Select(word => word.Text));
        Assert.All(words, word => Assert.Equal(word.Text, string.Concat(word.Symbols.Select(symbol => symbol.Text))));
        Assert.All(words, word => Assert.InRange(word.Confidence, 0.3, 1));
        Assert.True(words[0].Box.Right < words[1].Box.X, "The boxes are out of order.");
        Assert.Contains(words.SelectMany(word => word.Symbols), symbol => symbol.Choices.Count > 0);
    }

    [Fact]
    public void A_part_as_wide_as_the_picture_is_read_where_it_lies()
    {
        // Tesseract would otherwise take its lines from the picture's top: the words of the upper line would come back for the lower one.
        using var picture = new Mat(500, 1240, MatType.CV_8UC1, Scalar.White);
        Cv2.PutText(picture, "UPPER LINE", new Point(100, 130), HersheyFonts.HersheyDuplex, 2.6, Scalar.Black, 5, LineTypes.AntiAlias);
        Cv2.PutText(picture, "LOWER TEXT", new Point(100, 430), HersheyFonts.HersheyDuplex, 2.6, Scalar.Black, 5, LineTypes.AntiAlias);
        using TesseractEngine engine = TesseractEngine.Load(ModelStore.Find(RecognitionModel.Best, ModelStore.DefaultFolders));
        engine.SetPicture(picture, 200);
        string read = string.Join(' ', engine.Read(new PixelBox(0, 260, 1240, 240), SegmentationMode.Auto).Select(word => word.Text));
        Assert.Equal("LOWER TEXT", read);
    }

    [Fact]
    public void A_damaged_model_is_named()
    {
        string folder = Directory.CreateTempSubdirectory("dau-model-").FullName;
        File.WriteAllText(Path.Combine(folder, "vie.traineddata"), "no model");
        var error = Assert.Throws<MissingToolException>(() => TesseractEngine.Load(new ModelFile("vie", folder)));
        Assert.Contains("vie.traineddata", error.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
