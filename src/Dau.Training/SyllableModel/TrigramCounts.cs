using Dau.Correction;
using LM = Dau.Correction.LanguageModel;

namespace Dau.Training.SyllableModel;

/// <summary>How often three words follow one another.</summary>
internal sealed class TrigramCounts(Vocabulary vocabulary)
{
    /// <summary>A line with more unknown words than this is a table, a list of codes, or text in another encoding.</summary>
    private const double MostUnknown = 0.4;

    /// <summary>A trigram is taken for a misprint when another that differs in the marks of one word is this many times as frequent.</summary>
    private const int MisprintRatio = 60;

    private readonly CountTable _counts = new(25);
    private readonly List<int> _line = [];

    public long Tokens { get; private set; }

    public int Lines { get; private set; }

    /// <summary>Lines that were not counted.</summary>
    public int Left { get; private set; }

    public int Count => _counts.Count;

    /// <summary>Trigrams that <see cref="Clean"/> dropped.</summary>
    public int Cleaned { get; private set; }

    private HashSet<ulong> Dropped { get; } = [];

    public static ulong Key(int first, int second, int third) => ((ulong)first << 32) | ((ulong)second << 16) | (uint)third;

    public static (int First, int Second, int Third) Words(ulong key) => ((int)(key >> 32), (int)(key >> 16) & 0xFFFF, (int)key & 0xFFFF);

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

    /// <summary>Drops trigrams that are misprints of another, so that the corpus's own faults do not protect the same faults in what is read.</summary>
    public void Clean()
    {
        foreach ((ulong key, int count) in _counts.Entries())
        {
            (int first, int second, int third) = Words(key);
            int least = count * MisprintRatio;
            if (Any(third, other => Key(first, second, other)) || Any(second, other => Key(first, other, third)) || Any(first, other => Key(other, second, third)))
            {
                Dropped.Add(key);
            }

            bool Any(int word, Func<int, ulong> variant)
            {
                foreach (int other in vocabulary.SameLetters.GetValueOrDefault(word, []))
                {
                    if (_counts[variant(other)] >= least)
                    {
                        return true;
                    }
                }

                return false;
            }
        }

        Cleaned = Dropped.Count;
    }

    /// <summary>The trigrams that are left, rising, with their counts. Empties the table.</summary>
    public (ulong[] Keys, int[] Counts) Take()
    {
        (ulong[] keys, int[] counts) = _counts.TakeSorted();
        int kept = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (!Dropped.Contains(keys[i]))
            {
                (keys[kept], counts[kept++]) = (keys[i], counts[i]);
            }
        }

        return (keys[..kept], counts[..kept]);
    }
}
