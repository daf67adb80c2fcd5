using Dau.Translation.Locks;
using Dau.Translation.Text;

namespace Dau.Translation.Neural;

/// <summary>Signs that a model lost its way: no end, a lost slot, a phrase said twice running, a Vietnamese word that the source has not.</summary>
internal static class Soundness
{
    private const int LongestPhrase = 6;

    public static bool IsSound(MaskedSentence sentence, NeuralSentence english) =>
        english.IsFinished && !string.IsNullOrWhiteSpace(english.Text) && SlotText.IsWhole(english.Text, sentence.Slots)
        && !Repeats(english.Text) && !Invents(english.Text, sentence.Text);

    /// <summary>Whether a word or phrase stands twice running.</summary>
    public static bool Repeats(string text)
    {
        var words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var length = 1; length <= LongestPhrase; length++)
        {
            for (var i = 0; i + (2 * length) <= words.Length; i++)
            {
                if (IsSame(words.AsSpan(i, length), words.AsSpan(i + length, length)) && (length > 1 || words[i] is not ("that" or "had" or "-")))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether there is a word with Vietnamese letters that is not in the source.</summary>
    public static bool Invents(string text, string source)
    {
        var known = Tokeniser.Tokenise(source).Select(static t => Vietnamese.Lower(t.Text)).ToHashSet(StringComparer.Ordinal);
        return Tokeniser.Tokenise(text).Any(t => t.Text.Any(static c => c > '\u00BF' && char.IsLetter(c)) && !known.Contains(Vietnamese.Lower(t.Text)));
    }

    // What follows the second may be a mark: "content distorting content;".
    private static bool IsSame(ReadOnlySpan<string> first, ReadOnlySpan<string> second) =>
        first[..^1].SequenceEqual(second[..^1]) && first[^1] == second[^1].TrimEnd('.', ',', ';', ':', ')');
}
