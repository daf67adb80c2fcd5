using System.Text;

namespace Dau.Translation.Draft.Model;

/// <summary>Words and their numbers.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    /// <summary>How many words there are.</summary>
    public int Count => _words.Count;

    /// <summary>Reads a list that <see cref="Save"/> wrote.</summary>
    public static Vocabulary Load(UnpackedReader reader)
    {
        var words = new Vocabulary();
        foreach (var word in Encoding.UTF8.GetString(reader.Column<byte>().Span).Split('\n'))
        {
            words.Add(word);
        }

        return words;
    }

    public void Save(UnpackedWriter writer) => writer.Write<byte>(Encoding.UTF8.GetBytes(string.Join('\n', _words)));

    /// <summary>The word with a number.</summary>
    public string this[int id] => _words[id];

    /// <summary>The word's number; -1 for an unknown one.</summary>
    public int Find(string word) => _ids.TryGetValue(word, out var id) ? id : -1;

    /// <summary>The word's number, a new one for a new word.</summary>
    public int Add(string word)
    {
        if (!_ids.TryGetValue(word, out var id))
        {
            _ids.Add(word, id = _words.Count);
            _words.Add(word);
        }

        return id;
    }
}
