using Dau.Correction;
using LM = Dau.Correction.LanguageModel;

namespace Dau.Training.SyllableModel;

/// <summary>How often three words follow one another.</summary>
internal sealed class TrigramCounts(Vocabulary vocabulary)
{
    /// <summary>A line with more unknown words than this is a table, a list of codes, or text in another encoding.</summary>
    private const double MostUnknown = 0.4;

    private readonly CountTable _counts = new(25);
    private readonly List<int> _line = [];

    public long Tokens { get; private set; }

    public int Lines { get; private set; }

    /// <summary>Lines that were not counted.</summary>
    public int Left { get; private set; }

    public int Count => _counts.Count;

    /// <summary>Trigrams that <see cref="Take"/> dropped as misprints.</summary>
    public int Cleaned { get; private set; }

    public static ulong Key(int first, int second, int third) => ((ulong)first << 32) | ((ulong)second << 16) | (uint)third;

    /// <summary>Counts a line unless it shares a run of words with a text that is held out.</summary>
    public void Add(string line, int weight, HeldOut held)
    {
        Lines++;
        _line.Clear();
        int words = 0;
        int unknown = 0;
        foreach (Range range in line.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> text = line.AsSpan(range);
            Token token = Token.Of(text);
            if (vocabulary.IdOf(text, token) is { } id)
            {
                _line.Add(id);
                words++;
                unknown += id == LM.Unknown ? 1 : 0;
            }

            if (token.EndsSentence)
            {
                _line.Add(LM.Boundary);
            }
        }

        if (words == 0 || unknown > MostUnknown * words || held.Shares(line))
        {
            Left++;
            return;
        }

        Tokens += words;
        int first = LM.Boundary;
        int second = LM.Boundary;
        foreach (int id in _line)
        {
            if (id == LM.Boundary)
            {
                first = second = LM.Boundary;
                continue;
            }

            _counts.Add(Key(first, second, id), weight);
            (first, second) = (second, id);
        }
    }

    /// <summary>The trigrams that are no misprints of others, rising, with their counts. Empties the table.</summary>
    public (ulong[] Keys, int[] Counts) Take()
    {
        (ulong[] keys, int[] counts) = _counts.TakeSorted();
        bool[] misprint = Misprints.Find(keys, counts, vocabulary);
        int kept = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (!misprint[i])
            {
                (keys[kept], counts[kept++]) = (keys[i], counts[i]);
            }
        }

        Cleaned = keys.Length - kept;
        return (keys[..kept], counts[..kept]);
    }
}
