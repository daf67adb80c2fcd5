using System.Globalization;
using System.Text;
using Dau.Input;
using Dau.Recognition;
using Dau.ScanForge;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using Dau.Vision.Recognition;
using Dau.Vision.Workers;

namespace Dau.Vision.Tests.Recognition;

/// <summary>What stands around a seal is read, on scans and on photos in shadow.</summary>
public sealed class SignerReaderTests
{
    [Theory]
    [InlineData("office", 40)]
    [InlineData("photo", 40)]
    public void The_name_under_seal_and_signature_is_read(string condition, int seed)
    {
        ForgedDocument made = Forge.MakeDocument(OfficeLetters.InternalAffairs, new ScanOptions { Condition = condition, Seed = (ulong)seed });
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, made.Pages[^1].Data);
            TruthPage truth = made.Truth.Pages[^1];
            using var reader = new PageReader();
            Page page = reader.Read(new ReadRequest(
                path, InputFormat.Jpeg, new InputPage { Number = made.Pages.Count, Width = truth.Width, Height = truth.Height, Dpi = truth.Dpi },
                null, 100_000_000, new RecognitionOptions(), ModelStore.DefaultFolders)).Page;
            string text = Bare(string.Join(' ', page.Words.Select(static word => word.Ocr)));
            string name = Bare(made.Truth.Facts.Signer!.Name!);
            Assert.Contains(name, text, StringComparison.Ordinal);
            Mark seal = Assert.Single(page.Marks, static mark => mark is { Kind: MarkKind.Seal, Colour: "red" });
            // What stands under the seal says so, and nothing else does.
            Assert.Contains(page.Words, static word => word.Recovered);
            Assert.All(page.Words.Where(static word => word.Recovered), word => Assert.False(word.Box.Intersect(seal.Box).IsEmpty));
            // Read once, not twice: a second reading replaces the first.
            Assert.Equal(text.IndexOf(name, StringComparison.Ordinal), text.LastIndexOf(name, StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Letters without their marks: those are the corrector's business.</summary>
    private static string Bare(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(static c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
