using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;
using Page = UglyToad.PdfPig.Content.Page;

namespace Dau.Input;

/// <summary>
/// Looks into a PDF: how many pages, how large each is, at what resolution it was scanned, and whether its text layer can be trusted.
/// Widths and heights are those of the crop box as a viewer shows it, turned by the page's own /Rotate: what
/// <c>pdftoppm -cropbox -scale-dimension-before-rotation -scale-to-x WIDTH -scale-to-y HEIGHT</c> draws.
/// </summary>
internal static class PdfInspector
{
    /// <summary>Larger files are read from the disk as needed instead of into memory.</summary>
    private const long InMemory = 256L << 20;

    /// <summary>The end mark must stand in the last 1,024 bytes (PDF 1.7, appendix H).</summary>
    private const int EndReach = 1024;

    /// <summary>Inspects a PDF.</summary>
    /// <exception cref="InputException">It is damaged beyond reading, encrypted, or has no page that was asked for.</exception>
    public static void Inspect(Stream stream, Inspection found, CancellationToken cancellationToken)
    {
        bool whole = HasEndMark(stream);
        byte[]? bytes = stream.Length <= InMemory ? ReadAll(stream) : null;
        using PdfDocument document = Open(stream, bytes, whole, found);
        var scans = new PdfScan(bytes);
        if (document.NumberOfPages < 1)
        {
            throw whole
                ? new InputException($"{found.Name} is a PDF without pages. Get another copy of it.")
                : CutOff(found, null);
        }

        if (!whole)
        {
            // Where the page tree is lost, the parser makes up an empty page.
            if (PdfPageBox.OfDictionary(document, 1) is null)
            {
                throw CutOff(found, null);
            }

            found.Warn($"{found.Name} is damaged: its end is missing. The pages that were still found are read; others may be lost.");
        }

        NoteMetadata(document, found);
        foreach (int number in found.Select(document.NumberOfPages))
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.Add(PageOf(document, number, scans, found));
        }
    }

    private static void NoteMetadata(PdfDocument document, Inspection found)
    {
        try
        {
            UglyToad.PdfPig.Content.DocumentInformation information = document.Information;
            found.Note("Title", information.Title);
            found.Note("Author", information.Author);
            found.Note("Subject", information.Subject);
            found.Note("Keywords", information.Keywords);
            found.Note("Creator", information.Creator);
            found.Note("Producer", information.Producer);
            found.Note("Created", information.CreationDate);
            found.Note("Modified", information.ModifiedDate);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A damaged dictionary of remarks is no reason to leave the pages unread.
            found.Warn($"What {found.Name} says of itself (author, program, times) could not be read.");
        }
    }

    private static byte[] ReadAll(Stream stream)
    {
        byte[] bytes = new byte[stream.Length];
        stream.Position = 0;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static PdfDocument Open(Stream stream, byte[]? bytes, bool whole, Inspection found)
    {
        var parsing = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, Password = found.Options.Password ?? string.Empty };
        try
        {
            stream.Position = 0;
            return bytes is null ? PdfDocument.Open(stream, parsing) : PdfDocument.Open(bytes, parsing);
        }
        catch (PdfDocumentEncryptedException error)
        {
            throw new InputException(
                string.IsNullOrEmpty(found.Options.Password)
                    ? $"{found.Name} is protected by a password. Give it with --password."
                    : $"The password given with --password does not open {found.Name}. Check it, capitals included.",
                error,
                Fault.Password);
        }
        catch (Exception error) when (error is not OperationCanceledException && !whole)
        {
            throw CutOff(found, error);
        }
    }

    private static InputException CutOff(Inspection found, Exception? error) =>
        new($"{found.Name} is cut off or damaged: no page can be found in it. Copy it again from where it came from.", error);

    private static InputPage PageOf(PdfDocument document, int number, PdfScan scans, Inspection found)
    {
        Page page;
        try
        {
            page = document.GetPage(number);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // What draws the page may still be good for the rasteriser; only its size is needed for that.
            found.Warn(string.Create(CultureInfo.InvariantCulture, $"Page {number} of {found.Name} could not be looked into; it is drawn at {PdfResolution.BornDigital} dpi."));
            return PdfPageBox.OfDictionary(document, number) is { } bare
                ? Sized(number, bare, PdfResolution.BornDigital, found)
                : new InputPage { Number = number, Width = 0, Height = 0, Dpi = 1, Fault = "The page is damaged: its size cannot be found." };
        }

        PdfPageBox box = PdfPageBox.Of(page);
        if (!box.IsSane)
        {
            return new InputPage { Number = number, Width = 0, Height = 0, Dpi = 1, Fault = "The page is damaged: its size makes no sense." };
        }

        var images = PdfImages.Of(page, box);
        bool digital = PdfTextTrust.IsTrusted(page, images);
        InputPage sized = digital || images.IsEmpty
            ? Sized(number, box, PdfResolution.BornDigital, found)
            : images.OwnSize(box) is var (width, height) && found.Fits(width, height)
                ? new InputPage { Number = number, Width = width, Height = height, Dpi = box.DpiOf(width), Jpeg = scans.Find(page, width, height) }
                : Sized(number, box, images.Resolution, found);
        return digital && sized.Fault is null ? sized with { TextLayer = PdfTextLayer.Of(page, box, sized.Width, sized.Height) } : sized;
    }

    /// <summary>The page at a resolution, or at the highest lower one at which its picture is within the limit.</summary>
    private static InputPage Sized(int number, PdfPageBox box, int dpi, Inspection found)
    {
        if (!found.Fits((long)box.Pixels(box.Width, dpi), (long)box.Pixels(box.Height, dpi)))
        {
            dpi = (int)Math.Min(dpi, Math.Sqrt(found.Options.MaxPixels / (box.Width * box.Height)) * PdfPageBox.PointsPerInch);
            if (dpi < PdfResolution.Least)
            {
                return new InputPage
                {
                    Number = number,
                    Width = 0,
                    Height = 0,
                    Dpi = PdfResolution.Least,
                    Fault = found.TooLarge((long)box.Pixels(box.Width, PdfResolution.Least), (long)box.Pixels(box.Height, PdfResolution.Least)),
                };
            }

            found.Warn(string.Create(CultureInfo.InvariantCulture, $"Page {number} of {found.Name} is very large; it is drawn at {dpi} dpi to stay within the limit of pixels."));
        }

        return new InputPage { Number = number, Width = Pixels(box.Width), Height = Pixels(box.Height), Dpi = dpi };

        int Pixels(double points) => Math.Max(1, (int)box.Pixels(points, dpi));
    }

    private static bool HasEndMark(Stream stream)
    {
        int length = (int)Math.Min(stream.Length, EndReach);
        byte[] tail = new byte[length];
        stream.Position = stream.Length - length;
        stream.ReadExactly(tail);
        return tail.AsSpan().IndexOf("%%EOF"u8) >= 0;
    }
}
