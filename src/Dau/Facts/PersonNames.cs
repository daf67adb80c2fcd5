using System.Collections.Frozen;
using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>A person's name after a look into the lists.</summary>
/// <param name="Name">The name; a family name that only its marks kept off the list is mended.</param>
/// <param name="Doubtful">Whether it was mended, holds a syllable that no list knows, or may be half a name.</param>
internal sealed record PersonName(string Name, bool Doubtful);

/// <summary>
/// The syllables that Vietnamese names are made of. A wrong name harms a person, so whatever is not on these lists, or was nearly read as something else
/// that is, is called doubtful rather than right.
/// </summary>
internal static class PersonNames
{
    private static readonly string[] Family = Old(NameSyllables.Family);

    private static readonly FrozenSet<string> Given = Old(NameSyllables.Given).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> FamilyRank =
        Family.Select(static (name, rank) => KeyValuePair.Create(name, rank)).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> FamilyByLetters = FamilyRank.OrderBy(static f => f.Value)
        .GroupBy(static f => LetterForms.Letters(f.Key), StringComparer.Ordinal).ToFrozenDictionary(static g => g.Key, static g => g.Select(static f => f.Key).ToArray(), StringComparer.Ordinal);

    /// <summary>Looks a name up, syllable by syllable.</summary>
    /// <param name="name">The name without rank.</param>
    /// <param name="words">The words it was read from, for what else they could be; empty where that is not known.</param>
    internal static PersonName Check(string name, IReadOnlyList<Word> words)
    {
        string[] syllables = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (syllables.Length == 0)
        {
            return new PersonName(name, true);
        }

        // Two syllables are mostly what a seal left of three.
        bool doubtful = syllables.Length == 2 || syllables.Length > 5;
        string family = Normal(syllables[0]);
        if (!FamilyRank.ContainsKey(family))
        {
            doubtful = true;
            if (FamilyByLetters.TryGetValue(LetterForms.Letters(family), out string[]? meant) && (meant.Length == 1 || !VietnameseSyllable.IsLawful(family) || Array.Exists(words.Count > 0 ? Others(words[0]) : [], o => o == meant[0])))
            {
                syllables[0] = Like(meant[0], syllables[0]);
            }
            else if (words.Count > 0 && words[0].Confidence < Wreck && Nearest(LetterForms.Letters(family)) is { } near)
            {
                syllables[0] = Like(near, "A");
            }
        }

        if (syllables.Length > 1 && syllables[0].Length == 2 && LetterForms.IsCapitals(syllables[0]) && !LetterForms.IsCapitals(syllables[1]))
        {
            syllables[0] = syllables[0][..1] + syllables[0][1..].ToLowerInvariant(); // Đỗ, read as ĐỖ under a seal
        }

        for (int i = 0; i < syllables.Length; i++)
        {
            string normal = Normal(syllables[i]);
            if (char.IsLower(syllables[i][0]))
            {
                (syllables[i], doubtful) = (Like(syllables[i], "A"), true);
            }

            doubtful |= i > 0 && !Given.Contains(normal) && !FamilyRank.ContainsKey(normal);
            if (i < words.Count)
            {
                // Another syllable of the list that the engine saw as well: for a family name only where it is the commoner.
                doubtful |= Array.Exists(Others(words[i]), o => o != normal
                    && (i == 0 ? FamilyRank.TryGetValue(o, out int rank) && rank < FamilyRank.GetValueOrDefault(normal, int.MaxValue) : Given.Contains(o)));
            }
        }

        return new PersonName(string.Join(' ', syllables), doubtful);
    }

    /// <summary>Whether a seal has broken one of the words of a name beyond what is a syllable.</summary>
    internal static bool IsWrecked(IReadOnlyList<Word> words) =>
        words.Where(static (w, i) => i == 0 ? Meant(Normal(w.Source)) is null && (w.Confidence < Wreck || !w.Source.Any(static c => VietnameseLetters.TryVowel(c, out _, out _)))
            : (w.Confidence < Clear || w.Source.Any(char.IsDigit)) && !IsPartOfName(w.Source) && !VietnameseSyllable.IsLawful(Normal(w.Source))).Any();

    // A family name of the list, or the only frequent one of the same letters.
    private static string? Meant(string family) => FamilyRank.ContainsKey(family) ? family
        : FamilyByLetters.TryGetValue(LetterForms.Letters(family), out string[]? meant) && meant.Length == 1 && FamilyRank[meant[0]] < Frequent ? meant[0] : null;

    /// <summary>What is left of a name: each word that is a syllable of names in one of its readings, "…" for the others; null where nothing is. Never certain.</summary>
    internal static PersonName? Left(IReadOnlyList<Word> words)
    {
        List<string> left = [];
        for (int i = 0; i < words.Count; i++)
        {
            // The picture may have been read twice at one place.
            bool again = i > 0 && words[i].Box == words[i - 1].Box && words[i].Source == words[i - 1].Source;
            string syllable = again ? Gap : Syllable(words[i], first: i == 0 && words[i].Confidence < Wreck);
            if (!again && (syllable != Gap || left.Count == 0 || left[^1] != Gap))
            {
                left.Add(syllable);
            }
        }

        return left.TrueForAll(static s => s == Gap) ? null : new PersonName(string.Join(' ', left), true);
    }

    /// <summary>Stands in a name for what could not be read.</summary>
    internal const string Gap = "…";

    private static string Syllable(Word word, bool first)
    {
        string[] readings = [Normal(word.Source), .. Others(word)];
        if (first)
        {
            return (readings.Select(Meant).FirstOrDefault(static m => m is not null) ?? Nearest(LetterForms.Letters(readings[0]))) is { } family ? Like(family, "A") : Gap;
        }

        if (Array.Find(readings, static r => Given.Contains(r) || FamilyRank.ContainsKey(r)) is { } known)
        {
            return Like(known, "A");
        }

        if (char.IsUpper(word.Source[0]) && word.Confidence > (VietnameseSyllable.IsLawful(readings[0]) ? Wreck : Clear))
        {
            return word.Source.TrimEnd('.', ',', '\'');
        }

        // One sign in it was broken: a syllable of the lists, and but one, is otherwise the same.
        string letters = LetterForms.Letters(readings[0]);
        string[] near = letters.Length < 4 ? [] : [.. Given.Concat(Family).Where(s => LetterForms.Letters(s) is { Length: > 3 } own && LetterForms.Distance(own, letters) == 1).Distinct(StringComparer.Ordinal).Take(2)];
        return near is [var only] ? Like(only, "A") : Gap;
    }

    // The frequent family name a letter off what a seal left, where there is but one.
    private static string? Nearest(string letters) =>
        letters.Length > 2 && Family[..Frequent].Where(f => LetterForms.Letters(f) is { Length: > 2 } known && LetterForms.Distance(known, letters) == 1).ToArray() is [var only] ? only : null;

    private const int Frequent = 60;

    /// <summary>Words read with less were broken by a seal or a stroke.</summary>
    private const double Wreck = 0.6;

    /// <summary>Above this a word that is no Vietnamese syllable is a name of the highlands rather than a wreck.</summary>
    private const double Clear = 0.8;

    /// <summary>Whether a name has lost its family name: nobody's is Thị, the middle name of half the women.</summary>
    internal static bool LacksFamilyName(string name) => Normal(name.Split(' ')[0]) == "thị";

    /// <summary>Whether a word is a family name of the list, marks and all.</summary>
    internal static bool IsFamilyName(string word) => FamilyRank.ContainsKey(Normal(word));

    /// <summary>Whether a word is found in names, behind the family name.</summary>
    internal static bool IsPartOfName(string word) => Given.Contains(Normal(word)) || FamilyRank.ContainsKey(Normal(word));

    // Readings that the engine gave a fair chance.
    private static string[] Others(Word word) => [.. word.Alternatives.Where(static a => a.Probability >= LeastChance).Select(static a => Normal(a.Text))];

    private const double LeastChance = 0.1;

    private static string Normal(string syllable) =>
        Correction.TonePlacement.ToOld(syllable.Trim('.', ',', '-', '_', '\'', '"', '“', '”', '‘', '’', '*', '~').ToLowerInvariant());

    private static string Like(string syllable, string pattern) =>
        pattern.Length > 1 && LetterForms.IsCapitals(pattern) ? syllable.ToUpperInvariant() : char.ToUpperInvariant(syllable[0]) + syllable[1..];

    private static string[] Old(IEnumerable<string> syllables) => [.. syllables.Select(static s => Correction.TonePlacement.ToOld(s)).Distinct(StringComparer.Ordinal)];
}
