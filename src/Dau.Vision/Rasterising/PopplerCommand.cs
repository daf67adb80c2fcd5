using System.Diagnostics;
using System.Globalization;

namespace Dau.Vision.Rasterising;

/// <summary>A call of one of poppler's programs for one page, in a process that has limits of its own on memory and processor time.</summary>
internal static class PopplerCommand
{
    private const long BaseMemoryBytes = 1L << 30;

    // The shell sets the limits and then becomes the program: no tool beyond POSIX is needed, and there is one process to kill.
    private const string Limited = "ulimit -v \"$1\"; ulimit -t \"$2\"; ulimit -c 0; shift 2; exec \"$@\"";

    public static ProcessStartInfo Describe(PageSource source, string program, IEnumerable<string> options)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        long memory = BaseMemoryBytes + ((long)source.Page.Width * source.Page.Height * 16);
        var arguments = new List<string>
        {
            "-c", Limited, "limited", Number(memory / 1024), Number((long)Math.Ceiling(source.Timeout.TotalSeconds)),
            program, "-f", Number(source.Page.Number), "-l", Number(source.Page.Number),
        };
        arguments.AddRange(options);
        if (source.Password is { Length: > 0 } password)
        {
            // poppler's programs take a password in no other way; for the time of the call other accounts on the machine can see it in the list of processes.
            arguments.AddRange(["-opw", password, "-upw", password]);
        }

        arguments.Add(source.Path);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
