using System.Diagnostics;
using System.Globalization;
using Dau.Translation;
using Dau.Translation.Draft.Decoding;
using Dau.Translation.Draft.Model;
using Dau.Translation.Terms;

namespace Dau.Training.Translation;

/// <summary><c>translation</c>: builds the draft engine's tables, tunes its weights and reports its scores.</summary>
internal static class TranslationCommand
{
    private const int Jumps = 4;

    // What news counts in the language model of the register, and the other way round; and what a sequence of words must tell to be kept.
    private const double OtherKind = 0.2;
    private const double LeastGain = 1.5;

    /// <summary>Runs the command; 0 when all went well.</summary>
    public static int Run(Arguments arguments)
    {
        if (arguments.Value("out") is not { } path)
        {
            Console.Error.WriteLine("--out FILE is missing.");
            return 2;
        }

        var watch = Stopwatch.StartNew();
        void Log(string line) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:0} s  {line}"));
        var corpora = new Corpora(arguments.Value("repository") ?? ".", arguments.Value("shared") ?? "../shared");
        if (!arguments.Has("no-build"))
        {
            Build(corpora, path, arguments.Has("quick"), Log);
        }

        var model = Read(path);
        Log($"{new FileInfo(path).Length / 1048576.0:0.0} MiB");
        if (arguments.Has("tune"))
        {
            var tuner = new Tuner(model, Log);
            var (official, general) = (corpora.OfficialTuning(), corpora.GeneralTuning());
            ModelWriter.ReplaceWeights(path, tuner.Tune("official", official.Climbed, official.Guard, model.Official), tuner.Tune("general", general.Climbed, general.Guard, model.General));
            model = Read(path);
        }

        if (!arguments.Has("no-report"))
        {
            Report(model, corpora, Log);
        }

        return 0;
    }

    private static void Build(Corpora corpora, string path, bool quick, Action<string> log)
    {
        var reader = new PairReader(Translators.Locks);
        var pairs = reader.Read(corpora.Training());
        log($"{pairs.Count} pairs, {pairs.Sum(static p => p.Source.Length)} syllables, {pairs.Sum(static p => p.Target.Length)} words");
        List<(int Source, int Target)[]> links = [], wordLinks = [];
        Parallel.Invoke(
            () => links = Aligner.Align(pairs),
            () =>
            {
                var (grouped, starts) = WordGroups.Group(pairs, Words(corpora, reader));
                wordLinks = [.. Aligner.Align(grouped, Jumps).Select((l, i) => WordGroups.Spread(l, starts[i]))];
            });
        log("words aligned, by syllables and by words; phrases");
        var phrases = new PhraseExtractor(reader.SourceWords, reader.TargetWords).Extract(pairs, links, wordLinks).Select(static g => (IReadOnlyList<PhrasePair>)[.. g]).ToList();
        log($"{phrases.Count} phrases, {phrases.Sum(static g => g.Count)} pairs of phrases");
        var language = new LanguageModelEstimator(OtherKind, LeastGain);
        var (start, end) = (reader.TargetWords.Add("<s>"), reader.TargetWords.Add("</s>"));
        foreach (var pair in pairs.Where(static p => p.Origin != Origin.Dictionary))
        {
            language.Add(pair.Target, start, end, pair.Origin == Origin.Official);
        }

        var entries = language.Estimate(start);
        log("sequences of the language model: " + string.Join(", ", entries.Select(static e => e.Count)));
        ModelWriter.Write(path, reader.SourceWords, reader.TargetWords, WordRatios.Of(pairs, reader.SourceWords.Count), phrases, entries, quick);
    }

    private static HashSet<ulong> Words(Corpora corpora, PairReader reader) =>
        [.. corpora.Words().Select(w => w.Split(' ').Select(reader.SourceWords.Find).ToArray()).Where(static w => Array.TrueForAll(w, static s => s >= 0)).Select(static w => WordGroups.Key(w))];

    private static DraftModel Read(string path)
    {
        using var file = File.OpenRead(path);
        return DraftModel.Read(file);
    }

    private static void Report(DraftModel model, Corpora corpora, Action<string> log)
    {
        var engine = new PhraseEngine(model, Termbase.Default);
        (string Name, IReadOnlyList<TextPair> Pairs)[] sets =
        [
            ("official-dev", corpora.OfficialDevelopment()), ("not tuned on", [.. corpora.OfficialDevelopment().Except(corpora.OfficialTuning().Climbed)]),
            ("flores-dev", corpora.Measured("flores-dev")), ("news-dev", corpora.Measured("news-dev")),
        ];
        foreach (var (name, pairs) in sets.Where(static s => s.Pairs.Count > 0))
        {
            var (chrf, bleu) = Scorer.Score(engine, pairs);
            log(string.Create(CultureInfo.InvariantCulture, $"{name,-14} {pairs.Count,5} pairs   chrF {chrf:0.0}   BLEU {bleu:0.0}"));
        }
    }
}
