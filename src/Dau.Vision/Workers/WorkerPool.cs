using System.Collections.Concurrent;
using Dau.Input;
using Dau.Recognition;

namespace Dau.Vision.Workers;

/// <summary>
/// Reads pages and inspects files in worker processes, each with one engine, in a sandbox where there is one. A worker that crashes, hangs, grows too large or
/// answers with nonsense costs the page it was reading and is replaced. The parent decodes no picture and loads no native library.
/// </summary>
internal sealed class WorkerPool : IInputInspector, IPageReader, IAsyncDisposable
{
    private readonly WorkerCommand _command;
    private readonly PoolOptions _options;
    private readonly SemaphoreSlim _slots;
    private readonly ConcurrentBag<WorkerProcess> _idle = [];
    private readonly ConcurrentDictionary<string, bool> _visible = new(StringComparer.Ordinal);
    private readonly Lazy<SandboxProbe> _probe;

    /// <param name="command">Starts a worker: a program that calls <see cref="WorkerHost.Run(IInputInspector)"/>.</param>
    /// <param name="options">How many, and their limits.</param>
    public WorkerPool(WorkerCommand command, PoolOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Jobs, 1);
        (_command, _options) = (command, options);
        _slots = new SemaphoreSlim(options.Jobs);
        _probe = new Lazy<SandboxProbe>(() => options.Sandbox
            ? Sandbox.Probe()
            : new SandboxProbe(false, "Files are read without a sandbox, because it was switched off; limits on time and memory still hold."));
        foreach (string input in options.Inputs)
        {
            string path = Path.GetFullPath(input);
            _visible.TryAdd(Directory.Exists(path) ? path : Sandbox.ToMakeVisible(path), true);
        }
    }

    /// <summary>What the run should be warned of, a sentence each: that there is no sandbox. The same for the whole run.</summary>
    public IReadOnlyList<string> Warnings => _probe.Value.Works ? [] : [_probe.Value.Explanation];

    /// <summary>The programs, libraries and models that take part.</summary>
    /// <exception cref="MissingToolException">One is not installed.</exception>
    public async Task<IReadOnlyList<Tool>> DescribeToolsAsync(RecognitionOptions options, CancellationToken cancellationToken)
    {
        var request = new Request { Tools = new ToolsRequest(options.Model, _options.ModelFolders) };
        try
        {
            (Reply reply, _) = await AskAsync(request, path: null, options.PageTimeout, _options.MemoryLimitBytes, cancellationToken).ConfigureAwait(false);
            return reply.Tools ?? throw Failure(reply);
        }
        catch (WorkerException error)
        {
            throw new MissingToolException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public async Task<InputFile> InspectAsync(string path, InputOptions options, CancellationToken cancellationToken)
    {
        string full = Path.GetFullPath(path);
        var request = new Request { Inspect = InspectRequest.From(full, options) };
        try
        {
            (Reply reply, _) = await AskAsync(request, full, _options.InspectionTimeout, _options.InspectionMemoryLimitBytes, cancellationToken).ConfigureAwait(false);
            return reply.File ?? throw Failure(reply);
        }
        catch (WorkerException error)
        {
            throw new InputException($"{Path.GetFileName(path)} cannot be read. {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public async Task<PageReading> ReadAsync(InputFile file, InputPage page, InputOptions input, RecognitionOptions options, CancellationToken cancellationToken)
    {
        if (page.Fault is { } fault)
        {
            return Failed(page, fault);
        }

        var request = new Request { Read = new ReadRequest(file.Path, file.Format, page, input.Password, input.MaxPixels, options, _options.ModelFolders) };
        try
        {
            (Reply reply, ReadOnlyMemory<byte> blob) = await AskAsync(request, file.Path, options.PageTimeout, _options.MemoryLimitBytes, cancellationToken).ConfigureAwait(false);
            if (reply.Fault is { } reason and not Fault.Missing)
            {
                return Failed(page, reason is Fault.Unexpected ? $"The page could not be read ({reply.Message})." : reply.Message ?? "The page could not be read.");
            }

            Page read = reply.Page ?? throw Failure(reply);
            if (read.Number != page.Number || reply.PngBytes < 0 || reply.PngBytes > blob.Length || !PngHeader.Fits(blob.Span[..reply.PngBytes], read))
            {
                return Failed(page, "The reading process answered with nonsense.");
            }

            return new PageReading(read, blob[..reply.PngBytes], blob[reply.PngBytes..]);
        }
        catch (WorkerException error)
        {
            return Failed(page, error.Message);
        }
    }

    /// <summary>Ends all workers.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out WorkerProcess? worker))
        {
            await worker.DisposeAsync().ConfigureAwait(false);
        }

        _slots.Dispose();
    }

    private static PageReading Failed(InputPage page, string reason) =>
        new(new Page { Number = page.Number, Dpi = page.Dpi, Status = PageStatus.Failed, Reason = reason }, ReadOnlyMemory<byte>.Empty);

    private static DauException Failure(Reply reply) => reply.Fault switch
    {
        Fault.Missing => new MissingToolException(reply.Message ?? "Something is not installed."),
        Fault.Input or Fault.Password => new InputException(reply.Message ?? "The file cannot be read.", fault: reply.Fault.Value),
        _ => new DauException(reply.Fault ?? Fault.Unexpected, reply.Message ?? "The reading process gave no answer."),
    };

    private async Task<(Reply Reply, ReadOnlyMemory<byte> Blob)> AskAsync(Request request, string? path, TimeSpan timeout, long memoryLimit, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        WorkerProcess? worker = null;
        try
        {
            worker = await TakeAsync(path).ConfigureAwait(false);
            (Reply, ReadOnlyMemory<byte>) answer;
            try
            {
                answer = await worker.AskAsync(request, timeout, memoryLimit, cancellationToken).ConfigureAwait(false);
            }
            catch (WorkerException error) when (error.IsMemory && worker.IsUsed)
            {
                // What it kept of larger pages may have been too much, not this one: a new worker tells.
                await worker.DisposeAsync().ConfigureAwait(false);
                worker = Start();
                answer = await worker.AskAsync(request, timeout, memoryLimit, cancellationToken).ConfigureAwait(false);
            }

            _idle.Add(worker);
            worker = null;
            return answer;
        }
        finally
        {
            if (worker is not null)
            {
                await worker.DisposeAsync().ConfigureAwait(false);
            }

            _slots.Release();
        }
    }

    /// <summary>An idle worker that can see the file, else a new one.</summary>
    private async Task<WorkerProcess> TakeAsync(string? path)
    {
        if (path is not null && Sandbox.IsHidden(path) && !_visible.Keys.Any(shown => Sandbox.Covers(shown, path)))
        {
            _visible.TryAdd(Sandbox.ToMakeVisible(path), true);
        }

        while (_idle.TryTake(out WorkerProcess? idle))
        {
            if (path is null || idle.Sees(path))
            {
                return idle;
            }

            await idle.DisposeAsync().ConfigureAwait(false);
        }

        return Start();
    }

    private WorkerProcess Start() => WorkerProcess.Start(_command, _probe.Value.Works, [.. _visible.Keys, .. _options.ModelFolders]);
}
