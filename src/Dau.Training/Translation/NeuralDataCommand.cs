using System.Text;
using Dau.Translation;
using Dau.Translation.Draft;
using Dau.Translation.Locks;
using Dau.Translation.Neural;

namespace Dau.Training.Translation;

/// <summary>
/// <c>neural-data</c>: the steps of preparing data for the neural model that must agree with the program. <c>mask</c> replaces the locks of pairs
/// (group, Vietnamese, English; the English may be empty) by slots on both sides, of a development set (group <c>dev-…</c>) in the Vietnamese alone, with
/// what each slot stands for, as when the program runs; <c>draft</c> translates lines with the draft
/// engine; <c>align</c> links the words of masked pairs; <c>run</c> translates masked lines with a model.
/// </summary>
internal static class NeuralDataCommand
{
    /// <summary>Runs the command; 0 when all went well.</summary>
    public static int Run(string step, Arguments arguments)
    {
        if (arguments.Value("in") is not { } source || arguments.Value("out") is not { } target)
        {
            Console.Error.WriteLine("--in FILE or --out FILE is missing.");
            return 2;
        }

        switch (step)
        {
            case "mask":
                File.WriteAllLines(target, File.ReadLines(source).AsParallel().AsOrdered().Select(MaskLine).OfType<string>());
                return 0;
            case "draft":
                Translate(source, target);
                return 0;
            case "align":
                Link(source, target);
                return 0;
            case "run" when arguments.Value("model") is { } folder:
                File.WriteAllLines(target, NeuralEngine.Load(folder).Translate(File.ReadAllLines(source), CancellationToken.None).Select(static t => t.Text));
                return 0;
            default:
                Console.Error.WriteLine("The steps are mask, draft, align, and run with --model FOLDER.");
                return 2;
        }
    }

    private static string? MaskLine(string line)
    {
        if (line.Split('\t') is not [var group, var source, var target, ..] || source.Any(SlotText.IsSlot) || target.Any(SlotText.IsSlot))
        {
            return null;
        }

        source = source.Normalize(NormalizationForm.FormC);
        target = target.Normalize(NormalizationForm.FormC);
        var locks = Translators.Locks.Find(source);
        if (target.Length == 0 || group.StartsWith("dev-", StringComparison.Ordinal))
        {
            var (text, found) = SlotText.Mask(source, locks);
            return string.Join('\t', [group, text, target, .. found.Select(static s => s.Key + s.Value.Rendering)]);
        }

        var kept = new List<(LockedSpan Lock, int Start, int End)>();
        foreach (var item in locks)
        {
            if (PairReader.Place(target, item, kept) is { Start: >= 0 } place)
            {
                kept.Add((item, place.Start, place.End));
            }
        }

        var (masked, slots) = SlotText.Mask(source, kept.Select(static k => k.Lock));
        var slotOf = slots.ToDictionary(static s => s.Value, static s => s.Key);
        var english = new StringBuilder();
        var at = 0;
        foreach (var (item, start, end) in kept.Where(k => slotOf.ContainsKey(k.Lock)).OrderBy(static k => k.Start))
        {
            english.Append(target, at, start - at).Append(slotOf[item]);
            at = end;
        }

        english.Append(target, at, target.Length - at);
        return $"{group}\t{masked}\t{english}\t{locks.Count}\t{slots.Count}";
    }

    // Words are what stands between spaces, as the trainer counts them; slots on both sides belong together.
    private static void Link(string source, string target)
    {
        var lines = File.ReadLines(source).Select(static l => l.Split('\t')).Where(static c => c.Length >= 3 && c[1].Length > 0 && c[2].Length > 0).ToList();
        var (vietnamese, english) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var pairs = new List<SentencePair>(lines.Count);
        foreach (var cells in lines)
        {
            var (from, to) = (Words(cells[1]), Words(cells[2]));
            int[] joined = [.. from.Select(w => w.FirstOrDefault(SlotText.IsSlot) is var slot and not '\0' ? Array.FindIndex(to, t => t.Contains(slot, StringComparison.Ordinal)) : -1)];
            pairs.Add(new SentencePair(Number(from, vietnamese), Number(to, english), joined, 1, Origin.Official));
        }

        var links = Aligner.Align(pairs);
        File.WriteAllLines(target, lines.Select((c, i) => $"{c[1]}\t{c[2]}\t{string.Join(' ', links[i].Select(static l => $"{l.Source}-{l.Target}"))}"));

        static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        static int[] Number(string[] words, Dictionary<string, int> numbers) =>
            [.. words.Select(w => Key(w)).Select(k => numbers.TryGetValue(k, out var n) ? n : numbers[k] = numbers.Count)];

        static string Key(string word) => word.FirstOrDefault(SlotText.IsSlot) is var slot and not '\0'
            ? "$" + (slot >> 4)
            : word.Trim('.', ',', ';', ':', '(', ')', '"', '“', '”', '?', '!') is { Length: > 0 } bare ? bare.ToLowerInvariant() : word;
    }

    // Appends, so that a run that was stopped goes on where it was.
    private static void Translate(string source, string target)
    {
        var (engine, warnings) = DraftEngines.Load();
        foreach (var warning in warnings)
        {
            Console.Error.WriteLine(warning);
        }

        var done = File.Exists(target) ? File.ReadLines(target).Count() : 0;
        using var writer = new StreamWriter(target, append: true) { AutoFlush = true };
        foreach (var line in File.ReadLines(source).Skip(done))
        {
            writer.WriteLine($"{line}\t{engine.Render(line, Translators.Locks.Find(line)).Text}");
        }
    }
}
