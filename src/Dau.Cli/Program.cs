using System.CommandLine;
using System.Globalization;
using System.Text;
using Dau.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [WorkerVerb.Name])
{
    return WorkerVerb.Run();
}

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("""
    Dấu reads scanned Vietnamese official documents: it reads the scan, repairs the diacritics, takes the letter apart and sets an English draft
    beside the original, every word tied to its place on the scan. Nothing leaves this machine unless you say so.
    """)
{
    ReadCommand.Create(),
    DoctorCommand.Create(),
};
return await ExitCode.RunAsync(root, args).ConfigureAwait(false);
