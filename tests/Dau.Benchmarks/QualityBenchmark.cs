using Dau.Benchmarks.Measures;
using Spectre.Console;

namespace Dau.Benchmarks;

/// <summary>Syllable errors, blocks and facts on forged letters of a seed that nothing was tuned on, a row for each condition.</summary>
internal static class QualityBenchmark
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        int count = arguments.Number("--count", 10), seed = arguments.Number("--seed", 9000);
        string font = arguments.Text("--font") ?? "serif";
        using TemporaryFolder scratch = Tools.Scratch();
        string root = arguments.Text("--keep") ?? scratch.Path;

        var table = new Table().Title($"Forged letters: {count} for each condition, seeds from {seed}, font {font}");
        table.AddColumns("condition", "syllables", "errors as read", "errors corrected", "of them marks only", "blocks F1", "facts right", "wrong and sure");
        var facts = new List<FactResult>();
        foreach (string condition in (arguments.Text("--conditions") ?? "clean,office,fax,photo,digital").Split(','))
        {
            string scans = Path.Combine(root, $"scans-{condition}");
            await Tools.MustRunAsync(Tools.Forge, ["make", scans, "--count", $"{count}", "--seed", $"{seed}", "--condition", condition, "--font", font]);
            IReadOnlyList<Reading> readings = await Reading.ReadAllAsync(scans, Path.Combine(root, $"case-{condition}"), "--again");

            SyllableErrors raw = Sum(readings.Select(static reading => reading.Raw())), corrected = Sum(readings.Select(static reading => reading.Corrected()));
            SectionScore blocks = readings.Select(static reading => reading.Blocks().Total).Aggregate(static (a, b) => a + b);
            List<FactResult> all = [.. readings.SelectMany(static reading => reading.Facts().Results)];
            facts.AddRange(all);
            table.AddRow(
                condition, $"{raw.Syllables}", $"{raw.Rate:0.00%}", $"{corrected.Rate:0.00%}", $"{corrected.MarkRate:0.00%}", $"{blocks.F1:0.0%}",
                $"{all.Average(static fact => fact.IsRight ? 1.0 : 0.0):0.0%}", $"{all.Count(static fact => fact.IsWrongAndSure)} of {all.Count}");
        }

        AnsiConsole.Write(table);
        FactTable.Print(facts);
        return 0;
    }

    private static SyllableErrors Sum(IEnumerable<SyllableErrors> errors) => errors.Aggregate(new SyllableErrors(0, 0, 0), static (a, b) => a + b);
}

/// <summary>Facts by name.</summary>
internal static class FactTable
{
    public static void Print(IEnumerable<FactResult> results)
    {
        var table = new Table().Title("Facts");
        table.AddColumns("fact", "right", "score", "wrong and sure", "first that is wrong (expected → read)");
        foreach (IGrouping<string, FactResult> fact in results.GroupBy(static result => result.Fact))
        {
            FactResult? wrong = fact.FirstOrDefault(static result => !result.IsRight);
            table.AddRow(
                new Text(fact.Key), new Text($"{fact.Count(static f => f.IsRight)} of {fact.Count()}"), new Text($"{fact.Average(static f => f.Score):0.000}"),
                new Text($"{fact.Count(static f => f.IsWrongAndSure)}"), new Text(wrong is null ? "" : $"{Cut(wrong.Expected)} → {Cut(wrong.Read)}"));
        }

        AnsiConsole.Write(table);
    }

    private static string Cut(string? text) => text is null ? "nothing" : text.Length <= 60 ? text : text[..60] + "…";
}
