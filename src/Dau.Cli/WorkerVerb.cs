using Dau.Input;
using Dau.Vision.Workers;

namespace Dau.Cli;

/// <summary>The hidden verb that the pool starts its processes with.</summary>
internal static class WorkerVerb
{
    public const string Name = "worker";

    public static int Run() => WorkerHost.Run(new FileInspector());
}
