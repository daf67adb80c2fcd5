using System.Text.RegularExpressions;
using Dau.Translation.Draft.Decoding;
using Dau.Translation.Terms;
using Dau.Translation.Text;

namespace Dau.Benchmarks.Translation;

/// <summary>How many terms of several syllables stand in the English as the termbase says, the longest of those over the same words.</summary>
/// <param name="terms">The termbase.</param>
/// <param name="counts">Which entries count.</param>
internal sealed partial class TermScore(Termbase terms, Func<TermEntry, bool> counts)
{
    // What joins sentences, and verbs, take the form that their sentence asks for.
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal) { "connective", "verb-phrase", "formula", "place-type", "" };

    /// <summary>Names of organs, posts, laws, events: they have one English.</summary>
    public static TermScore OfNames(Termbase terms) => new(terms, static t => t.IsName);

    /// <summary>Those and all other nouns, which may well stand otherwise in their sentence.</summary>
    public static TermScore OfNouns(Termbase terms) => new(terms, static t => !Free.Contains(t.Domain));

    private readonly Dictionary<string, int> _missed = new(StringComparer.Ordinal);

    /// <summary>Terms found in sources.</summary>
    public int Found { get; private set; }

    /// <summary>Of these, rendered as the termbase says.</summary>
    public int Kept { get; private set; }

    /// <summary>The terms that were missed most often.</summary>
    public IEnumerable<string> Missed => _missed.OrderByDescending(static m => m.Value).Select(static m => $"{m.Value} × {m.Key}");

    /// <summary>Compares a translation.</summary>
    public void Add(string source, string english)
    {
        var tokens = Tokeniser.Tokenise(source);
        var plain = Plain(english);
        for (var i = 0; i < tokens.Count;)
        {
            var count = Math.Min(terms.Longest, tokens.Count - i);
            TermEntry? term = null;
            while (count > 0 && (term = terms.Find(tokens, i, count)) is null)
            {
                count--;
            }

            i += Math.Max(1, count);
            if (term is null || count < 2 || !counts(term))
            {
                continue;
            }

            Found++;
            if (plain.Contains(Plain(term.Target), StringComparison.Ordinal))
            {
                Kept++;
            }
            else
            {
                var key = $"{term.Source} = {term.Target}";
                _missed[key] = _missed.GetValueOrDefault(key) + 1;
            }
        }
    }

    // Singular and plural, capitals and articles make no other term.
    private static string Plain(string text) => " " + string.Join(' ', Word().Matches(text.ToLowerInvariant()).Select(static m => m.Value)
        .Where(static w => w is not ("the" or "a" or "an")).Select(static w => w.EndsWith("ies", StringComparison.Ordinal) ? w[..^3] + "y" : w.TrimEnd('s'))) + " ";

    [GeneratedRegex(@"[\p{L}\d]+([-'][\p{L}\d]+)*")]
    private static partial Regex Word();
}
