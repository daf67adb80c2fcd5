using System.Text.RegularExpressions;
using Dau.Vision.Cleaning;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>
/// Finds boxed stamps where colour does not tell, as on faxes: frames of a stamp's size in which a stamp's words were read. A cell of a table has the frame too, but
/// says something else.
/// </summary>
internal static partial class BlackStampFinder
{
    /// <summary>The stamps that are not among the page's marks yet.</summary>
    /// <param name="view">The page.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="words">Its words.</param>
    /// <param name="known">Marks found before.</param>
    public static IReadOnlyList<Mark> Find(PageView view, PageFrame frame, IReadOnlyList<Word> words, IReadOnlyList<Mark> known)
    {
        var marks = new List<Mark>();
        foreach (PixelBox place in Frames(view, frame))
        {
            if (KindOf(words.Where(word => Holds(place, word.Box)).Select(static word => word.Ocr)) is { } kind && !known.Any(mark => mark.Kind == kind && Holds(place, mark.Box)))
            {
                marks.Add(new Mark(kind, place, "black", null));
            }
        }

        return marks;
    }

    /// <summary>Frames of a stamp's size on the picture, whatever they hold.</summary>
    public static IEnumerable<PixelBox> Frames(PageView view, PageFrame frame) => StampFinder.Find(view.Ink, view.Dpi / 25.4).Select(stamp => frame.ToPicture(view.ToWork(stamp.Box)));

    /// <summary>What stamp says the words; null for none.</summary>
    internal static MarkKind? KindOf(IEnumerable<string> words)
    {
        string text = VietnameseLetters.Bare(string.Join(' ', words)).ToUpperInvariant();
        return Urgency().IsMatch(text) ? MarkKind.UrgencyStamp : Receipt().IsMatch(text) ? MarkKind.ReceiptStamp : null;
    }

    private static bool Holds(PixelBox frame, PixelBox box) =>
        frame.X <= box.CentreX && box.CentreX <= frame.Right && frame.Y <= box.CentreY && box.CentreY <= frame.Bottom;

    [GeneratedRegex(@"^\W*(HOA TOC\b.*|(THUONG )?KHAN|((TOI|TUYET) )?MAT)\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Urgency();

    /// <summary>ĐẾN stands large beside what is filled in: number and day.</summary>
    [GeneratedRegex(@"\bDEN\b.*\b(SO|NGAY|CHUYEN)\b|\b(SO|NGAY|CHUYEN)\b.*\bDEN\b", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Receipt();
}
