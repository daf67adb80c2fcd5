using System.Text;
using System.Text.RegularExpressions;
using Dau.Translation.Locks;
using Dau.Translation.Terms;
using Dau.Translation.Text;

namespace Dau.Translation.Azure;

/// <summary>
/// Marks in a text how the service must render a term or a name. Only names are marked (of organs, people, places): the service's documentation says that the
/// feature is safe for those alone.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/ai-services/translator/text-translation/how-to/use-dynamic-dictionary</remarks>
internal sealed partial class DynamicDictionary(LockFinder locks, Termbase terms)
{
    /// <summary>The text with its marks; the text as it is where nothing is marked.</summary>
    public string Mark(string text)
    {
        // What looks like a mark already is left alone.
        if (text.AsSpan().ContainsAny('<', '>'))
        {
            return text;
        }

        var found = locks.Find(text);
        var marks = found.Where(static l => l.Kind is LockKind.Name or LockKind.Place).Select(static l => (l.Start, l.End, l.Rendering))
            .Concat(Organs(text, found)).Where(static m => !m.Item3.AsSpan().ContainsAny("<>\"&")).OrderBy(static m => m.Item1);
        var marked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, end, rendering) in marks)
        {
            marked.Append(text, at, start - at).Append("<mstrans:dictionary translation=\"").Append(rendering).Append("\">").Append(text, start, end - start).Append("</mstrans:dictionary>");
            at = end;
        }

        return marked.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>An answer without marks that the service left in it.</summary>
    public static string Unmark(string text) => Marks().Replace(text, "");

    // Entries of two syllables or more whose English is a name.
    private IEnumerable<(int Start, int End, string Rendering)> Organs(string text, IReadOnlyList<LockedSpan> found)
    {
        var tokens = Tokeniser.Tokenise(text);
        for (var start = 0; start < tokens.Count; start++)
        {
            for (var count = Math.Min(terms.Longest, tokens.Count - start); count > 1; count--)
            {
                var (from, to) = (tokens[start].Start, tokens[start + count - 1].End);
                if (char.IsUpper(text[from]) && terms.Find(tokens, start, count) is { Target: [var first, ..] target } && char.IsUpper(first) && !found.Any(l => l.Start < to && from < l.End))
                {
                    yield return (from, to, target);
                    start += count - 1;
                    break;
                }
            }
        }
    }

    [GeneratedRegex("</?mstrans:dictionary[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Marks();
}
