using System.Buffers.Binary;

namespace Dau.Vision.Workers;

/// <summary>Checks what a worker sends as a page's picture before it is written to the disk.</summary>
internal static class PngHeader
{
    private const int IhdrEnd = 24;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether <paramref name="png"/> is a PNG file of the size that <paramref name="page"/> states, or both say that there is no picture.</summary>
    public static bool Fits(ReadOnlySpan<byte> png, Page page) => png.IsEmpty
        ? page.Width == 0 && page.Height == 0
        : png.Length > IhdrEnd && png.StartsWith(Signature)
            && BinaryPrimitives.ReadInt32BigEndian(png[16..]) == page.Width && BinaryPrimitives.ReadInt32BigEndian(png[20..]) == page.Height;
}
