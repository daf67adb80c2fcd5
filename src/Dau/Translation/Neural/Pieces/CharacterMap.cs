using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Dau.Translation.Neural.Pieces;

/// <summary>SentencePiece's compiled rules of normalisation: the longest rule that fits replaces what it fits. A double array over UTF-8 bytes, and the replacements.</summary>
internal sealed class CharacterMap
{
    private readonly uint[] _units;
    private readonly byte[] _replacements;

    /// <summary>Takes the rules out of a model; without any, everything stays as it is.</summary>
    public CharacterMap(ReadOnlySpan<byte> compiled)
    {
        if (compiled.IsEmpty)
        {
            (_units, _replacements) = ([], []);
            return;
        }

        var size = compiled.Length < sizeof(uint) ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(compiled);
        if (size is 0 || size % sizeof(uint) != 0 || size > compiled.Length - sizeof(uint))
        {
            throw new InvalidDataException("its rules of normalisation are damaged");
        }

        _units = MemoryMarshal.Cast<byte, uint>(compiled.Slice(sizeof(uint), (int)size)).ToArray();
        _replacements = compiled[(sizeof(uint) + (int)size)..].ToArray();
    }

    /// <summary>The replacement of what stands at the start, and how many bytes it replaces; 0 where no rule fits.</summary>
    public int Longest(ReadOnlySpan<byte> text, out string replacement)
    {
        replacement = "";
        if (_units.Length == 0)
        {
            return 0;
        }

        var (length, value) = (0, 0u);
        var node = Offset(_units[0]);
        for (var i = 0; i < text.Length; i++)
        {
            node ^= text[i];
            if (node >= (uint)_units.Length || (_units[node] & 0x800000FF) != text[i])
            {
                break;
            }

            var unit = _units[node];
            node ^= Offset(unit);
            if ((unit & 0x100) != 0 && node < (uint)_units.Length)
            {
                (length, value) = (i + 1, _units[node] & 0x7FFFFFFF);
            }
        }

        if (length > 0 && value < (uint)_replacements.Length)
        {
            var found = _replacements.AsSpan((int)value);
            var end = found.IndexOf((byte)0);
            replacement = Encoding.UTF8.GetString(end < 0 ? found : found[..end]);
        }

        return length;
    }

    private static uint Offset(uint unit) => (unit >> 10) << (int)((unit & 0x200) >> 6);
}
