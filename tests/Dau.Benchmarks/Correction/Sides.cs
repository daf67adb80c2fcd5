using System.Text;
using System.Text.RegularExpressions;
using Dau.Correction;
using Dau.Model;

namespace Dau.Benchmarks.Correction;

/// <summary>A way to correct text.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Correct">Corrects pages.</param>
/// <param name="IsSlow">Whether it would take hours for hundreds of thousands of words, so that it is measured on scans alone.</param>
internal sealed record Side(string Name, Func<IReadOnlyList<Page>, IReadOnlyList<Page>> Correct, bool IsSlow = false);

/// <summary>What Dấu's corrector is compared with.</summary>
internal static partial class Sides
{
    public static Side None { get; } = new("as read", static pages => pages);

    public static Side Of(string name, ICorrector corrector) => new(name, pages => corrector.Correct(pages, new CorrectionOptions()).Pages);

    /// <summary>
    /// What the documentation of VietOCR says that its post-processing mends: letter case inside a word (hOa, nhắC), letters of similar shape (h0a, 1a, uhìn, marg).
    /// Written after that documentation, not its code.
    /// </summary>
    public static Side Rules { get; } = Words("rules as VietOCR documents them", static core =>
    {
        string text = core.Any(char.IsLetter) && core.Any(char.IsLower) && core.Skip(1).Any(char.IsUpper) && core.All(char.IsLetter)
            && VietnameseSyllable.IsLawful(core) ? core[0] + core[1..].ToLowerInvariant() : core;
        string shapes = Rg().Replace(text.Replace('0', 'o').Replace('1', 'l'), "ng");
        shapes = shapes.StartsWith("uh", StringComparison.Ordinal) ? "nh" + shapes[2..] : shapes;
        return text.Any(char.IsLetter) && !VietnameseSyllable.IsLawful(text) && VietnameseSyllable.IsLawful(shapes) ? shapes : text;
    });

    /// <summary>Takes all marks off and puts on those that the letters have most often.</summary>
    /// <param name="lexicon">Syllables with how often they occur in laws and in news, parted by tabs.</param>
    public static Side MostFrequent(string lexicon)
    {
        Dictionary<string, string> best = File.ReadLines(lexicon).Select(static line => line.Split('\t'))
            .Select(static cells => (Syllable: cells[0], Count: long.Parse(cells[1]) + long.Parse(cells[2])))
            .GroupBy(static one => VietnameseLetters.Bare(one.Syllable)).ToDictionary(static same => same.Key, static same => same.MaxBy(static one => one.Count).Syllable, StringComparer.Ordinal);
        return Words("most frequent marks", core => best.TryGetValue(VietnameseLetters.Bare(core.ToLowerInvariant()), out string? found) ? InCaseOf(found, core) : core);
    }

    /// <summary>Hunspell's first suggestion for every word that its dictionary lacks.</summary>
    public static Side Hunspell() => new("Hunspell, hunspell-vi", static pages =>
    {
        string[] words = [.. pages.SelectMany(static page => page.Words).Select(static word => Core().Match(word.Source).Value).Where(static core => core.Length > 0 && core.All(char.IsLetter)).Distinct(StringComparer.Ordinal)];
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, words, new UTF8Encoding(false));
            Run run = Tools.MustRunAsync("/bin/sh", ["-c", $"hunspell -i utf-8 -d vi_VN -a < {file}"], new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8" }).GetAwaiter().GetResult();
            Dictionary<string, string> first = run.Output.Split('\n').Select(static line => Suggestion().Match(line)).Where(static match => match.Success)
                .GroupBy(static match => match.Groups[1].Value, StringComparer.Ordinal).ToDictionary(static same => same.Key, static same => same.First().Groups[2].Value, StringComparer.Ordinal);
            return Apply(pages, core => first.GetValueOrDefault(core, core));
        }
        finally
        {
            File.Delete(file);
        }
    }, IsSlow: true);

    private static Side Words(string name, Func<string, string> mend) => new(name, pages => Apply(pages, mend));

    private static IReadOnlyList<Page> Apply(IReadOnlyList<Page> pages, Func<string, string> mend) =>
        [.. pages.Select(page => page with { Words = [.. page.Words.Select(word => word with { Source = Core().Replace(word.Source, core => core.Length == 0 ? "" : mend(core.Value), 1) })] })];

    private static string InCaseOf(string text, string like) =>
        like.Length > 1 && like.All(static letter => !char.IsLower(letter)) ? text.ToUpperInvariant() : char.IsUpper(like[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    // From the first to the last letter or digit.
    [GeneratedRegex(@"[\p{L}\p{N}](?:.*[\p{L}\p{N}])?")]
    private static partial Regex Core();

    [GeneratedRegex("rg$")]
    private static partial Regex Rg();

    [GeneratedRegex(@"^& (\S+) \d+ \d+: ([^,]+)")]
    private static partial Regex Suggestion();
}
