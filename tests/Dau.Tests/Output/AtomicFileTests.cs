using Dau.Output;

namespace Dau.Tests.Output;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dau-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task LeavesTheOldFileWhenWritingTheNewOneFails()
    {
        string path = Path.Combine(_folder, "a.json");
        AtomicFile.Write(path, "old"u8);

        await Assert.ThrowsAsync<OutputException>(() => AtomicFile.WriteAsync(
            path,
            static async (stream, token) =>
            {
                await stream.WriteAsync("half of the n"u8.ToArray(), token);
                throw new IOException("cut");
            },
            TestContext.Current.CancellationToken));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData(28, "full", "ENOSPC")]
    [InlineData(122, "full", "EDQUOT: a user's quota is a full disk to the user")]
    [InlineData(30, "read-only", "EROFS")]
    [InlineData(5, "cannot be written", "anything else keeps the system's own words")]
    public void SaysWhyADiskSaysNo(int errno, string expected, string reason)
    {
        OutputException e = Assert.Throws<OutputException>(() => AtomicFile.Guard("case", () => throw new IOException("the system's words", errno)));
        Assert.True(e.Message.Contains(expected, StringComparison.Ordinal), reason + ": " + e.Message);
        Assert.Equal(Fault.Output, e.Fault);
    }
}
