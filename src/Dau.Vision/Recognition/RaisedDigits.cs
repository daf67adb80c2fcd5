using System.Text.RegularExpressions;
using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>Sets the 2 of m² and the mark of a footnote up where they stand above the line: the engine reads them as common digits, and a code "NĐ-CP¹" as another.</summary>
internal static partial class RaisedDigits
{
    private const double LeastRise = 0.3;

    /// <summary>The words with raised digits as they are printed.</summary>
    /// <param name="words">In work pixels.</param>
    /// <param name="page">The page.</param>
    public static IReadOnlyList<EngineWord> Mend(IReadOnlyList<EngineWord> words, WorkPage page)
    {
        List<EngineWord>? mended = null;
        for (int i = 0; i < words.Count; i++)
        {
            Match unit = Unit().Match(words[i].Text), found = unit.Success ? unit : Marked().Match(words[i].Text);
            if (found.Success && IsRaised(page.Grey, words[i].Box, found.Groups["end"].Length, unit.Success))
            {
                mended ??= [.. words];
                string raised = RaisedDigit.Of(found.Groups["digit"].ValueSpan[0]).ToString();
                mended[i] = words[i] with { Text = found.Groups["start"].Value + raised + found.Groups["end"].Value, Symbols = [], Other = new Alternative(words[i].Text, words[i].Confidence) };
            }
        }

        return mended ?? words;
    }

    /// <summary>Whether the last glyph but <paramref name="after"/> ends well above the foot of the one before.</summary>
    /// <param name="grey">The page.</param>
    /// <param name="word">The word's box, work pixels.</param>
    /// <param name="after">How many glyphs follow.</param>
    /// <param name="wide">Whether the one before must be a wide one, as an m is.</param>
    internal static bool IsRaised(Mat grey, PixelBox word, int after, bool wide)
    {
        using InkRuns? ink = InkRuns.Of(grey, word);
        if (ink is null || ink.Parts() is not { Count: > 1 } parts || parts.Count < 2 + after)
        {
            return false;
        }

        Rect digit = parts[parts.Count - 1 - after].Box, letter = parts[parts.Count - 2 - after].Box;
        return (!wide || letter.Width > letter.Height) && digit.Height > 0.3 * letter.Height && letter.Bottom - digit.Bottom >= LeastRise * letter.Height && digit.Top < letter.Top;
    }

    [GeneratedRegex(@"^(?<start>[\d.,]*(?:k|c|d|m)?m)(?<digit>[23])(?<end>[.,;)]?)$")]
    private static partial Regex Unit();

    // A letter that goes below the line would make any digit behind it stand high.
    [GeneratedRegex(@"^(?<start>\S*\p{L}[\p{L}-[gpqyjQ]])(?<digit>[1-9])(?<end>[.,;)]?)$")]
    private static partial Regex Marked();
}
