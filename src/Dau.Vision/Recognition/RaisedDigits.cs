using System.Text.RegularExpressions;
using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>Sets the 2 of m² and the 3 of m³ up where they stand above the line: the engine reads them as common digits.</summary>
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
            if (Unit().Match(words[i].Text) is { Success: true } unit && IsRaised(page.Grey, words[i].Box, unit.Groups["end"].Length))
            {
                mended ??= [.. words];
                string raised = unit.Groups["digit"].Value == "2" ? "²" : "³";
                mended[i] = words[i] with { Text = unit.Groups["start"].Value + raised + unit.Groups["end"].Value, Symbols = [], Other = new Alternative(words[i].Text, words[i].Confidence) };
            }
        }

        return mended ?? words;
    }

    /// <summary>Whether the last glyph but <paramref name="after"/> ends well above the foot of the one before.</summary>
    internal static bool IsRaised(Mat grey, PixelBox word, int after)
    {
        using InkRuns? ink = InkRuns.Of(grey, word);
        if (ink is null || ink.Parts() is not { Count: > 1 } parts || parts.Count < 2 + after)
        {
            return false;
        }

        Rect digit = parts[parts.Count - 1 - after].Box, letter = parts[parts.Count - 2 - after].Box;
        return letter.Width > letter.Height && digit.Height > 0.3 * letter.Height && letter.Bottom - digit.Bottom >= LeastRise * letter.Height && digit.Top < letter.Top;
    }

    [GeneratedRegex(@"^(?<start>[\d.,]*(?:k|c|d|m)?m)(?<digit>[23])(?<end>[.,;)]?)$")]
    private static partial Regex Unit();
}
