using Dau.ScanForge.Drawing;
using Dau.ScanForge.Layout;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Scanning;
using SkiaSharp;

namespace Dau.ScanForge.Output;

/// <summary>Writes a letter as a born-digital PDF with its own text.</summary>
internal static class DigitalPdf
{
    private const int Dpi = 300;

    public static ForgedDocument Make(Letter letter, LaidLetter laid, ScanOptions options, ForgeRandom random)
    {
        PageRenderer renderer = new(Typeface.Load(options.Font), colour: true);
        TruthBuilder truth = new(laid, renderer, colour: true);
        using MemoryStream stream = new();
        SKDocumentPdfMetadata metadata = new()
        {
            Title = Forge.Title(letter),
            Producer = "Dau.ScanForge",
            Creation = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Modified = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            RasterDpi = Dpi,
        };
        using (SKDocument document = SKDocument.CreatePdf(stream, metadata))
        {
            foreach (LaidPage page in laid.Pages)
            {
                SKCanvas canvas = document.BeginPage(page.Width, page.Height);
                renderer.Draw(canvas, page, random.Fork($"ink {laid.Pages.Count}"), textured: false);
                document.EndPage();
                const double Scale = Dpi / 72.0;
                truth.AddPage(page, static (x, y) => (x * Scale, y * Scale), (int)Math.Round(page.Width * Scale), (int)Math.Round(page.Height * Scale), Dpi, 0);
            }

            document.Close();
        }

        return new ForgedDocument(stream.ToArray(), [], truth.Build(letter.Name, options, Dpi));
    }
}
