using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using Page = UglyToad.PdfPig.Content.Page;

namespace Dau.Input;

/// <summary>
/// Whether a page's text layer says what a reader sees. It does on a page of visible fonts whose letters map to Vietnamese in Unicode; it does not where
/// a scan carries the guesses of an older engine, or where the font is of a legacy encoding (TCVN3's .VnTime, VNI), whose letters map to others.
/// </summary>
internal static class PdfTextTrust
{
    /// <summary>A page with more of it under pictures may hold text that only the pictures have.</summary>
    private const double MostCovered = 0.3;

    /// <summary>Share of words that the spelling rules must allow. Official letters have 0.85 and more; their codes, numbers and foreign names are the rest.</summary>
    private const double LeastLawful = 0.6;

    /// <summary>Share of words with a mark: about 0.8 in real text; less than this says that marks were lost.</summary>
    private const double LeastMarked = 0.3;

    /// <summary>With fewer words these shares say nothing.</summary>
    private const int FewWords = 8;

    private const double MostSideways = 0.2;

    /// <summary>More strokes than rules, tables and a logo have: the text may be drawn as outlines.</summary>
    private const int ManyPaths = 400;

    /// <summary>Whether the text layer can be used in place of reading the picture.</summary>
    public static bool IsTrusted(Page page, PdfImages images)
    {
        if (images.Coverage > MostCovered)
        {
            return false;
        }

        int letters = 0;
        int hidden = 0;
        int onPicture = 0;
        int legacy = 0;
        int foreign = 0;
        int sideways = 0;
        foreach (Letter letter in page.Letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Value))
            {
                continue;
            }

            letters++;
            hidden += IsHidden(letter) ? 1 : 0;
            onPicture += images.Covers(letter.Location.X / page.Width, letter.Location.Y / page.Height) ? 1 : 0;
            legacy += IsLegacy(letter.FontName) ? 1 : 0;
            sideways += letter.TextOrientation == TextOrientation.Horizontal ? 0 : 1;
            foreign += letter.Value.All(IsExpected) ? 0 : 1;
        }

        return letters > 0 && hidden == 0 && onPicture <= 0.05 * letters && legacy <= 0.02 * letters && foreign <= 0.02 * letters

            // A page that lies on its side is turned by the reader, and so are its words.
            && sideways <= MostSideways * letters
            && ReadsAsVietnamese(page, images);
    }

    /// <summary>Text rendering modes 3 and 7 draw nothing: what an OCR program lays over its scan.</summary>
    internal static bool IsHidden(Letter letter) => letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip;

    internal static bool IsLegacy(string? fontName)
    {
        // A subset's name begins with six letters and a plus.
        ReadOnlySpan<char> name = fontName.AsSpan();
        int plus = name.IndexOf('+');
        name = plus == 6 ? name[7..] : name;
        return name.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Vn", StringComparison.Ordinal) && name.Length > 2 && char.IsUpper(name[2]);
    }

    /// <summary>Letters of Vietnamese, ASCII, and the signs that letters use. Private-use and other Latin letters are what a wrong mapping gives.</summary>
    private static bool IsExpected(char letter) => letter is >= ' ' and <= '~' || VietnameseLetters.IsMarked(letter) || letter is 'ƣ' or 'Ƣ'
        || letter is >= '\u0300' and <= '\u0323' || letter is '\u00A0' or '\u00AD' or '°' or '²' or '³' or '§' or '×' or '±' or '·' or '«' or '»' or '½' or '¼' or '¾' or '%'
        || letter is >= '\u2010' and <= '\u2044' || letter is >= '\u2190' and <= '\u22FF' || letter is >= '\u2460' and <= '\u27BF' || letter is '\uF0B7' or '\uF02D' or '€' or '№';

    // A ligature of the font that maps to nothing ("\uE049ường" for Thường); a bullet of a font of signs may touch the word behind it.
    private static bool HasLostLetter(string word) => word.Any(char.IsLetterOrDigit)
        && word.Select(static (c, i) => c is (>= '\uE000' and <= '\uF8FF') or '\uFFFD' && !(i == 0 && c is >= '\uF020' and <= '\uF0FF')).Any(static lost => lost);

    private static bool ReadsAsVietnamese(Page page, PdfImages images)
    {
        int words = 0;
        int lawful = 0;
        int marked = 0;
        bool anything = false;
        foreach (PdfWord word in PdfWord.Of(page))
        {
            if (HasLostLetter(word.Text))
            {
                return false;
            }

            anything |= word.Text.Any(char.IsLetterOrDigit);
            string letters = word.Text.Trim([.. ".,;:!?()[]\"'“”‘’-–/…"]);
            if (letters.Length == 0 || !letters.All(char.IsLetter))
            {
                continue;
            }

            words++;
            lawful += VietnameseSyllable.IsLawful(letters) ? 1 : 0;
            marked += letters.Any(VietnameseLetters.IsMarked) ? 1 : 0;
        }

        if (words < FewWords)
        {
            // A page of figures, or the last line of a letter; not the stamp of a digital signature on a page that is otherwise a drawing.
            return anything && images.IsEmpty && page.Paths.Count < ManyPaths && lawful >= LeastLawful * words;
        }

        return lawful >= LeastLawful * words && marked >= LeastMarked * words;
    }
}
