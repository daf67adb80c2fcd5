using Dau.Translation.Terms;

namespace Dau.Translation.Exchange;

/// <summary>Termbases as files, the format told by the name's ending: <c>.tbx</c>, <c>.csv</c>, <c>.tsv</c>.</summary>
internal static class TermFiles
{
    private static readonly string[] Endings = [".tbx", ".csv", ".tsv"];

    /// <summary>The terms of a file.</summary>
    /// <exception cref="InputException">The file cannot be read, or its ending is another.</exception>
    public static IReadOnlyList<TermEntry> Read(string path) => Ending(path) == ".tbx" ? Tbx.Read(path) : TermCsv.Read(path);

    /// <summary>Writes terms in the format of the ending.</summary>
    /// <exception cref="InputException">The ending is another.</exception>
    public static void Write(string path, Stream stream, IEnumerable<TermEntry> entries)
    {
        switch (Ending(path))
        {
            case ".tbx":
                Tbx.Write(stream, entries);
                break;
            case ".tsv":
                TermCsv.Write(stream, entries, '\t');
                break;
            default:
                TermCsv.Write(stream, entries);
                break;
        }
    }

    /// <summary>Files of terms in a folder, by name; none where it does not exist.</summary>
    public static IReadOnlyList<string> In(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Where(static f => Endings.Contains(Path.GetExtension(f).ToLowerInvariant())).Order(StringComparer.Ordinal)] : [];

    private static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant() is var ending && Endings.Contains(ending)
        ? ending
        : throw new InputException($"{path}: files of terms end in {string.Join(", ", Endings)}.");
}
