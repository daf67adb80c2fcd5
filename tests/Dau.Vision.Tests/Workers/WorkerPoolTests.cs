using Dau.Input;
using Dau.Recognition;
using Dau.Vision.Workers;

namespace Dau.Vision.Tests.Workers;

public sealed class WorkerPoolTests : IDisposable
{
    private readonly TestPages _pages = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _pages.Dispose();

    [Fact]
    public async Task A_page_is_read_with_its_picture()
    {
        await using WorkerPool pool = Pool();
        PageReading reading = await Read(pool, null);
        Assert.Equal(PageStatus.Read, reading.Page.Status);
        Assert.Equal("CONG VAN 2024", string.Join(' ', reading.Page.Words.Select(word => word.Ocr)));
        using Mat picture = Cv2.ImDecode(reading.Png.Span, ImreadModes.Unchanged);
        Assert.Equal((1240, 400), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task A_page_of_a_tiff_is_read_where_nothing_can_be_written()
    {
        await using WorkerPool pool = Pool();
        InputFile tiff = _pages.Tiff();
        PageReading reading = await pool.ReadAsync(tiff, tiff.Pages[1], new InputOptions(), new RecognitionOptions(), Cancelled);
        Assert.Equal((null, "CONG VAN 2024"), (reading.Page.Reason, string.Join(' ', reading.Page.Words.Select(word => word.Ocr))));
    }

    [Theory]
    [InlineData("crash", "crashed")] // a fault in native code
    [InlineData("exit", "ended unexpectedly (exit code 3)")] // a process that gives up
    [InlineData("hang", "longer than 2 s")] // an endless loop
    [InlineData("grow", "more than 300 MB")] // a picture or a bug that eats memory
    [InlineData("nonsense", "nonsense")] // bytes on the pipe that are no frame
    [InlineData("lie", "nonsense")] // a picture that is none
    public async Task A_worker_that_misbehaves_costs_one_page_and_is_replaced(string behaviour, string reason)
    {
        await using WorkerPool pool = Pool();
        PageReading bad = await Read(pool, behaviour, new RecognitionOptions { PageTimeout = TimeSpan.FromSeconds(behaviour is "hang" ? 2 : 60) });
        Assert.Equal(PageStatus.Failed, bad.Page.Status);
        Assert.Contains(reason, bad.Page.Reason, StringComparison.Ordinal);
        Assert.True(bad.Png.IsEmpty);

        PageReading good = await Read(pool, null);
        Assert.Equal(PageStatus.Read, good.Page.Status);
    }

    [Fact]
    public async Task Memory_that_earlier_pages_took_costs_no_page()
    {
        await using WorkerPool pool = Pool();
        for (int i = 0; i < 5; i++)
        {
            PageReading reading = await Read(pool, "keep");
            Assert.Equal((null, PageStatus.Read), (reading.Page.Reason, reading.Page.Status));
        }
    }

    [Fact]
    public async Task What_native_code_prints_does_not_reach_the_protocol()
    {
        await using WorkerPool pool = Pool();
        PageReading reading = await Read(pool, "print");
        Assert.Equal(PageStatus.Read, reading.Page.Status);
    }

    [Fact]
    public async Task A_worker_outlives_the_thread_that_first_asked_for_it()
    {
        await using WorkerPool pool = Pool();
        // A sandbox that dies with its parent dies with the thread that started it, and threads of the pool end when there is little to do.
        var asking = new Thread(() => Read(pool, null).GetAwaiter().GetResult());
        asking.Start();
        asking.Join();
        await Task.Delay(200, Cancelled);
        PageReading second = await Read(pool, null);
        Assert.Equal((null, PageStatus.Read), (second.Page.Reason, second.Page.Status));
    }

    [Fact]
    public async Task Cancelling_ends_the_worker_at_once()
    {
        await using WorkerPool pool = Pool();
        await Read(pool, null);
        using var stop = new CancellationTokenSource();
        Task<PageReading> hanging = pool.ReadAsync(_pages.File, _pages.Page, new InputOptions { Password = "hang" }, new RecognitionOptions(), stop.Token);
        await Task.Delay(300, Cancelled);
        long before = Environment.TickCount64;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        Assert.True(Environment.TickCount64 - before < 3000, "The worker was waited for.");
        Assert.Equal(PageStatus.Read, (await Read(pool, null)).Page.Status);
    }

    [Fact]
    public async Task A_fault_found_in_advance_starts_no_worker()
    {
        await using var pool = new WorkerPool(new WorkerCommand("/does/not/exist", []), new PoolOptions { Sandbox = false });
        PageReading reading = await pool.ReadAsync(_pages.File, _pages.Page with { Fault = "The page is damaged." }, new InputOptions(), new RecognitionOptions(), Cancelled);
        Assert.Equal(("The page is damaged.", PageStatus.Failed), (reading.Page.Reason, reading.Page.Status));
    }

    [Fact]
    public async Task An_inspectors_refusal_comes_back_as_it_is()
    {
        await using WorkerPool pool = Pool();
        var error = await Assert.ThrowsAsync<InputException>(() => pool.InspectAsync(_pages.File.Path, new InputOptions { Password = "fail" }, Cancelled));
        Assert.Equal("The file is damaged.", error.Message);
    }

    [Fact]
    public async Task A_missing_model_ends_the_run_with_advice()
    {
        await using var pool = new WorkerPool(WorkerUnderTest.Command, new PoolOptions { Jobs = 1, ModelFolders = ["/nowhere"] });
        var error = await Assert.ThrowsAsync<MissingToolException>(() => pool.DescribeToolsAsync(new RecognitionOptions(), Cancelled));
        Assert.Contains("apt-get install -y tesseract-ocr-vie", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<MissingToolException>(() => Read(pool, null));
    }

    [Fact]
    public async Task Tools_are_named_with_version_and_the_models_checksum()
    {
        await using WorkerPool pool = Pool();
        IReadOnlyList<Tool> tools = await pool.DescribeToolsAsync(new RecognitionOptions { Model = RecognitionModel.Best }, Cancelled);
        Tool tesseract = Assert.Single(tools, tool => tool.Name == "tesseract");
        Assert.StartsWith("5.", tesseract.Version, StringComparison.Ordinal);
        Assert.Equal("112f6fd1d04ab4cb0208cad9cada8de214ae33a1e4db3750ffcda69262aef0a8", tesseract.ModelSha256);
        Assert.Contains(tools, tool => tool.Name == "poppler" && char.IsDigit(tool.Version[0]));
    }

    private static WorkerPool Pool() => new(WorkerUnderTest.Command, new PoolOptions { Jobs = 1, MemoryLimitBytes = 300L << 20 });

    private Task<PageReading> Read(WorkerPool pool, string? behaviour, RecognitionOptions? options = null) =>
        pool.ReadAsync(_pages.File, _pages.Page, new InputOptions { Password = behaviour }, options ?? new RecognitionOptions(), Cancelled);
}
