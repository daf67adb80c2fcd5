using System.CommandLine;
using Spectre.Console;

namespace Dau.Cli;

/// <summary><c>dau doctor</c>: what is installed, in which version, and what would leave the machine.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Says what is installed, which models and translators there are, whether the sandbox works, and what would leave this machine.");
        command.SetAction((_, cancellationToken) => RunAsync(AnsiConsole.Console, cancellationToken));
        return command;
    }

    /// <returns>0 where everything that reading needs is there, else the exit code of <see cref="Fault.Missing"/>.</returns>
    private static async Task<int> RunAsync(IAnsiConsole console, CancellationToken cancellationToken)
    {
        IReadOnlyList<Finding> findings = await Diagnosis.RunAsync(cancellationToken).ConfigureAwait(false);
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (Finding finding in findings)
        {
            string sign = finding.State switch { FindingState.Good => "ok", FindingState.Remark => "note", _ => "MISSING" };
            grid.AddRow(new Text(sign), new Text(finding.What), new Text(finding.Says));
        }

        console.Write(grid);
        bool complete = findings.All(static finding => finding.State != FindingState.Missing);
        console.WriteLine(complete ? "Ready to read." : "Not ready: install what is missing (as root, ./dau does it by itself).");
        return complete ? ExitCode.Done : (int)Fault.Missing;
    }
}

/// <summary>How a finding is to be taken.</summary>
internal enum FindingState
{
    Good,
    Remark,
    Missing,
}

/// <summary>One line of <c>dau doctor</c>.</summary>
internal sealed record Finding(FindingState State, string What, string Says);
