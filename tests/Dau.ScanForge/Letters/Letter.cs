namespace Dau.ScanForge.Letters;

/// <summary>Whose rules the letterhead follows.</summary>
public enum LetterProfile
{
    /// <summary>Decree 30/2020: national title and motto.</summary>
    Government,

    /// <summary>Guide 36-HD/VPTW: the Party's title, an asterisk under the issuer, no colon after "Số".</summary>
    Party,
}

/// <summary>What an invented letter says, before it is laid out. Texts may carry marks: see <see cref="Markup"/>.</summary>
public sealed record Letter
{
    /// <summary>Name of the letter's files, without extension.</summary>
    public required string Name { get; init; }

    /// <summary>Whose rules the letterhead follows.</summary>
    public LetterProfile Profile { get; init; }

    /// <summary>The body above the issuer; null where there is none. A line break starts a new line on paper.</summary>
    public string? ParentIssuer { get; init; }

    /// <summary>The issuing body; a line break starts a new line on paper.</summary>
    public required string Issuer { get; init; }

    /// <summary>The digits of the number; null for a draft that has none yet.</summary>
    public string? Number { get; init; }

    /// <summary>What follows the digits, with its stroke or dash: <c>/UBND-NC</c>, <c>-CV/TU</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Whether the digits are written by hand.</summary>
    public bool NumberByHand { get; init; }

    /// <summary>Place of issue.</summary>
    public required string Place { get; init; }

    /// <summary>Day of the month; null where it is left open.</summary>
    public int? Day { get; init; }

    /// <summary>Month; null where it is left open.</summary>
    public int? Month { get; init; }

    /// <summary>Year.</summary>
    public required int Year { get; init; }

    /// <summary>Whether the day is written by hand.</summary>
    public bool DayByHand { get; init; }

    /// <summary>Type as printed, in capitals; null for a công văn, which prints none.</summary>
    public string? TypeName { get; init; }

    /// <summary>Subject, without "V/v".</summary>
    public required string Subject { get; init; }

    /// <summary>Whom it is addressed to, with the marks at their ends.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>The body, in order.</summary>
    public required IReadOnlyList<BodyItem> Body { get; init; }

    /// <summary>Text of the footnotes, by their number.</summary>
    public IReadOnlyDictionary<int, string> Footnotes { get; init; } = new Dictionary<int, string>();

    /// <summary>Nơi nhận, an item each.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Who signs.</summary>
    public required SignatureLines Signature { get; init; }

    /// <summary>What follows the signature, each on a new page.</summary>
    public IReadOnlyList<Appendix> Appendices { get; init; } = [];

    /// <summary>HỎA TỐC, THƯỢNG KHẨN or KHẨN.</summary>
    public string? Urgency { get; init; }

    /// <summary>MẬT and its like.</summary>
    public string? Secrecy { get; init; }

    /// <summary>The receiver's stamp; null without one.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>Lines of the digital signature at the top right of page 1.</summary>
    public IReadOnlyList<string> DigitalSignature { get; init; } = [];

    /// <summary>What a QR code at the foot of page 1 holds; null without one.</summary>
    public string? QrPayload { get; init; }

    /// <summary>Address at the foot of page 1; null without one.</summary>
    public string? Address { get; init; }

    /// <summary>The state's name as printed: some offices set the tone mark on the last vowel (HOÀ).</summary>
    public string NationalTitle { get; init; } = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    /// <summary>Pale letters printed across each page; null without them.</summary>
    public string? Watermark { get; init; }

    /// <summary>Colour of the watermark: red, green, blue, a byte each.</summary>
    public int WatermarkTint { get; init; } = 0xE2E2E2;

    /// <summary>Whether the watermark runs down from the left; else it rises.</summary>
    public bool WatermarkFalls { get; init; }

    /// <summary>Whether what is written by hand is black; else it is blue.</summary>
    public bool BlackPen { get; init; }

    /// <summary>Where somebody wrote a few words in the margin of page 1.</summary>
    public NotePlace Note { get; init; }

    /// <summary>How far the stamped name is pressed up into the seal, points.</summary>
    public float NameRaised { get; init; }

    /// <summary>Whether somebody put initials behind the last word of the body.</summary>
    public bool Initials { get; init; }

    /// <summary>Words on the seal's ring, above and below, and in its middle (a star where null); null without a seal.</summary>
    public SealText? Seal { get; init; }
}

/// <summary>Where a note by hand stands.</summary>
public enum NotePlace
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>In the left margin, beside the body.</summary>
    Left,

    /// <summary>Above the letterhead.</summary>
    Top,

    /// <summary>At the foot of the page.</summary>
    Foot,
}

/// <summary>A piece of the body.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; empty for a table.</param>
/// <param name="Level">Depth of a heading or list item, from 1.</param>
/// <param name="Rows">Rows of a table, the first being its head.</param>
/// <param name="Widths">Shares of the columns' widths.</param>
/// <param name="Centred">Whether a heading stands in the middle.</param>
public sealed record BodyItem(BlockKind Kind, string Text, int? Level = null, IReadOnlyList<IReadOnlyList<string>>? Rows = null,
    IReadOnlyList<double>? Widths = null, bool Centred = false)
{
    /// <summary>An amended article or clause, a paragraph of it: quoted, and set like the text around it.</summary>
    public static BodyItem Amended(string text) => new(BlockKind.Quotation, text) { AsText = true };

    /// <summary>Whether a quotation is set like the text around it.</summary>
    public bool AsText { get; init; }

    /// <summary>A paragraph.</summary>
    public static BodyItem Paragraph(string text) => new(BlockKind.Paragraph, text);

    /// <summary>A heading at the left.</summary>
    public static BodyItem Heading(string text, int level = 1) => new(BlockKind.Heading, text, level);

    /// <summary>A heading in the middle.</summary>
    public static BodyItem Title(string text, int level = 1) => new(BlockKind.Heading, text, level, Centred: true);

    /// <summary>A list item; a leading "- " is printed but is not part of the truth's text.</summary>
    public static BodyItem Item(string text, int level = 1) => new(BlockKind.ListItem, text, level);

    /// <summary>Căn cứ …</summary>
    public static BodyItem Basis(string text) => new(BlockKind.LegalBasis, text);

    /// <summary>A table with ruled cells.</summary>
    public static BodyItem Table(IReadOnlyList<double> widths, params IReadOnlyList<IReadOnlyList<string>> rows) =>
        new(BlockKind.Table, "", Rows: rows, Widths: widths);
}

/// <summary>The signature block.</summary>
/// <param name="Lines">Authority and titles as printed, from the top: <c>KT. GIÁM ĐỐC</c>, <c>PHÓ GIÁM ĐỐC</c>.</param>
/// <param name="Name">Full name.</param>
/// <param name="Rank">Rank before the name; null without one.</param>
/// <param name="LowerTitle">The substantive post below the signature; null without one.</param>
/// <param name="NameByStamp">Whether rank and name are pressed with a red stamp.</param>
/// <param name="Signed">Whether there is a signature by hand.</param>
public sealed record SignatureLines(IReadOnlyList<string> Lines, string Name, string? Rank = null, string? LowerTitle = null,
    bool NameByStamp = false, bool Signed = true);

/// <summary>An appendix.</summary>
/// <param name="Title">PHỤ LỤC I.</param>
/// <param name="Subtitle">Its subject.</param>
/// <param name="Note">The line in brackets that says what it comes with; null without one.</param>
/// <param name="Body">Its content.</param>
/// <param name="Landscape">Whether its pages lie on their side.</param>
public sealed record Appendix(string Title, string Subtitle, string? Note, IReadOnlyList<BodyItem> Body, bool Landscape = false);

/// <summary>The receiver's ĐẾN stamp.</summary>
/// <param name="Office">Office on the stamp.</param>
/// <param name="Number">Number written in.</param>
/// <param name="Date">Date written in, <c>d/M/yy</c>.</param>
public sealed record Receipt(string Office, string Number, string Date);

/// <summary>Words of a round seal.</summary>
/// <param name="Top">Along the upper half of the ring.</param>
/// <param name="Bottom">Along the lower half.</param>
/// <param name="Middle">Lines in the middle; a star where empty.</param>
public sealed record SealText(string Top, string Bottom, IReadOnlyList<string> Middle);
