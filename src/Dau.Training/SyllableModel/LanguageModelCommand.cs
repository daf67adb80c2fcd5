using System.Diagnostics;
using System.Globalization;
using Dau.Correction;

namespace Dau.Training.SyllableModel;

/// <summary>The command <c>language-model</c>.</summary>
internal static class LanguageModelCommand
{
    /// <summary>Official texts count twice: letters are written as laws are.</summary>
    private const int LegalWeight = 2;

    private const int NewsWeight = 1;

    public static int Run(string[] arguments)
    {
        Dictionary<string, string> options = arguments.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        if (!options.TryGetValue("--shared", out string? shared) || !options.TryGetValue("--out", out string? output))
        {
            Console.Error.WriteLine("Name the folder of the corpora with --shared and the file to write with --out.");
            return 2;
        }

        double threshold = double.Parse(options.GetValueOrDefault("--threshold", "1.5"), CultureInfo.InvariantCulture);
        int cutoff = int.Parse(options.GetValueOrDefault("--cutoff", "1"), CultureInfo.InvariantCulture);
        int size = int.Parse(options.GetValueOrDefault("--trigrams", "1500000"), CultureInfo.InvariantCulture);
        var watch = Stopwatch.StartNew();
        if (options.TryGetValue("--from", out string? larger))
        {
            Write(LanguageModelData.Read(File.ReadAllBytes(larger)));
            return 0;
        }

        Corpus[] corpora =
        [
            new(Path.Combine(shared, "corpus", "legal.txt.xz"), LegalWeight),
            new(Path.Combine(shared, "corpus", "news.txt.xz"), NewsWeight),
        ];

        var held = new HeldOut();
        foreach (string truth in Directory.GetFiles(Path.Combine(shared, "scans", "decrees"), "*.gt.txt"))
        {
            held.Exclude(File.ReadLines(truth));
        }

        foreach (Corpus corpus in corpora)
        {
            List<string> development = [.. corpus.Lines().Where((_, line) => HeldOut.IsDevelopment(line))];
            held.Exclude(development);
            if (options.TryGetValue("--development", out string? folder))
            {
                Directory.CreateDirectory(folder);
                File.WriteAllLines(Path.Combine(folder, corpus.Name + ".txt"), development);
            }
        }

        Say($"{held.Count} runs of nine syllables are held out");
        Vocabulary vocabulary = Vocabulary.Of(corpora);
        Say($"{vocabulary.Count} words");
        var counts = new TrigramCounts(vocabulary);
        foreach (Corpus corpus in corpora)
        {
            foreach ((int number, string line) in corpus.Lines().Index())
            {
                if (!HeldOut.IsHeldBlock(number))
                {
                    counts.Add(line, corpus.Weight, held);
                }
            }

            Say($"{corpus.Name}: {counts.Tokens} syllables so far, {counts.Lines} lines, {counts.Left} lines left out; {counts.Count} trigrams");
        }

        LanguageModelData model = KneserNey.Estimate(counts, vocabulary, cutoff, threshold);
        Say($"{counts.Cleaned} trigrams were dropped that look like misprints of others; {model.BigramWord.Length} pairs and {model.TrigramWord.Length} trigrams");
        Write(model);
        return 0;

        void Write(LanguageModelData whole)
        {
            LanguageModelData pruned = Pruner.Prune(whole, size);
            byte[] file = pruned.ToFile();
            File.WriteAllBytes(output, file);
            Say($"{pruned.BigramWord.Length} pairs and {pruned.TrigramWord.Length} trigrams, {file.Length / 1e6:0.00} MB, written to {output}");
        }

        void Say(FormattableString what) => Console.WriteLine(FormattableString.Invariant($"[{watch.Elapsed.TotalSeconds,6:0.0} s] ") + FormattableString.Invariant(what));
    }
}
