using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Dau.Translation.Draft.Model;

/// <summary>The tables of the draft engine: statistics computed from pairs of sentences, built by Dau.Training.</summary>
internal sealed class DraftModel
{
    /// <summary>What a file starts with; the last character is the version of its layout.</summary>
    public const string Magic = "DAUDRAFT3";

    public required Vocabulary Source { get; init; }

    public required Vocabulary Target { get; init; }

    public required Weights Weights { get; init; }

    public required PhraseTable Phrases { get; init; }

    public required LanguageModel Language { get; init; }

    /// <summary>The same tables with other weights.</summary>
    public DraftModel With(Weights weights) => new() { Source = Source, Target = Target, Weights = weights, Phrases = Phrases, Language = Language };

    /// <summary>Reads a file: magic, SHA-256 of the rest, the weights, the tables packed with Brotli.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another version.</exception>
    public static DraftModel Read(Stream stream)
    {
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        var bytes = whole.GetBuffer().AsMemory(0, (int)whole.Length);
        var head = Magic.Length + SHA256.HashSizeInBytes;
        if (bytes.Length < head + Weights.Bytes || Encoding.ASCII.GetString(bytes.Span[..Magic.Length]) != Magic
            || !SHA256.HashData(bytes.Span[head..]).AsSpan().SequenceEqual(bytes.Span[Magic.Length..head]))
        {
            throw new InvalidDataException("The draft engine's tables are damaged or of another version.");
        }

        var weights = new Weights([.. MemoryMarshal.Cast<byte, float>(bytes.Span.Slice(head, Weights.Bytes))]);
        using var packed = new BrotliStream(new MemoryStream(whole.GetBuffer(), head + Weights.Bytes, bytes.Length - head - Weights.Bytes), CompressionMode.Decompress);
        using var tables = new MemoryStream(bytes.Length * 3);
        packed.CopyTo(tables);
        var reader = new TableReader(tables.GetBuffer());
        var source = reader.Words();
        var target = reader.Words();
        return new DraftModel
        {
            Source = source,
            Target = target,
            Weights = weights,
            Phrases = PhraseTable.Read(reader),
            Language = LanguageModel.Read(reader, target),
        };
    }
}
