using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Dau.Translation.Draft.Model;

/// <summary>The tables of the draft engine: statistics computed from pairs of sentences, built by Dau.Training.</summary>
internal sealed class DraftModel
{
    /// <summary>What a file starts with; the last character is the version of its layout.</summary>
    public const string Magic = "DAUDRAFT1";

    public required Vocabulary Source { get; init; }

    public required Vocabulary Target { get; init; }

    public required Weights Weights { get; init; }

    public required PhraseTable Phrases { get; init; }

    public required LanguageModel Language { get; init; }

    /// <summary>The same tables with other weights.</summary>
    public DraftModel With(Weights weights) => new() { Source = Source, Target = Target, Weights = weights, Phrases = Phrases, Language = Language };

    /// <summary>Reads a file: magic, SHA-256 of the rest, the tables packed with Brotli.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another version.</exception>
    public static DraftModel Read(Stream stream)
    {
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        var bytes = whole.GetBuffer().AsMemory(0, (int)whole.Length);
        var head = Magic.Length + SHA256.HashSizeInBytes;
        if (bytes.Length < head || Encoding.ASCII.GetString(bytes.Span[..Magic.Length]) != Magic
            || !SHA256.HashData(bytes.Span[head..]).AsSpan().SequenceEqual(bytes.Span[Magic.Length..head]))
        {
            throw new InvalidDataException("The draft engine's tables are damaged or of another version.");
        }

        using var packed = new BrotliStream(new MemoryStream(whole.GetBuffer(), head, bytes.Length - head), CompressionMode.Decompress);
        var tables = new MemoryStream();
        packed.CopyTo(tables);
        tables.Position = 0;
        using var reader = new BinaryReader(tables, Encoding.UTF8);
        var source = ReadWords(reader);
        var target = ReadWords(reader);
        var weights = new float[reader.Read7BitEncodedInt()];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = reader.ReadSingle();
        }

        if (weights.Length != Weights.Names.Count)
        {
            throw new InvalidDataException("The draft engine's tables are of another version.");
        }

        return new DraftModel
        {
            Source = source,
            Target = target,
            Weights = new Weights(weights),
            Phrases = PhraseTable.Read(reader),
            Language = LanguageModel.Read(reader, target),
        };
    }

    private static Vocabulary ReadWords(BinaryReader reader)
    {
        var words = new Vocabulary();
        for (var n = reader.Read7BitEncodedInt(); n > 0; n--)
        {
            words.Add(reader.ReadString());
        }

        return words;
    }
}
