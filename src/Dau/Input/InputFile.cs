namespace Dau.Input;

/// <summary>Kinds of file that can be read.</summary>
public enum InputFormat
{
    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>WebP.</summary>
    WebP,

    /// <summary>TIFF, one or more pages.</summary>
    Tiff,
}

/// <summary>A file to be read, as inspection found it.</summary>
public sealed record InputFile
{
    /// <summary>Absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>What it is, told by its bytes, not its name.</summary>
    public required InputFormat Format { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its length.</summary>
    public required long Bytes { get; init; }

    /// <summary>Pages in the file.</summary>
    public required int PageCount { get; init; }

    /// <summary>The pages that were asked for, in the file's order.</summary>
    public required IReadOnlyList<InputPage> Pages { get; init; }

    /// <summary>What the file says of itself, by name; see <see cref="SourceFile.Metadata"/>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Remarks for the reader: a damaged part that was passed over, a limit that was met.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A page to be read, as inspection found it.</summary>
public sealed record InputPage
{
    /// <summary>Place in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>
    /// Width of the picture to make of it, px, before it is turned. For a PDF it is the crop box turned by the page's own /Rotate:
    /// <c>pdftoppm -cropbox -scale-dimension-before-rotation -scale-to-x WIDTH -scale-to-y HEIGHT</c>. 0 where <see cref="Fault"/> is set.
    /// </summary>
    public required int Width { get; init; }

    /// <summary>Height of the picture to make of it, px, before it is turned.</summary>
    public required int Height { get; init; }

    /// <summary>Resolution of that picture, dots per inch: the scan's own, 150 to 400; 300 for born-digital pages; for an image file without a stated one, what its size says of an A4 page.</summary>
    public required int Dpi { get; init; }

    /// <summary>Turn, clockwise, that the file itself asks for and that making the picture does not apply by itself (EXIF orientation): 0, 90, 180 or 270 degrees.</summary>
    public int RotationDegrees { get; init; }

    /// <summary>Words of a text layer that can be trusted (a born-digital page); null for a scan, whatever hidden text it carries.</summary>
    public IReadOnlyList<TextLayerWord>? TextLayer { get; init; }

    /// <summary>Where in the file the JPEG lies that is the whole page, pixel for pixel; null where the page has to be drawn, and for image files.</summary>
    public ByteRange? Jpeg { get; init; }

    /// <summary>Why the page cannot be read, when that is already known; null otherwise.</summary>
    public string? Fault { get; init; }
}

/// <summary>A word of a text layer.</summary>
/// <param name="Text">NFC.</param>
/// <param name="Box">In pixels of the picture that <see cref="InputPage.Width"/> and <see cref="InputPage.Height"/> describe.</param>
/// <param name="Line">Number of its line on the page, from 0.</param>
public sealed record TextLayerWord(string Text, PixelBox Box, int Line);

/// <summary>A stretch of a file.</summary>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="Length">Bytes.</param>
public sealed record ByteRange(long Start, int Length);
