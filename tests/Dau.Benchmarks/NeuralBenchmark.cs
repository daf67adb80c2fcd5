using System.Diagnostics;
using Dau.Tests.Translation.Neural;
using Dau.Translation.Neural;
using Dau.Translation.Neural.Arithmetic;
using Spectre.Console;

namespace Dau.Benchmarks;

/// <summary>The neural engine beside the reference translator on the same sentences with the same model: a made-up one of the size of Firefox's.</summary>
internal static class NeuralBenchmark
{
    public static Task<int> RunAsync(Arguments arguments)
    {
        int count = arguments.Number("--count", 200), runs = arguments.Number("--runs", 3), seed = arguments.Number("--seed", 2);
        var shape = MadeUpShape.FirefoxTiny(MadeUpKind.Lexicon, seed);
        using var folder = new MadeUpFolder(shape);
        IReadOnlyList<string> sentences = MadeUpFolder.Sentences(count, shape.Vocabulary, 60, seed);
        int words = sentences.Sum(static sentence => sentence.Split(' ').Length);

        GC.Collect();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        List<double> loads = [.. Enumerable.Range(0, runs).Select(_ => Seconds(() => NeuralEngine.Load(folder.Path)))];
        NeuralEngine engine = NeuralEngine.Load(folder.Path);
        long memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        NeuralEngine narrow = NeuralEngine.Load(folder.Path, Instructions.Avx2);
        using ReferenceTranslator? reference = ReferenceTranslator.Missing is null ? ReferenceTranslator.Start() : null;

        List<double> one = [], single = [], two = [], avx2 = [], theirs = [], theirBatches = [];
        IReadOnlyList<string> expected = [];
        for (int run = 0; run <= runs; run++)
        {
            // The sides take turns; the first turn warms both up and is not counted.
            Add(one, run, Seconds(() => engine.Translate(sentences, default)));
            Add(single, run, Seconds(() => sentences.ToList().ForEach(sentence => engine.Translate([sentence], default))));
            long start = Stopwatch.GetTimestamp();
            engine.Translate(sentences, 2, default);
            Add(two, run, Stopwatch.GetElapsedTime(start).TotalSeconds);
            Add(avx2, run, Seconds(() => narrow.Translate(sentences, default)));
            if (reference is not null)
            {
                ReferenceAnswer answer = reference.Translate(folder.Path, sentences, shortlist: true);
                expected = answer.Texts;
                Add(theirs, run, answer.Milliseconds / 1000);
                Add(theirBatches, run, reference.Translate(folder.Path, sentences, shortlist: true, together: true).Milliseconds / 1000);
            }
        }

        var table = new Table().Title($"{count} sentences, {words} words, model of the size of Firefox's tiny one; {runs} runs in turn, median; best instructions here: {Machine.Best}");
        table.AddColumns("", "seconds of the processor", "words a second", "times the reference");
        Row($"Dấu, one core ({Machine.Best})", one);
        Row("Dấu, one core, one sentence a call", single);
        Row("Dấu, one core (Avx2)", avx2);
        Row("Dấu, two cores (by the clock)", two);
        if (reference is not null)
        {
            Row("reference (WebAssembly), one sentence a call", theirs);
            Row("reference, all in one call (its text then differs)", theirBatches);
        }

        AnsiConsole.Write(table);
        int same = engine.Translate(sentences, default).Zip(expected).Count(static pair => pair.First.Text == pair.Second);
        Console.WriteLine(reference is null ? $"The reference was not run: {ReferenceTranslator.Missing}." : $"{same} of {count} texts are the reference's.");
        IReadOnlyList<string> page = MadeUpFolder.Sentences(1000, shape.Vocabulary, 40, seed + 1);
        int sum = 0;
        page = [.. page.TakeWhile(sentence => (sum += sentence.Split(' ').Length) <= 625)];
        Console.WriteLine($"A page of {page.Sum(static s => s.Split(' ').Length)} pieces in {page.Count} sentences (500 syllables have about as many) takes {Tools.Median([.. Enumerable.Range(0, runs).Select(_ => Seconds(() => engine.Translate(page, default)))]):0.000} s on one core.");
        Console.WriteLine($"Loading takes {Tools.Median(loads) * 1000:0} ms of the processor (the first time {loads[0] * 1000:0}); a loaded model {memory / 1e6:0} MB.");
        return Task.FromResult(0);

        void Row(string name, List<double> seconds) => table.AddRow(
            name, $"{Tools.Median(seconds):0.00}", $"{words / Tools.Median(seconds):0}", theirs.Count == 0 ? "" : $"{Tools.Median(theirs) / Tools.Median(seconds):0.0}");
    }

    private static void Add(List<double> list, int run, double seconds)
    {
        if (run > 0)
        {
            list.Add(seconds);
        }
    }

    // Of the processor, on both sides: what else runs on the machine then counts for nobody.
    private static double Seconds(Action action)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
