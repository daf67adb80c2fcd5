namespace Dau.Correction;

/// <summary>
/// A trigram model of Vietnamese syllables in the register of official letters, in backed-off form: how likely a syllable is after the two before it.
/// Syllables are in lower case with the tone placed the old way. Natural logarithms throughout.
/// </summary>
internal sealed class LanguageModel
{
    /// <summary>Where a sentence begins.</summary>
    public const int Boundary = 0;

    /// <summary>Any word that the model does not know.</summary>
    public const int Unknown = 1;

    /// <summary>Anything with a digit in it.</summary>
    public const int Number = 2;

    /// <summary>Number of ids that stand for no word of their own.</summary>
    public const int Reserved = 3;

    private readonly LanguageModelData _data;
    private readonly Dictionary<string, int> _ids;
    private readonly Dictionary<string, int[]> _byBareLetters;
    private readonly ulong[] _bigrams;
    private readonly int _bigramShift;
    private readonly float[] _probability = Table(LanguageModelData.ProbabilityStep, 0);
    private readonly float[] _backoff = Table(LanguageModelData.BackoffStep, LanguageModelData.BackoffTop);

    /// <summary>Makes the model ready for use.</summary>
    public LanguageModel(LanguageModelData data)
    {
        _data = data;
        _ids = new Dictionary<string, int>(data.Words.Length, StringComparer.Ordinal);
        var byBareLetters = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int id = Reserved; id < data.Words.Length; id++)
        {
            string word = data.Words[id];
            _ids[word] = id;
            if (VietnameseSyllable.IsLawful(word))
            {
                string bare = VietnameseLetters.Bare(word);
                (byBareLetters.TryGetValue(bare, out List<int>? same) ? same : byBareLetters[bare] = []).Add(id);
            }
        }

        _byBareLetters = byBareLetters.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);

        // Open addressing, at most half full: key in the high 32 bits, index + 1 in the low ones.
        int bits = System.Numerics.BitOperations.Log2((uint)Math.Max(1, data.BigramWord.Length)) + 2;
        _bigrams = new ulong[1 << bits];
        _bigramShift = 32 - bits;
        for (int first = 0; first < data.Words.Length; first++)
        {
            for (int i = data.BigramStart[first]; i < data.BigramStart[first + 1]; i++)
            {
                uint key = ((uint)first << 16) | data.BigramWord[i];
                uint slot = Slot(key);
                while (_bigrams[slot] != 0)
                {
                    slot = (slot + 1) & (uint)(_bigrams.Length - 1);
                }

                _bigrams[slot] = ((ulong)key << 32) | (uint)(i + 1);
            }
        }
    }

    /// <summary>The id of a word; <see cref="Unknown"/> for one that the model does not know.</summary>
    /// <param name="word">In lower case, tone placed the old way.</param>
    public int IdOf(string word) => _ids.GetValueOrDefault(word, Unknown);

    /// <summary>The word of an id.</summary>
    public string WordOf(int id) => _data.Words[id];

    /// <summary>Ids of the lawful syllables that have these letters when all marks are taken off.</summary>
    public ReadOnlySpan<int> WithLetters(string bare) => _byBareLetters.GetValueOrDefault(bare);

    /// <summary>A pair of words as context, to be handed to <see cref="Score"/>.</summary>
    public int Context(int first, int second)
    {
        uint key = ((uint)first << 16) | (uint)second;
        for (uint slot = Slot(key); ; slot = (slot + 1) & (uint)(_bigrams.Length - 1))
        {
            ulong entry = _bigrams[slot];
            if (entry == 0)
            {
                return -1;
            }

            if ((uint)(entry >> 32) == key)
            {
                return (int)(uint)entry - 1;
            }
        }
    }

    /// <summary>The probability of <paramref name="third"/> after a pair.</summary>
    /// <param name="context">The pair, from <see cref="Context"/>.</param>
    /// <param name="second">The pair's second word.</param>
    /// <param name="third">The word.</param>
    /// <returns>Natural logarithm.</returns>
    public float Score(int context, int second, int third)
    {
        if (context < 0)
        {
            return ScorePair(second, third);
        }

        int start = _data.TrigramStart[context];
        int length = _data.TrigramStart[context + 1] - start;
        int found = length == 0 ? -1 : _data.TrigramWord.AsSpan(start, length).BinarySearch((ushort)third);
        return found >= 0 ? _probability[_data.TrigramProbability[start + found]] : _backoff[_data.BigramBackoff[context]] + ScorePair(second, third);
    }

    /// <summary>The probability of <paramref name="second"/> after <paramref name="first"/>.</summary>
    private float ScorePair(int first, int second)
    {
        int found = Context(first, second);
        return found >= 0 ? _probability[_data.BigramProbability[found]] : _backoff[_data.UnigramBackoff[first]] + _probability[_data.UnigramProbability[second]];
    }

    private uint Slot(uint key) => (key * 2654435769u) >> _bigramShift;

    private static float[] Table(float step, float top) => [.. Enumerable.Range(0, 256).Select(value => top - (value * step))];
}
