using Dau.Vision.Cleaning;

namespace Dau.Vision.Recognition;

/// <summary>Holds red lines against what was read there: titles are stamped too, in capitals; a name is not, and its mark reaches as far as its words.</summary>
internal static class NameStamps
{
    private const double LeastUnread = 20;
    private const int MostWords = 7;

    /// <summary>Keeps of a page's stamped names those that read like one, or that could not be read and are as long as a name.</summary>
    public static void Check(WorkPage page, IReadOnlyList<(Word Word, PixelBox Box)> words)
    {
        foreach (Mark stamp in page.Marks.Where(static mark => mark.Kind is MarkKind.NameStamp).ToArray())
        {
            page.DropMarks(mark => ReferenceEquals(mark, stamp));
            Word[] on = [.. words.Select(static word => word.Word).Where(word => word.Ocr.Count(char.IsLetter) > 1 && 2 * word.Box.Intersect(stamp.Box).Area > Math.Min(word.Box.Area, stamp.Box.Area))];
            if (on.Length == 0 ? stamp.Box.Width >= LeastUnread * page.Dpi / 25.4 : on.Length <= MostWords && on.Any(static word => word.Ocr.Any(char.IsLower)))
            {
                page.AddMark(stamp with { Box = PixelBox.Around([stamp.Box, .. on.Select(static word => word.Box)]) });
            }
        }
    }
}
