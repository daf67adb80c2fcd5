using Dau.Benchmarks.Measures;
using Dau.Model;
using Dau.Output;
using Spectre.Console;

namespace Dau.Benchmarks;

/// <summary>Real scans, as far as there is truth for them: header facts of letters read by eye, and body text of decrees against their publisher's retyped text.</summary>
internal static class RealScanBenchmark
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        string root = arguments.Text("--scans") ?? throw new ArgumentException("Name the folder of real scans with --scans.");
        using TemporaryFolder scratch = Tools.Scratch();
        string output = arguments.Text("--keep") ?? Path.Combine(scratch.Path, "case");
        string[] options = arguments.Text("--model") is { } model ? ["--model", model] : [];
        Run run = await Tools.RunAsync(Tools.Dau, ["read", Path.Combine(root, "letters"), Path.Combine(root, "decrees"), "--out", output, "--again", .. options]);
        if (run.Code is not (0 or 8))
        {
            throw new InvalidOperationException($"read ended with {run.Code}: {run.Output}{run.Errors}");
        }

        await LettersAsync(Path.Combine(root, "letters", "truth.json"), output);
        await DecreesAsync(Path.Combine(root, "decrees"), output);
        return 0;
    }

    private static async Task LettersAsync(string truthFile, string output)
    {
        var results = new List<FactResult>();
        foreach (LetterTruth letter in LetterTruth.Load(truthFile))
        {
            DocumentRecord document = await DocumentJson.ReadAsync(Path.Combine(output, letter.Name, DocumentJson.FileName), CancellationToken.None);
            results.AddRange(letter.Measure(document.Facts).Results);
        }

        FactTable.Print(results);
    }

    private static async Task DecreesAsync(string folder, string output)
    {
        var table = new Table().Title("Decrees of 2010, 1-bit 300 dpi, against the publisher's retyped text");
        table.AddColumns("decree", "syllables placed", "lines placed", "errors as read", "errors corrected", "of them marks only");
        var zero = new RetypedTruth(new SyllableErrors(0, 0, 0), 0, 0);
        (RetypedTruth raw, RetypedTruth corrected) total = (zero, zero);
        foreach (string truthFile in Directory.GetFiles(folder, "*.gt.txt").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(truthFile)[..^".gt.txt".Length];
            string truth = await File.ReadAllTextAsync(truthFile);
            DocumentRecord document = await DocumentJson.ReadAsync(Path.Combine(output, name, DocumentJson.FileName), CancellationToken.None);
            List<Segment> segments = [.. document.Blocks.SelectMany(static block => block.Segments)];
            RetypedTruth raw = RetypedTruth.Measure(truth, segments.Select(static s => s.Ocr)), corrected = RetypedTruth.Measure(truth, segments.Select(static s => s.Source));
            total = (Add(total.raw, raw), Add(total.corrected, corrected));
            Row(name, raw, corrected);
        }

        Row("all", total.raw, total.corrected);
        AnsiConsole.Write(table);

        void Row(string name, RetypedTruth raw, RetypedTruth corrected) => table.AddRow(
            name, $"{raw.Errors.Syllables}", $"{corrected.PlacedShare:0%}", $"{raw.Errors.Rate:0.00%}", $"{corrected.Errors.Rate:0.00%}", $"{corrected.Errors.MarkRate:0.00%}");
    }

    private static RetypedTruth Add(RetypedTruth a, RetypedTruth b) => new(a.Errors + b.Errors, a.Lines + b.Lines, a.Placed + b.Placed);
}
