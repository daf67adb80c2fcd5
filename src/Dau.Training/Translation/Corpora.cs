using System.Text.RegularExpressions;
using Dau.Translation.Text;

namespace Dau.Training.Translation;

/// <summary>Reads the parallel text. Lines of a development set are never in <see cref="Training"/>.</summary>
internal sealed partial class Corpora(string repository, string shared)
{
    /// <summary>Every so-many-th line of an official file is for development.</summary>
    public const int DevelopmentStep = 20;

    private const int AltDevelopment = 200;
    private const float Register = 3;

    /// <summary>What the tables are computed from.</summary>
    public IEnumerable<TextPair> Training() =>
        Official().Where(static p => p.Line % DevelopmentStep != 0).Select(static p => new TextPair(p.Source, p.Target, Register))
            .Concat(Termbase())
            .Concat(Lines("alt").Skip(AltDevelopment).Select(static p => new TextPair(p.Source, p.Target, 1)))
            .Concat(Lines("tatoeba").Select(static p => new TextPair(p.Source, p.Target, 1)))
            .Concat(Tabbed("ovdp-examples.tsv").Where(IsClean).Select(static p => new TextPair(p.Source, p.Target, 0.5f)))
            .Concat(Tabbed("ovdp.tsv").Where(IsClean).Select(static p => new TextPair(p.Source, p.Target, 0.5f)));

    /// <summary>Vietnamese words of two to four syllables, in small letters: the heads of the dictionary and of the gloss.</summary>
    public IEnumerable<string> Words() =>
        Tabbed("ovdp.tsv").Select(static p => p.Source)
            .Concat(File.ReadLines(Path.Combine(repository, "src/Dau/Translation/Data/gloss.tsv")).Select(static l => l.Split('\t')[0]))
            .Select(Vietnamese.Lower).Where(static w => w.Count(static c => c == ' ') is >= 1 and <= 3 && w.All(static c => c == ' ' || char.IsLetter(c)));

    /// <summary>Pairs of the register that no table is computed from.</summary>
    public IReadOnlyList<TextPair> OfficialDevelopment() =>
        [.. Official().Where(static p => p.Line % DevelopmentStep == 0).Select(static p => new TextPair(p.Source, p.Target, 1))];

    /// <summary>News held apart for tuning.</summary>
    public IReadOnlyList<TextPair> NewsDevelopment() => [.. Lines("alt").Take(AltDevelopment).Select(static p => new TextPair(p.Source, p.Target, 1))];

    /// <summary>A development set that is only measured on.</summary>
    public IReadOnlyList<TextPair> Measured(string name) => [.. Lines(name).Select(static p => new TextPair(p.Source, p.Target, 1))];

    private IEnumerable<(string Source, string Target, int Line)> Official()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(repository, "src/Dau.Training/data/official"), "*.tsv").Order(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (line.Split('\t') is [var source, var target, ..])
                {
                    yield return (source, target, number);
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
                    yield return new TextPair(source, target, Register);
                }
            }
        }
    }

    private IEnumerable<(string Source, string Target)> Lines(string name)
    {
        var folder = Path.Combine(shared, "parallel");
        var (source, target) = (Path.Combine(folder, name + ".vi"), Path.Combine(folder, name + ".en"));
        return File.Exists(source) && File.Exists(target) ? File.ReadLines(source).Zip(File.ReadLines(target)) : [];
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
