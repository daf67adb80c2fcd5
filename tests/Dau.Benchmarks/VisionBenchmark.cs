using System.Globalization;
using System.Text.Json;
using Dau.Benchmarks.Measures;
using Dau.Input;
using Dau.Model;
using Dau.Output;
using Dau.Recognition;
using Dau.ScanForge.Output;
using Dau.Vision.Interop;
using Dau.Vision.Rasterising;
using Dau.Vision.Recognition;
using Dau.Vision.Workers;
using OpenCvSharp;
using Spectre.Console;

namespace Dau.Benchmarks;

/// <summary>Pages by themselves, before layout and correction: syllable errors beside bare Tesseract on the same picture, pages in doubt, and marks, a row for each condition.</summary>
internal static class VisionBenchmark
{
    private const long MaxPixels = 100_000_000;

    /// <summary>Share of errors from which a page must not pass without a warning.</summary>
    private const double MuchWrong = 0.06;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        int count = arguments.Number("--count", 5), seed = arguments.Number("--seed", 9000), jobs = arguments.Number("--jobs", Environment.ProcessorCount);
        string font = arguments.Text("--font") ?? "serif";
        NativeOrder.Ensure();
        Cv2.SetNumThreads(1);
        using TemporaryFolder scratch = Tools.Scratch();
        var errors = new Table().Title("Pages as read: syllable errors in the body");
        errors.AddColumns("condition", "pages", "syllables", "bare Tesseract", "read", "marks only", "worst page", "over 6 % and not flagged", "flagged under 3 %");
        var marks = new Table().Title("Marks: found of those there are, and false ones");
        marks.AddColumns(["condition", .. MarkScore.Kinds.Select(static kind => $"{kind}"), "QR decoded"]);
        foreach (string condition in (arguments.Text("--conditions") ?? "clean,office,office-hard,fax,fax-hard,photo,photo-hard").Split(','))
        {
            string scans = condition.Contains('/', StringComparison.Ordinal) ? condition : Path.Combine(scratch.Path, condition);
            if (!Directory.Exists(scans))
            {
                await Tools.MustRunAsync(Tools.Forge, ["make", scans, "--count", $"{count}", "--seed", $"{seed}", "--condition", condition, "--font", font, "--marks", arguments.Has("--many-marks") ? "many" : "usual"]);
            }

            List<PageScore> pages = Read(scans, jobs, arguments);
            SyllableErrors ours = Sum(pages.Select(static page => page.Ours)), bare = Sum(pages.Select(static page => page.Bare));
            errors.AddRow(
                Path.GetFileName(scans), $"{pages.Count}", $"{ours.Syllables}", bare.Syllables == 0 ? "" : $"{bare.Rate:0.00%}", $"{ours.Rate:0.00%}", $"{ours.MarkRate:0.00%}",
                $"{pages.Max(static page => page.Ours.Rate):0.0%}", $"{pages.Count(static page => page.Ours.Rate > MuchWrong && !page.IsFlagged)}",
                $"{pages.Count(static page => page.Ours.Rate < MuchWrong / 2 && page.IsFlagged)}");
            MarkScore all = pages.Select(static page => page.Marks).Aggregate(MarkScore.None, static (a, b) => a + b);
            marks.AddRow([Path.GetFileName(scans), .. MarkScore.Kinds.Select(all.Text), $"{all.Decoded} of {all.There(MarkKind.QrCode)}"]);
        }

        AnsiConsole.Write(errors);
        AnsiConsole.Write(marks);
        return 0;
    }

    private static List<PageScore> Read(string scans, int jobs, Arguments arguments)
    {
        ScannedFile[] files = [.. Directory.GetFiles(scans, "*.truth.json").Order(StringComparer.Ordinal).Select(ScannedFile.Load)];
        var scores = new List<PageScore>();
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = jobs }, () => new PageReader(), (file, _, reader) =>
        {
            foreach (InputPage page in file.Input.Pages)
            {
                PageScore score = Score(file, page, reader, arguments);
                lock (scores)
                {
                    scores.Add(score);
                }
            }

            return reader;
        }, static reader => reader.Dispose());
        return [.. scores.OrderBy(static score => score.Name, StringComparer.Ordinal)];
    }

    private static PageScore Score(ScannedFile file, InputPage page, PageReader reader, Arguments arguments)
    {
        Page read = reader.Read(new ReadRequest(file.Input.Path, file.Input.Format, page, null, MaxPixels, new RecognitionOptions { PageTimeout = TimeSpan.FromMinutes(10) }, ModelStore.DefaultFolders)).Page;
        file = file with { Truth = OnPicture(file.Truth, read) };
        string[] wanted = NormalForm.Syllables(file.Body(page.Number));
        string[] words = NormalForm.Syllables(string.Join(' ', InPrintedOrder(read.Words, file.Truth, page.Number).Select(static word => word.Ocr)));
        Alignment alignment = Alignment.Inside(wanted, words);
        string name = string.Create(CultureInfo.InvariantCulture, $"{file.Truth.Name}-{page.Number}");
        if (arguments.Has("--pages"))
        {
            string line = string.Create(
                CultureInfo.InvariantCulture,
                $"{name} {wanted.Length} syllables, {alignment.Substitutions.Count} wrong, {alignment.Deletions} lost, {alignment.Insertions} too many ({alignment.Errors / Math.Max(1.0, wanted.Length):0.0%}){(read.Reason is null ? "" : $" [{read.Reason}]")} {string.Join("; ", read.Cleaning)} | {string.Join(", ", file.Truth.Pages[page.Number - 1].Effects)}");
            string wrong = string.Join(' ', alignment.Substitutions.Select(s => $"{wanted[s.Reference]}→{words[s.Read]}"));
            Console.WriteLine(arguments.Has("--wrong") ? $"{line}\n    {wrong}" : line);
        }

        var ours = new SyllableErrors(wanted.Length, alignment.Errors, alignment.Substitutions.Count(s => NormalForm.Bare(wanted[s.Reference]) == NormalForm.Bare(words[s.Read])));
        SyllableErrors bare = arguments.Has("--bare") ? SyllableErrors.Measure(file.Body(page.Number), BareText(file, page)) : new SyllableErrors(0, 0, 0);
        MarkScore marks = MarkScore.Measure(file.Truth.Marks.Where(mark => mark.Page == page.Number), read.Marks, read.Dpi);
        if (arguments.Has("--marks"))
        {
            marks.Print(name);
        }

        return new PageScore(name, ours, bare, read.Reason is not null || read.Status is not PageStatus.Read, marks);
    }

    /// <summary>The truth with its boxes where they are on the picture that was read: a coarse page is drawn larger than it was scanned.</summary>
    private static Truth OnPicture(Truth truth, Page read)
    {
        TruthPage page = truth.Pages[read.Number - 1];
        (double across, double down) = (read.Width / (double)page.Width, read.Height / (double)page.Height);
        PixelBox Drawn(PixelBox box) => new((int)Math.Round(box.X * across), (int)Math.Round(box.Y * down), (int)Math.Round(box.Width * across), (int)Math.Round(box.Height * down));
        TruthPage drawn = page with { Words = [.. page.Words.Select(word => word with { Box = Drawn(word.Box) })] };
        return truth with
        {
            Pages = [.. truth.Pages.Select(other => other == page ? drawn : other)],
            Marks = [.. truth.Marks.Select(mark => mark.Page == read.Number ? mark with { Box = Drawn(mark.Box) } : mark)],
        };
    }

    /// <summary>Lines in the order in which what they stand on was printed: the order of lines is layout's to mend. Words on stamps and seals are left out.</summary>
    private static IEnumerable<Word> InPrintedOrder(IReadOnlyList<Word> words, Truth truth, int page)
    {
        IReadOnlyList<TruthWord> printed = truth.Pages[page - 1].Words;
        PixelBox[] stamped = [.. truth.Marks.Where(mark => mark.Page == page && mark.Text is not null && mark.Kind is not MarkKind.Watermark).Select(static mark => mark.Box)];
        return words
            .Where(word => !stamped.Any(mark => mark.X <= word.Box.CentreX && word.Box.CentreX <= mark.Right && mark.Y <= word.Box.CentreY && word.Box.CentreY <= mark.Bottom))
            .GroupBy(static word => word.Line)
            .OrderBy(line => Enumerable.Range(0, printed.Count).DefaultIfEmpty().MinBy(i => printed.Count == 0 ? 0 : Distance(printed[i].Box, line.First().Box)))
            .SelectMany(static line => line);
    }

    private static double Distance(PixelBox a, PixelBox b) => Math.Abs(a.CentreX - b.CentreX) + Math.Abs(a.CentreY - b.CentreY);

    /// <summary>What Tesseract makes of the page's picture when nothing is done to it.</summary>
    private static string BareText(ScannedFile file, InputPage page)
    {
        using Mat picture = PageRasteriser.Rasterise(new PageSource { Path = file.Input.Path, Format = file.Input.Format, Page = page, MaxPixels = MaxPixels, Timeout = TimeSpan.FromMinutes(2) });
        using Mat grey = picture.Channels() == 1 ? picture.Clone() : picture.CvtColor(ColorConversionCodes.BGR2GRAY);
        using TesseractEngine engine = TesseractEngine.Load(ModelStore.Find(RecognitionModel.Auto, ModelStore.DefaultFolders), withChoices: false);
        engine.SetPicture(grey, page.Dpi);
        return string.Join(' ', engine.Read(new PixelBox(0, 0, grey.Width, grey.Height), SegmentationMode.Auto).Select(static word => word.Text));
    }

    private static SyllableErrors Sum(IEnumerable<SyllableErrors> errors) => errors.Aggregate(new SyllableErrors(0, 0, 0), static (a, b) => a + b);

    private sealed record PageScore(string Name, SyllableErrors Ours, SyllableErrors Bare, bool IsFlagged, MarkScore Marks);

    /// <summary>A forged scan.</summary>
    private sealed record ScannedFile(Truth Truth, InputFile Input)
    {
        public static ScannedFile Load(string truthFile)
        {
            Truth truth = JsonSerializer.Deserialize<Truth>(File.ReadAllText(truthFile), DocumentJson.Contract) ?? throw new InvalidDataException($"{truthFile} is empty.");
            string scan = truthFile[..^".truth.json".Length] + ".pdf";
            return new ScannedFile(truth, new FileInspector().InspectAsync(scan, new InputOptions(), CancellationToken.None).GetAwaiter().GetResult());
        }

        /// <summary>The words of the body that are printed on a page, in their order.</summary>
        public string Body(int page)
        {
            HashSet<string> body = [.. Truth.Blocks.Where(static block => block.Section is Section.Body).Select(static block => block.Id)];
            return string.Join(' ', Truth.Pages[page - 1].Words.Where(word => word.Block is { } block && body.Contains(block)).Select(static word => word.Text));
        }
    }
}
