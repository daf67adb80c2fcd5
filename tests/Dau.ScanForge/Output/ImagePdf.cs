using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Dau.ScanForge.Output;

/// <summary>A picture ready for a PDF.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Dpi">Dots per inch.</param>
/// <param name="Filter">PDF filter of <paramref name="Data"/>: <c>DCTDecode</c> or <c>FlateDecode</c>.</param>
/// <param name="ColourSpace"><c>DeviceGray</c> or <c>DeviceRGB</c>.</param>
/// <param name="Bits">Bits per component.</param>
/// <param name="Data">The encoded pixels.</param>
public sealed record PdfImage(int Width, int Height, int Dpi, string Filter, string ColourSpace, int Bits, byte[] Data);

/// <summary>Writes PDFs that hold one picture a page and nothing else, the same bytes each time: the libraries at hand put a random identifier into each file.</summary>
internal static class ImagePdf
{
    public static byte[] Write(IReadOnlyList<PdfImage> images, string title)
    {
        using MemoryStream file = new();
        List<long> offsets = [];
        void Text(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Begin(string dictionary)
        {
            offsets.Add(file.Position);
            Text(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{dictionary}\n"));
        }

        Text("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n");
        Begin("<< /Type /Catalog /Pages 2 0 R >>\nendobj");
        string kids = string.Join(' ', images.Select(static (_, i) => $"{4 + (i * 3)} 0 R"));
        Begin($"<< /Type /Pages /Count {images.Count} /Kids [{kids}] >>\nendobj");
        Begin($"<< /Title <{Utf16(title)}> /Producer (Dau.ScanForge) /CreationDate (D:20240101000000Z) >>\nendobj");
        for (int i = 0; i < images.Count; i++)
        {
            PdfImage image = images[i];
            int first = 4 + (i * 3);
            string width = Points(image.Width, image.Dpi), height = Points(image.Height, image.Dpi);
            Begin($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Resources << /XObject << /Im0 {first + 2} 0 R >> >> /Contents {first + 1} 0 R >>\nendobj");
            string content = $"q {width} 0 0 {height} 0 0 cm /Im0 Do Q";
            Begin($"<< /Length {content.Length} >>\nstream\n{content}\nendstream\nendobj");
            Begin($"<< /Type /XObject /Subtype /Image /Width {image.Width} /Height {image.Height} /ColorSpace /{image.ColourSpace} "
                + $"/BitsPerComponent {image.Bits} /Filter /{image.Filter} /Length {image.Data.Length} >>\nstream");
            file.Write(image.Data);
            Text("\nendstream\nendobj\n");
        }

        long xref = file.Position;
        Text(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (long offset in offsets)
        {
            Text(string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        }

        string id = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        Text(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R /Info 3 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{xref}\n%%EOF\n"));
        return file.ToArray();
    }

    /// <summary>Bytes in zlib's form, as PDF's Flate filter wants them.</summary>
    public static byte[] Deflate(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (ZLibStream zip = new(packed, CompressionLevel.SmallestSize))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static string Points(int pixels, int dpi) => (pixels * 72.0 / dpi).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Utf16(string text) => "FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
}
