using Dau.ScanForge.Letters;
using SkiaSharp;

namespace Dau.ScanForge.Layout;

/// <summary>How a line fills its width.</summary>
internal enum Alignment
{
    Left,
    Centre,
    Justified,
}

/// <summary>Breaks text into lines and places the words.</summary>
internal sealed class TextSetter(Typeface typeface)
{
    private readonly Dictionary<(Cut, float), SKFont> _fonts = [];

    /// <summary>Share of the size that a raised footnote number has.</summary>
    internal const float RaisedSize = 0.65f;

    public SKFont Font(Cut cut, float size) =>
        _fonts.TryGetValue((cut, size), out SKFont? font) ? font : _fonts[(cut, size)] = typeface.Font(cut, size);

    public float Measure(string text, Cut cut, float size) => Font(cut, size).MeasureText(text);

    /// <summary>Sets words into lines, one fragment each.</summary>
    /// <param name="words">What to set.</param>
    /// <param name="frame">Where: left edge, width, indents, size and leading.</param>
    /// <param name="block">Index of the block that the words belong to.</param>
    public IReadOnlyList<Fragment> Set(IReadOnlyList<Markup.MarkedWord> words, Frame frame, int block)
    {
        if (frame.Alignment == Alignment.Centre)
        {
            frame = Balanced(words, frame);
        }

        List<Fragment> lines = [];
        int start = 0;
        while (start < words.Count)
        {
            float indent = lines.Count == 0 ? frame.FirstIndent : frame.HangingIndent;
            float room = frame.Width - indent;
            int end = Break(words, start, room, frame.Size);
            bool last = end == words.Count;
            lines.Add(Line(words, start, end, frame, indent, last, block));
            start = end;
        }

        return lines;
    }

    /// <summary>Narrows a centred frame while the text still fits the same number of lines: titles are broken evenly, not to leave one word alone.</summary>
    private Frame Balanced(IReadOnlyList<Markup.MarkedWord> words, Frame frame)
    {
        int Count(float room)
        {
            int lines = 0;
            for (int at = 0; at < words.Count; lines++)
            {
                at = Break(words, at, room, frame.Size);
            }

            return lines;
        }

        int wanted = Count(frame.Width);
        float best = frame.Width;
        for (float room = frame.Width; wanted > 1 && room > frame.Width * 0.45f && Count(room) == wanted; room -= 6)
        {
            best = room;
        }

        return frame with { X = frame.X + ((frame.Width - best) / 2), Width = best };
    }

    private int Break(IReadOnlyList<Markup.MarkedWord> words, int start, float room, float size)
    {
        float used = 0;
        int end = start;
        int lastBreak = start;
        while (end < words.Count)
        {
            float width = WidthOf(words[end], size) + (end > start ? Space(words[end], size) : 0);
            if (end > start && used + width > room + 0.01f)
            {
                return lastBreak > start ? lastBreak : end;
            }

            used += width;
            end++;
            if (!words[end - 1].Stick)
            {
                lastBreak = end;
            }
        }

        return end;
    }

    private Fragment Line(IReadOnlyList<Markup.MarkedWord> words, int start, int end, Frame frame, float indent, bool last, int block)
    {
        float natural = 0;
        for (int i = start; i < end; i++)
        {
            natural += WidthOf(words[i], frame.Size) + (i > start ? Space(words[i], frame.Size) : 0);
        }

        float room = frame.Width - indent;
        float extra = frame.Alignment == Alignment.Justified && !last && end - start > 1 ? (room - natural) / (end - start - 1) : 0;
        float x = frame.X + indent + (frame.Alignment == Alignment.Centre ? (room - natural) / 2 : 0);
        float height = frame.Size * frame.Leading;
        float baseline = (height * 0.5f) + (frame.Size * 0.33f);
        Fragment line = new() { Height = height };
        for (int i = start; i < end; i++)
        {
            if (i > start)
            {
                x += Space(words[i], frame.Size) + extra;
            }

            Markup.MarkedWord word = words[i];
            float width = WidthOf(word, frame.Size);
            line.Words.Add(new PlacedWord(word.Text, x, baseline, width, CutOf(word), frame.Size, block)
            {
                Raised = word.Raised,
                Bullet = word.Text is "-" or "+" && start == 0 && i == 0 && frame.Bullets,
                Ink = frame.Ink,
            });
            if (word.Footnote is int note)
            {
                line.Footnotes.Add(note);
            }

            x += width;
        }

        return line;
    }

    private float WidthOf(Markup.MarkedWord word, float size) =>
        Measure(word.Text, CutOf(word), size) + (word.Raised.Length == 0 ? 0 : Measure(word.Raised, Cut.Regular, size * RaisedSize));

    private float Space(Markup.MarkedWord word, float size) => Measure(" ", CutOf(word), size);

    private static Cut CutOf(Markup.MarkedWord word) => (word.Bold, word.Italic) switch
    {
        (true, true) => Cut.BoldItalic,
        (true, false) => Cut.Bold,
        (false, true) => Cut.Italic,
        _ => Cut.Regular,
    };
}

/// <summary>Where text is set; lengths in points.</summary>
internal sealed record Frame(float X, float Width, float Size, float Leading, Alignment Alignment = Alignment.Left)
{
    public float FirstIndent { get; init; }

    public float HangingIndent { get; init; }

    /// <summary>Whether a leading dash is a bullet.</summary>
    public bool Bullets { get; init; }

    public Ink Ink { get; init; }
}
