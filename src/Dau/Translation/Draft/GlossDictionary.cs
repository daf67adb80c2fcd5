using Dau.Translation.Terms;

namespace Dau.Translation.Draft;

/// <summary>One English word for a Vietnamese one: the most likely in the project's own pairs of sentences.</summary>
internal sealed class GlossDictionary
{
    /// <summary>Syllables of the longest word.</summary>
    public const int Longest = 4;

    private static readonly Lazy<GlossDictionary> Embedded = new(static () => new GlossDictionary());

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    private GlossDictionary()
    {
        foreach (var line in TermFile.EmbeddedLines("gloss.tsv"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            _words[line[..tab]] = line[(tab + 1)..];
        }
    }

    /// <summary>The dictionary that comes with the program.</summary>
    public static GlossDictionary Default => Embedded.Value;

    /// <summary>English for a word in small letters; null for an unknown one.</summary>
    public string? Find(string word) => _words.GetValueOrDefault(word);
}
