using System.Diagnostics;
using Dau.Benchmarks.Measures;
using Dau.Benchmarks.Translation;
using Dau.Model;
using Dau.Translation;
using Dau.Translation.Draft;
using Dau.Translation.Draft.Model;
using Dau.Translation.Locks;
using Dau.Translation.Terms;
using Spectre.Console;

namespace Dau.Benchmarks;

/// <summary>What a user of the draft engine can expect: scores on text that no table was computed from, what is safe in it, and its speed, beside simpler engines.</summary>
internal static class TranslationBenchmark
{
    private const int SpeedSentences = 200;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        string repository = arguments.Text("--repository") ?? ".";
        string shared = arguments.Text("--shared") ?? "../shared";
        var (engine, warnings) = DraftEngines.Load(arguments.Text("--tables") ?? DraftEngines.DefaultPath);
        warnings.ToList().ForEach(Console.Error.WriteLine);
        ITranslator draft = Translators.With(engine);
        IReadOnlyList<DevelopmentSet> sets = DevelopmentSet.Read(repository, shared);
        if (!arguments.Has("--safety"))
        {
            await ScoresAsync(sets, draft, Path.Combine(shared, "parallel", "ovdp.tsv"), arguments.Text("--keep"));
        }

        await SafetyAsync(sets[0], draft, arguments.Has("--show"));
        Speed(engine, sets[0]);
        return 0;
    }

    private static async Task ScoresAsync(IReadOnlyList<DevelopmentSet> sets, ITranslator draft, string dictionary, string? keep)
    {
        var table = new Table().Title("chrF / BLEU, cased (sacrebleu's definitions)");
        table.AddColumn("");
        sets.ToList().ForEach(s => table.AddColumn($"{s.Name} ({s.Pairs.Count})"));
        Row("draft", await Task.WhenAll(sets.Select(s => TranslateAsync(draft, s))));
        var gloss = new WordGloss(Termbase.Default, GlossDictionary.Default);
        Row("first version's engine: templates, locks, then terms and words one by one", await Task.WhenAll(sets.Select(s => TranslateAsync(Translators.With(gloss), s))));
        Row("termbase and dictionary, word by word", [.. sets.Select(s => Gloss(gloss, s))]);
        if (File.Exists(dictionary))
        {
            var words = new DictionaryGloss(dictionary);
            Row("OVDP dictionary, word by word", [.. sets.Select(s => Gloss(words, s))]);
        }

        AnsiConsole.Write(table);

        void Row(string name, IReadOnlyList<string>[] results)
        {
            table.AddRow([name, .. sets.Zip(results, Score)]);
            for (int i = 0; keep is not null && i < sets.Count; i++)
            {
                File.WriteAllLines(Path.Combine(Directory.CreateDirectory(keep).FullName, $"{name} - {sets[i].Name}.tsv"),
                    sets[i].Pairs.Zip(results[i], static (p, english) => $"{p.Source}\t{english}\t{p.Reference}"));
            }
        }
    }

    private static string Score(DevelopmentSet set, IReadOnlyList<string> results)
    {
        var (chrf, bleu) = (new Chrf(), new Bleu());
        foreach (((string _, string reference), string english) in set.Pairs.Zip(results))
        {
            chrf.Add(english, reference);
            bleu.Add(english, reference);
        }

        return $"{chrf.Score:0.0} / {bleu.Score:0.0}";
    }

    private static async Task SafetyAsync(DevelopmentSet official, ITranslator draft, bool show)
    {
        NegationScore negation = await NegationScore.MeasureAsync(draft, NegationRow.Read(NegationScore.DefaultPath), default);
        var locks = new LockScore();
        var (names, nouns) = (TermScore.OfNames(Termbase.Default), TermScore.OfNouns(Termbase.Default));
        string[] sources = [.. official.Pairs.Select(static p => p.Source), .. LockSentences.Make(500)];
        IReadOnlyList<SegmentTranslation> results = await BatchAsync(draft, sources);
        for (int i = 0; i < results.Count; i++)
        {
            locks.Add(sources[i], results[i]);
            if (i < official.Pairs.Count)
            {
                names.Add(sources[i], results[i].Target ?? "");
                nouns.Add(sources[i], results[i].Target ?? "");
            }
        }

        var table = new Table().Title("What must survive").AddColumns("", "");
        table.AddRow("negations lost without a flag", $"{negation.Lost.Count} of {negation.Sentences} sentences (lost with a flag {negation.Flagged})");
        table.AddRow("flags although every negation is there", $"{negation.FalseFlags} of {negation.Sentences}, and {negation.TrapFlags} of {negation.Traps} sentences without one");
        table.AddRow("numbers, dates, codes, names changed without a flag", $"{locks.Lost.Count} of {locks.All} (changed with a flag {locks.Flagged})");
        table.AddRow("names of organs, posts, laws as the termbase says", $"{100.0 * names.Kept / names.Found:0.0} % of {names.Found}");
        table.AddRow("all its nouns", $"{100.0 * nouns.Kept / nouns.Found:0.0} % of {nouns.Found}");
        AnsiConsole.Write(table);
        if (show)
        {
            negation.Lost.Concat(locks.Lost).Concat(names.Missed).Concat(nouns.Missed.Take(40)).ToList().ForEach(Console.WriteLine);
        }
    }

    private static void Speed(IDraftEngine engine, DevelopmentSet official)
    {
        var sentences = official.Pairs.Select(static p => p.Source).Where(static s => s.Split(' ').Length is > 20 and < 30).Take(SpeedSentences).ToList();
        sentences.ForEach(s => engine.Render(s, Translators.Locks.Find(s)));
        TimeSpan before = Environment.CpuUsage.TotalTime;
        sentences.ForEach(s => engine.Render(s, Translators.Locks.Find(s)));
        double seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        DraftEngines.Load(); // unpacks them where no run has yet
        before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        UnpackedTables.Open(DraftEngines.DefaultPath, DraftEngines.UnpackedPath);
        Console.WriteLine($"{sentences.Count / seconds:0.0} sentences of about 25 syllables a second of one core; loading {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.00} s of the processor"
            + $" ({Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s by the clock); peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB with the tables loaded three times.");
    }

    private static async Task<IReadOnlyList<string>> TranslateAsync(ITranslator translator, DevelopmentSet set) =>
        [.. (await BatchAsync(translator, [.. set.Pairs.Select(static p => p.Source)])).Select(static t => t.Target ?? "")];

    // In parts, side by side: the draft engine works on one core.
    private static async Task<IReadOnlyList<SegmentTranslation>> BatchAsync(ITranslator translator, IReadOnlyList<string> sources)
    {
        TranslationBatch[] parts = await Task.WhenAll(sources.Chunk((sources.Count / Environment.ProcessorCount) + 1).Select(part => Task.Run(() =>
            translator.TranslateAsync([.. part.Select(static (s, i) => new SegmentSource($"s{i + 1}", s, Section.Body, BlockKind.Paragraph))], default))));
        return [.. parts.SelectMany(static p => p.Translations)];
    }

    private static IReadOnlyList<string> Gloss(IDraftEngine engine, DevelopmentSet set) => [.. set.Pairs.Select(p => engine.Render(p.Source, Translators.Locks.Find(p.Source)).Text)];
}
