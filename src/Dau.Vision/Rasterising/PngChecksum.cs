using System.Buffers.Binary;

namespace Dau.Vision.Rasterising;

/// <summary>The checksum of a PNG chunk: CRC-32 as ISO 3309 has it, four bytes at a time.</summary>
internal static class PngChecksum
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[][] Tables = MakeTables();

    /// <summary>The checksum of two parts that follow one another.</summary>
    public static uint Of(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data) => ~Add(Add(uint.MaxValue, name), data);

    private static uint Add(uint sum, ReadOnlySpan<byte> data)
    {
        (uint[] last, uint[] third, uint[] second, uint[] first) = (Tables[0], Tables[1], Tables[2], Tables[3]);
        for (; data.Length >= 4; data = data[4..])
        {
            sum ^= BinaryPrimitives.ReadUInt32LittleEndian(data);
            sum = first[(byte)sum] ^ second[(byte)(sum >> 8)] ^ third[(byte)(sum >> 16)] ^ last[sum >> 24];
        }

        foreach (byte value in data)
        {
            sum = last[(byte)sum ^ value] ^ (sum >> 8);
        }

        return sum;
    }

    /// <summary>What a byte adds to the sum when no, one, two and three bytes follow it.</summary>
    private static uint[][] MakeTables()
    {
        uint[][] tables = [new uint[256], new uint[256], new uint[256], new uint[256]];
        for (uint i = 0; i < 256; i++)
        {
            uint sum = i;
            for (int bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? (sum >> 1) ^ Polynomial : sum >> 1;
            }

            tables[0][i] = sum;
        }

        for (int i = 0; i < 256; i++)
        {
            for (int t = 1; t < 4; t++)
            {
                tables[t][i] = (tables[t - 1][i] >> 8) ^ tables[0][(byte)tables[t - 1][i]];
            }
        }

        return tables;
    }
}
