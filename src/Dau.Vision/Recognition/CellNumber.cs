using System.Text;
using System.Text.RegularExpressions;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>
/// Holds a number that stands alone in a cell against its print. The engine drops decimal commas there, or takes them for points, and is sure of it; but in print a comma
/// is a small blot on the baseline that hangs below it. What was changed is doubted, and what the engine read stays beside it.
/// </summary>
internal static partial class CellNumber
{
    // Shares of a digit's height.
    private const double LeastDigit = 0.7;
    private const double HighestMark = 0.55;
    private const double WidestMark = 0.35;
    private const double LeastMark = 0.08;
    private const double Hang = 0.11;
    private const double Stand = 0.05;
    private const double LowestComma = 0.2;

    public static IReadOnlyList<EngineWord> Mend(IReadOnlyList<EngineWord> words, Mat grey) =>
        words is [{ Text: "l" or "|" or "]" or "[" or "J" } stroke] ? [Changed(stroke, "1")] : [.. words.Select(word => Number().IsMatch(word.Text) ? Mend(word, grey) : word)];

    private static EngineWord Mend(EngineWord word, Mat grey)
    {
        int margin = word.Box.Height / 4;
        Rect box = new Rect(word.Box.X - margin, word.Box.Y - margin, word.Box.Width + (2 * margin), word.Box.Height + (2 * margin)).Intersect(new Rect(0, 0, grey.Width, grey.Height));
        if (box.Width < 3 || box.Height < 6)
        {
            return word;
        }

        using Mat part = grey.SubMat(box);
        using var ink = new Mat();
        Cv2.Threshold(part, ink, 0, 255, ThresholdTypes.BinaryInv | ThresholdTypes.Otsu);
        return Print(ink) is { } print && print.Count(static mark => mark is '0') == word.Text.Count(char.IsAsciiDigit) ? Follow(word, print) : word;
    }

    /// <summary>What is printed, from left to right: 0 for a digit, a comma, a point, or ? for either or a speck; null where that cannot be told.</summary>
    private static string? Print(Mat ink)
    {
        List<Rect> parts = [.. Cleaning.Components.Of(ink).Select(static part => part.Box).OrderBy(static box => box.X)];
        int height = parts.Count == 0 ? 0 : parts.Max(static box => box.Height);
        List<Rect> digits = parts.FindAll(box => box.Height >= LeastDigit * height);
        if (height < 8 || digits.Count < 2)
        {
            return null;
        }

        double baseline = digits.Select(static box => box.Bottom).Order().ElementAt(digits.Count / 2);
        var print = new List<char>();
        foreach (Rect box in parts)
        {
            bool isMark = box.Height <= HighestMark * height && box.Width <= WidestMark * height && Math.Min(box.Width, box.Height) >= LeastMark * height;
            if (digits.Contains(box))
            {
                print.Add('0');
            }
            else if (isMark && box.Left > digits[0].Left && box.Right < digits[^1].Right && box.Bottom > baseline - (Hang * height))
            {
                double hangs = (box.Bottom - baseline) / height;
                print.Add(hangs >= Hang && box.Height >= LowestComma * height ? ',' : hangs <= Stand ? '.' : '?');
            }
            else if (box.Height >= 0.2 * height)
            {
                return null; // a digit in pieces, or something else
            }
        }

        return new string([.. print]);
    }

    /// <summary>The word with its commas and points as they are printed. Where a blot may be a comma or a speck, the word stands and is doubted.</summary>
    private static EngineWord Follow(EngineWord word, string print)
    {
        // A speck at the foot of a digit is no point: points stand before three digits.
        string mended = Build(word.Text, print, blot: "");
        if (mended != word.Text && WellSet().IsMatch(mended))
        {
            return Changed(word, mended);
        }

        string other = Build(word.Text, print, blot: ",");
        return other == mended || !WellSet().IsMatch(other) ? word
            : word with { Confidence = Math.Min(word.Confidence, NumberCheck.Ceiling), Other = new Alternative(other, Math.Min(word.Confidence, NumberCheck.Ceiling)) };
    }

    /// <summary>The digits of a reading with the marks of the print; <paramref name="blot"/> where print may have a mark that the engine did not see.</summary>
    private static string Build(string read, string print, string blot)
    {
        var text = new StringBuilder();
        int at = 0;
        foreach (char mark in print)
        {
            if (mark is '0')
            {
                while (read[at] is '.' or ',')
                {
                    at++; // the engine saw one that is not printed
                }

                text.Append(read[at++]);
                continue;
            }

            bool seen = at < read.Length && read[at] is '.' or ',';
            text.Append(mark is not '?' ? mark.ToString() : seen ? read[at].ToString() : blot);
            at += seen ? 1 : 0;
        }

        return text.ToString();
    }

    private static EngineWord Changed(EngineWord word, string text) => word with
    {
        Text = text,
        Confidence = Math.Min(word.Confidence, NumberCheck.Ceiling),
        Other = new Alternative(word.Text, Math.Min(word.Confidence, NumberCheck.Ceiling)),
        Symbols = [.. text.Select(letter => word.Symbols.FirstOrDefault(symbol => symbol.Text == letter.ToString()) ?? new Symbol(letter.ToString(), NumberCheck.Ceiling, []))],
    };

    [GeneratedRegex(@"^\d[\d.,]*\d$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$")]
    private static partial Regex WellSet();
}
