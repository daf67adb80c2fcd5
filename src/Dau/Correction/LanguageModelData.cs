using System.Security.Cryptography;
using System.Text;

namespace Dau.Correction;

/// <summary>
/// The arrays of a language model, and the file that they travel in: the mark <c>DAULM1</c>, the SHA-256 of the rest, the words, then for each order of
/// n-grams its followers as rising differences, its probabilities and its back-off weights, a byte each.
/// </summary>
internal sealed class LanguageModelData
{
    /// <summary>What one step of a probability's byte is worth, nats.</summary>
    public const float ProbabilityStep = 0.0625f;

    /// <summary>What one step of a back-off weight's byte is worth, nats.</summary>
    public const float BackoffStep = 0.04f;

    /// <summary>The highest back-off weight, nats.</summary>
    public const float BackoffTop = 2f;

    private static ReadOnlySpan<byte> Mark => "DAULM1\n\0"u8;

    /// <summary>Words by id; the first <see cref="LanguageModel.Reserved"/> are empty.</summary>
    public required string[] Words { get; init; }

    public required byte[] UnigramProbability { get; init; }

    public required byte[] UnigramBackoff { get; init; }

    /// <summary>Where the followers of each word begin; one longer than <see cref="Words"/>.</summary>
    public required int[] BigramStart { get; init; }

    public required ushort[] BigramWord { get; init; }

    public required byte[] BigramProbability { get; init; }

    public required byte[] BigramBackoff { get; init; }

    /// <summary>Where the followers of each pair begin; one longer than <see cref="BigramWord"/>.</summary>
    public required int[] TrigramStart { get; init; }

    public required ushort[] TrigramWord { get; init; }

    public required byte[] TrigramProbability { get; init; }

    public static byte QuantiseProbability(double logarithm) => (byte)Math.Clamp(Math.Round(-logarithm / ProbabilityStep), 0, 255);

    public static byte QuantiseBackoff(double logarithm) => (byte)Math.Clamp(Math.Round((BackoffTop - logarithm) / BackoffStep), 0, 255);

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The file is no model, of another version, or damaged.</exception>
    public static LanguageModelData Read(ReadOnlySpan<byte> file)
    {
        int head = Mark.Length + SHA256.HashSizeInBytes;
        if (file.Length < head || !file.StartsWith(Mark))
        {
            throw new InvalidDataException("it is not a language model of this version");
        }

        if (!SHA256.HashData(file[head..]).AsSpan().SequenceEqual(file[Mark.Length..head]))
        {
            throw new InvalidDataException("its checksum is wrong");
        }

        ReadOnlySpan<byte> rest = file[head..];
        string[] words = Encoding.UTF8.GetString(Take(ref rest)).Split('\n');
        byte[] unigramProbability = [.. Take(ref rest)];
        byte[] unigramBackoff = [.. Take(ref rest)];
        (int[] bigramStart, ushort[] bigramWord) = TakeFollowers(ref rest, words.Length);
        byte[] bigramProbability = [.. Take(ref rest)];
        byte[] bigramBackoff = [.. Take(ref rest)];
        (int[] trigramStart, ushort[] trigramWord) = TakeFollowers(ref rest, bigramWord.Length);
        byte[] trigramProbability = [.. Take(ref rest)];
        return new LanguageModelData
        {
            Words = words,
            UnigramProbability = unigramProbability,
            UnigramBackoff = unigramBackoff,
            BigramStart = bigramStart,
            BigramWord = bigramWord,
            BigramProbability = bigramProbability,
            BigramBackoff = bigramBackoff,
            TrigramStart = trigramStart,
            TrigramWord = trigramWord,
            TrigramProbability = trigramProbability,
        };
    }

    /// <summary>Writes the model in the form that <see cref="Read"/> reads.</summary>
    public byte[] ToFile()
    {
        using var stream = new MemoryStream();
        WriteBytes(stream, Encoding.UTF8.GetBytes(string.Join('\n', Words)));
        WriteBytes(stream, UnigramProbability);
        WriteBytes(stream, UnigramBackoff);
        WriteFollowers(stream, BigramStart, BigramWord);
        WriteBytes(stream, BigramProbability);
        WriteBytes(stream, BigramBackoff);
        WriteFollowers(stream, TrigramStart, TrigramWord);
        WriteBytes(stream, TrigramProbability);
        byte[] body = stream.ToArray();
        return [.. Mark, .. SHA256.HashData(body), .. body];
    }

    private static void WriteFollowers(Stream stream, int[] start, ushort[] words)
    {
        var counts = new List<byte>(start.Length);
        var steps = new List<byte>(words.Length);
        for (int i = 0; i + 1 < start.Length; i++)
        {
            AddNumber(counts, (uint)(start[i + 1] - start[i]));
            int before = -1;
            for (int j = start[i]; j < start[i + 1]; j++)
            {
                AddNumber(steps, (uint)(words[j] - before - 1));
                before = words[j];
            }
        }

        WriteBytes(stream, [.. counts]);
        WriteBytes(stream, [.. steps]);
    }

    private static (int[] Start, ushort[] Words) TakeFollowers(ref ReadOnlySpan<byte> rest, int heads)
    {
        ReadOnlySpan<byte> counts = Take(ref rest);
        ReadOnlySpan<byte> steps = Take(ref rest);
        int[] start = new int[heads + 1];
        int place = 0;
        for (int i = 0; i < heads; i++)
        {
            start[i + 1] = checked(start[i] + (int)TakeNumber(counts, ref place));
        }

        ushort[] words = new ushort[start[heads]];
        place = 0;
        for (int i = 0; i < heads; i++)
        {
            int before = -1;
            for (int j = start[i]; j < start[i + 1]; j++)
            {
                before += (int)TakeNumber(steps, ref place) + 1;
                words[j] = (ushort)before;
            }
        }

        return (start, words);
    }

    private static void AddNumber(List<byte> bytes, uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
    }

    private static uint TakeNumber(ReadOnlySpan<byte> bytes, ref int place)
    {
        uint value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[place++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private static void WriteBytes(Stream stream, byte[] bytes)
    {
        stream.Write(BitConverter.GetBytes(bytes.Length));
        stream.Write(bytes);
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest)
    {
        int count = BitConverter.ToInt32(rest);
        ReadOnlySpan<byte> bytes = rest.Slice(4, count);
        rest = rest[(4 + count)..];
        return bytes;
    }
}
