using System.Text.Json;
using Dau.Benchmarks.Measures;
using Dau.Correction;
using Dau.Facts;
using Dau.Input;
using Dau.Model;
using Dau.Output;
using Dau.Recognition;
using Dau.ScanForge.Output;
using Dau.Segmentation;
using Dau.Vision.Workers;
using Spectre.Console;

namespace Dau.Benchmarks;

/// <summary>
/// How well letters are taken apart: words in the right section, blocks, facts, citations, table cells and time, on forged letters or on real ones.
/// Pages are read and corrected once and noted; with <c>--notes</c> a later run starts from them, so that only segmentation and facts are measured.
/// </summary>
internal static class LayoutBenchmark
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        using TemporaryFolder scratch = Tools.Scratch();
        string root = arguments.Text("--notes") ?? scratch.Path;
        bool all = arguments.Has("--wrong");
        if (arguments.Text("--scans") is { } scans)
        {
            IReadOnlyList<Taken> letters = await TakeAsync(Path.Combine(scans, "letters"), Path.Combine(root, "letters"), arguments);
            IReadOnlyList<LetterTruth> truths = LetterTruth.Load(Path.Combine(scans, "letters", "truth.json"));
            List<(string, FactResult)> real = [.. letters.SelectMany(letter => truths.Single(t => t.Name == letter.Name).Measure(letter.Facts).Results.Select(r => (letter.Name, r)))];
            FactTable.Print(real.Select(static r => r.Item2));
            Wrong(real, all);
            LayoutTargets.Print([Figures("real letters", [.. real.Select(static r => r.Item2)], letters, null, null)]);
            return 0;
        }

        int count = arguments.Number("--count", 10), seed = arguments.Number("--seed", 9000);
        string font = arguments.Text("--font") ?? "serif";
        List<LayoutFigures> figures = [];
        foreach (string condition in (arguments.Text("--conditions") ?? "clean,office,fax").Split(','))
        {
            string folder = Path.Combine(root, $"{condition}-{seed}-{count}-{font}");
            if (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.truth.json").Length < count)
            {
                await Tools.MustRunAsync(Tools.Forge, ["make", folder, "--count", $"{count}", "--seed", $"{seed}", "--condition", condition, "--font", font]);
            }

            IReadOnlyList<Taken> letters = await TakeAsync(folder, Path.Combine(folder, "notes"), arguments);
            List<(string, FactResult)> facts = [];
            Dictionary<Section, SectionScore> sections = [];
            List<(string, MissedBlock)> missed = [];
            CellScore cells = new(0, 0, 0);
            SectionScore quoted = new(0, 0, 0, 0);
            foreach (Taken letter in letters)
            {
                Truth truth = JsonSerializer.Deserialize<Truth>(await File.ReadAllTextAsync(Path.Combine(folder, letter.Name + ".truth.json")), DocumentJson.Contract)!;
                facts.AddRange(FactScore.Measure(truth.Facts, truth.Handwritten, letter.Facts).Results.Select(r => (letter.Name, r)));
                BlockScore blocks = BlockScore.Measure([.. truth.Blocks.Select(static b => (b.Section, b.Text))], letter.Blocks);
                foreach ((Section section, SectionScore score) in blocks.Sections)
                {
                    sections[section] = sections.TryGetValue(section, out SectionScore? before) ? before + score : score;
                }

                missed.AddRange(blocks.Missed.Where(static m => m.Section != Section.Margin).Select(m => (letter.Name, m)));
                quoted += BlockScore.OfKind(BlockKind.Quotation, [.. truth.Blocks.Select(static b => (b.Kind, b.Text))], letter.Blocks);
                cells += CellScore.Measure([.. truth.Blocks.Where(static b => b.Rows is not null).Select(static b => b.Rows!)], letter.Blocks);
            }

            AnsiConsole.Write(new Spectre.Console.Rule($"{condition}: {count} letters, seeds from {seed}, font {font}"));
            Print(sections);
            FactTable.Print(facts.Select(static f => f.Item2));
            AnsiConsole.MarkupLineInterpolated($"paragraphs that are quoted: {quoted.Found} of {quoted.Blocks} found as such, {quoted.Belonging} of the {quoted.Syllables} syllables taken for quoted are");
            figures.Add(Figures(condition, [.. facts.Select(static f => f.Item2)], letters, new BlockScore(sections, []).Total, cells));
            Wrong(facts, all);
            foreach ((string name, MissedBlock block) in all ? missed : [])
            {
                Console.WriteLine($"  missed {name} {block.Section}: {block.Text.Replace('\n', '|')}");
            }
        }

        LayoutTargets.Print(figures);
        return 0;
    }

    /// <summary>A letter as it was taken apart.</summary>
    private sealed record Taken(string Name, IReadOnlyList<Page> Pages, IReadOnlyList<Block> Blocks, DocumentFacts Facts, TimeSpan Time);

    private static async Task<IReadOnlyList<Taken>> TakeAsync(string folder, string notes, Arguments arguments)
    {
        Directory.CreateDirectory(notes);
        string[] files = [.. Directory.GetFiles(folder).Where(static f => Path.GetExtension(f) is ".pdf" or ".jpg" or ".png").Order(StringComparer.Ordinal)];
        string[] unread = [.. files.Where(f => !File.Exists(Note(notes, f)))];
        if (unread.Length > 0)
        {
            await ReadAsync(unread, notes);
        }

        if (arguments.Text("--only") is { } only)
        {
            files = [.. files.Where(f => f.Contains(only, StringComparison.Ordinal))];
        }

        bool print = arguments.Has("--blocks");
        List<Taken> letters = [];
        for (int round = 0; round < 2; round++)
        {
            // The first round warms up: what counts is a run that has pages to read.
            letters.Clear();
            foreach (string file in files)
            {
                await using FileStream stream = File.OpenRead(Note(notes, file));
                Page[] pages = (await JsonSerializer.DeserializeAsync<Page[]>(stream, DocumentJson.Working))!;
                TimeSpan begin = Environment.CpuUsage.TotalTime;
                IReadOnlyList<Block> blocks = new LetterSegmenter().Segment(pages);
                DocumentFacts facts = new LetterFactReader().Read(blocks, pages);
                letters.Add(new Taken(Path.GetFileNameWithoutExtension(file), pages, blocks, facts, Environment.CpuUsage.TotalTime - begin));
            }
        }

        foreach (Block block in print ? letters.SelectMany(static l => l.Blocks) : [])
        {
            Console.WriteLine($"  {block.Page} {block.Section} {block.Kind} {block.Level}: {string.Join(" | ", block.Segments.Select(static s => (s.Cell is { } c ? $"[{c.Row},{c.Column}] " : "") + s.Source))}");
        }

        return letters;
    }

    // What is measured is not time: a page that waits for a busy machine must not count as one that cannot be read.
    private static readonly RecognitionOptions Patient = new() { PageTimeout = TimeSpan.FromMinutes(5) };

    private static string Note(string notes, string file) => Path.Combine(notes, Path.GetFileNameWithoutExtension(file) + ".pages.json");

    private static async Task ReadAsync(string[] files, string notes)
    {
        await using var pool = new WorkerPool(new WorkerCommand(Tools.Dau, ["worker"]), new PoolOptions { Inputs = files });
        var corrector = new ShippedCorrector();
        var input = new InputOptions();
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (file, stop) =>
        {
            InputFile inspected = await pool.InspectAsync(file, input, stop);
            List<Page> pages = [];
            foreach (InputPage page in inspected.Pages)
            {
                pages.Add((await pool.ReadAsync(inspected, page, input, Patient, stop)).Page);
            }

            IReadOnlyList<Page> corrected = corrector.Correct(pages, new CorrectionOptions()).Pages;
            await File.WriteAllBytesAsync(Note(notes, file), JsonSerializer.SerializeToUtf8Bytes(corrected, DocumentJson.Working), stop);
        });
    }

    private static void Print(Dictionary<Section, SectionScore> sections)
    {
        var table = new Table().Title("Blocks");
        table.AddColumns("section", "blocks found", "words in the right section", "F1");
        foreach ((Section section, SectionScore score) in sections.OrderBy(static s => s.Key))
        {
            table.AddRow($"{section}", $"{score.Found} of {score.Blocks} ({score.Recall:0.0%})", $"{score.Belonging} of {score.Syllables} ({score.Precision:0.0%})", $"{score.F1:0.0%}");
        }

        SectionScore total = new BlockScore(sections, []).Total;
        table.AddRow("all but margin", $"{total.Found} of {total.Blocks} ({total.Recall:0.0%})", $"{total.Belonging} of {total.Syllables} ({total.Precision:0.0%})", $"{total.F1:0.0%}");
        AnsiConsole.Write(table);
    }

    private static (int Right, int Wanted, int Read) Citations(IReadOnlyList<FactResult> facts)
    {
        int right = 0, wanted = 0, read = 0;
        foreach (FactResult fact in facts.Where(static f => f.Fact == "citations"))
        {
            string[] expected = fact.Expected?.Split(" | ") ?? [], got = fact.Read?.Split(" | ") ?? [];
            (right, wanted, read) = (right + expected.Intersect(got, StringComparer.Ordinal).Count(), wanted + expected.Length, read + got.Length);
        }

        return (right, wanted, read);
    }

    private static LayoutFigures Figures(string name, IReadOnlyList<FactResult> facts, IReadOnlyList<Taken> letters, SectionScore? blocks, CellScore? cells) =>
        new(name, facts, blocks, cells, Citations(facts), letters.Sum(static l => l.Time.TotalMilliseconds) / Math.Max(1, letters.Sum(static l => l.Pages.Count)));

    private static void Wrong(IEnumerable<(string Name, FactResult Fact)> facts, bool all)
    {
        List<(string Name, FactResult Fact)> list = [.. facts];
        Console.WriteLine($"facts right {list.Count(static f => f.Fact.IsRight)} of {list.Count}; wrong and sure {list.Count(static f => f.Fact.IsWrongAndSure)}");
        foreach ((string name, FactResult fact) in all ? list.Where(static f => f.Fact.Score < 1) : [])
        {
            Console.WriteLine($"  {(fact.IsWrongAndSure ? "SURE " : fact.Uncertain ? "unsure" : "     ")} {name} {fact.Fact}: {fact.Expected ?? "nothing"} → {fact.Read ?? "nothing"}");
        }
    }
}
