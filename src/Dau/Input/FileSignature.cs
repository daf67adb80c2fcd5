namespace Dau.Input;

/// <summary>Tells what a file is by its first bytes.</summary>
internal static class FileSignature
{
    /// <summary>Acrobat takes a file for a PDF when its mark stands within the first 1,024 bytes.</summary>
    private const int Reach = 1024 + 5;

    /// <summary>The kind of file; null for any other. Reads from the stream's place.</summary>
    public static InputFormat? Of(Stream stream)
    {
        Span<byte> head = stackalloc byte[Reach];
        int length = stream.ReadAtLeast(head, Reach, throwOnEndOfStream: false);
        return Of(head[..length]);
    }

    private static InputFormat? Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
        {
            return InputFormat.Jpeg;
        }

        if (head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return InputFormat.Png;
        }

        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8))
        {
            return InputFormat.WebP;
        }

        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8))
        {
            return InputFormat.Tiff;
        }

        return head.IndexOf("%PDF-"u8) >= 0 ? InputFormat.Pdf : null;
    }
}
