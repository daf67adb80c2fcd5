using SkiaSharp;

namespace Dau.ScanForge.Layout;

/// <summary>What something is printed or written with.</summary>
internal enum Ink
{
    Black,
    Red,
    Blue,
}

/// <summary>A word in its place; lengths in points, origin at the page's top left.</summary>
internal sealed record PlacedWord(string Text, float X, float Baseline, float Width, Cut Cut, float Size, int Block)
{
    /// <summary>A footnote's number, raised behind the word.</summary>
    public string Raised { get; init; } = "";

    public Ink Ink { get; init; }

    /// <summary>Whether it is written by hand: digits as strokes.</summary>
    public bool ByHand { get; init; }

    /// <summary>Pressed with a rubber stamp: the mark draws it, the word only says where it stands.</summary>
    public bool OnMark { get; init; }

    /// <summary>The dash before a list item: printed, but no word of the truth.</summary>
    public bool Bullet { get; init; }

    public PlacedWord Moved(float dx, float dy) => this with { X = X + dx, Baseline = Baseline + dy };
}

/// <summary>A printed line; lengths in points.</summary>
internal sealed record PlacedRule(float X1, float Y1, float X2, float Y2, float Thickness)
{
    public PlacedRule Moved(float dx, float dy) => this with { X1 = X1 + dx, X2 = X2 + dx, Y1 = Y1 + dy, Y2 = Y2 + dy };
}

/// <summary>A seal, signature, stamp or code; lengths in points.</summary>
internal sealed record PlacedMark(MarkKind Kind, SKRect Box, Ink Ink)
{
    /// <summary>Lines of a stamp, or top, bottom and middle of a seal.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>What a QR code holds.</summary>
    public string? Payload { get; init; }

    /// <summary>Of a watermark: its colour, as red, green, blue.</summary>
    public int Tint { get; init; }

    /// <summary>Of a watermark: whether it runs down from the left.</summary>
    public bool Falls { get; init; }

    public PlacedMark Moved(float dx, float dy) => this with { Box = new SKRect(Box.Left + dx, Box.Top + dy, Box.Right + dx, Box.Bottom + dy) };
}

/// <summary>A piece of a page that is placed as a whole: a line of text, a row of a table, a signature block. Words lie relative to its top.</summary>
internal sealed class Fragment
{
    public List<PlacedWord> Words { get; init; } = [];

    public List<PlacedRule> Rules { get; init; } = [];

    public List<PlacedMark> Marks { get; init; } = [];

    public float Height { get; set; }

    public float SpaceBefore { get; set; }

    /// <summary>Whether the next fragment must stand on the same page.</summary>
    public bool KeepNext { get; set; }

    /// <summary>Whether it starts a new page.</summary>
    public bool NewPage { get; set; }

    /// <summary>Whether the page it starts lies on its side.</summary>
    public bool Landscape { get; set; }

    public List<int> Footnotes { get; init; } = [];

    public void PlaceOn(LaidPage page, float y)
    {
        page.Words.AddRange(Words.Select(w => w.Moved(0, y)));
        page.Rules.AddRange(Rules.Select(r => r.Moved(0, y)));
        page.Marks.AddRange(Marks.Select(m => m.Moved(0, y)));
    }
}

/// <summary>A laid-out page; lengths in points.</summary>
internal sealed class LaidPage
{
    public float Width { get; init; } = 595.28f;

    public float Height { get; init; } = 841.89f;

    public List<PlacedWord> Words { get; } = [];

    public List<PlacedRule> Rules { get; } = [];

    public List<PlacedMark> Marks { get; } = [];
}

/// <summary>A laid-out letter with what is known about it.</summary>
internal sealed record LaidLetter(IReadOnlyList<LaidPage> Pages, IReadOnlyList<BlockDraft> Blocks, DocumentFacts Facts, IReadOnlyList<string> ByHand);

/// <summary>A block of the truth in the making. Its index is what <see cref="PlacedWord.Block"/> refers to; <see cref="Order"/> is its place in reading order.</summary>
internal sealed record BlockDraft(int Index, Section Section, BlockKind Kind, int? Level, string Text, double Order)
{
    public IReadOnlyList<IReadOnlyList<string>>? Rows { get; init; }
}
