using System.Diagnostics;
using Dau.Correction;
using Dau.Model;
using Dau.Training.Channel;
using Spectre.Console;

namespace Dau.Benchmarks.Correction;

/// <summary>Our corrector beside others on the same text: what is left of the errors of scans, and what is done to text that is right.</summary>
internal static class CorrectionBenchmark
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 200; // eighty columns would break every cell
        }

        var setup = CorrectionSetup.Load(arguments);
        IReadOnlyList<(string Name, IReadOnlyList<ScanReading> Readings)> scans = await setup.ReadScansAsync();
        List<(string Name, IReadOnlyList<Page> Pages)> clean = Clean(setup, arguments);
        string spelling = Path.Combine(setup.Shared, "spelling", "viwiki_spelling_test.jsonl");
        bool labelled = File.Exists(spelling) && !arguments.Has("--no-harm");
        using StreamWriter? notes = arguments.Text("--notes") is { } file ? new StreamWriter(file) : null;

        var table = new Table().Title("Words wrong after correction, % (in brackets: without numbers and junk); changes to right text in 10,000 words; labelled errors noticed and mended, %");
        table.AddColumn("");
        string[] columns = [.. scans.Select(static set => set.Name), .. clean.Select(static text => text.Name), .. labelled ? new[] { "Wikipedia", "noticed", "mended" } : [], "words a second of a core"];
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        Side ours = Sides.Of("Dấu", setup.Corrector());
        foreach (Side side in Others(setup))
        {
            table.AddRow([side.Name, .. Measure(side, _ => side)]);
        }

        table.AddRow(["trial (quoted, M = 5)", .. columns.Select(Quoted)]);
        table.AddRow(["Dấu", .. Measure(ours, reading => Sides.Of("Dấu", setup.CorrectorFor(reading)))]);
        AnsiConsole.Write(table);
        foreach ((string name, IReadOnlyList<ScanReading> readings) in scans)
        {
            RepairScore score = Repair(readings, reading => Sides.Of("Dấu", setup.CorrectorFor(reading)));
            Console.WriteLine($"{name}: {score.Words} words; wrong marks {score.Marks} → {score.MarksLeft}, letters {score.Letters} → {score.LettersLeft}, numbers and junk {score.Others} → {score.OthersLeft}, right words made wrong {score.Harmed}");
        }

        Restoration(setup, clean);
        Load(setup);
        return 0;

        IEnumerable<string> Measure(Side side, Func<ScanReading, Side> forScan)
        {
            foreach ((string _, IReadOnlyList<ScanReading> readings) in scans)
            {
                RepairScore score = Repair(readings, forScan, side == ours ? note => notes?.WriteLine(note) : null);
                yield return $"{100 * score.Rate:0.00} ({100 * score.SyllableRate:0.00})";
            }

            if (side.IsSlow)
            {
                for (int i = scans.Count; i < columns.Length; i++)
                {
                    yield return "–";
                }

                yield break;
            }

            TimeSpan begin = Spent();
            int words = 0;
            foreach ((string name, IReadOnlyList<Page> pages) in clean)
            {
                CleanScore score = CleanScore.Of(side, pages, side == ours ? note => notes?.WriteLine($"{name}\t{note}") : null);
                words += score.Words;
                yield return $"{score.Harm:0.0}";
            }

            double speed = words / (Spent() - begin).TotalSeconds;
            if (labelled)
            {
                CleanScore score = CleanScore.OfLabelled(side, CleanTexts.Spelling(spelling), side == ours ? note => notes?.WriteLine($"Wikipedia\t{note}") : null);
                yield return $"{score.Harm:0.0}";
                yield return $"{100.0 * score.Detected / score.Errors:0.0}";
                yield return $"{100.0 * score.Corrected / score.Errors:0.0}";
            }

            yield return words == 0 || side == Sides.None ? "–" : $"{speed:0}";
        }
    }

    /// <summary>Time of the processor, which does not depend on who else works on the machine.</summary>
    private static TimeSpan Spent() => Process.GetCurrentProcess().TotalProcessorTime;

    private static RepairScore Repair(IReadOnlyList<ScanReading> readings, Func<ScanReading, Side> side, Action<string>? note = null) =>
        readings.Select(reading => RepairScore.Of(reading, TruthAlignment.Words(reading), side(reading).Correct(reading.Pages), note)).Aggregate(static (a, b) => a + b);

    private static IEnumerable<Side> Others(CorrectionSetup setup)
    {
        yield return Sides.None;
        yield return Sides.Rules;
        if (Tools.Has("hunspell") && File.Exists("/usr/share/hunspell/vi_VN.dic"))
        {
            yield return Sides.Hunspell();
        }
        else
        {
            Console.WriteLine("Hunspell is left out: hunspell and hunspell-vi are not installed.");
        }

        string lexicon = Path.Combine(setup.Shared, "lexicon", "syllables.txt");
        if (File.Exists(lexicon))
        {
            yield return Sides.MostFrequent(lexicon);
        }
        else
        {
            Console.WriteLine($"The most frequent marks are left out: {lexicon} is not there.");
        }
    }

    /// <summary>What a trial with a plain trigram measured, at the cost at which it repaired well; on other pages of the same kinds.</summary>
    private static string Quoted(string column) => column switch
    {
        "decrees" => "0.64",
        "legal" => "4.8",
        "news" => "3.5",
        "rare names" => "70",
        _ when column.StartsWith("office", StringComparison.Ordinal) => "0.04",
        _ when column.StartsWith("fax", StringComparison.Ordinal) => "3.96",
        _ => "–",
    };

    private static List<(string Name, IReadOnlyList<Page> Pages)> Clean(CorrectionSetup setup, Arguments arguments)
    {
        var clean = new List<(string, IReadOnlyList<Page>)>();
        if (arguments.Has("--no-harm"))
        {
            return clean;
        }

        foreach (string corpus in new[] { "legal", "news" })
        {
            if (File.Exists(Path.Combine(setup.Shared, "corpus", corpus + ".txt.xz")))
            {
                clean.Add((corpus, PlainPages.Of(setup.Unseen(corpus))));
            }
        }

        string lexicon = Path.Combine(setup.Shared, "lexicon");
        if (Directory.Exists(lexicon))
        {
            clean.Add(("rare names", PlainPages.Of(CleanTexts.RareNames(lexicon))));
        }

        return clean;
    }

    private static void Restoration(CorrectionSetup setup, IEnumerable<(string Name, IReadOnlyList<Page> Pages)> clean)
    {
        foreach ((string name, IReadOnlyList<Page> pages) in clean.Where(static text => text.Name is "legal" or "news"))
        {
            (int syllables, int right) = AccentRestoration.Measure(setup.Model, pages);
            Console.WriteLine($"marks put back on bare text, {name}: {100.0 * right / syllables:0.00} % of {syllables} syllables (published: 97.3 % phrase-based, 94–98 % neural)");
        }
    }

    private static void Load(CorrectionSetup setup)
    {
        var times = new List<double>();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        LanguageModel? model = null;
        for (int i = 0; i < 5; i++)
        {
            TimeSpan begin = Spent();
            model = new LanguageModel(LanguageModelData.Read(File.ReadAllBytes(setup.ModelFile)));
            times.Add((Spent() - begin).TotalMilliseconds);
        }

        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(model);
        Console.WriteLine($"model: {new FileInfo(setup.ModelFile).Length / 1e6:0.00} MB, loaded in {Tools.Median(times):0} ms of the processor, {(after - before) / 1e6:0} MB of memory");
    }
}
