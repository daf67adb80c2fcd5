namespace Dau.ScanForge.Output;

/// <summary>A forged scan: the file, its pages' pictures and its truth.</summary>
/// <param name="Pdf">The file's bytes.</param>
/// <param name="Pages">The pictures as they stand in the file; empty for a born-digital one.</param>
/// <param name="Truth">What it says and where.</param>
public sealed record ForgedDocument(byte[] Pdf, IReadOnlyList<PdfImage> Pages, Truth Truth);
