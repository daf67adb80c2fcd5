using System.Collections.Frozen;

namespace Dau.Correction;

/// <summary>Puts the marks right on lines that say the same in every letter: the national title, types of documents, titles of signers. Letters must agree, all of them.</summary>
internal static class FixedLines
{
    private const double Sure = 0.97;

    private static readonly FrozenDictionary<string, string[]> s_lines = CorrectionTable.Lines("formulae.txt").Select(static line => line.Split(' '))
        .ToFrozenDictionary(static words => Key(words), static words => words, StringComparer.Ordinal);

    /// <summary>Puts those of a page right.</summary>
    /// <param name="words">The words of a page in reading order.</param>
    /// <param name="corrections">Told of each change; an earlier change of the same word gives way.</param>
    public static void Repair(Word[] words, List<Model.Correction> corrections)
    {
        for (int start = 0, end; start < words.Length; start = end)
        {
            for (end = start + 1; end < words.Length && words[end].Line == words[start].Line;)
            {
                end++;
            }

            int[] lettered = [.. Enumerable.Range(start, end - start).Where(i => Token.Of(words[i].Source).Kind != TokenKind.Signs)];
            if (lettered.Length < 2 || !s_lines.TryGetValue(Key(lettered.Select(i => Core(words[i]))), out string[]? right))
            {
                continue;
            }

            for (int k = 0; k < lettered.Length; k++)
            {
                Word word = words[lettered[k]];
                string core = Core(word);
                if (TonePlacement.ToOld(core.ToLowerInvariant()) != TonePlacement.ToOld(right[k].ToLowerInvariant()))
                {
                    string after = word.Source.Replace(core, CandidateFinder.WithCaseOf(right[k].ToLowerInvariant(), core), StringComparison.Ordinal);
                    words[lettered[k]] = Change.Of(word, after, "formula", Sure, corrections);
                }
            }
        }
    }

    private static string Core(Word word)
    {
        Token token = Token.Of(word.Source);
        return word.Source.Substring(token.Start, token.Length);
    }

    private static string Key(IEnumerable<string> words) => VietnameseLetters.Bare(string.Join(' ', words).ToLowerInvariant());
}
