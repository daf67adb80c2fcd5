using System.Text;

namespace Dau.Translation.Terms;

/// <summary>Reads files of terms: tab-separated; Vietnamese, English, abbreviation, domain, note, source; lines that start with <c>#</c> are comments.</summary>
internal static class TermFile
{
    /// <summary>Entries of a file that is part of the program.</summary>
    /// <param name="name">Its name below <c>Translation/Data</c>, with dots for slashes.</param>
    public static IEnumerable<TermEntry> ReadEmbedded(string name) => EmbeddedLines(name).Select(Parse);

    /// <summary>Lines of a file that is part of the program, without comments and empty ones.</summary>
    public static IEnumerable<string> EmbeddedLines(string name)
    {
        using var stream = typeof(TermFile).Assembly.GetManifestResourceStream("Dau.Translation.Data." + name)
            ?? throw new InvalidOperationException($"The program lacks its part {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    private static TermEntry Parse(string line)
    {
        var parts = line.Split('\t');
        return new TermEntry(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "", parts.ElementAtOrDefault(3) ?? "", parts.ElementAtOrDefault(4) ?? "")
        {
            Origin = parts.ElementAtOrDefault(5) ?? "",
        };
    }
}
