using Dau.Translation.Draft;
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

    private readonly Dictionary<string, int> _syllables = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Node, int Syllable), int> _branches = [];
    private readonly List<List<TermEntry>?> _entries = [null]; // by the node they end at; the root is the first
    private readonly Dictionary<string, TermEntry> _byAbbreviation = new(StringComparer.Ordinal);

    public Termbase(IEnumerable<TermEntry> entries)
    {
        foreach (var entry in entries.SelectMany(WithShortForms))
        {
            var node = 0;
            var tokens = Tokeniser.Tokenise(entry.Source);
            Longest = Math.Max(Longest, tokens.Count);
            foreach (var token in tokens)
            {
                node = Grow(node, Syllable(token.Text));
            }

            (_entries[node] ??= []).Add(entry);
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
        var node = 0;
        for (var i = start; i < start + count && node >= 0; i++)
        {
            node = Next(node, Number(tokens[i].Text));
        }

        return Entry(tokens, start, count, node);
    }

    /// <summary>Prepares a text for being asked about each of its tokens.</summary>
    public TermText Read(IReadOnlyList<Token> tokens) => new(this, tokens, [.. tokens.Select(t => Number(t.Text))]);

    /// <summary>A text of which each token is looked up once.</summary>
    internal readonly record struct TermText(Termbase Terms, IReadOnlyList<Token> Tokens, int[] Numbers)
    {
        /// <summary>All entries that start at a token, the shortest first, and how many tokens each covers.</summary>
        public IEnumerable<(int Count, TermEntry Entry)> StartingAt(int start)
        {
            var node = 0;
            for (var end = start; end < Tokens.Count && (node >= 0 || end == start); end++)
            {
                node = Terms.Next(node, Numbers[end]);
                if (Terms.Entry(Tokens, start, end + 1 - start, node) is { } entry)
                {
                    yield return (end + 1 - start, entry);
                }
            }
        }
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
    public static string Key(string term) => string.Join(' ', Tokeniser.Tokenise(term).Select(static t => Syllable(t.Text)));

    private static string Syllable(string token) => Vietnamese.Lower(token) switch { "–" => "-", var text => TonePlacement.ToOld(text) };

    private int Number(string token) => _syllables.GetValueOrDefault(Syllable(token), -1);

    private int Next(int node, int syllable) => node >= 0 && _branches.TryGetValue((node, syllable), out var next) ? next : -1;

    private TermEntry? Entry(IReadOnlyList<Token> tokens, int start, int count, int node) =>
        count == 1 && _byAbbreviation.TryGetValue(tokens[start].Text, out var abbreviated) ? abbreviated
        : node > 0 && _entries[node] is { } entries && Best(entries, tokens[start].Text, Vietnamese.IsAllCaps(tokens[start].Text)) is { } entry && !IsHalfAWord(entry, tokens, start) ? entry
        : null;

    // "cơ sở y tế" holds no "Sở Y tế", "thành công an toàn" no police.
    private static bool IsHalfAWord(TermEntry entry, IReadOnlyList<Token> tokens, int start) =>
        entry.IsName && start > 0 && char.IsLower(tokens[start].Text[0]) && GlossDictionary.Default.Find(Vietnamese.Lower($"{tokens[start - 1].Text} {tokens[start].Text}")) is not null;

    private int Grow(int node, string text)
    {
        if (!_syllables.TryGetValue(text, out var syllable))
        {
            _syllables.Add(text, syllable = _syllables.Count);
        }

        if (!_branches.TryGetValue((node, syllable), out var next))
        {
            _branches.Add((node, syllable), next = _entries.Count);
            _entries.Add(null);
        }

        return next;
    }
}
