using Dau.Input;
using Dau.Recognition;
using Dau.ScanForge;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using Dau.Vision.Recognition;
using Dau.Vision.Workers;

namespace Dau.Vision.Tests.Recognition;

/// <summary>Reads a page of a forged letter as a worker does.</summary>
internal static class ForgedPage
{
    public static (Page Page, Truth Truth) Read(Letter letter, ScanOptions scan, int number, bool clean = true)
    {
        ForgedDocument made = Forge.MakeDocument(letter, scan);
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, made.Pdf);
            TruthPage truth = made.Truth.Pages[number - 1];
            using var reader = new PageReader();
            Page page = reader.Read(new ReadRequest(
                path, InputFormat.Pdf, new InputPage { Number = number, Width = truth.Width, Height = truth.Height, Dpi = truth.Dpi },
                null, 100_000_000, new RecognitionOptions { Clean = clean }, ModelStore.DefaultFolders)).Page;
            return (page, made.Truth);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Shared area over the smaller box.</summary>
    public static double Shared(PixelBox a, PixelBox b) => a.Intersect(b).Area / Math.Max(1.0, Math.Min(a.Area, b.Area));
}
