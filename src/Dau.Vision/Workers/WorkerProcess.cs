using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Dau.Vision.Workers;

/// <summary>One worker process as the parent sees it. Answers one request at a time; once it has failed it is dead.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const int MostStderrLength = 2000;
    private static readonly TimeSpan MemoryPoll = TimeSpan.FromMilliseconds(400);

    // Nothing else of the parent's environment reaches a worker: keys of translation services stay out.
    private static readonly string[] Inherited = ["PATH", "HOME", "LANG", "LC_ALL", "DOTNET_ROOT", "DOTNET_ROOT_X64", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "TZ"];
    private static readonly (string Name, string Value)[] Settings =
    [
        ("OMP_THREAD_LIMIT", "1"), // two engines with two threads each on two cores take more than twice as long
        ("MALLOC_TRIM_THRESHOLD_", "268435456"), // the engine frees and asks again line by line: memory given back and cleared anew each time costs more than it saves
        ("MALLOC_MMAP_THRESHOLD_", "268435456"),
        ("DOTNET_gcServer", "0"),
        ("DOTNET_gcConcurrent", "0"),
        ("DOTNET_GCConserveMemory", "5"),
        ("DOTNET_TieredCompilation", "0"), // compiled ahead of time already; compiling again behind a page costs more than it saves
        ("DOTNET_EnableDiagnostics", "0"), // no debugger's socket
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("OPENCV_IO_MAX_IMAGE_PIXELS", "400000000"),
        ("TMPDIR", "/tmp"),
    ];

    private readonly Process _process;
    private readonly Task _stderr;
    private readonly System.Text.StringBuilder _lastWords = new();

    private WorkerProcess(Process process, IReadOnlyList<string> visible, bool sandboxed)
    {
        _process = process;
        Visible = visible;
        Sandboxed = sandboxed;
        _stderr = DrainAsync();
    }

    /// <summary>What is visible in its sandbox besides the system.</summary>
    public IReadOnlyList<string> Visible { get; }

    public bool Sandboxed { get; }

    public int Id => _process.Id;

    /// <summary>Starts a worker.</summary>
    /// <exception cref="MissingToolException">The program is not there.</exception>
    public static WorkerProcess Start(WorkerCommand command, bool sandboxed, IReadOnlyList<string> visible)
    {
        ProcessStartInfo start = sandboxed ? Sandbox.Describe(command, visible) : Plain(command);
        Dictionary<string, string?> inherited = Inherited.ToDictionary(static name => name, Environment.GetEnvironmentVariable, StringComparer.Ordinal);
        start.Environment.Clear();
        foreach ((string name, string? value) in inherited.Where(static variable => variable.Value is not null))
        {
            start.Environment[name] = value;
        }

        foreach ((string name, string value) in Settings)
        {
            start.Environment[name] = value;
        }

        try
        {
            return new WorkerProcess(ProcessStarter.Start(start), visible, sandboxed);
        }
        catch (Win32Exception error)
        {
            throw new MissingToolException($"A reading process cannot be started ({start.FileName}: {error.Message}).", error);
        }
    }

    /// <summary>Whether it has answered before: the memory that a large page took stays with it.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Whether the worker can see a file.</summary>
    public bool Sees(string path) => !Sandboxed || !Sandbox.IsHidden(path) || Visible.Any(shown => Sandbox.Covers(shown, path));

    /// <summary>Sends a request and waits for the answer.</summary>
    /// <exception cref="WorkerException">The worker failed; it has been ended.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; the worker has been ended.</exception>
    public async Task<(Reply Reply, ReadOnlyMemory<byte> Blob)> AskAsync(Request request, TimeSpan timeout, long memoryLimit, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        Task<(Reply, ReadOnlyMemory<byte>)> exchange = ExchangeAsync(request, limit.Token);
        try
        {
            while (await Task.WhenAny(exchange, Task.Delay(MemoryPoll, limit.Token)).ConfigureAwait(false) != exchange && !limit.IsCancellationRequested)
            {
                if (ProcessTree.ResidentBytes(_process.Id) is var held && held > memoryLimit)
                {
                    throw new WorkerException(string.Create(CultureInfo.InvariantCulture, $"The reading process needed more than {memoryLimit >> 20} MB of memory.")) { IsMemory = true };
                }
            }

            // Reading a pipe may not notice the cancellation by itself; ending the process does end it.
            if (!exchange.IsCompleted)
            {
                Kill();
            }

            (Reply, ReadOnlyMemory<byte>) answer = await exchange.ConfigureAwait(false);
            IsUsed = true;
            return answer;
        }
        catch (Exception error)
        {
            Kill();
            await exchange.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (limit.IsCancellationRequested && error is not WorkerException { Message: var message })
            {
                throw new WorkerException(string.Create(CultureInfo.InvariantCulture, $"Reading took longer than {timeout.TotalSeconds:0.#} s."), error);
            }

            throw error as WorkerException ?? await ExplainAsync(error).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _stderr.ConfigureAwait(false);
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private static ProcessStartInfo Plain(WorkerCommand command) =>
        new(command.FileName, command.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };

    private async Task<(Reply Reply, ReadOnlyMemory<byte> Blob)> ExchangeAsync(Request request, CancellationToken cancellationToken)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(request, MessageContext.Default.Request);
        await new Frame(json, default).WriteAsync(_process.StandardInput.BaseStream, cancellationToken).ConfigureAwait(false);
        Frame frame = await Frame.ReadAsync(_process.StandardOutput.BaseStream, cancellationToken).ConfigureAwait(false)
            ?? throw new EndOfStreamException();
        Reply reply = JsonSerializer.Deserialize(frame.Json.Span, MessageContext.Default.Reply) ?? throw new InvalidDataException("The answer is empty.");
        return (reply, frame.Blob);
    }

    private async Task<WorkerException> ExplainAsync(Exception error)
    {
        if (error is InvalidDataException or JsonException)
        {
            return new WorkerException("The reading process answered with nonsense.", error);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            int code = _process.ExitCode;
            string lastWords;
            lock (_lastWords)
            {
                lastWords = _lastWords.ToString();
            }

            return lastWords.Contains("error while loading shared libraries", StringComparison.Ordinal) || lastWords.Contains("bwrap:", StringComparison.Ordinal)
                ? new WorkerException($"The reading process could not start: {lastWords.Trim()}", error)
                : new WorkerException(code > 128
                    ? string.Create(CultureInfo.InvariantCulture, $"The reading process crashed (signal {code - 128}).")
                    : string.Create(CultureInfo.InvariantCulture, $"The reading process ended unexpectedly (exit code {code})."), error);
        }
        catch (OperationCanceledException)
        {
            return new WorkerException("The reading process stopped answering.", error);
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    private async Task DrainAsync()
    {
        char[] buffer = new char[1024];
        int got;
        while ((got = await _process.StandardError.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            lock (_lastWords)
            {
                _lastWords.Append(buffer, 0, got);
                _lastWords.Remove(0, Math.Max(0, _lastWords.Length - MostStderrLength));
            }
        }
    }
}
