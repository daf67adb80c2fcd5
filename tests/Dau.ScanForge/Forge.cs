using Dau.ScanForge.Drawing;
using Dau.ScanForge.Layout;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using OpenCvSharp;
using SkiaSharp;

namespace Dau.ScanForge;

/// <summary>Makes scans of invented letters with known truth. The same call makes the same bytes.</summary>
public static class Forge
{
    /// <summary>Lays a letter out and scans it.</summary>
    /// <exception cref="ArgumentException">A condition or font is unknown, or a turn is no multiple of 90 degrees.</exception>
    /// <exception cref="FileNotFoundException">A font is not installed.</exception>
    public static ForgedDocument MakeDocument(Letter letter, ScanOptions options)
    {
        ForgeRandom random = new ForgeRandom(options.Seed).Fork(letter.Name);
        LaidLetter laid = LetterComposer.Compose(letter, options.Font, random.Fork("layout"));
        laid = options.Facing ? FacingSheets.Lay(laid, random.Fork("spine")) : laid;
        if (options.Condition == Conditions.Digital)
        {
            return DigitalPdf.Make(letter, laid, options, random.Fork("ink"));
        }

        ICondition condition = Conditions.Find(options.Condition);
        PageRenderer renderer = new(Typeface.Load(options.Font), condition.Colour);
        TruthBuilder truth = new(laid, renderer, condition.Colour);
        List<PdfImage> images = [];
        for (int i = 0; i < laid.Pages.Count; i++)
        {
            ForgeRandom pageRandom = random.Fork($"page {i + 1}");
            using SKBitmap bitmap = renderer.Render(laid.Pages[i], condition.DrawDpi, random.Fork($"ink {i + 1}"));
            using Mat drawn = ToMat(bitmap);
            ScannedPage scan = Turned(condition.Scan(drawn, pageRandom), options.Turn);
            images.Add(ImageCodec.Encode(scan, condition.Dpi));
            truth.AddPage(laid.Pages[i], scan, condition.Dpi, options.Turn);
            scan.Picture.Dispose();
        }

        return new ForgedDocument(ImagePdf.Write(images, Title(letter)), images, truth.Build(letter.Name, options, condition.Dpi));
    }

    internal static string Title(Letter letter) => $"MẪU / SPECIMEN: {letter.Name}";

    private static Mat ToMat(SKBitmap bitmap)
    {
        using Mat bgra = Mat.FromPixelData(bitmap.Height, bitmap.Width, MatType.CV_8UC4, bitmap.GetPixels(), bitmap.RowBytes);
        Mat bgr = new();
        Cv2.CvtColor(bgra, bgr, ColorConversionCodes.BGRA2BGR);
        return bgr;
    }

    private static ScannedPage Turned(ScannedPage scan, int turn)
    {
        if (turn == 0)
        {
            return scan;
        }

        int width = scan.Picture.Cols, height = scan.Picture.Rows;
        RotateFlags flag = turn switch
        {
            90 => RotateFlags.Rotate90Clockwise,
            180 => RotateFlags.Rotate180,
            270 => RotateFlags.Rotate90Counterclockwise,
            _ => throw new ArgumentException($"A page is turned by 0, 90, 180 or 270 degrees, not {turn}.", nameof(turn)),
        };
        Mat turned = new();
        Cv2.Rotate(scan.Picture, turned, flag);
        scan.Picture.Dispose();
        (double X, double Y) Map(double x, double y)
        {
            (double px, double py) = scan.Map(x, y);
            return turn switch { 90 => (height - py, px), 180 => (width - px, height - py), _ => (py, width - px) };
        }

        return scan with { Picture = turned, Map = Map };
    }
}
