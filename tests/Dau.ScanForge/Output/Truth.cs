namespace Dau.ScanForge.Output;

/// <summary>What is known of a forged scan; written beside it as <c>NAME.truth.json</c>.</summary>
public sealed record Truth
{
    /// <summary>Name and version of the file's layout.</summary>
    public string Schema { get; init; } = "dau/truth/1";

    /// <summary>Name of the letter.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>Seed of everything random.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Name of the font.</summary>
    public required string Font { get; init; }

    /// <summary>Resolution of the scan, dots per inch.</summary>
    public required int Dpi { get; init; }

    /// <summary>What the letter says about itself; <see cref="Citation.Segment"/> is the id of the block that cites.</summary>
    public required DocumentFacts Facts { get; init; }

    /// <summary>Names of the facts that are written by hand.</summary>
    public required IReadOnlyList<string> Handwritten { get; init; }

    /// <summary>The blocks in reading order.</summary>
    public required IReadOnlyList<TruthBlock> Blocks { get; init; }

    /// <summary>Seals, signatures, stamps, codes, handwriting.</summary>
    public required IReadOnlyList<TruthMark> Marks { get; init; }

    /// <summary>The body's paragraphs, headings, list items and table cells, in order.</summary>
    public required IReadOnlyList<string> Body { get; init; }

    /// <summary>The pages.</summary>
    public required IReadOnlyList<TruthPage> Pages { get; init; }
}

/// <summary>A block of the truth.</summary>
/// <param name="Id"><c>b</c> and its place in reading order from 1.</param>
/// <param name="Section">Part of the letter.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Depth of a heading or list item; else null.</param>
/// <param name="Page">Page on which it starts, from 1.</param>
/// <param name="Text">Its text, joined over lines and pages. Recipients: a line each. A table: cells parted by tabs, rows by line breaks.</param>
public sealed record TruthBlock(string Id, Section Section, BlockKind Kind, int? Level, int Page, string Text)
{
    /// <summary>Rows of a table; null for other kinds.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Rows { get; init; }
}

/// <summary>A mark of the truth.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Box">Where it stands on the page's picture.</param>
/// <param name="Colour">red, blue or black as it stands on the picture.</param>
/// <param name="Payload">What a QR code holds; else null.</param>
/// <param name="Text">Words on it; null where there are none.</param>
public sealed record TruthMark(MarkKind Kind, int Page, PixelBox Box, string Colour, string? Payload, string? Text);

/// <summary>A page of the truth.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">Width of the picture, px.</param>
/// <param name="Height">Height of the picture, px.</param>
/// <param name="Dpi">Dots per inch.</param>
/// <param name="Turn">How far the page was turned clockwise: 0, 90, 180 or 270 degrees.</param>
/// <param name="Corners">The sheet's corners on the picture, px: top left, top right, bottom right, bottom left of the upright page; x and y in turn.</param>
/// <param name="Words">The words with their boxes, as printed order goes.</param>
public sealed record TruthPage(int Number, int Width, int Height, int Dpi, int Turn, IReadOnlyList<double> Corners, IReadOnlyList<TruthWord> Words)
{
    /// <summary>What was done to this page, where that differs from page to page: <c>curled</c>, <c>glare</c> …</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];
}

/// <summary>A word of the truth.</summary>
/// <param name="Text">The word.</param>
/// <param name="Box">The smallest upright box around its ink on the picture.</param>
/// <param name="Block">Id of its block; null for what belongs to none (an asterisk, a dash before a list item).</param>
/// <param name="Handwritten">Whether it is written by hand.</param>
public sealed record TruthWord(string Text, PixelBox Box, string? Block, bool Handwritten);
