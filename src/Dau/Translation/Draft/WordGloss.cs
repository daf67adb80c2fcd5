using Dau.Translation.Locks;
using Dau.Translation.Terms;
using Dau.Translation.Text;

namespace Dau.Translation.Draft;

/// <summary>
/// Puts words in the place of words: the longest term, then the dictionary, in the order of the Vietnamese. A gloss, not a translation,
/// and flagged as one; used where the tables of the real engine are missing.
/// </summary>
internal sealed class WordGloss(Termbase terms, GlossDictionary dictionary) : IDraftEngine
{
    // A gloss is never better than this, however many of its words are known.
    private const double Ceiling = 0.5;

    public Rendering Render(string text, IReadOnlyList<LockedSpan> locks)
    {
        var caps = Vietnamese.IsAllCaps(text);
        var target = new TargetBuilder(text);
        var tally = new Tally();
        var at = 0;
        foreach (var item in locks.Append(null))
        {
            var tokens = Tokeniser.Tokenise(text, at, item?.Start ?? text.Length);
            var type = item?.Kind == LockKind.Place ? PlaceTypes.Before(tokens) : default;
            AddTokens(target, tokens, tokens.Count - type.Count, caps, tally);
            if (item is null)
            {
                break;
            }

            tally.Known += item.End - item.Start;
            tally.All += item.End - item.Start;
            var start = type.Count > 0 ? tokens[^type.Count].Start : item.Start;
            target.Add(type.English is { } english ? $"{item.Rendering} {Cased(english, caps)}" : item.Rendering, start, item.End);
            at = item.End;
        }

        List<string> flags = [Flags.Gloss];
        if (tally.Unknown > 0)
        {
            flags.Add(Flags.Untranslated);
        }

        return new Rendering(target.Text, target.Links, tally.All == 0 ? 1 : Ceiling * tally.Known / tally.All, flags);
    }

    private void AddTokens(TargetBuilder target, List<Token> tokens, int count, bool caps, Tally tally)
    {
        for (var i = 0; i < count;)
        {
            if (tokens[i].Kind == TokenKind.Punctuation)
            {
                target.Add(English(tokens[i].Text), tokens[i].Start, tokens[i].End);
                i++;
                continue;
            }

            var (english, used, weight) = Longest(tokens, i, count);
            var length = tokens[i + used - 1].End - tokens[i].Start;
            tally.All += length;
            tally.Known += weight * length;
            tally.Unknown += weight == 0 ? 1 : 0;
            target.Add(Cased(english, caps), tokens[i].Start, tokens[i + used - 1].End);
            i += used;
        }
    }

    private (string English, int Used, double Weight) Longest(List<Token> tokens, int start, int count)
    {
        for (var length = Math.Min(terms.Longest, count - start); length > 0; length--)
        {
            if (terms.Find(tokens, start, length) is { } term)
            {
                return (Recase(term, tokens[start].Text), length, 1);
            }
        }

        for (var length = Math.Min(GlossDictionary.Longest, count - start); length > 0; length--)
        {
            var word = string.Join(' ', tokens.Skip(start).Take(length).Select(static t => Vietnamese.Lower(t.Text)));
            if (dictionary.Find(word) is { } english)
            {
                return (char.IsUpper(tokens[start].Text[0]) && start == 0 ? Vietnamese.Capitalise(english) : english, length, 0.6);
            }
        }

        return (tokens[start].Text, 1, 0);
    }

    // At the start of a sentence a term written small takes a capital.
    private static string Recase(TermEntry term, string first) =>
        char.IsUpper(first[0]) && char.IsLower(term.Source[0]) ? Vietnamese.Capitalise(term.Target) : term.Target;

    private static string Cased(string english, bool caps) => caps ? english.ToUpperInvariant() : english;

    private static string English(string mark) => mark switch { "“" or "”" => "\"", _ => mark };

    private sealed class Tally
    {
        public double Known { get; set; }

        public int All { get; set; }

        public int Unknown { get; set; }
    }
}
