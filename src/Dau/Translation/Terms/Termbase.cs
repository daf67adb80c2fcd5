using Dau.Translation.Text;
using TonePlacement = Dau.Correction.TonePlacement;

namespace Dau.Translation.Terms;

/// <summary>Terms by their syllables, for the longest match. An entry with the very capitals of the text goes before one that differs in them.</summary>
internal sealed class Termbase
{
    private static readonly Lazy<Termbase> Embedded = new(static () => new Termbase(ShippedEntries()));

    private static readonly (string Full, string Short)[] ShortForms =
    [
        ("Ủy ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"), ("Mặt trận Tổ quốc", "MTTQ"), ("Ban Chỉ đạo", "BCĐ"), ("Ban Thường vụ", "BTV"),
        ("Thông tin và Truyền thông", "TTTT"), ("Thông tin và Truyền thông", "TT&TT"), ("Giáo dục và Đào tạo", "GD&ĐT"), ("Kế hoạch và Đầu tư", "KH&ĐT"),
        ("Tài nguyên và Môi trường", "TN&MT"), ("Văn hóa, Thể thao và Du lịch", "VHTT&DL"), ("Trung ương", "TW"),
    ];

    private readonly Dictionary<string, List<TermEntry>> _bySource = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TermEntry> _byAbbreviation = new(StringComparer.Ordinal);

    public Termbase(IEnumerable<TermEntry> entries)
    {
        foreach (var entry in entries.SelectMany(WithShortForms))
        {
            var tokens = Tokeniser.Tokenise(entry.Source);
            Longest = Math.Max(Longest, tokens.Count);
            var key = Key(tokens, 0, tokens.Count);
            if (!_bySource.TryGetValue(key, out var list))
            {
                _bySource.Add(key, list = []);
            }

            list.Add(entry);
            if (entry.Abbreviation.Length > 1 && !entry.Abbreviation.Contains(' ', StringComparison.Ordinal))
            {
                _byAbbreviation.TryAdd(entry.Abbreviation, entry);
            }
        }
    }

    /// <summary>The termbase that comes with the program.</summary>
    public static Termbase Default => Embedded.Value;

    /// <summary>The entries that come with the program, in the order of their files.</summary>
    public static IEnumerable<TermEntry> ShippedEntries() =>
        new[] { "termbase.organs.tsv", "termbase.phrases.tsv", "termbase.additions.tsv", "names.countries.tsv" }.SelectMany(TermFile.ReadEmbedded);

    /// <summary>Tokens of the longest entry.</summary>
    public int Longest { get; }

    /// <summary>The entry that covers exactly these tokens; null for none.</summary>
    public TermEntry? Find(IReadOnlyList<Token> tokens, int start, int count)
    {
        if (count == 1 && _byAbbreviation.TryGetValue(tokens[start].Text, out var abbreviated))
        {
            return abbreviated;
        }

        return _bySource.TryGetValue(Key(tokens, start, count), out var entries) ? Best(entries, tokens[start].Text, Vietnamese.IsAllCaps(tokens[start].Text)) : null;
    }

    /// <summary>The entry for a whole text; null for none.</summary>
    public TermEntry? Find(string text)
    {
        var tokens = Tokeniser.Tokenise(text);
        return tokens.Count == 0 ? null : Find(tokens, 0, tokens.Count);
    }

    private static TermEntry? Best(List<TermEntry> entries, string first, bool caps)
    {
        foreach (var entry in entries)
        {
            if (entry.Source.StartsWith(first, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        // A stamp (ĐẾN, MẬT) is not the word that is spelt like it.
        return entries.Find(e => caps || !Vietnamese.IsAllCaps(e.Source) || e.Source.Contains(' ', StringComparison.Ordinal));
    }

    // Letters write "UBND tỉnh" as often as "Ủy ban nhân dân tỉnh": each entry with such a name stands for both.
    private static IEnumerable<TermEntry> WithShortForms(TermEntry entry)
    {
        yield return entry;
        foreach (var (full, shortForm) in ShortForms)
        {
            if (entry.Source.Length > full.Length && entry.Source.Contains(full, StringComparison.Ordinal))
            {
                yield return entry with { Source = entry.Source.Replace(full, shortForm, StringComparison.Ordinal), Abbreviation = "" };
            }
        }
    }

    /// <summary>What a term is found by: its syllables in small letters, hoà as hòa.</summary>
    public static string Key(string term)
    {
        var tokens = Tokeniser.Tokenise(term);
        return Key(tokens, 0, tokens.Count);
    }

    private static string Key(IReadOnlyList<Token> tokens, int start, int count) =>
        string.Join(' ', Enumerable.Range(start, count).Select(i => Vietnamese.Lower(tokens[i].Text) switch { "–" => "-", var text => TonePlacement.ToOld(text) }));
}
