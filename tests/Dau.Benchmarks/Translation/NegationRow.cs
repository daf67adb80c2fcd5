using System.Text.RegularExpressions;

namespace Dau.Benchmarks.Translation;

/// <summary>A sentence of <c>negations.tsv</c> and what English must show of its negations; the file's head explains the signs.</summary>
/// <param name="Signs">One letter for each negation; empty where nothing is denied.</param>
/// <param name="Source">Vietnamese.</param>
/// <param name="Further">Expressions that also carry the negation in this sentence.</param>
internal sealed partial record NegationRow(string Signs, string Source, string Further)
{
    /// <summary>The rows of a file.</summary>
    public static IReadOnlyList<NegationRow> Read(string path) => [.. File.ReadLines(path).Where(static l => l.Length > 0 && l[0] != '#').Select(static l => l.Split('\t'))
        .Select(static c => new NegationRow(c[0] == "-" ? "" : c[0], c[1], c.ElementAtOrDefault(2) ?? ""))];

    /// <summary>Whether the English shows every negation.</summary>
    public bool IsKept(string english)
    {
        // A ban or an exception may also be said with "not", never the other way round.
        var (no, ban, exception) = (No().Count(english), Ban().Count(english), Exception().Count(english));
        var further = Further.Length == 0 ? 0 : Regex.Count(english, $@"\b({Further})", RegexOptions.IgnoreCase);
        var missing = Math.Max(0, Signs.Count(static c => c == 'p') - ban) + Math.Max(0, Signs.Count(static c => c == 'e') - exception) + Signs.Count(static c => c == 'n');
        return no + further >= missing;
    }

    [GeneratedRegex(@"\b(not|no|non|never|none|nothing|nobody|neither|nor|cannot|without|unable)\b|n[’']t\b", RegexOptions.IgnoreCase)]
    private static partial Regex No();

    [GeneratedRegex(@"\b(prohibit\w*|forbid\w*|ban|bans|banned|banning|barred)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ban();

    [GeneratedRegex(@"\b(except\w*|excluding|excluded|other than|apart from|unless|but for|save for|with the exception)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Exception();
}
