using System.CommandLine;
using System.CommandLine.Parsing;

namespace Dau.Cli;

/// <summary>The one place that turns an outcome into an exit code and a sentence. The numbers are those of <see cref="Fault"/>, and two of the shell's.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Stopped by Ctrl-C, as shells number it.</summary>
    public const int Interrupted = 130;

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError error in parsed.Errors)
            {
                Console.Error.WriteLine(error.Message);
            }

            Console.Error.WriteLine($"'./dau {string.Join(' ', Path(parsed.CommandResult))}--help' says how it is used.");
            return (int)Fault.Usage;
        }

        // The commands have their own handling of exceptions and of Ctrl-C below; the library's would print a stack trace.
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(20) };
        try
        {
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            return For(e, Console.Error);
        }
    }

    /// <summary>Says what went wrong and returns the exit code for it.</summary>
    public static int For(Exception exception, TextWriter say)
    {
        switch (exception)
        {
            case OperationCanceledException:
                say.WriteLine("Stopped. Pages that were read are kept: the same command goes on from there.");
                return Interrupted;
            case DauException known:
                say.WriteLine(known.Message);
                return (int)known.Fault;
            case OutOfMemoryException:
                say.WriteLine("There is not enough memory. Give fewer pages at a time with --pages, or fewer workers with --jobs.");
                return (int)Fault.Unexpected;
            default:
                say.WriteLine($"Something went wrong that Dấu has no rule for; this is a bug. {exception.GetType().Name}: {exception.Message}");
                say.WriteLine(exception.StackTrace);
                return (int)Fault.Unexpected;
        }
    }

    private static IEnumerable<string> Path(CommandResult command) =>
        command.Command is RootCommand ? [] : [command.Command.Name + " "];
}
