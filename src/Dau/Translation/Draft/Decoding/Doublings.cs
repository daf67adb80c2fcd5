using System.Text.RegularExpressions;

namespace Dau.Translation.Draft.Decoding;

/// <summary>Takes out what stands once too often where two phrases meet: "of the The Government", "Decisions No. 5", "pursuant to pursuant to"; and articles with no noun at the end.</summary>
internal static partial class Doublings
{
    /// <summary>The text without them, the links where their words are now.</summary>
    public static (string Text, IReadOnlyList<Link> Links) TakeOut(string text, IReadOnlyList<Link> links) => TextEdit.Apply(
        text, links, [.. Superfluous().Matches(text).Select(static m => m.Groups["x"]).Where(static g => g.Success).Select(static g => new TextEdit(g.Index, g.Length, ""))]);

    // The plural of a document before its one number; an article or preposition twice; a formula twice; marks on marks.
    [GeneratedRegex(@"\b(Decision|Resolution|Directive|Plan|Report|Circular|Decree|Notice|Letter|Document|Conclusion|Guidance|Submission|Proposal|Programme|Contract|Regulation|Law|Ordinance)(?<x>s) No\. (?=\S*\d)"
        + @"|\bthe (?<x>The )|\b(?<x>[Pp]ursuant to )(?=[Pp]ursuant to )|\b(?<w>the|of|to|and|in|for|by|on|with) (?<x>\k<w> )|(?<x>,)(?=[;.])|;(?<x>;)|(?<x>(?i:( (of|the|a|an))+))(?=[.;:,]?$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Superfluous();
}
