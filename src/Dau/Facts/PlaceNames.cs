using System.Collections.Frozen;
using System.Reflection;
using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>
/// The names of provinces, districts and communes (<c>Data/places.tsv</c>), chosen by the day of the letter: from 1 July 2025 there are other provinces and
/// communes and no districts. A name of which only the marks were misread is mended where one name alone has its letters.
/// </summary>
internal static class PlaceNames
{
    private const string Turn = "2025-07-01";

    private static readonly (string Plain, string Levels)[] Units =
    [
        ("thanh pho", "PD"), ("tinh", "P"), ("huyen", "D"), ("quan", "D"), ("thi xa", "D"), ("phuong", "C"), ("thi tran", "C"), ("xa", "C"), ("dac khu", "C"), ("tp.", "PD"), ("tp", "PD"),
    ];

    private static readonly PlaceBook Old = PlaceBook.Load("old"), New = PlaceBook.Load("new");

    /// <summary>A name after a look into the list.</summary>
    /// <param name="Name">The name; marks mended where the list leaves no choice.</param>
    /// <param name="Mended">Whether marks were mended.</param>
    /// <param name="Doubtful">Whether it has a syllable that is in no name of a place.</param>
    internal readonly record struct Place(string Name, bool Mended, bool Doubtful);

    /// <summary>Looks up the place before a date: a name without the kind of unit, or with it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="date">The letter's day, <c>yyyy-MM-dd</c>; null where it is not known.</param>
    internal static Place OfIssue(string name, string? date)
    {
        (int start, string levels) = Unit(name) ?? (0, "PDC");
        return Look(name, start, levels, date, doubt: true);
    }

    /// <summary>Looks up the place in the name of an office: what stands behind the kind of unit.</summary>
    internal static Place InOffice(string name, string? date)
    {
        string plain = LetterForms.Plain(name);
        Place place = new(name, false, false);
        foreach ((string unit, string levels) in Units)
        {
            int at = plain.LastIndexOf(unit + " ", StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || plain[at - 1] == ' '))
            {
                return Look(name, at + unit.Length + 1, levels, date, doubt: false);
            }
        }

        return place;
    }

    /// <summary>
    /// The place in the name of the office that issues, where the place before the date is on no list and the same but for one word that is a letter or two off:
    /// "Nên Lương" of CÔNG AN HUYỆN NẬM LƯƠNG. Null where nothing is to mend.
    /// </summary>
    internal static string? OfOffice(string place, params ReadOnlySpan<string?> offices)
    {
        string normal = PlaceBook.Normal(place);
        string[] words = place.Split(' ');
        if (words.Length < 2 || Old.Has("PDC", normal) || New.Has("PDC", normal))
        {
            return null;
        }

        foreach (string? office in offices)
        {
            string[] name = (office ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string[] tail = [.. name.TakeLast(words.Length)];
            int[] other = [.. Enumerable.Range(0, tail.Length).Where(i => LetterForms.Letters(tail[i]) != LetterForms.Letters(words[i]))];
            if (name.Length > words.Length && Array.Exists(Units, u => u.Plain.Split(' ')[^1] == LetterForms.Plain(name[^(words.Length + 1)]))
                && other is [var at] && LetterForms.Distance(LetterForms.Letters(tail[at]), LetterForms.Letters(words[at])) <= 2)
            {
                words[at] = tail[at][..1] + tail[at][1..].ToLowerInvariant();
                return string.Join(' ', words);
            }
        }

        return null;
    }

    /// <summary>Whether a district was called so before 1 July 2025.</summary>
    internal static bool IsDistrict(string name) => Old.Has("D", PlaceBook.Normal(name));

    /// <summary>Whether every word in capitals without digits can be one: a syllable, part of a place's name, or an abbreviation.</summary>
    internal static bool AreWords(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static w => w.Trim('.', ',', '-', '(', ')', '&', '/'))
        .All(static w => w.Length < 2 || !w.All(char.IsLetter) || VietnameseSyllable.IsLawful(w) || w.All(static c => c < 128 || c == 'Đ')
            || Old.HasSyllable(PlaceBook.Normal(w)) || New.HasSyllable(PlaceBook.Normal(w)));

    private static Place Look(string name, int start, string levels, string? date, bool doubt)
    {
        string rest = name[start..].Trim();
        PlaceBook book = date is not null && string.CompareOrdinal(date, Turn) >= 0 ? New : Old;
        PlaceBook other = book == New ? Old : New;
        string normal = PlaceBook.Normal(rest);
        if (rest.Length < 2 || book.Has(levels, normal) || other.Has(levels, normal))
        {
            return new Place(name, false, false);
        }

        if (book.Only(levels, LetterForms.Letters(rest)) is string found)
        {
            return new Place(name[..start] + (LetterForms.IsCapitals(rest) ? found.ToUpperInvariant() : found), true, false);
        }

        return new Place(name, false, doubt && rest.Split(' ').Any(s => s.Length > 1 && s.All(char.IsLetter) && !book.HasSyllable(PlaceBook.Normal(s)) && !other.HasSyllable(PlaceBook.Normal(s))));
    }

    private static (int Start, string Levels)? Unit(string name)
    {
        string plain = LetterForms.Plain(name);
        foreach ((string unit, string levels) in Units)
        {
            if (plain.StartsWith(unit + " ", StringComparison.Ordinal))
            {
                return (unit.Length + 1, levels);
            }
        }

        return null;
    }

    /// <summary>The names of one time.</summary>
    private sealed class PlaceBook
    {
        private readonly FrozenSet<string> names;
        private readonly FrozenSet<string> syllables;
        private readonly FrozenDictionary<string, string[]> byLetters;

        private PlaceBook(IReadOnlyList<(char Level, string Name)> places)
        {
            names = places.Select(static p => p.Level + Normal(p.Name)).ToFrozenSet(StringComparer.Ordinal);
            syllables = places.SelectMany(static p => Normal(p.Name).Split(' ')).ToFrozenSet(StringComparer.Ordinal);
            byLetters = places.GroupBy(static p => p.Level + LetterForms.Letters(p.Name), StringComparer.Ordinal)
                .ToFrozenDictionary(static g => g.Key, static g => g.Select(static p => p.Name).DistinctBy(Normal).ToArray(), StringComparer.Ordinal);
        }

        internal static PlaceBook Load(string time)
        {
            using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Dau.Facts.Data.places.tsv")!;
            using StreamReader reader = new(stream);
            List<(char, string)> places = [];
            while (reader.ReadLine() is string line)
            {
                string[] cells = line.Split('\t');
                if (cells is [{ Length: 1 } level, string when, string list] && (when == time || when == "both"))
                {
                    places.AddRange(list.Split(';').Select(name => (level[0], name)));
                }
            }

            return new PlaceBook(places);
        }

        internal static string Normal(string name) =>
            string.Join(' ', name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static s => Correction.TonePlacement.ToOld(s.Trim('.', ','))));

        internal bool Has(string levels, string normal) => levels.Any(l => names.Contains(l + normal));

        internal bool HasSyllable(string normal) => syllables.Contains(normal);

        /// <summary>The one name that has the letters; null for none or several.</summary>
        internal string? Only(string levels, string letters)
        {
            string[] found = [.. levels.SelectMany(l => byLetters.TryGetValue(l + letters, out string[]? names) ? names : []).DistinctBy(Normal)];
            return found.Length == 1 ? found[0] : null;
        }
    }
}
