using System.Globalization;
using Dau.Model;

namespace Dau.Tests.Segmentation;

/// <summary>Sets words on a page as a recogniser would give them: A4 at 200 dots per inch, 12 px a letter, 28 px high.</summary>
internal sealed class PaperPage(int number)
{
    internal const int Width = 1654, Height = 2339, LetterWidth = 12, LetterHeight = 28;

    private readonly List<Word> words = [];
    private readonly List<Rule> rules = [];
    private readonly List<Mark> marks = [];
    private int line;

    /// <summary>A line of its own, its words a space apart.</summary>
    internal PaperPage Line(int x, int y, string text, double confidence = 0.95, int height = LetterHeight)
    {
        Put(x, y, text, confidence, height);
        line++;
        return this;
    }

    /// <summary>One line of the engine that covers two columns.</summary>
    internal PaperPage Line(int x, int y, string text, int x2, string text2)
    {
        Put(x, y, text, 0.95, LetterHeight);
        return Line(x2, y, text2);
    }

    /// <summary>A line around a middle.</summary>
    internal PaperPage Centred(int centre, int y, string text) => Line(centre - text.Length * LetterWidth / 2, y, text);

    /// <summary>A full line of running text: as many words as fit between the margins, the last ending at the right one.</summary>
    internal PaperPage Full(int x, int y, string text)
    {
        double step = (1520 - x) / (double)text.Length;
        int at = 0;
        foreach (string word in text.Split(' '))
        {
            Add(word, new PixelBox((int)(x + at * step), y, (int)(word.Length * step), LetterHeight), 0.95);
            at += word.Length + 1;
        }

        line++;
        return this;
    }

    internal PaperPage Rule(int x, int y, int width, int height)
    {
        rules.Add(new Rule(new PixelBox(x, y, width, height)));
        return this;
    }

    internal PaperPage Mark(MarkKind kind, PixelBox box)
    {
        marks.Add(new Mark(kind, box, null, null));
        return this;
    }

    internal Page Build() => new() { Number = number, Width = Width, Height = Height, Dpi = 200, Words = words, Rules = rules, Marks = marks };

    private void Put(int x, int y, string text, double confidence, int height)
    {
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(word, new PixelBox(x, y, word.Length * LetterWidth - 2, height), confidence);
            x += (word.Length + 1) * LetterWidth;
        }
    }

    private void Add(string text, PixelBox box, double confidence) =>
        words.Add(new Word
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"p{number}w{words.Count + 1}"), Ocr = text, Source = text, Box = box, Layout = box, Line = line, Confidence = confidence,
        });
}
