using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dau.Input;
using Dau.Vision.Interop;
using Dau.Vision.Recognition;
using Dau.Vision.Workers;

namespace Dau.Vision.Tests.Workers;

/// <summary>Makes this test program a worker when it is started as one, with misbehaviour on demand.</summary>
internal static class WorkerUnderTest
{
    private const string Verb = "--worker-under-test";

    private static string? _answerPipe;

    public static WorkerCommand Command { get; } =
        new(Path.Combine(AppContext.BaseDirectory, "Dau.Vision.Tests"), [Verb]);

    [ModuleInitializer]
    internal static void Start()
    {
        NativeOrder.Ensure();
        if (Environment.GetCommandLineArgs() is [_, Verb])
        {
            _answerPipe = new FileInfo("/proc/self/fd/1").LinkTarget;
            using var reader = new PageReader();
            Environment.Exit(WorkerHost.Run(request => Answer(request, reader)));
        }
    }

    private static (Reply Reply, ReadOnlyMemory<byte> Blob) Answer(Request request, PageReader reader)
    {
        // What a page is told to do travels where a real request has the password.
        switch (request.Read?.Password)
        {
            case "crash":
                Marshal.WriteByte(1, 0);
                break;
            case "exit":
                Environment.Exit(3);
                break;
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "grow":
                Grow();
                break;
            case "keep":
                Keep(90 << 20);
                Thread.Sleep(1000); // for as long as it takes to be looked at
                break;
            case "print":
                using (Process print = Process.Start(new ProcessStartInfo("/bin/echo", "stray words"))!)
                {
                    print.WaitForExit();
                }

                break;
            case "lie":
                return (new Reply { Page = new Page { Number = request.Read.Page.Number, Width = 10, Height = 10 } }, new byte[] { 1, 2, 3 });
            case "nonsense":
                using (var output = new FileStream("/proc/self/fd/" + ProtocolDescriptor(), FileMode.Open, FileAccess.Write))
                {
                    output.Write("this is no frame, it is an essay about nothing"u8);
                }

                break;
        }

        return WorkerHost.Answer(request, reader, new Probe());
    }

    /// <summary>The descriptor that <see cref="WorkerHost"/> moved the answers to.</summary>
    private static string ProtocolDescriptor() =>
        Path.GetFileName(Directory.GetFiles("/proc/self/fd").First(static path => new FileInfo(path).LinkTarget == _answerPipe));

    private static void Grow()
    {
        while (true)
        {
            Keep(16 << 20);
            Thread.Sleep(5);
        }
    }

    private static void Keep(int bytes)
    {
        nint block = Marshal.AllocHGlobal(bytes);
        for (int i = 0; i < bytes; i += 4096)
        {
            Marshal.WriteByte(block, i, 1);
        }
    }

    /// <summary>An inspector that reports, as warnings, what the process it runs in can do.</summary>
    private sealed class Probe : IInputInspector
    {
        public Task<InputFile> InspectAsync(string path, InputOptions options, CancellationToken cancellationToken)
        {
            string[] parts = (options.Password ?? "").Split('|');
            if (parts is ["inspect"])
            {
                return new FileInspector().InspectAsync(path, options with { Password = null }, cancellationToken);
            }

            string finding = parts[0] switch
            {
                "connect" => Try(() =>
                {
                    using var client = new TcpClient();
                    client.Connect("127.0.0.1", int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
                }),
                "write" => Try(() => File.WriteAllText(parts[1], "x")),
                "see" => Try(() => File.ReadAllBytes(parts[1])),
                "environment" => string.Join(',', Environment.GetEnvironmentVariables().Keys.Cast<string>()),
                "fail" => throw new InputException("The file is damaged."),
                _ => "nothing asked",
            };
            return Task.FromResult(new InputFile
            {
                Path = path,
                Format = InputFormat.Pdf,
                Sha256 = "",
                Bytes = 0,
                PageCount = 0,
                Pages = [],
                Warnings = [finding],
            });
        }

        private static string Try(Action action)
        {
            try
            {
                action();
                return "could";
            }
            catch (Exception error) when (error is IOException or SocketException or UnauthorizedAccessException)
            {
                return "could not";
            }
        }
    }
}
