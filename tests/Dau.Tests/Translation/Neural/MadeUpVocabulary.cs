using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Dau.Tests.Translation.Neural;

/// <summary>Writes SentencePiece models by hand.</summary>
internal static class MadeUpVocabulary
{
    /// <summary>A vocabulary in which piece n is the word <c>w</c> with n in five digits: text and ids say the same.</summary>
    public static byte[] Words(int count) => Write(
        Enumerable.Range(3, count - 3).Select(static n => ($"▁{Word(n)}", -1 - (n * 1e-5f), 1)).Prepend(("▁", -5f, 1)).ToList());

    /// <summary>The word of a piece.</summary>
    public static string Word(int piece) => string.Create(CultureInfo.InvariantCulture, $"w{piece:00000}");

    /// <summary>A sentence of such words.</summary>
    public static string Sentence(IEnumerable<int> pieces) => string.Join(' ', pieces.Select(Word));

    /// <summary>A model with the end of a sentence and the unknown piece before the pieces given.</summary>
    public static byte[] Write(IReadOnlyList<(string Text, float Score, int Kind)> pieces)
    {
        var file = new List<byte>();
        foreach (var (text, score, kind) in pieces.Prepend(("<unk>", 0f, 2)).Prepend(("</s>", 0f, 3)))
        {
            var number = new byte[4];
            BinaryPrimitives.WriteSingleLittleEndian(number, score);
            Message(file, 1, [.. Field(1, Encoding.UTF8.GetBytes(text)), .. Varint((2 << 3) | 5), .. number, .. Varint(3 << 3), .. Varint((ulong)kind)]);
        }

        var none = ulong.MaxValue;
        Message(file, 2,
        [
            .. Varint(3 << 3), .. Varint(1), .. Varint(4 << 3), .. Varint((ulong)pieces.Count + 2), .. Varint(40 << 3), .. Varint(1),
            .. Varint(41 << 3), .. Varint(none), .. Varint(42 << 3), .. Varint(0), .. Varint(43 << 3), .. Varint(none),
        ]);
        Message(file, 3, [.. Field(1, Encoding.ASCII.GetBytes("identity")), .. Varint(3 << 3), .. Varint(1), .. Varint(4 << 3), .. Varint(1), .. Varint(5 << 3), .. Varint(1)]);
        return [.. file];
    }

    private static void Message(List<byte> file, int field, byte[] body) => file.AddRange(Field(field, body));

    private static byte[] Field(int field, byte[] body) => [.. Varint(((ulong)field << 3) | 2), .. Varint((ulong)body.Length), .. body];

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
        return [.. bytes];
    }
}
