using Dau.Translation.Draft;
using Dau.Translation.Locks;
using Dau.Translation.Terms;
using Dau.Translation.Text;

namespace Dau.Translation.Templates;

/// <summary>Renders what the termbase settles as a whole: a term, a place, an organ of a place.</summary>
internal sealed class ExactRenderer(LockFinder locks, Termbase terms)
{
    private static readonly HashSet<string> OfPlace = new(StringComparer.Ordinal) { "organ", "party", "front", "court", "police", "military", "title" };

    /// <summary>The rendering of the whole text, a mark at its end kept; null where it is not settled.</summary>
    public Rendering? Render(string text)
    {
        var bare = text.TrimEnd('.', ';', ',', ':', ' ', '/');
        if (bare.Length == 0 || English(bare) is not { } english)
        {
            return null;
        }

        var caps = Vietnamese.IsAllCaps(bare);
        english = (caps ? english.ToUpperInvariant() : english) + text[bare.Length..];
        return new Rendering(english, [new Link(new TextSpan(0, text.Length), new TextSpan(0, english.Length))], 1, []);
    }

    private string? English(string text)
    {
        if (terms.Find(text) is { } whole)
        {
            return whole.Target;
        }

        if (!MayEndInPlace(text) || locks.Find(text) is not [{ Kind: LockKind.Place } place] || place.End != text.Length)
        {
            return null;
        }

        var tokens = Tokeniser.Tokenise(text, 0, place.Start);
        var (typed, english) = PlaceTypes.Before(tokens);
        var name = english is null ? place.Rendering : $"{place.Rendering} {english}";
        var head = tokens.Count - typed;
        if (head == 0)
        {
            return name;
        }

        return terms.Find(tokens, 0, head) is { } organ && OfPlace.Contains(organ.Domain) ? $"{organ.Target} of {name}" : null;
    }

    // The last word of a place has a capital or is a number: most sentences need no closer look.
    private static bool MayEndInPlace(string text)
    {
        var start = text.Length;
        while (start > 0 && (Tokeniser.IsWordPart(text[start - 1]) || text[start - 1] is '-' or '\'' or '’'))
        {
            start--;
        }

        return start < text.Length && !char.IsLower(text[start]);
    }
}
