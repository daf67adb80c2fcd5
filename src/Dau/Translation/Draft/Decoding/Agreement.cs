using System.Text.RegularExpressions;

namespace Dau.Translation.Draft.Decoding;

/// <summary>Makes words agree where two phrases meet: "a order", "must not storing", "could not supplemented".</summary>
/// <param name="isWord">Whether the tables have an English word.</param>
internal sealed partial class Agreement(Func<string, bool> isWord)
{
    /// <summary>The text with such words put right, the links where their words are now.</summary>
    public (string Text, IReadOnlyList<Link> Links) Restore(string text, IReadOnlyList<Link> links) =>
        TextEdit.Apply(text, links, [.. Suspects().Matches(text).Select(Edit).OfType<TextEdit>()]);

    private TextEdit? Edit(Match match)
    {
        if (match.Groups["article"] is { Success: true } article)
        {
            return new TextEdit(article.Index, article.Length, article.Value + "n");
        }

        if (match.Groups["an"] is { Success: true } an)
        {
            return new TextEdit(an.Index + 1, 1, "");
        }

        var verb = match.Groups["verb"];
        if (verb.Value.EndsWith("ing", StringComparison.Ordinal))
        {
            return Stem(verb.Value[..^3]) is { } stem ? new TextEdit(verb.Index, verb.Length, stem) : null;
        }

        // "proceed" and "need" are no participles: there is no verb "proce".
        return Stem(verb.Value[..^2]) is null ? null : new TextEdit(verb.Index, 0, "be ");
    }

    private string? Stem(string stem) => stem.Length < 3 ? null
        : stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'e') && isWord(stem[..^1]) ? stem[..^1]
        : isWord(stem + "e") ? stem + "e"
        : stem[^1] == 'i' && isWord(stem[..^1] + "y") ? stem[..^1] + "y"
        : isWord(stem) ? stem : null;

    // Letters decide, not sounds: words that would be wrong by them are left as they are.
    [GeneratedRegex(@"\b(?<article>[Aa]) (?=([aio](?!ne\b|nce\b)|e(?![uw]))[a-z]{2})|\b(?<an>[Aa]n) (?=[bcdfgjklmnpqrstvwxyz][a-z]{2})"
        + @"|\b([Mm]ust|shall|should|will|may|can|could|would|cannot)( not)? (?<verb>[a-z]{2,}(ing|ed))\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Suspects();
}
