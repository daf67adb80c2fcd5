namespace Dau.Model;

/// <summary>The part of a letter that a block belongs to.</summary>
public enum Section
{
    /// <summary>Everything above the body.</summary>
    Header,

    /// <summary>What the letter says.</summary>
    Body,

    /// <summary>Recipients, authority, titles and name.</summary>
    Signature,

    /// <summary>What follows the signature.</summary>
    Appendix,

    /// <summary>Notes at the foot of a page.</summary>
    Footnote,

    /// <summary>Page numbers, stamps, addresses: not the letter's own text.</summary>
    Margin,
}

/// <summary>What a block is. The names are those of the cells in Decree 30/2020, Appendix I.</summary>
public enum BlockKind
{
    /// <summary>The body above the issuer (cell 2, first line).</summary>
    ParentIssuer,

    /// <summary>The issuing body (cell 2).</summary>
    Issuer,

    /// <summary>National title and motto, or the Party's title (cell 1).</summary>
    Motto,

    /// <summary>Number and code (cell 3).</summary>
    Number,

    /// <summary>Place and date (cell 4).</summary>
    PlaceDate,

    /// <summary>Name of the type of document (cell 5a).</summary>
    DocumentType,

    /// <summary>Subject (cell 5a, 5b).</summary>
    Subject,

    /// <summary>Kính gửi: one addressee, or the label with its only one (cell 9a).</summary>
    Addressee,

    /// <summary>HỎA TỐC, THƯỢNG KHẨN, KHẨN (cell 10b).</summary>
    Urgency,

    /// <summary>MẬT, TỐI MẬT, TUYỆT MẬT (cell 10a).</summary>
    Secrecy,

    /// <summary>Limits on circulation (cell 11).</summary>
    Circulation,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A heading: Chương, Điều, a numbered title.</summary>
    Heading,

    /// <summary>An item of a list; <see cref="Block.Level"/> is its depth from 1.</summary>
    ListItem,

    /// <summary>Căn cứ …: what the letter rests on.</summary>
    LegalBasis,

    /// <summary>A table; its segments are the cells, row by row.</summary>
    Table,

    /// <summary>Words of another document set apart.</summary>
    Quotation,

    /// <summary>Nơi nhận (cell 9b).</summary>
    Recipients,

    /// <summary>TM., KT., TL., TUQ. and whom it names (cell 7a).</summary>
    Authority,

    /// <summary>The signer's post (cell 7a, 7b).</summary>
    SignerTitle,

    /// <summary>The signer's name, with the rank before it (cell 7b).</summary>
    SignerName,

    /// <summary>Title of an appendix.</summary>
    AppendixTitle,

    /// <summary>A note at the foot of a page.</summary>
    Footnote,

    /// <summary>Page number.</summary>
    PageNumber,

    /// <summary>The receiver's ĐẾN stamp.</summary>
    ReceiptStamp,

    /// <summary>The line that a digital signature leaves (cell 14).</summary>
    DigitalSignature,

    /// <summary>Drafter's code and number of copies (cell 12).</summary>
    Drafter,

    /// <summary>Address, telephone, e-mail of the office (cell 13).</summary>
    Address,
}

/// <summary>A block of text in its place: a cell of the header, a paragraph, the signer's name. One that runs over a page break is one block.</summary>
public sealed record Block
{
    /// <summary>Unique in the document: <c>b</c> and a number from 1, in reading order.</summary>
    public required string Id { get; init; }

    /// <summary>The part of the letter it belongs to.</summary>
    public required Section Section { get; init; }

    /// <summary>What it is.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>The page it starts on, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>What it covers on that page's picture.</summary>
    public required PixelBox Box { get; init; }

    /// <summary>Depth of a heading or list item, from 1; null for other kinds.</summary>
    public int? Level { get; init; }

    /// <summary>Its sentences, list items, lines or cells, in reading order.</summary>
    public required IReadOnlyList<Segment> Segments { get; init; }
}

/// <summary>The unit of translation: a sentence, a list item, a title, a line of the signature, a cell of a table.</summary>
public sealed record Segment
{
    /// <summary>Unique in the document: <c>s</c> and a number from 1, in reading order.</summary>
    public required string Id { get; init; }

    /// <summary>Its words, in reading order.</summary>
    public required IReadOnlyList<string> WordIds { get; init; }

    /// <summary>What the engine read, words joined by single spaces.</summary>
    public required string Ocr { get; init; }

    /// <summary>The text after correction.</summary>
    public required string Source { get; init; }

    /// <summary>Machine English; null before translation or where there is none.</summary>
    public string? Target { get; init; }

    /// <summary>What a person settled on; null while nobody has.</summary>
    public string? Reviewed { get; init; }

    /// <summary>What made <see cref="Target"/>: <c>template</c>, <c>memory</c>, <c>draft</c>, <c>marian</c>, <c>azure</c> …; null without one.</summary>
    public string? Engine { get; init; }

    /// <summary>Estimated quality of <see cref="Target"/>, 0 to 1; null without one.</summary>
    public double? Quality { get; init; }

    /// <summary>Which stretch of <see cref="Source"/> became which stretch of <see cref="Target"/>.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>What a reader should know, for example <c>numberChanged</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Row and column in a table, from 0; null outside tables.</summary>
    public CellPlace? Cell { get; init; }
}

/// <summary>Where a cell stands in its table.</summary>
/// <param name="Row">From 0.</param>
/// <param name="Column">From 0.</param>
public sealed record CellPlace(int Row, int Column);

/// <summary>A stretch of the source tied to a stretch of the target.</summary>
/// <param name="Source">Start and end (exclusive) in UTF-16 code units of <see cref="Segment.Source"/>.</param>
/// <param name="Target">Start and end (exclusive) in UTF-16 code units of <see cref="Segment.Target"/>.</param>
public sealed record Link(TextSpan Source, TextSpan Target);

/// <summary>A stretch of text; written to JSON as <c>[start, end]</c>.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last code unit.</param>
[JsonConverter(typeof(TextSpanConverter))]
public readonly record struct TextSpan(int Start, int End);
