using Dau.Correction;
using Dau.Model;
using Dau.Training.Channel;
using Dau.Vision.Workers;
using Spectre.Console;

namespace Dau.Benchmarks.Correction;

internal static class CorrectionBenchmark
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        string[] folders = (arguments.Text("--scans") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        string? cache = arguments.Text("--keep");
        await using var pool = new WorkerPool(new WorkerCommand(Tools.Dau, ["worker"]), new PoolOptions { Inputs = folders });
        var table = new Table().AddColumns("scans", "syllables", "marks", "letters", "digits", "glued", "extra", "repaired", "mischanged", "harmed", "left %");
        float F(string n, float d) => arguments.Text(n) is { } t ? float.Parse(t) : d;
        Confusions confusions = arguments.Text("--confusions") is { } f ? Confusions.Parse(File.ReadLines(f)) : Confusions.Shipped;
        var model = new LanguageModel(LanguageModelData.Read(File.ReadAllBytes(arguments.Text("--lm") ?? Path.Combine(AppContext.BaseDirectory, "Data", "vi.lm"))));
        var corrector = new ContextCorrector(model, new ChannelCosts(confusions, F("--text", ChannelCosts.ForText)), new ChannelCosts(confusions, F("--name", ChannelCosts.ForNames)), F("--margin", ContextCorrector.Margin));
        foreach (string folder in folders)
        {
            string name = Path.GetFileName(folder);
            IReadOnlyList<ScanReading> readings = await ScanReading.ReadAllAsync(folder, cache is null ? null : Path.Combine(cache, name), pool);
            using StreamWriter? notes = arguments.Text("--notes") is { } file ? new StreamWriter(file, append: true) : null;
            RepairScore score = readings.Select(reading => RepairScore.Of(reading, page => corrector.Correct([page], new CorrectionOptions()).Pages[0], note => notes?.WriteLine(note), page => corrector.Explain(page))).Aggregate(static (a, b) => a + b);
            table.AddRow(name, $"{score.Syllables}", $"{score.Marks}", $"{score.Letters}", $"{score.Digits}", $"{score.Glued}", $"{score.Extra}", $"{score.Repaired}", $"{score.Mischanged}", $"{score.Harmed}", $"{score.Left / (double)score.Syllables:0.00%}");
        }

        if (arguments.Text("--harm") is { } dev)
        {
            var clean = new (string, IEnumerable<string>)[] { ("legal", File.ReadLines(Path.Combine(dev, "legal.txt"))), ("news", File.ReadLines(Path.Combine(dev, "news.txt"))), ("wiki", CleanTexts.Spelling("/work/shared/spelling/viwiki_spelling_test.jsonl").SelectMany(t => t.Text.Split('\n'))), ("names", CleanTexts.RareNames("/work/shared/lexicon")) };
            foreach ((string name, IEnumerable<string> text) in clean)
            {
                IReadOnlyList<Page> pages = PlainPages.Of(text);
                int words = pages.Sum(p => p.Words.Count), changed = 0;
                using StreamWriter? notes = arguments.Text("--notes") is { } file ? new StreamWriter(file, append: true) : null;
                var watch = System.Diagnostics.Stopwatch.StartNew();
                foreach (Page page in pages)
                {
                    CorrectedText after = corrector.Correct([page], new CorrectionOptions());
                    changed += after.Corrections.Count;
                    foreach (var c in after.Corrections) { int i = page.Words.ToList().FindIndex(w => w.Id == c.Word); notes?.WriteLine($"{name} {c.Before} > {c.After} {c.Reason} {c.Confidence} : {string.Join(' ', page.Words.Skip(Math.Max(0, i - 3)).Take(7).Select(w => w.Ocr))}"); }
                }

                Console.WriteLine($"{name}: {words} words, {changed} changed, {changed * 1e4 / words:0.00} in 10,000; {words / watch.Elapsed.TotalSeconds:0} a second");
            }
        }

        AnsiConsole.Write(table);
        return 0;
    }
}
