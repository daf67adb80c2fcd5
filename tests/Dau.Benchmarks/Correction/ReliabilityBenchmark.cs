using Dau.Correction;
using Dau.Model;
using Dau.Training.Channel;
using Spectre.Console;

namespace Dau.Benchmarks.Correction;

/// <summary>Whether words that are said to be 90 % sure are right in 90 of 100 cases: the engine's own confidence, and the calibrated one.</summary>
internal static class ReliabilityBenchmark
{
    private static readonly double[] s_edges = [0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0001];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        List<(double Engine, double Calibrated, bool WasRight, bool Right)> words = [];
        var setup = CorrectionSetup.Load(arguments);
        foreach ((string _, IReadOnlyList<ScanReading> readings) in await setup.ReadScansAsync())
        {
            foreach (ScanReading reading in readings)
            {
                IReadOnlyList<Page> after = setup.CorrectorFor(reading).Correct(reading.Pages, new CorrectionOptions()).Pages;
                words.AddRange(TruthAlignment.Words(reading).Select(word =>
                {
                    Word now = after[word.Page].Words[word.Word];
                    return (now.Confidence, now.Calibrated ?? now.Confidence, word.IsRight(now.Ocr), word.IsRight(now.Source));
                }));
            }
        }

        Print("The engine's confidence, and what it read", [.. words.Select(static word => (word.Engine, word.WasRight))]);
        Print("The calibrated confidence, and the corrected text", [.. words.Select(static word => (word.Calibrated, word.Right))]);
        return 0;
    }

    private static void Print(string title, (double Sure, bool Right)[] words)
    {
        var table = new Table().Title(title);
        table.AddColumns("said to be sure", "words", "mean", "right");
        double error = 0;
        for (int i = 0; i + 1 < s_edges.Length; i++)
        {
            (double Sure, bool Right)[] inside = [.. words.Where(word => word.Sure >= s_edges[i] && word.Sure < s_edges[i + 1])];
            if (inside.Length > 0)
            {
                double mean = inside.Average(static word => word.Sure), right = inside.Average(static word => word.Right ? 1.0 : 0);
                error += Math.Abs(mean - right) * inside.Length / words.Length;
                table.AddRow($"{s_edges[i]:0.00}–{Math.Min(1, s_edges[i + 1]):0.00}", $"{inside.Length}", $"{mean:0.000}", $"{right:0.000}");
            }
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"{words.Length} words; expected calibration error {error:0.0000}");
    }
}
