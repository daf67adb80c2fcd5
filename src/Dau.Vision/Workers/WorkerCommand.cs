using System.Reflection;

namespace Dau.Vision.Workers;

/// <summary>How a worker process is started.</summary>
/// <param name="FileName">Absolute path of the program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record WorkerCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>This program again, with other arguments; it may run as itself or through <c>dotnet</c>.</summary>
    public static WorkerCommand ThisProgram(params IReadOnlyList<string> arguments)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? new WorkerCommand(program, [Assembly.GetEntryAssembly()!.Location, .. arguments])
            : new WorkerCommand(program, arguments);
    }
}
