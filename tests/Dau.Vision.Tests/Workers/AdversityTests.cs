using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dau.Input;
using Dau.Recognition;
using Dau.ScanForge;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using Dau.Vision.Workers;

namespace Dau.Vision.Tests.Workers;

/// <summary>Workers that die at random and pictures that were tampered with: every page is read or reported, exactly once.</summary>
public sealed partial class AdversityTests : IDisposable
{
    // The full run: DAU_MUTATIONS=3000 ./Dau.Vision.Tests -class Dau.Vision.Tests.Workers.AdversityTests
    private static readonly int Mutations = int.Parse(Environment.GetEnvironmentVariable("DAU_MUTATIONS") ?? "24", CultureInfo.InvariantCulture);

    private readonly TestPages _pages = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("dau-adversity-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _pages.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Workers_lost_at_random_cost_their_page_and_no_other()
    {
        var random = new Random(11);
        string?[] fates = [.. Enumerable.Range(0, 16).Select(_ => random.Next(3) switch { 0 => "crash", 1 => "exit", _ => null })];
        await using WorkerPool pool = Pool([_pages.File.Path]);
        PageReading[] readings = await Task.WhenAll(fates.Select((fate, i) =>
            pool.ReadAsync(_pages.File, _pages.Page with { Number = i + 1 }, new InputOptions { Password = fate }, new RecognitionOptions(), Cancelled)));
        Assert.Equal(Enumerable.Range(1, fates.Length), readings.Select(static reading => reading.Page.Number));
        for (int i = 0; i < fates.Length; i++)
        {
            Assert.Equal(fates[i] is null ? PageStatus.Read : PageStatus.Failed, readings[i].Page.Status);
            Assert.Equal(fates[i] is null, readings[i].Page.Reason is null);
        }
    }

    [Fact]
    public async Task Pictures_that_were_tampered_with_are_read_or_reported()
    {
        (string Name, InputFormat Format, byte[] Bytes)[] originals = Originals();
        List<(string Path, InputFormat Format)> files = [.. Enumerable.Range(0, Mutations).Select(i =>
        {
            (string name, InputFormat format, byte[] bytes) = originals[i % originals.Length];
            string path = Path.Combine(_folder, $"{i}{name}");
            File.WriteAllBytes(path, Mutate(bytes, new Random(i)));
            return (path, format);
        })];
        await using WorkerPool pool = Pool([.. files.Select(static file => file.Path), _pages.File.Path]);
        foreach ((string path, InputFormat format) in files)
        {
            InputFile file = _pages.File with { Path = path, Format = format };
            PageReading reading = await pool.ReadAsync(file, _pages.Page, new InputOptions(), new RecognitionOptions { PageTimeout = TimeSpan.FromSeconds(30) }, Cancelled);
            Assert.True(reading.Page.Status != PageStatus.Failed || !string.IsNullOrWhiteSpace(reading.Page.Reason), $"{path}: failed without a reason");
            Assert.Equal(1, reading.Page.Number);
        }

        PageReading good = await pool.ReadAsync(_pages.File, _pages.Page, new InputOptions(), new RecognitionOptions(), Cancelled);
        Assert.Equal(PageStatus.Read, good.Page.Status);
        Assert.Equal(files.Count, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public async Task Pdfs_that_were_tampered_with_are_read_or_reported()
    {
        byte[][] originals = [Scanned(), Forge.MakeDocument(LetterShelf.All[0], new ScanOptions { Condition = "digital", Seed = 5 }).Pdf];
        string[] paths = [.. Enumerable.Range(0, Mutations).Select(i =>
        {
            string path = Path.Combine(_folder, $"{i}.pdf");
            var random = new Random(i);
            byte[] original = originals[i % originals.Length];
            File.WriteAllBytes(path, random.Next(3) == 0 ? SwapObjects(original, random) : Mutate(original, random));
            return path;
        })];
        await using WorkerPool pool = Pool([.. paths, _pages.File.Path]);
        int read = 0;
        foreach (string path in paths)
        {
            InputFile file;
            try
            {
                file = await pool.InspectAsync(path, new InputOptions { Password = "inspect" }, Cancelled);
            }
            catch (InputException refused)
            {
                Assert.False(string.IsNullOrWhiteSpace(refused.Message), $"{path}: refused without a reason");
                continue;
            }

            foreach (InputPage page in file.Pages)
            {
                PageReading reading = await pool.ReadAsync(file, page, new InputOptions(), new RecognitionOptions { PageTimeout = TimeSpan.FromSeconds(60) }, Cancelled);
                Assert.True(reading.Page.Status != PageStatus.Failed || !string.IsNullOrWhiteSpace(reading.Page.Reason), $"{path}: failed without a reason");
                Assert.Equal(page.Number, reading.Page.Number);
                read += reading.Page.Status is PageStatus.Read ? 1 : 0;
            }
        }

        Assert.True(read > 0, "not one page was read: the test tests nothing");
        PageReading good = await pool.ReadAsync(_pages.File, _pages.Page, new InputOptions(), new RecognitionOptions(), Cancelled);
        Assert.Equal(PageStatus.Read, good.Page.Status);
        Assert.Equal(paths.Length, Directory.GetFiles(_folder).Length);
    }

    private static WorkerPool Pool(IReadOnlyList<string> inputs) => new(WorkerUnderTest.Command, new PoolOptions { Jobs = 2, MemoryLimitBytes = 400L << 20, Inputs = inputs });

    private (string Name, InputFormat Format, byte[] Bytes)[] Originals()
    {
        using Mat picture = Cv2.ImRead(_pages.File.Path, ImreadModes.Grayscale);
        Cv2.ImEncode(".jpg", picture, out byte[] jpeg);
        Cv2.ImEncode(".tiff", picture, out byte[] tiff);
        return [("a.png", InputFormat.Png, File.ReadAllBytes(_pages.File.Path)), ("b.jpg", InputFormat.Jpeg, jpeg), ("c.tif", InputFormat.Tiff, tiff)];
    }

    /// <summary>A PDF of two pages, one picture each: JPEG and uncoded pixels under Flate.</summary>
    private byte[] Scanned()
    {
        using Mat picture = Cv2.ImRead(_pages.File.Path, ImreadModes.Grayscale);
        PdfImage jpeg = ImageCodec.Encode(new ScannedPage(picture, static (x, y) => (x, y), Storage.Jpeg, 70), 200);
        PdfImage packed = ImageCodec.Encode(new ScannedPage(picture, static (x, y) => (x, y), Storage.Bilevel, 0), 200);
        return ImagePdf.Write([jpeg, packed], "two pages");
    }

    /// <summary>Two objects of a PDF change places: a page for a picture, a font for a catalogue.</summary>
    private static byte[] SwapObjects(byte[] pdf, Random random)
    {
        string text = Encoding.Latin1.GetString(pdf);
        Match[] objects = [.. ObjectPattern().Matches(text).Cast<Match>()];
        (Match first, Match second) = (objects[random.Next(objects.Length)], objects[random.Next(objects.Length)]);
        (first, second) = first.Index <= second.Index ? (first, second) : (second, first);
        if (first.Index == second.Index)
        {
            return Mutate(pdf, random);
        }

        Group one = first.Groups[1], other = second.Groups[1];
        return Encoding.Latin1.GetBytes(string.Concat(
            text.AsSpan(0, one.Index), other.ValueSpan, text.AsSpan(one.Index + one.Length, other.Index - one.Index - one.Length).ToString() + one.Value, text.AsSpan(other.Index + other.Length)));
    }

    [GeneratedRegex(@"\d+ 0 obj\s(.*?)endobj", RegexOptions.Singleline)]
    private static partial Regex ObjectPattern();

    /// <summary>Flipped bits, a cut end, a part doubled or two parts swapped.</summary>
    private static byte[] Mutate(byte[] bytes, Random random)
    {
        byte[] changed = [.. bytes];
        switch (random.Next(4))
        {
            case 0:
                for (int i = 0; i < 1 + (changed.Length / 2000); i++)
                {
                    changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
                }

                return changed;
            case 1:
                return changed[..random.Next(1, changed.Length)];
            case 2:
                int at = random.Next(changed.Length);
                return [.. changed[..at], .. changed[(at / 2)..]];
            default:
                int length = Math.Min(64, changed.Length / 4);
                int from = random.Next(changed.Length - length);
                int to = random.Next(changed.Length - length);
                bytes.AsSpan(from, length).CopyTo(changed.AsSpan(to));
                bytes.AsSpan(to, length).CopyTo(changed.AsSpan(from));
                return changed;
        }
    }
}
