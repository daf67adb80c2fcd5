namespace Dau.Model;

/// <summary>How reading a page ended.</summary>
public enum PageStatus
{
    /// <summary>Words were read.</summary>
    Read,

    /// <summary>The page could not be read; <see cref="Page.Reason"/> says why.</summary>
    Failed,

    /// <summary>Nothing is printed on the page.</summary>
    Blank,
}

/// <summary>Where a page's words come from.</summary>
public enum TextOrigin
{
    /// <summary>The engine read them off the picture.</summary>
    Recognition,

    /// <summary>They were in the file: a born-digital page with a text layer that can be trusted.</summary>
    TextLayer,
}

/// <summary>One page as it was read: its picture, its words in the engine's order, and what was seen besides words.</summary>
public sealed record Page
{
    /// <summary>Place in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The picture, relative to the document's folder, for example <c>pages/0001.png</c>; null where there is none.</summary>
    public string? Image { get; init; }

    /// <summary>Width of the picture, px.</summary>
    public int Width { get; init; }

    /// <summary>Height of the picture, px.</summary>
    public int Height { get; init; }

    /// <summary>Resolution of the picture, dots per inch.</summary>
    public int Dpi { get; init; }

    /// <summary>How far the picture was turned clockwise to stand upright: 0, 90, 180 or 270 degrees.</summary>
    public int RotationDegrees { get; init; }

    /// <summary>How far the lines on the upright picture run off the horizontal, degrees, clockwise positive; the picture itself is not straightened.</summary>
    public double SkewDegrees { get; init; }

    /// <summary>How reading ended.</summary>
    public PageStatus Status { get; init; }

    /// <summary>Why the page failed, or a remark on how it was read; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>Where the words come from.</summary>
    public TextOrigin Origin { get; init; }

    /// <summary>The words, line by line as the engine gave them.</summary>
    public IReadOnlyList<Word> Words { get; init; } = [];

    /// <summary>Seals, signatures, stamps and the like.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>Printed lines: under the header, around tables, above footnotes.</summary>
    [WorkingData] public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>Where the right one of two facing pages begins in the layout frame, px; null for a picture of one page.</summary>
    [WorkingData] public int? FacingAt { get; init; }

    /// <summary>What cleaning did, a step each, for example <c>deskew 0.8°</c>.</summary>
    public IReadOnlyList<string> Cleaning { get; init; } = [];
}

/// <summary>One word of a page.</summary>
public sealed record Word
{
    /// <summary>Unique in the document: <c>p</c>, the page number, <c>w</c>, the word's number on the page from 1.</summary>
    public required string Id { get; init; }

    /// <summary>What the engine read, NFC; never changed afterwards.</summary>
    public required string Ocr { get; init; }

    /// <summary>The text after correction, NFC; equal to <see cref="Ocr"/> where nothing was changed.</summary>
    public required string Source { get; init; }

    /// <summary>Where it stands on the page's picture.</summary>
    public required PixelBox Box { get; init; }

    /// <summary>How sure the reading is, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Whether it stands under a seal and was read from a rendering without it; written to JSON only where true.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool Recovered { get; init; }

    /// <summary>Other readings of the whole word, the likeliest first.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>Where it stands once the page is straightened: the frame that layout is judged in. Same size as the picture, same origin.</summary>
    [WorkingData] public PixelBox Layout { get; init; }

    /// <summary>
    /// What of the lists of names fits the picture where the engine read something else or nothing, under a black seal; null where that was not looked for or
    /// nothing fits. Never certain.
    /// </summary>
    [WorkingData] public string? Shape { get; init; }

    /// <summary>Number of its line on the page, from 0, in the engine's order; words of one line follow one another.</summary>
    [WorkingData] public int Line { get; init; }

    /// <summary>
    /// How sure <see cref="Source"/> is after correction, calibrated: of the words said to be 90 % sure, 90 % are right. Takes the place of
    /// <see cref="Confidence"/>, which the stages go by, when the document is finished; null where nothing was calibrated.
    /// </summary>
    [WorkingData] public double? Calibrated { get; init; }

    /// <summary>The engine's reading letter by letter with what else each could be; empty where the engine gave none.</summary>
    [WorkingData] public IReadOnlyList<Symbol> Symbols { get; init; } = [];
}

/// <summary>Another reading of a word or a letter.</summary>
/// <param name="Text">The reading, NFC.</param>
/// <param name="Probability">0 to 1, as the engine gives it.</param>
public sealed record Alternative(string Text, double Probability);

/// <summary>One letter as the engine read it.</summary>
/// <param name="Text">The letter, NFC, with its marks.</param>
/// <param name="Probability">0 to 1.</param>
/// <param name="Choices">What else it could be, the likeliest first, without <paramref name="Text"/>.</param>
public sealed record Symbol(string Text, double Probability, IReadOnlyList<Alternative> Choices);

/// <summary>Something on a page that is not running text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Box">Where it stands on the page's picture.</param>
/// <param name="Colour"><c>red</c>, <c>blue</c>, <c>black</c>, <c>grey</c>; null where it cannot be told.</param>
/// <param name="Payload">What a QR code holds; never opened. Null for everything else.</param>
public sealed record Mark(MarkKind Kind, PixelBox Box, string? Colour, string? Payload);

/// <summary>Kinds of <see cref="Mark"/>.</summary>
public enum MarkKind
{
    /// <summary>Round seal of an organ.</summary>
    Seal,

    /// <summary>Signature by hand.</summary>
    Signature,

    /// <summary>A name pressed with a rubber stamp.</summary>
    NameStamp,

    /// <summary>QR code.</summary>
    QrCode,

    /// <summary>Boxed HỎA TỐC, THƯỢNG KHẨN or KHẨN.</summary>
    UrgencyStamp,

    /// <summary>The receiver's ĐẾN stamp.</summary>
    ReceiptStamp,

    /// <summary>Anything else written by hand.</summary>
    Handwriting,

    /// <summary>A pattern printed across the page.</summary>
    Watermark,
}
