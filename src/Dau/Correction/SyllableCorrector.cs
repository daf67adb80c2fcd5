namespace Dau.Correction;

/// <summary>
/// Repairs only what cannot be Vietnamese: a syllable that the spelling rules forbid and that has exactly one lawful reading among the engine's own
/// alternatives. Digits, codes, foreign words, abbreviations and names stay as they were read.
/// </summary>
internal sealed class SyllableCorrector : ICorrector
{
    /// <summary>How sure a change is that rests on the spelling rules alone; the engine's probabilities say little once its first choice is impossible.</summary>
    private const double Confidence = 0.9;

    private const string Reason = "spelling";

    /// <summary>Letter choices that the engine itself holds for impossible are not readings.</summary>
    private const double LeastProbability = 0.001;

    /// <inheritdoc/>
    public CorrectedText Correct(IReadOnlyList<Page> pages, CorrectionOptions options)
    {
        var corrections = new List<Model.Correction>();
        var corrected = new List<Page>(pages.Count);
        foreach (Page page in pages)
        {
            bool repair = options.Enabled && page.Origin == TextOrigin.Recognition;
            var words = new List<Word>(page.Words.Count);
            foreach (Word word in page.Words)
            {
                string read = VietnameseLetters.Compose(word.Source);
                string? repaired = repair ? Repair(word, read) : null;
                if (repaired is not null)
                {
                    corrections.Add(new Model.Correction(word.Id, word.Ocr, repaired, Reason, Confidence));
                }

                words.Add(word with { Source = repaired ?? read });
            }

            corrected.Add(page with { Words = words });
        }

        return new CorrectedText(corrected, corrections);
    }

    /// <summary>The only lawful reading of a word that cannot be Vietnamese; null where the word is left alone.</summary>
    internal static string? Repair(Word word, string read)
    {
        (int start, int length) = Core(read);
        ReadOnlySpan<char> core = read.AsSpan(start, length);
        if (!MayBeMisread(core) || VietnameseSyllable.IsLawful(core))
        {
            return null;
        }

        var readings = new HashSet<string>(StringComparer.Ordinal);
        foreach (string candidate in Candidates(word, read))
        {
            (int first, int count) = Core(candidate);
            if (count > 0 && candidate != read && HasCaseOf(candidate.AsSpan(first, count), core) && VietnameseSyllable.IsLawful(candidate.AsSpan(first, count))
                && candidate.AsSpan(0, first).SequenceEqual(read.AsSpan(0, start)) && candidate.AsSpan(first + count).SequenceEqual(read.AsSpan(start + length)))
            {
                readings.Add(candidate);
            }
        }

        return readings.Count == 1 ? readings.First() : null;
    }

    /// <summary>The letters between leading and trailing punctuation.</summary>
    private static (int Start, int Length) Core(string text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return (start, end - start);
    }

    /// <summary>
    /// A lower-case run of letters with at least one Vietnamese mark. A word without any mark may be foreign (internet, email), one with a capital may be
    /// a name or an abbreviation, one with digits or signs inside is a code.
    /// </summary>
    private static bool MayBeMisread(ReadOnlySpan<char> core)
    {
        bool marked = false;
        foreach (char letter in core)
        {
            if (!char.IsLower(letter))
            {
                return false;
            }

            marked |= VietnameseLetters.IsMarked(letter);
        }

        return marked && core.Length >= 2;
    }

    private static bool HasCaseOf(ReadOnlySpan<char> candidate, ReadOnlySpan<char> core) => char.IsUpper(candidate[0]) == char.IsUpper(core[0]);

    private static IEnumerable<string> Candidates(Word word, string read)
    {
        foreach (Alternative alternative in word.Alternatives)
        {
            yield return VietnameseLetters.Compose(alternative.Text);
        }

        // One letter taken for another: the symbols must spell the word, else they do not belong to it letter by letter.
        if (VietnameseLetters.Compose(string.Concat(word.Symbols.Select(symbol => symbol.Text))) != read)
        {
            yield break;
        }

        for (int i = 0; i < word.Symbols.Count; i++)
        {
            string before = string.Concat(word.Symbols.Take(i).Select(symbol => symbol.Text));
            string after = string.Concat(word.Symbols.Skip(i + 1).Select(symbol => symbol.Text));
            foreach (Alternative choice in word.Symbols[i].Choices)
            {
                if (choice.Probability >= LeastProbability)
                {
                    yield return VietnameseLetters.Compose(before + choice.Text + after);
                }
            }
        }
    }
}
