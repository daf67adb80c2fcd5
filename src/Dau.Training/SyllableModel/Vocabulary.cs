using System.Runtime.InteropServices;
using Dau.Correction;
using LM = Dau.Correction.LanguageModel;

namespace Dau.Training.SyllableModel;

/// <summary>The words that the model knows: lawful syllables that occur, and other words that are frequent.</summary>
internal sealed class Vocabulary
{
    private const int LeastOfSyllables = 5;
    private const int LeastOfOthers = 200;
    private const int LongestWord = 14;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private Vocabulary(string[] words)
    {
        Words = words;
        for (int id = LM.Reserved; id < words.Length; id++)
        {
            _ids.Add(words[id], id);
        }

        _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        var bare = new Dictionary<string, ushort>(StringComparer.Ordinal) { [string.Empty] = 0 };
        Letters = [.. words.Select((word, id) => id < LM.Reserved ? (ushort)id : bare.TryGetValue(VietnameseLetters.Bare(word), out ushort known) ? known : bare[VietnameseLetters.Bare(word)] = (ushort)(bare.Count + LM.Reserved))];
    }

    public string[] Words { get; }

    public int Count => Words.Length;

    /// <summary>For each word a number that it shares with those that differ from it in marks only.</summary>
    public IReadOnlyList<ushort> Letters { get; }

    public static Vocabulary Of(IEnumerable<Corpus> corpora)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[LongestWord];
        foreach (Corpus corpus in corpora)
        {
            foreach (string line in corpus.Lines())
            {
                foreach (Range range in line.AsSpan().Split(' '))
                {
                    ReadOnlySpan<char> text = line.AsSpan(range);
                    Token token = Token.Of(text);
                    if (token.Kind == TokenKind.Letters && token.Length <= LongestWord)
                    {
                        text.Slice(token.Start, token.Length).ToLowerInvariant(lower);
                        CollectionsMarshal.GetValueRefOrAddDefault(lookup, lower[..token.Length], out _) += corpus.Weight;
                    }
                }
            }
        }

        var merged = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string word, int count) in counts)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(merged, TonePlacement.ToOld(word), out _) += count;
        }

        return new Vocabulary(
        [
            .. Enumerable.Repeat(string.Empty, LM.Reserved),
            .. merged.Where(pair => pair.Value >= (VietnameseSyllable.IsLawful(pair.Key) ? LeastOfSyllables : LeastOfOthers))
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key),
        ]);
    }

    /// <summary>The id of a stretch of text; null for signs only.</summary>
    public int? IdOf(ReadOnlySpan<char> text, Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Signs:
                return null;
            case TokenKind.Number:
                return LM.Number;
            case TokenKind.Code:
                return LM.Unknown;
            default:
                if (token.Length > LongestWord)
                {
                    return LM.Unknown;
                }

                Span<char> lower = stackalloc char[token.Length];
                text.Slice(token.Start, token.Length).ToLowerInvariant(lower);
                return _lookup.TryGetValue(lower, out int id) ? id : _ids.GetValueOrDefault(TonePlacement.ToOld(lower.ToString()), LM.Unknown);
        }
    }
}
