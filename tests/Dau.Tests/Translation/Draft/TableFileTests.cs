using Dau.Translation.Draft.Model;

namespace Dau.Tests.Translation.Draft;

public sealed class TableFileTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(64)]
    public void Each_byte_changes_the_checksum(int length)
    {
        var bytes = Enumerable.Range(1, length).Select(static i => (byte)i).ToArray();
        var sound = Of(bytes);
        Assert.Equal(sound, Of(bytes));
        for (var i = 0; i < length; i++)
        {
            bytes[i] ^= 4;
            Assert.NotEqual(sound, Of(bytes));
            bytes[i] ^= 4;
        }

        static ulong Of(byte[] bytes)
        {
            var checksum = new Checksum();
            checksum.Add(bytes);
            return checksum.Value;
        }
    }

    [Fact]
    public void Columns_are_read_into_rows()
    {
        var reader = new TableReader([1, 2, 3, 10, 20, 30, 99]);
        var rows = new byte[6];
        reader.Spread(rows, 0, 2);
        reader.Spread(rows, 1, 2);
        Assert.Equal([1, 10, 2, 20, 3, 30], rows);
        Assert.Equal(99, reader.Byte());
    }
}
