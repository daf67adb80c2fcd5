using System.Text.RegularExpressions;

namespace Dau.Segmentation;

/// <summary>
/// The words by which cells are known, as the profiles' files give them: those of all profiles together, since which profile a letter follows is only
/// known once its cells are.
/// </summary>
internal static class AnchorPhrases
{
    /// <summary>The first lines at the top right, unmarked letters only: whose letter it is.</summary>
    internal static IReadOnlyList<string> Titles { get; } = [.. LetterProfiles.All.Select(static p => LetterForms.Letters(p.Titles[0])).Distinct(StringComparer.Ordinal)];

    /// <summary>The lines below those, unmarked letters only.</summary>
    internal static IReadOnlyList<string> Mottos { get; } = [.. LetterProfiles.All.SelectMany(static p => p.Titles.Skip(1)).Select(static t => LetterForms.Letters(t)).Distinct(StringComparer.Ordinal)];

    /// <summary>The abbreviations before the body or post that is signed for, the longer first.</summary>
    internal static IReadOnlyList<string> Signing { get; } = [.. LetterProfiles.All.SelectMany(static p => p.Signing).Distinct(StringComparer.Ordinal).OrderByDescending(static s => s.Length)];

    /// <summary>The phrases of a cell, in small unmarked letters, words a space apart.</summary>
    internal static IReadOnlyList<string> Of(string cell) =>
        [.. LetterProfiles.All.SelectMany(p => p.Anchors.GetValueOrDefault(cell) ?? []).Select(static phrase => LetterForms.Plain(phrase)).Distinct(StringComparer.Ordinal)];

    /// <summary>The phrases of a cell as unmarked letters only.</summary>
    internal static IReadOnlyList<string> LettersOf(string cell) => [.. Of(cell).Select(static phrase => LetterForms.Letters(phrase)).Distinct(StringComparer.Ordinal)];

    /// <summary>Any of a cell's phrases, as a group of a regular expression on small unmarked letters; the longer first.</summary>
    internal static string Any(string cell) =>
        $"({string.Join('|', Of(cell).OrderByDescending(static p => p.Length).Select(static p => Regex.Escape(p).Replace(@"\ ", @"\s+", StringComparison.Ordinal).Replace(":", @"\s*:", StringComparison.Ordinal)))})";
}
