using System.Buffers.Binary;

namespace Dau.Translation.Neural.Pieces;

/// <summary>Walks over the fields of a protocol-buffer message, as far as a SentencePiece model needs it.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Number of the field that was read last.</summary>
    public int Field { get; private set; }

    /// <summary>Its value, where it is a whole number or a fixed 32-bit one.</summary>
    public ulong Number { get; private set; }

    /// <summary>Its value, where it is bytes, text or a message.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>The same as a number with a fraction.</summary>
    public readonly float Single => BitConverter.UInt32BitsToSingle((uint)Number);

    /// <summary>Reads the next field; false at the end.</summary>
    public bool Read()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var tag = Varint();
        Field = (int)Math.Min(tag >> 3, int.MaxValue);
        Number = 0;
        Bytes = default;
        switch (tag & 7)
        {
            case 0:
                Number = Varint();
                return true;
            case 1:
                Number = BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));
                return true;
            case 2:
                Bytes = Take(Varint());
                return true;
            case 5:
                Number = BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));
                return true;
            default:
                throw Damaged();
        }
    }

    private ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw Damaged();
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_rest.Length)
        {
            throw Damaged();
        }

        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }

    private static InvalidDataException Damaged() => new("it is no SentencePiece model, or is cut short");
}
