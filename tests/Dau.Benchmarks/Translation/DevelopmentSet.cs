namespace Dau.Benchmarks.Translation;

/// <summary>Pairs that no table is computed from.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Pairs">Vietnamese and English.</param>
internal sealed record DevelopmentSet(string Name, IReadOnlyList<(string Source, string Reference)> Pairs)
{
    // As in Dau.Training: every so-many-th line of a file of the register.
    private const int Step = 20;

    // The files that the register's first pairs came in; the others were added later and are harder: laws, long sentences, news.
    private static readonly string[] First = ["economy.tsv", "law.tsv", "party.tsv", "propaganda.tsv", "security.tsv", "society.tsv"];

    /// <summary>The sets that are at hand.</summary>
    /// <param name="repository">The checkout.</param>
    /// <param name="shared">The folder with <c>parallel</c>; sets that it lacks are left out.</param>
    public static IReadOnlyList<DevelopmentSet> Read(string repository, string shared)
    {
        var files = Directory.GetFiles(Path.Combine(repository, "src/Dau.Training/data/official"), "*.tsv").Order(StringComparer.Ordinal).ToList();
        return
        [
            new("official-dev", [.. files.SelectMany(Official)]),
            new("human-rights letters held apart", [.. Letters(LettersPath)]),
            new("official-dev, first files", [.. files.Where(static f => First.Contains(Path.GetFileName(f))).SelectMany(Official)]),
            .. new[] { "flores-dev", "news-dev" }.Select(name => new DevelopmentSet(name, [.. Lines(Path.Combine(shared, "parallel", name))])).Where(static s => s.Pairs.Count > 0),
        ];
    }

    /// <summary>Whole letters that no pair was written or weight chosen by: the file beside the program.</summary>
    public static string LettersPath => Path.Combine(AppContext.BaseDirectory, "Translation", "human-rights-letters.tsv");

    private static IEnumerable<(string, string)> Letters(string file) =>
        File.ReadLines(file).Where(static l => l.Length > 0 && l[0] != '#').Select(static l => l.Split('	')).Select(static c => (c[0], c[1]));

    private static IEnumerable<(string, string)> Official(string file) =>
        File.ReadLines(file).Where(static (_, i) => (i + 1) % Step == 0).Select(static l => l.Split('\t')).Where(static c => c.Length >= 2).Select(static c => (c[0], c[1]));

    private static IEnumerable<(string, string)> Lines(string path) =>
        File.Exists(path + ".vi") && File.Exists(path + ".en") ? File.ReadLines(path + ".vi").Zip(File.ReadLines(path + ".en")) : [];
}
