using System.Text.Json;
using Dau.Input;
using Dau.Recognition;
using Dau.Vision.Interop;
using Dau.Vision.Recognition;
using Microsoft.Win32.SafeHandles;

namespace Dau.Vision.Workers;

/// <summary>
/// The loop of a worker process: it takes requests from its standard input and answers on its standard output, one at a time, until the pipe ends.
/// It writes nothing to the disk; the parent decides how long it may take, and ends it.
/// </summary>
internal static class WorkerHost
{
    private const int ReadWrite = 2;

    /// <summary>Runs the loop.</summary>
    /// <param name="inspector">Looks into files.</param>
    /// <returns>The process's exit code: 0 when the parent closed the pipe.</returns>
    public static int Run(IInputInspector inspector)
    {
        using var reader = new PageReader();
        return Run(request => Answer(request, reader, inspector));
    }

    /// <summary>Runs the loop with answers of the caller's own.</summary>
    internal static int Run(Func<Request, (Reply Reply, ReadOnlyMemory<byte> Blob)> answer)
    {
        // Native code that prints must not reach the protocol: the pipe moves to a descriptor of its own and what is printed goes to stderr.
        using FileStream input = Take(0, FileAccess.Read);
        using FileStream output = Take(1, FileAccess.Write);
        LibcNative.Duplicate(LibcNative.Open("/dev/null", ReadWrite), 0);
        LibcNative.Duplicate(2, 1);
        NativeOrder.Ensure();
        while (Frame.ReadAsync(input, CancellationToken.None).GetAwaiter().GetResult() is { } frame)
        {
            Request request = JsonSerializer.Deserialize(frame.Json.Span, MessageContext.Default.Request) ?? throw new InvalidDataException("The request is empty.");
            (Reply reply, ReadOnlyMemory<byte> blob) = answer(request);
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(reply, MessageContext.Default.Reply);
            new Frame(json, blob).WriteAsync(output, CancellationToken.None).GetAwaiter().GetResult();
        }

        return 0;
    }

    /// <summary>Answers one request; a failure is an answer too.</summary>
    internal static (Reply Reply, ReadOnlyMemory<byte> Blob) Answer(Request request, PageReader reader, IInputInspector inspector)
    {
        try
        {
            if (request.Inspect is { } inspect)
            {
                InputFile file = inspector.InspectAsync(inspect.Path, inspect.ToOptions(), CancellationToken.None).GetAwaiter().GetResult();
                return (new Reply { File = file }, default);
            }

            if (request.Read is { } read)
            {
                PageReading reading = reader.Read(read);
                return (new Reply { Page = reading.Page, PngBytes = reading.Png.Length }, (byte[])[.. reading.Png.Span, .. reading.Preview.Span]);
            }

            return (new Reply { Tools = ToolReport.Describe(request.Tools ?? throw new InvalidDataException("The request asks for nothing.")) }, default);
        }
        catch (DauException error)
        {
            return (new Reply { Fault = error.Fault, Message = error.Message }, default);
        }
        catch (Exception error) when ((error as TypeInitializationException)?.InnerException is DllNotFoundException || error is DllNotFoundException)
        {
            // OpenCV's library needs what a desktop has and a bare server may not.
            return (new Reply { Fault = Fault.Missing, Message = $"A library that works on pictures cannot be loaded. Install what it needs with: apt-get install -y libgtk-3-0 libatomic1 libdrm2 ({(error.InnerException ?? error).Message.Split('\n')[0]})" }, default);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return (new Reply { Fault = Fault.Unexpected, Message = $"{error.GetType().Name}: {error.Message}" }, default);
        }
    }

    private static FileStream Take(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(LibcNative.Duplicate(descriptor), ownsHandle: true), access, bufferSize: 1 << 16);
}
