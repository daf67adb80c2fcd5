using System.Net;
using System.Net.Sockets;
using Dau.Input;
using Dau.Vision.Workers;

namespace Dau.Vision.Tests.Workers;

public sealed class SandboxTests : IDisposable
{
    private readonly TestPages _pages = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _pages.Dispose();

    [Theory]
    [InlineData(true, "could not")]
    [InlineData(false, "could")] // shows that the check itself can find a way out
    public async Task There_is_no_network(bool sandbox, string expected)
    {
        SkipWithoutSandbox();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Assert.Equal(expected, await Ask(sandbox, $"connect|{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }

    [Theory]
    [InlineData(true, "could not")]
    [InlineData(false, "could")]
    public async Task Nothing_can_be_written_beside_the_input(bool sandbox, string expected)
    {
        SkipWithoutSandbox();
        Assert.Equal(expected, await Ask(sandbox, $"write|{_pages.File.Path}.written"));
    }

    [Theory]
    [InlineData("/usr/dau-test")] // the system
    [InlineData("/dau-test")] // the root
    public async Task Nothing_can_be_written_elsewhere(string path)
    {
        SkipWithoutSandbox();
        Assert.Equal("could not", await Ask(sandbox: true, $"write|{path}"));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Other_peoples_papers_are_out_of_sight()
    {
        SkipWithoutSandbox();
        using var others = new TestPages();
        Assert.Equal("could not", await Ask(sandbox: true, $"see|{others.File.Path}"));
        Assert.Equal("could", await Ask(sandbox: true, $"see|{_pages.File.Path}"));
    }

    [Fact]
    public async Task A_file_that_was_not_announced_can_be_read_by_the_next_worker()
    {
        SkipWithoutSandbox();
        using var others = new TestPages();
        await using var pool = new WorkerPool(WorkerUnderTest.Command, new PoolOptions { Jobs = 1 });
        foreach (TestPages pages in (TestPages[])[_pages, others, _pages])
        {
            InputFile file = await pool.InspectAsync(pages.File.Path, new InputOptions { Password = $"see|{pages.File.Path}" }, Cancelled);
            Assert.Equal("could", file.Warnings[0]);
        }
    }

    [Fact]
    public async Task Keys_in_the_environment_do_not_reach_a_worker()
    {
        Environment.SetEnvironmentVariable("AZURE_TRANSLATOR_KEY", "secret");
        string names = await Ask(sandbox: false, "environment");
        Assert.DoesNotContain("AZURE", names, StringComparison.Ordinal);
        Assert.Contains("OMP_THREAD_LIMIT", names, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Working_without_a_sandbox_is_told()
    {
        await using var pool = new WorkerPool(WorkerUnderTest.Command, new PoolOptions { Sandbox = false });
        Assert.Contains("without a sandbox", Assert.Single(pool.Warnings), StringComparison.Ordinal);
    }

    private static void SkipWithoutSandbox()
    {
        if (Sandbox.Probe() is { Works: false } probe)
        {
            Assert.Skip(probe.Explanation);
        }
    }

    private async Task<string> Ask(bool sandbox, string question)
    {
        await using var pool = new WorkerPool(WorkerUnderTest.Command, new PoolOptions { Jobs = 1, Sandbox = sandbox });
        InputFile file = await pool.InspectAsync(_pages.File.Path, new InputOptions { Password = question }, Cancelled);
        return file.Warnings[0];
    }
}
