using System.Collections.Concurrent;
using System.Diagnostics;

namespace Dau.Vision.Workers;

/// <summary>
/// Starts processes on a thread that lives as long as this program. A sandbox that dies with its parent (<c>PR_SET_PDEATHSIG</c>) dies with the <em>thread</em>
/// that started it, and threads of the pool come and go.
/// </summary>
internal static class ProcessStarter
{
    private static readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Done)> Waiting = [];
    private static readonly Lazy<Thread> Starter = new(static () =>
    {
        var thread = new Thread(Run) { IsBackground = true, Name = "process starter" };
        thread.Start();
        return thread;
    });

    /// <summary>Starts a process and waits until it runs.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        _ = Starter.Value;
        var done = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Waiting.Add((start, done));
        return done.Task.GetAwaiter().GetResult();
    }

    private static void Run()
    {
        foreach ((ProcessStartInfo start, TaskCompletionSource<Process> done) in Waiting.GetConsumingEnumerable())
        {
            try
            {
                done.SetResult(Process.Start(start)!);
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        }
    }
}
