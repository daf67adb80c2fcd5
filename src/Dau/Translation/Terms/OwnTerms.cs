using Dau.Translation.Draft;
using Dau.Translation.Locks;
using Dau.Translation.Text;

namespace Dau.Translation.Terms;

/// <summary>
/// Terms of the user's own termbase as locks: whichever engine translates, they come back as the user wrote them. Only inside the longer name of an organ,
/// post or law that the shipped termbase knows ("Bộ Công an" for the term "công an") do they leave that name whole; a name of the user's own goes before it.
/// </summary>
internal sealed class OwnTerms(IReadOnlyList<TermEntry> entries)
{
    private readonly Termbase _own = new(entries);
    private readonly Termbase _shipped = Termbase.Default;

    /// <summary>The entries.</summary>
    public IReadOnlyList<TermEntry> Entries => entries;

    /// <summary>The user's entries and, behind them, the shipped ones.</summary>
    public Termbase Merged { get; } = new([.. entries, .. Termbase.ShippedEntries()]);

    /// <summary>The English for a whole text; null where no own term is that text.</summary>
    public string? Whole(string text)
    {
        var found = new List<LockedSpan>();
        AddTo(found, text);
        return found is [{ Start: 0 } only] && only.End == text.Length ? only.Rendering : null;
    }

    /// <summary>Adds the terms that stand in a text. A lock that lies wholly inside a term gives way to it; a term that would cut a lock in two does not count.</summary>
    public void AddTo(List<LockedSpan> locks, string text)
    {
        var tokens = Tokeniser.Tokenise(text);
        for (var i = 0; i < tokens.Count;)
        {
            var (entry, count) = LongestAt(tokens, i);
            if (entry is null)
            {
                i++;
                continue;
            }

            var (start, end) = (tokens[i].Start, tokens[i + count - 1].End);
            if (!locks.Exists(l => l.Start < end && start < l.End && (l.Start < start || l.End > end)))
            {
                locks.RemoveAll(l => l.Start >= start && l.End <= end);
                locks.Add(new LockedSpan(LockKind.Term, start, end, Cased(entry, text[start..end], IsInitial(tokens, i))));
            }

            i += count;
        }
    }

    private (TermEntry? Entry, int Count) LongestAt(List<Token> tokens, int start)
    {
        for (var count = Math.Min(_own.Longest, tokens.Count - start); count > 0; count--)
        {
            if (_own.Find(tokens, start, count) is { } entry && (IsAbbreviation(entry, tokens[start].Text, count) || (HasCapitals(tokens, start, entry) && !IsPartOfLonger(tokens, start, count))))
            {
                return (entry, count);
            }
        }

        return default;
    }

    private static bool IsAbbreviation(TermEntry entry, string token, int count) => count == 1 && entry.Abbreviation == token;

    // "Sở" is an organ, "sở" a part of other words: a capital in the term asks for one in the text.
    private static bool HasCapitals(List<Token> tokens, int start, TermEntry entry)
    {
        var own = Tokeniser.Tokenise(entry.Source);
        return !own.Where((token, i) => char.IsUpper(token.Text[0]) && start + i < tokens.Count && !char.IsUpper(tokens[start + i].Text[0])).Any();
    }

    private bool IsPartOfLonger(List<Token> tokens, int start, int count)
    {
        for (var from = Math.Max(0, start - _shipped.Longest); from <= start; from++)
        {
            for (var length = start + count - from + (from == start ? 1 : 0); length <= _shipped.Longest && from + length <= tokens.Count; length++)
            {
                if (_shipped.Find(tokens, from, length) is { } longer && ((longer.IsName && char.IsUpper(longer.Source[0])) || count == 1) && _own.Find(tokens, from, length) is null)
                {
                    return true;
                }
            }
        }

        // A single syllable is often half a word.
        return count == 1 && ((start > 0 && IsWord(tokens, start - 1)) || (start + 1 < tokens.Count && IsWord(tokens, start)));
    }

    private static bool IsWord(List<Token> tokens, int at) =>
        GlossDictionary.Default.Find(Vietnamese.Lower($"{tokens[at].Text} {tokens[at + 1].Text}")) is not null;

    private static bool IsInitial(List<Token> tokens, int at) => at == 0 || tokens[at - 1].Kind == TokenKind.Punctuation;

    private static string Cased(TermEntry entry, string found, bool initial) =>
        Vietnamese.IsAllCaps(found) && !Vietnamese.IsAllCaps(entry.Source) && entry.Abbreviation != found ? entry.Target.ToUpperInvariant()
        : initial && char.IsUpper(found[0]) && char.IsLower(entry.Source[0]) ? Vietnamese.Capitalise(entry.Target)
        : entry.Target;
}
