using System.Text.RegularExpressions;
using Dau.Model;

namespace Dau.Benchmarks.Correction;

/// <summary>Text without a scan, laid out as pages of words, as if an engine had read it without any doubt.</summary>
internal static partial class PlainPages
{
    private const int WordsOfPage = 400, WordsOfLine = 12, LineHeight = 40;

    /// <summary>Pages that hold the paragraphs in order.</summary>
    public static IReadOnlyList<Page> Of(IEnumerable<string> paragraphs)
    {
        var pages = new List<Page>();
        var words = new List<Word>();
        int line = 0, top = 0;
        foreach (string paragraph in paragraphs)
        {
            foreach (string[] some in Space().Split(paragraph.Normalize()).Where(static word => word.Length > 0).Chunk(WordsOfLine))
            {
                foreach ((int place, string text) in some.Index())
                {
                    var box = new PixelBox(100 + (place * 120), top, 100, LineHeight);
                    words.Add(new Word { Id = $"p{pages.Count + 1}w{words.Count + 1}", Ocr = text, Source = text, Box = box, Layout = box, Line = line, Confidence = 0.97 });
                }

                line++;
                top += 2 * LineHeight;
            }

            // A paragraph's end: the next line begins something new.
            top += 2 * LineHeight;
            if (words.Count >= WordsOfPage)
            {
                Turn();
            }
        }

        if (words.Count > 0)
        {
            Turn();
        }

        return pages;

        void Turn()
        {
            pages.Add(new Page { Number = pages.Count + 1, Words = [.. words] });
            words.Clear();
            (line, top) = (0, 0);
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
