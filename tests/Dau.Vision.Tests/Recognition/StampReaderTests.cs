using Dau.Recognition;
using Dau.Vision.Cleaning;
using Dau.Vision.Recognition;

namespace Dau.Vision.Tests.Recognition;

public sealed class StampReaderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    [InlineData(6)]
    public void A_stamp_that_stands_askew_is_read(double degrees)
    {
        using var drawn = new Mat(160, 360, MatType.CV_8UC3, Scalar.White);
        drawn.Rectangle(new Rect(30, 40, 300, 80), new Scalar(40, 30, 210), 5);
        Cv2.PutText(drawn, "HOA TOC", new Point(65, 97), HersheyFonts.HersheyDuplex, 1.6, new Scalar(40, 30, 210), 4, LineTypes.AntiAlias);
        using Mat turn = Cv2.GetRotationMatrix2D(new Point2f(180, 80), degrees, 1);
        Cv2.WarpAffine(drawn, drawn, turn, drawn.Size(), InterpolationFlags.Cubic, BorderTypes.Constant, Scalar.White);
        var picture = new Mat(2339, 1654, MatType.CV_8UC3, Scalar.White);
        using (Mat place = picture.SubMat(new Rect(200, 300, 360, 160)))
        {
            drawn.CopyTo(place);
        }

        using var page = new WorkPage(picture, 200);
        using TesseractEngine engine = TesseractEngine.Load(ModelStore.Find(RecognitionModel.Auto, ModelStore.DefaultFolders));
        IReadOnlyList<EngineWord> words = new StampReader(engine, page).Read(new PixelBox(222, 325, 316, 110));
        Assert.Equal("HOATOC", string.Concat(words.Select(static word => word.Text)));
        Assert.All(words, static word => Assert.True(word.Box.X > 220 && word.Box.Right < 540 && word.Box.Y > 320 && word.Box.Bottom < 440, $"{word.Box}"));
    }

    [Fact]
    public void A_black_stamp_is_read_on_a_scan_without_colour()
    {
        var picture = new Mat(2339, 1654, MatType.CV_8UC1, Scalar.White);
        picture.Rectangle(new Rect(230, 340, 300, 80), Scalar.Black, 5);
        Cv2.PutText(picture, "KHAN", new Point(300, 397), HersheyFonts.HersheyDuplex, 1.6, Scalar.Black, 4);
        using var page = new WorkPage(picture, 200);
        using PageView view = PageView.Make(page);
        PixelBox frame = Assert.Single(BlackStampFinder.Frames(view, page.Frame));
        using TesseractEngine engine = TesseractEngine.Load(ModelStore.Find(RecognitionModel.Auto, ModelStore.DefaultFolders));
        Assert.Equal(MarkKind.UrgencyStamp, BlackStampFinder.KindOf(new StampReader(engine, page).Read(frame).Select(static word => word.Text)));
    }

    [Fact]
    public void What_has_no_frame_is_not_read()
    {
        using var layer = new Mat(100, 300, MatType.CV_8UC1, Scalar.White);
        Cv2.PutText(layer, "ABC", new Point(20, 60), HersheyFonts.HersheyDuplex, 1, Scalar.Black, 2);
        Assert.Null(StampReader.WithoutFrame(layer));
    }
}
