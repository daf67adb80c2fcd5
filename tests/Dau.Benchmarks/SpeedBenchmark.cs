using Spectre.Console;

namespace Dau.Benchmarks;

/// <summary>The whole pipeline against bare Tesseract on the same pages with the same model and number of processes, and against OCRmyPDF.</summary>
internal static class SpeedBenchmark
{
    private static readonly Dictionary<string, string> OneThread = new(StringComparer.Ordinal) { ["OMP_THREAD_LIMIT"] = "1" };

    public static async Task<int> RunAsync(Arguments arguments)
    {
        int count = arguments.Number("--count", 10), runs = arguments.Number("--runs", 3), jobs = arguments.Number("--jobs", Environment.ProcessorCount);
        string model = arguments.Text("--model") ?? "best";
        using TemporaryFolder scratch = Tools.Scratch();
        foreach (string condition in (arguments.Text("--conditions") ?? "clean,office").Split(','))
        {
            string scans = scratch.Sub($"{condition}-scans"), rasters = scratch.Sub($"{condition}-rasters");
            await Tools.MustRunAsync(Tools.Forge, ["make", scans, "--count", $"{count}", "--seed", "4000", "--condition", condition]);
            int pages = await RasteriseAsync(scans, rasters);
            (string folder, string language) = Model(model, scratch);

            List<double> ours = [], bare = [], other = [];
            for (int run = 0; run < runs; run++)
            {
                // The sides take turns, so that a busy moment of the machine falls on both.
                string output = Path.Combine(scratch.Path, $"case-{condition}-{run}");
                ours.Add((await Tools.MustRunAsync(Tools.Dau, ["read", scans, "--out", output, "--jobs", $"{jobs}", "--model", model])).Elapsed.TotalSeconds);
                bare.Add((await Tools.MustRunAsync("bash", ["-c", $"ls {rasters}/*.png | xargs -P {jobs} -I{{}} tesseract {{}} {{}} --tessdata-dir {folder} -l {language} --oem 1 --psm 3 quiet"], OneThread)).Elapsed.TotalSeconds);
                if (Tools.Has("ocrmypdf"))
                {
                    other.Add((await OcrMyPdfAsync(scans, jobs, scratch.Sub($"ocrmypdf-{condition}-{run}"))).TotalSeconds);
                }
            }

            Print(condition, model, pages, jobs, runs, ours, bare, other);
        }

        return 0;
    }

    private static async Task<int> RasteriseAsync(string scans, string rasters)
    {
        foreach (string scan in Directory.GetFiles(scans, "*.pdf"))
        {
            await Tools.MustRunAsync("pdfimages", ["-png", scan, Path.Combine(rasters, Path.GetFileNameWithoutExtension(scan))]);
        }

        return Directory.GetFiles(rasters, "*.png").Length;
    }

    /// <summary>The folder and language name by which bare Tesseract finds the model that we read with.</summary>
    private static (string Folder, string Language) Model(string model, TemporaryFolder scratch)
    {
        if (model == "fast")
        {
            return ("/usr/share/tesseract-ocr/5/tessdata", "vie");
        }

        string folder = scratch.Sub("tessdata");
        string shipped = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Models"), "*best*.traineddata").Single();
        File.Copy(shipped, Path.Combine(folder, "vie.traineddata"), overwrite: true);
        return (folder, "vie");
    }

    private static async Task<TimeSpan> OcrMyPdfAsync(string scans, int jobs, string output)
    {
        TimeSpan total = TimeSpan.Zero;
        foreach (string scan in Directory.GetFiles(scans, "*.pdf"))
        {
            total += (await Tools.MustRunAsync("ocrmypdf", ["-l", "vie", "--jobs", $"{jobs}", "--force-ocr", "--deskew", "--rotate-pages", "--output-type", "pdf", "-q", scan, Path.Combine(output, Path.GetFileName(scan))])).Elapsed;
        }

        return total;
    }

    private static void Print(string condition, string model, int pages, int jobs, int runs, List<double> ours, List<double> bare, List<double> other)
    {
        var table = new Table().Title($"{condition}, model {model}: {pages} pages, {jobs} processes, median of {runs} runs, taken in turn");
        table.AddColumns("", "seconds", "pages a minute", "time against bare Tesseract");
        Row("dau read, PDF to reader page", ours);
        Row("tesseract on ready pictures", bare);
        if (other.Count > 0)
        {
            Row("ocrmypdf --deskew --rotate-pages (Debian's model)", other);
        }

        AnsiConsole.Write(table);

        void Row(string name, List<double> seconds) => table.AddRow(
            name, $"{Tools.Median(seconds):0.0}", $"{pages * 60 / Tools.Median(seconds):0}", $"{Tools.Median(seconds) / Tools.Median(bare):0.00} ×");
    }
}
