using System.Collections.Frozen;
using System.Text;

namespace Dau.Correction;

/// <summary>
/// Finds what a word may have been, and what each reading costs: syllables of the same letters with other marks, and the engine's own choices for a letter.
/// The costs are the channel of the noisy-channel model; see <see cref="ChannelCosts"/>.
/// </summary>
internal sealed class CandidateFinder(LanguageModel model)
{
    /// <summary>The longest syllable has seven letters.</summary>
    private const int LongestSyllable = 7;

    /// <summary>Letters that pass for one another where print is faint or slanted, whatever the engine thought: italic "tháng" becomes "thúng".</summary>
    private static readonly (char, char)[] s_alike = [('a', 'u'), ('a', 'o'), ('o', 'u'), ('o', 'e'), ('ê', 'ô'), ('â', 'ô'), ('h', 'b'), ('l', 't'), ('n', 'h'), ('n', 'u'), ('c', 'g'), ('v', 'y')];

    /// <summary>Syllables of people's names, the tone placed the old way.</summary>
    private static readonly FrozenSet<string> s_ofPeople = CorrectionTable.Lines("name-syllables.txt").SelectMany(static line => line.Split(' ')).Select(TonePlacement.ToOld)
        .Concat(NameGuard.FamilyNames).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The readings of a word; the first is the word as it was read.</summary>
    /// <param name="word">The word.</param>
    /// <param name="text">Its text, NFC.</param>
    /// <param name="token">The text taken apart.</param>
    /// <param name="costs">What changes cost here.</param>
    /// <param name="isPerson">Whether it is part of a person's name: then only the engine's own readings count, and of them those that people are called by.</param>
    public List<Candidate> Of(Word word, string text, Token token, ChannelCosts costs, bool isPerson)
    {
        string core = text.Substring(token.Start, token.Length);
        string lower = core.ToLowerInvariant();
        string old = TonePlacement.ToOld(lower);
        bool isNew = old != lower;
        var found = new List<Candidate>();
        if (token.Kind != TokenKind.Letters)
        {
            string? letters = token.Kind == TokenKind.Number ? WithoutDigit(core) : null;
            int syllable = letters is null ? LanguageModel.Unknown : model.IdOf(TonePlacement.ToOld(letters.ToLowerInvariant()));
            bool isWord = letters is not null && syllable != LanguageModel.Unknown && VietnameseSyllable.IsLawful(letters);
            found.Add(new Candidate(token.Kind == TokenKind.Number ? LanguageModel.Number : LanguageModel.Unknown, text, isWord ? ChannelCosts.DigitInWord : 0));
            if (isWord)
            {
                found.Add(new Candidate(syllable, Around(letters!), ChannelCosts.Digit));
            }

            return found;
        }

        int id = model.IdOf(old);
        bool lawful = VietnameseSyllable.IsLawful(lower);
        found.Add(new Candidate(id, text, id != LanguageModel.Unknown ? 0 : lower.Any(VietnameseLetters.IsMarked) && !lawful ? ChannelCosts.UnlawfulWord : ChannelCosts.UnknownWord));
        if (!MayChange(core))
        {
            return found;
        }

        if (id == LanguageModel.Unknown && !lawful && lower.Any(VietnameseLetters.IsMarked))
        {
            AddGlued();
            AddUndoubled();
        }

        if (token.Length > LongestSyllable)
        {
            return found;
        }

        IReadOnlyList<Symbol> symbols = SymbolsOf(word, text, token);
        foreach (int other in model.WithLetters(VietnameseLetters.Bare(lower)))
        {
            if (other != id && (!isPerson || (s_ofPeople.Contains(model.WordOf(other)) && IsListed(lower, model.WordOf(other), symbols))))
            {
                string reading = isNew ? TonePlacement.ToNew(model.WordOf(other)) : model.WordOf(other);
                float cost = MarkCost(lower, reading, symbols, costs);

                // A letter on its own is often a speck or an item of a list: only the engine's own doubt speaks for another.
                if (lower.Length > 1 || (symbols.Count > 0 && !char.IsUpper(core[0]) && cost < costs.OfMark(lower[0], reading[0])))
                {
                    found.Add(new Candidate(other, Dress(reading), cost));
                }
            }
        }

        AddWithoutForeignMarks();
        AddLetters(symbols);
        AddWhole();
        if (!isPerson)
        {
            AddAlike();
        }

        return found;

        // Two syllables without the space between them.
        void AddGlued()
        {
            for (int i = 1; i < lower.Length; i++)
            {
                int first = model.IdOf(TonePlacement.ToOld(lower[..i])), second = model.IdOf(TonePlacement.ToOld(lower[i..]));
                if (first != LanguageModel.Unknown && second != LanguageModel.Unknown && VietnameseSyllable.IsLawful(lower.AsSpan(0, i)) && VietnameseSyllable.IsLawful(lower.AsSpan(i)))
                {
                    found.Add(new Candidate(first, Around(core[..i] + " " + core[i..]), model.Context(first, second) < 0 ? ChannelCosts.LostSpace : ChannelCosts.LostSpaceInPair, second));
                }
            }
        }

        // One vowel read twice, with other marks (ĐIÊỀU).
        void AddUndoubled()
        {
            for (int i = 1; i < lower.Length; i++)
            {
                if (VietnameseLetters.Bare(lower[i]) == VietnameseLetters.Bare(lower[i - 1]))
                {
                    Add(lower.Remove(i, 1), ChannelCosts.Letter);
                    Add(lower.Remove(i - 1, 1), ChannelCosts.Letter);
                }
            }
        }

        // Marks that Vietnamese does not have (Ÿ, ë) are specks on its letters.
        void AddWithoutForeignMarks()
        {
            string plain = WithoutForeignMarks(lower);
            foreach (int other in plain == lower ? [] : model.WithLetters(VietnameseLetters.Bare(plain)))
            {
                string reading = model.WordOf(other);
                Add(reading, ChannelCosts.ForeignMark + MarkCost(plain, reading, [], costs));
            }
        }

        // One letter taken for another: only what the engine itself thought of.
        void AddLetters(IReadOnlyList<Symbol> letters)
        {
            for (int i = 0; i < letters.Count; i++)
            {
                foreach (Alternative choice in letters[i].Choices)
                {
                    string letter = VietnameseLetters.Compose(choice.Text).ToLowerInvariant();
                    if (choice.Probability >= ChannelCosts.LeastListed && letter.All(char.IsLetter) && letter.Length is 1 or 2
                        && VietnameseLetters.Bare(letter) != VietnameseLetters.Bare(letters[i].Text.ToLowerInvariant()))
                    {
                        Add(string.Concat(lower.AsSpan(0, i), letter, lower.AsSpan(i + 1)), ChannelCosts.Gap(letters[i].Probability, choice.Probability) + ChannelCosts.Letter);
                    }
                }
            }
        }

        void AddAlike()
        {
            for (int i = 0; lower.Length > 2 && i < lower.Length; i++)
            {
                (char read, Tone tone) = VietnameseLetters.TryVowel(lower[i], out char vowel, out Tone found) ? (vowel, found) : (lower[i], Tone.Level);
                foreach ((char one, char other) in s_alike)
                {
                    if (read == one || read == other)
                    {
                        char letter = read == one ? other : one;
                        Add(string.Concat(lower.AsSpan(0, i), [tone == Tone.Level ? letter : VietnameseLetters.WithTone(letter, tone)], lower.AsSpan(i + 1)), costs.OfAlike);
                    }
                }
            }
        }

        void AddWhole()
        {
            foreach (Alternative alternative in word.Alternatives)
            {
                string whole = VietnameseLetters.Compose(alternative.Text);
                Token other = Token.Of(whole);
                if (other.Kind == TokenKind.Letters && other.Length != token.Length && alternative.Probability >= ChannelCosts.LeastListed)
                {
                    Add(whole.Substring(other.Start, other.Length).ToLowerInvariant(), ChannelCosts.Gap(Math.Max(word.Confidence, alternative.Probability), alternative.Probability) + ChannelCosts.Letter);
                }
            }
        }

        void Add(string reading, float cost)
        {
            int other = model.IdOf(TonePlacement.ToOld(reading));
            if (other >= LanguageModel.Reserved && other != id && VietnameseSyllable.IsLawful(reading) && (!isPerson || s_ofPeople.Contains(model.WordOf(other))) && found.TrueForAll(candidate => candidate.Id != other))
            {
                found.Add(new Candidate(other, Dress(reading), cost));
            }
        }

        string Dress(string reading) => Around(WithCaseOf(reading, core));

        string Around(string inside) => string.Concat(text.AsSpan(0, token.Start), inside, text.AsSpan(token.Start + token.Length));
    }

    /// <summary>
    /// A word with one 0 or 1 among small letters, marks on one of them, with the letter that looks like it (1ần, h0ặc); null for everything else. Codes (P6,
    /// QĐ1) have no such letters and stay.
    /// </summary>
    private static string? WithoutDigit(string core)
    {
        int at = core.AsSpan().IndexOfAny('0', '1');
        return at >= 0 && core.Length > 2 && core.Index().All(c => c.Index == at || char.IsLower(c.Item)) && core.Any(VietnameseLetters.IsMarked)
            ? string.Concat(core.AsSpan(0, at), core[at] == '0' ? "o" : "l", core.AsSpan(at + 1)) : null;
    }

    /// <summary>Words that are read as one of letters that Vietnamese has; mixed capitals (TTg, UBNDtp) are codes.</summary>
    private static bool MayChange(string core)
    {
        bool upper = core.Skip(1).All(letter => !char.IsLower(letter));
        bool lower = core.Skip(1).All(letter => !char.IsUpper(letter));
        return upper || lower;
    }

    /// <summary>A reading in small letters with the capitals of a word.</summary>
    internal static string WithCaseOf(string reading, string core)
    {
        if (core.Length > 1 && core.All(char.IsUpper))
        {
            return reading.ToUpperInvariant();
        }

        return char.IsUpper(core[0]) ? char.ToUpperInvariant(reading[0]) + reading[1..] : reading;
    }

    /// <summary>Letters without marks that no letter of Vietnamese has.</summary>
    private static string WithoutForeignMarks(string text) => string.Concat(text.Select(static letter =>
        letter > '\u007F' && !VietnameseLetters.IsMarked(letter) && letter.ToString().Normalize(NormalizationForm.FormD) is [var plain and >= 'a' and <= 'z', ..] ? plain : letter));

    private static float MarkCost(string read, string reading, IReadOnlyList<Symbol> symbols, ChannelCosts costs)
    {
        float cost = 0;
        for (int i = 0; i < read.Length; i++)
        {
            if (read[i] != reading[i])
            {
                cost += symbols.Count == 0 ? costs.OfMark(read[i], reading[i]) : costs.OfMark(symbols[i], read[i], reading[i]);
            }
        }

        return cost;
    }

    /// <summary>Whether the engine itself thought of each letter in which a reading differs.</summary>
    private static bool IsListed(string read, string reading, IReadOnlyList<Symbol> symbols) => symbols.Count == reading.Length && read.Index().All(letter =>
        letter.Item == reading[letter.Index] || ChannelCosts.Listed(symbols[letter.Index], reading[letter.Index]) is not null);

    /// <summary>The engine's letters of the word's core, one for each; empty where they do not spell it letter by letter.</summary>
    private static IReadOnlyList<Symbol> SymbolsOf(Word word, string text, Token token)
    {
        if (word.Symbols.Count != text.Length)
        {
            return [];
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (VietnameseLetters.Compose(word.Symbols[i].Text) is not [char letter] || letter != text[i])
            {
                return [];
            }
        }

        return [.. word.Symbols.Skip(token.Start).Take(token.Length)];
    }
}
