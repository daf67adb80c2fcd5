using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Dau.Output.ReaderPage;

/// <summary>Writes HTML to a stream. What a document says goes through <c>Text</c> or <c>Attribute</c>, which escape it; <see cref="Raw"/> is for the program's own markup.</summary>
internal sealed class HtmlWriter(Stream stream)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);

    /// <summary>Writes the program's own markup.</summary>
    public HtmlWriter Raw(string markup)
    {
        writer.Write(markup);
        return this;
    }

    /// <summary>Writes text, escaped.</summary>
    public HtmlWriter Text(string text)
    {
        Encoder.Encode(writer, text);
        return this;
    }

    /// <summary>Writes a part of a text, escaped.</summary>
    public HtmlWriter Text(string text, int start, int end)
    {
        Encoder.Encode(writer, text, start, end - start);
        return this;
    }

    /// <summary>Writes a whole number.</summary>
    public HtmlWriter Number(int number)
    {
        writer.Write(number.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Writes <c> name="value"</c>, the value escaped.</summary>
    public HtmlWriter Attribute(string name, string value)
    {
        writer.Write(' ');
        writer.Write(name);
        writer.Write("=\"");
        Encoder.Encode(writer, value);
        writer.Write('"');
        return this;
    }

    /// <summary>Writes <c> name="a b c"</c>.</summary>
    public HtmlWriter Attribute(string name, IEnumerable<string> values) => Attribute(name, string.Join(' ', values));

    /// <summary>Writes bytes in Base64, a piece at a time.</summary>
    public async Task Base64Async(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        const int Piece = 48 * 1024;
        await writer.FlushAsync(cancellationToken);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(Piece));
        try
        {
            for (int at = 0; at < bytes.Length; at += Piece)
            {
                Base64.EncodeToUtf8(bytes.Span[at..Math.Min(at + Piece, bytes.Length)], buffer, out _, out int written);
                await stream.WriteAsync(buffer.AsMemory(0, written), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Hands everything on to the stream.</summary>
    public void Flush() => writer.Flush();

    /// <summary>Hands everything on to the stream.</summary>
    public Task FlushAsync(CancellationToken cancellationToken) => writer.FlushAsync(cancellationToken);
}
