namespace Dau.Correction;

/// <summary>Cuts the words of a page into the stretches that are read together: a sentence, over as many lines as it takes.</summary>
internal static class Sentences
{
    /// <summary>A step down to the next line of more than this many line heights begins something new.</summary>
    private const double BigStep = 2.6;

    /// <summary>Longer stretches are cut; no sentence is that long.</summary>
    private const int Longest = 400;

    /// <summary>Cuts a page.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="tokens">Each word's text taken apart.</param>
    /// <returns>Indices of words; those of signs only are left out.</returns>
    public static IEnumerable<List<int>> Of(IReadOnlyList<Word> words, IReadOnlyList<Token> tokens)
    {
        var sentence = new List<int>();
        for (int i = 0; i < words.Count; i++)
        {
            if (sentence.Count > 0 && (sentence.Count >= Longest || (words[i].Line != words[i - 1].Line && IsBreak(words[i - 1], words[i]))))
            {
                yield return sentence;
                sentence = [];
            }

            if (tokens[i].Kind != TokenKind.Signs)
            {
                sentence.Add(i);
            }

            if (tokens[i].EndsSentence && sentence.Count > 0)
            {
                yield return sentence;
                sentence = [];
            }
        }

        if (sentence.Count > 0)
        {
            yield return sentence;
        }
    }

    private static bool IsBreak(Word before, Word word)
    {
        PixelBox a = before.Layout.IsEmpty ? before.Box : before.Layout;
        PixelBox b = word.Layout.IsEmpty ? word.Box : word.Layout;
        double step = b.CentreY - a.CentreY;
        return !a.IsEmpty && !b.IsEmpty && (step < 0 || step > BigStep * Math.Max(a.Height, b.Height));
    }
}
