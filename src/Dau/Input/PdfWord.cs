using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using Page = UglyToad.PdfPig.Content.Page;

namespace Dau.Input;

/// <summary>A word of a PDF page, in points from the lower left corner of the page as it is shown.</summary>
/// <param name="Text">NFC.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Size">Size of its font.</param>
/// <param name="Baseline">Height of its baseline.</param>
internal sealed record PdfWord(string Text, double Left, double Bottom, double Right, double Top, double Size, double Baseline)
{
    /// <summary>A gap wider than this share of the font's size parts two words where no space is written.</summary>
    private const double WordGap = 0.2;

    /// <summary>Degrees from one letter of a ring to the next, at least.</summary>
    private const double LeastTurn = 1.5;

    /// <summary>The words of a page in the order in which it draws them. Letters drawn twice for boldness count once.</summary>
    public static IReadOnlyList<PdfWord> Of(Page page)
    {
        var words = new List<PdfWord>();
        var run = new List<Letter>();
        IReadOnlyList<Letter> letters = DuplicateOverlappingTextProcessor.Get(page.Letters);
        foreach ((int i, Letter letter) in letters.Index())
        {
            if (string.IsNullOrWhiteSpace(letter.Value) || PdfTextTrust.IsHidden(letter) || IsOfRing(letters, i))
            {
                End();
                continue;
            }

            if (run.Count > 0 && IsApart(run[^1], letter))
            {
                End();
            }

            run.Add(letter);
        }

        End();
        return words;

        void End()
        {
            if (run.Count > 0)
            {
                words.Add(From(run));
                run.Clear();
            }
        }
    }

    /// <summary>Whether a letter stands at another slant than the letters drawn before and after it, as around a seal: no line of text. A stamp set askew has one slant.</summary>
    private static bool IsOfRing(IReadOnlyList<Letter> letters, int at)
    {
        bool IsAskew(int other) => other >= 0 && other < letters.Count && letters[other].TextOrientation == TextOrientation.Other;
        bool IsAlike(int other) => IsAskew(other) && Math.Abs(Math.IEEERemainder(Slant(letters[other]) - Slant(letters[at]), 360)) < LeastTurn;
        return IsAskew(at) && (IsAskew(at - 1) || IsAskew(at + 1)) && !IsAlike(at - 1) && !IsAlike(at + 1);
    }

    private static double Slant(Letter letter) =>
        Math.Atan2(letter.EndBaseLine.Y - letter.StartBaseLine.Y, letter.EndBaseLine.X - letter.StartBaseLine.X) * 180 / Math.PI;

    private static bool IsApart(Letter before, Letter letter)
    {
        double size = Math.Max(1, Math.Max(SizeOf(before), SizeOf(letter)));
        double along = letter.StartBaseLine.X - before.EndBaseLine.X;
        double across = Math.Abs(letter.StartBaseLine.Y - before.StartBaseLine.Y);
        if (before.TextOrientation is TextOrientation.Rotate90 or TextOrientation.Rotate270)
        {
            along = Math.Abs(letter.StartBaseLine.Y - before.EndBaseLine.Y);
            across = Math.Abs(letter.StartBaseLine.X - before.StartBaseLine.X);
        }

        // A combining mark is drawn over the letter before it, so a step back is not yet another word.
        return along > WordGap * size || along < -1.2 * size || across > 0.5 * size;
    }

    private static PdfWord From(List<Letter> letters)
    {
        // Some converters map ư to U+01A3, which looks like nothing that Vietnamese prints.
        double size = letters.Max(SizeOf);
        double baseline = letters[0].StartBaseLine.Y;
        string text = VietnameseLetters.Compose(string.Concat(letters.Select((letter, i) => i > 0 && char.IsLetter(letters[i - 1].Value[^1]) && IsRaisedDigit(letter) ? RaisedDigit.Of(letter.Value[0]).ToString() : letter.Value)).Replace('ƣ', 'ư').Replace('Ƣ', 'Ư').Replace("\u00AD", string.Empty, StringComparison.Ordinal));
        double left = double.MaxValue;
        double bottom = double.MaxValue;
        double right = double.MinValue;
        double top = double.MinValue;
        foreach (Letter letter in letters)
        {
            PdfRectangle box = letter.BoundingBox;
            foreach (PdfPoint corner in (ReadOnlySpan<PdfPoint>)[box.BottomLeft, box.BottomRight, box.TopLeft, box.TopRight, letter.StartBaseLine, letter.EndBaseLine])
            {
                (left, right) = (Math.Min(left, corner.X), Math.Max(right, corner.X));
                (bottom, top) = (Math.Min(bottom, corner.Y), Math.Max(top, corner.Y));
            }
        }

        // A font without outlines gives boxes without height.
        return new PdfWord(text, left, bottom, right, top - bottom < 0.1 * size ? bottom + (0.7 * size) : top, size, baseline);

        // The mark of a footnote, the 2 of m²: small, and above the line of the word's first letter.
        bool IsRaisedDigit(Letter letter) =>
            letter.Value is [>= '0' and <= '9'] && SizeOf(letter) < 0.8 * size && letter.StartBaseLine.Y - baseline > 0.15 * size;
    }

    private static double SizeOf(Letter letter) => letter.PointSize is > 0 and < 1000 ? letter.PointSize : Math.Max(1, letter.BoundingBox.Height);
}
