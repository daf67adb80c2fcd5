using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Dau.Translation.Draft.Model;

/// <summary>The tables of the draft engine: statistics computed from pairs of sentences, built by Dau.Training.</summary>
internal sealed class DraftModel
{
    /// <summary>What a file starts with; the last character is the version of its layout.</summary>
    public const string Magic = "DAUDRAFT5";

    /// <summary>Bytes of the magic and the SHA-256 that follows it: they name the tables.</summary>
    public static int Head => Magic.Length + SHA256.HashSizeInBytes;

    public required Vocabulary Source { get; init; }

    public required Vocabulary Target { get; init; }

    /// <summary>Which register a text is in.</summary>
    public required Register Register { get; init; }

    /// <summary>Weights for text of the register.</summary>
    public required Weights Official { get; init; }

    /// <summary>Weights for other text: news, what people say.</summary>
    public required Weights General { get; init; }

    public required PhraseTable Phrases { get; init; }

    public required LanguageModel Language { get; init; }

    /// <summary>The same tables with other weights.</summary>
    public DraftModel With(Weights official, Weights general) =>
        new() { Source = Source, Target = Target, Register = Register, Official = official, General = general, Phrases = Phrases, Language = Language };

    /// <summary>Reads a file: magic, SHA-256 of the rest, the weights, the tables packed with Brotli.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another version.</exception>
    public static DraftModel Read(Stream stream)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (bytes.Length < Head + (2 * Weights.Bytes) || Encoding.ASCII.GetString(bytes, 0, Magic.Length) != Magic
            || !SHA256.HashData(bytes.AsSpan(Head)).AsSpan().SequenceEqual(bytes.AsSpan(Magic.Length..Head)))
        {
            throw new InvalidDataException("The draft engine's tables are damaged or of another version.");
        }

        var tablesAt = Head + (2 * Weights.Bytes);
        using var packed = new BrotliStream(new MemoryStream(bytes, tablesAt, bytes.Length - tablesAt), CompressionMode.Decompress);
        using var tables = new MemoryStream(bytes.Length * 2);
        packed.CopyTo(tables);
        var reader = new TableReader(tables.GetBuffer());
        var source = reader.Words();
        var target = reader.Words();
        return new DraftModel
        {
            Source = source,
            Target = target,
            Register = Register.Read(reader, source),
            Official = new Weights([.. MemoryMarshal.Cast<byte, float>(bytes.AsSpan(Head, Weights.Bytes))]),
            General = new Weights([.. MemoryMarshal.Cast<byte, float>(bytes.AsSpan(Head + Weights.Bytes, Weights.Bytes))]),
            Phrases = PhraseTable.Read(reader),
            Language = LanguageModel.Read(reader, target),
        };
    }

    /// <summary>Reads tables that <see cref="Save"/> wrote.</summary>
    public static DraftModel Load(UnpackedReader reader)
    {
        var (official, general, source, target) = (new Weights(reader.Column<float>().Span.ToArray()), new Weights(reader.Column<float>().Span.ToArray()), Vocabulary.Load(reader), Vocabulary.Load(reader));
        return new DraftModel
        {
            Source = source,
            Target = target,
            Register = Register.Load(reader, source),
            Official = official,
            General = general,
            Phrases = PhraseTable.Load(reader),
            Language = LanguageModel.Load(reader, target),
        };
    }

    public void Save(UnpackedWriter writer)
    {
        writer.Write<float>(Official.Values);
        writer.Write<float>(General.Values);
        Source.Save(writer);
        Target.Save(writer);
        Register.Save(writer);
        Phrases.Save(writer);
        Language.Save(writer);
    }
}
