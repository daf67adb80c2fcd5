using System.CommandLine;
using System.Globalization;
using System.Text;
using Dau.Cli;
using Spectre.Console;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [WorkerVerb.Name])
{
    return WorkerVerb.Run();
}

if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 160; // a file or a pipe has no width of its own; the library's 80 would break every row
}

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("""
    Dấu reads scanned Vietnamese official documents: it reads the scan, repairs the diacritics, takes the letter apart and sets an English draft
    beside the original, every word tied to its place on the scan. Nothing leaves this machine unless you say so.
    """)
{
    ReadCommand.Create(),
    CheckCommand.Create(),
    TracesCommand.Create(),
    ExplainCommand.Create(),
    RetranslateCommand.Create(),
    CompareCommand.Create(),
    TermbaseCommand.Create(),
    MemoryCommand.Create(),
    DoctorCommand.Create(),
    ModelsCommand.Create(),
};
return await ExitCode.RunAsync(root, args).ConfigureAwait(false);
