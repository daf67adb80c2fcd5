using Dau.Translation.Draft;
using Dau.Translation.Locks;
using Dau.Translation.Text;

namespace Dau.Benchmarks.Translation;

/// <summary>The lowest side to compare with: the longest word of the OVDP dictionary, then the next, in the order of the Vietnamese.</summary>
internal sealed class DictionaryGloss : IDraftEngine
{
    private const int Longest = 5;

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>Reads the dictionary: Vietnamese, tab, English; the first rendering counts.</summary>
    public DictionaryGloss(string path)
    {
        foreach (var cells in File.ReadLines(path).Select(static l => l.Split('\t')).Where(static c => c.Length >= 2))
        {
            _words.TryAdd(Vietnamese.Lower(cells[0]), cells[1]);
        }
    }

    public Rendering Render(string text, IReadOnlyList<LockedSpan> locks)
    {
        var tokens = Tokeniser.Tokenise(text);
        var words = new List<string>();
        for (var i = 0; i < tokens.Count;)
        {
            var count = Math.Min(Longest, tokens.Count - i);
            string? english = null;
            while (count > 0 && !_words.TryGetValue(string.Join(' ', tokens.Skip(i).Take(count).Select(static t => Vietnamese.Lower(t.Text))), out english))
            {
                count--;
            }

            words.Add(english ?? tokens[i].Text);
            i += Math.Max(1, count);
        }

        return new Rendering(string.Join(' ', words), [], 0, []);
    }
}
