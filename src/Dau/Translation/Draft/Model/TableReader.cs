using System.Runtime.CompilerServices;
using System.Text;

namespace Dau.Translation.Draft.Model;

/// <summary>Reads numbers and words out of the unpacked tables; a BinaryReader takes three times as long.</summary>
internal sealed class TableReader(byte[] bytes)
{
    private int _at;

    /// <summary>The next byte.</summary>
    public byte Byte() => bytes[_at++];

    /// <summary>A number in groups of seven bits, the lowest first.</summary>
    public int Number()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[_at++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>Bytes as they are.</summary>
    public void Copy(Span<byte> target)
    {
        bytes.AsSpan(_at, target.Length).CopyTo(target);
        _at += target.Length;
    }

    /// <summary>Bytes for every so-many-th place of an array, up to its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Spread(Span<byte> target, int start, int step)
    {
        for (var place = start; place < target.Length; place += step)
        {
            target[place] = bytes[_at++];
        }
    }

    /// <summary>A list of words: how many, then each with its length.</summary>
    public Vocabulary Words()
    {
        var words = new Vocabulary();
        for (var n = Number(); n > 0; n--)
        {
            var length = Number();
            words.Add(Encoding.UTF8.GetString(bytes, _at, length));
            _at += length;
        }

        return words;
    }
}
