using System.Text.RegularExpressions;
using Dau.Translation.Text;

namespace Dau.Training.Translation;

/// <summary>Reads the parallel text. Lines of a development set are never in <see cref="Training"/>.</summary>
internal sealed partial class Corpora(string repository, string shared)
{
    /// <summary>Every so-many-th line of an official file is for development.</summary>
    public const int DevelopmentStep = 20;

    // News for tuning, and some that tuning does not see.
    private const int AltDevelopment = 600;

    // Sentences of each kind that weights are tuned on, and those that choose the round.
    private const int Climbed = 300;
    private const int Guarded = 150;

    private const float Register = 3;

    // Files of the folder that are not official text.
    private static readonly string[] General = ["general.tsv"];

    /// <summary>What the tables are computed from.</summary>
    public IEnumerable<TextPair> Training() =>
        Official().Where(static p => p.Line % DevelopmentStep != 0).Select(static p => p.Pair)
            .Concat(Termbase())
            .Concat(Lines("alt").Skip(AltDevelopment))
            .Concat(Lines("tatoeba"))
            .Concat(Tabbed("ovdp-examples.tsv").Where(IsClean).Select(static p => new TextPair(p.Source, p.Target, 0.5f, Origin.Dictionary)))
            .Concat(Tabbed("ovdp.tsv").Where(IsClean).Select(static p => new TextPair(p.Source, p.Target, 0.5f, Origin.Dictionary)));

    /// <summary>Vietnamese words of two to four syllables, in small letters: the heads of the dictionary and of the gloss.</summary>
    public IEnumerable<string> Words() =>
        Tabbed("ovdp.tsv").Select(static p => p.Source)
            .Concat(File.ReadLines(Path.Combine(repository, "src/Dau/Translation/Data/gloss.tsv")).Select(static l => l.Split('\t')[0]))
            .Select(Vietnamese.Lower).Where(static w => w.Count(static c => c == ' ') is >= 1 and <= 3 && w.All(static c => c == ' ' || char.IsLetter(c)));

    /// <summary>Pairs of the register that no table is computed from.</summary>
    public IReadOnlyList<TextPair> OfficialDevelopment() =>
        [.. Official().Where(static p => p.Line % DevelopmentStep == 0).Select(static p => p.Pair)];

    /// <summary>News held apart for tuning.</summary>
    public IReadOnlyList<TextPair> NewsDevelopment() => [.. Lines("alt").Take(AltDevelopment)];

    /// <summary>Official sentences to climb on and such to choose the round by, from all files. Short sentences tell as much as long ones and cost less.</summary>
    public (IReadOnlyList<TextPair> Climbed, IReadOnlyList<TextPair> Guard) OfficialTuning() => Share(
        [.. OfficialDevelopment().Where(static p => p.Origin == Origin.Official && p.Source.Length < 260)]);

    /// <summary>The same of other text.</summary>
    public (IReadOnlyList<TextPair> Climbed, IReadOnlyList<TextPair> Guard) GeneralTuning() => Share(
        [.. OfficialDevelopment().Where(static p => p.Origin == Origin.General), .. NewsDevelopment().Where(static p => p.Source.Length < 260)]);

    // Two of three to climb on, the third as a guard.
    private static (IReadOnlyList<TextPair> Climbed, IReadOnlyList<TextPair> Guard) Share(IReadOnlyList<TextPair> pairs)
    {
        var step = Math.Max(1d, (double)pairs.Count / (Climbed + Guarded));
        List<TextPair> climbed = [], guard = [];
        for (var i = 0; (int)(i * step) < pairs.Count; i++)
        {
            (i % 3 == 2 ? guard : climbed).Add(pairs[(int)(i * step)]);
        }

        return (climbed, guard);
    }

    /// <summary>A development set that is only measured on.</summary>
    public IReadOnlyList<TextPair> Measured(string name) => [.. Lines(name)];

    private IEnumerable<(TextPair Pair, int Line)> Official()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(repository, "src/Dau.Training/data/official"), "*.tsv").Order(StringComparer.Ordinal))
        {
            var (number, origin) = (0, General.Contains(Path.GetFileName(file)) ? Origin.General : Origin.Official);
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (line.Split('\t') is [var source, var target, ..])
                {
                    yield return (new TextPair(source, target, Register, origin), number);
                }
            }
        }
    }

    private IEnumerable<TextPair> Termbase()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(repository, "src/Dau/Translation/Data/termbase"), "*.tsv").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(file).Where(static l => l.Length > 0 && l[0] != '#'))
            {
                if (line.Split('\t') is [var source, var target, ..])
                {
                    yield return new TextPair(source, target, Register, Origin.Official);
                }
            }
        }
    }

    private IEnumerable<TextPair> Lines(string name)
    {
        var folder = Path.Combine(shared, "parallel");
        var (source, target) = (Path.Combine(folder, name + ".vi"), Path.Combine(folder, name + ".en"));
        return File.Exists(source) && File.Exists(target) ? File.ReadLines(source).Zip(File.ReadLines(target), static (s, t) => new TextPair(s, t, 1, Origin.General)) : [];
    }

    private IEnumerable<(string Source, string Target)> Tabbed(string name)
    {
        var file = Path.Combine(shared, "parallel", name);
        return File.Exists(file) ? File.ReadLines(file).Select(static l => l.Split('\t')).Where(static p => p.Length >= 2).Select(static p => (p[0], p[1])) : [];
    }

    private static bool IsClean((string Source, string Target) pair) =>
        pair.Source.Length > 0 && pair.Target.Length > 0 && pair.Target.Split(' ').Length <= 12 && !Unclean().IsMatch(pair.Target);

    [GeneratedRegex(@"[()\[\]{}<>=~*_]|\betc|\bsth\b|\bsb\b|ect\.")]
    private static partial Regex Unclean();
}
