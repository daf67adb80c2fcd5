using System.Text.RegularExpressions;

namespace Dau.Translation.Draft.Decoding;

/// <summary>Takes out what stands once too often where two phrases meet: "of the The Government", "Decisions No. 5", "pursuant to pursuant to".</summary>
internal static partial class Doublings
{
    /// <summary>The text without them, the links where their words are now.</summary>
    public static (string Text, IReadOnlyList<Link> Links) TakeOut(string text, IReadOnlyList<Link> links)
    {
        var gone = Superfluous().Matches(text).Select(static m => m.Groups["x"]).Where(static g => g.Success).ToList();
        if (gone.Count == 0)
        {
            return (text, links);
        }

        for (var i = gone.Count - 1; i >= 0; i--)
        {
            text = text.Remove(gone[i].Index, gone[i].Length);
        }

        return (text, [.. links.Select(l => l with { Target = new TextSpan(Now(l.Target.Start), Now(l.Target.End)) }).Where(static l => l.Target.Start < l.Target.End)]);

        int Now(int at) => at - gone.Sum(g => Math.Clamp(at - g.Index, 0, g.Length));
    }

    // The plural of a document before its one number; an article or preposition twice; a formula twice; marks on marks.
    [GeneratedRegex(@"\b(Decision|Resolution|Directive|Plan|Report|Circular|Decree|Notice|Letter|Document|Conclusion|Guidance|Submission|Proposal|Programme|Contract|Regulation|Law|Ordinance)(?<x>s) No\. (?=\S*\d)"
        + @"|\bthe (?<x>The )|\b(?<x>[Pp]ursuant to )(?=[Pp]ursuant to )|\b(?<w>the|of|to|and|in|for|by|on|with) (?<x>\k<w> )|(?<x>,)(?=[;.])|;(?<x>;)", RegexOptions.ExplicitCapture)]
    private static partial Regex Superfluous();
}
